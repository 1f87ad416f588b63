"""One suite a table: every table of the contract has one."""

from expectations.suite import Suite
from tasks.tables import TABLES

SUITES: tuple[Suite, ...] = tuple(Suite(table) for table in TABLES)
