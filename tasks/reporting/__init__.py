"""Pages and plain text for people who review facts."""

from tasks.reporting.content import ReportContent, RowReader, gather
from tasks.reporting.explain import explain
from tasks.reporting.page import report

__all__ = ["ReportContent", "RowReader", "explain", "gather", "report"]
