"""Pages and plain text for people who review facts."""

from tasks.reporting.content import ReportContent, RowReader, gather

__all__ = ["ReportContent", "RowReader", "gather"]
