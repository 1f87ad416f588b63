from collections.abc import Iterator

import duckdb
import pytest
from audited_tables import AuditedTables


@pytest.fixture(scope="session")
def made() -> Iterator[AuditedTables]:
    with duckdb.connect(config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}) as one:
        yield AuditedTables(one)


@pytest.fixture
def tables(made: AuditedTables) -> Iterator[AuditedTables]:
    made.connection.execute("BEGIN")
    yield made
    made.connection.execute("ROLLBACK")
