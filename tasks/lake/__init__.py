"""The lake: the only code that opens ``<curated>/lake``; DuckLake with a SQLite catalog and Parquet data.

Reading: :meth:`Lake.reader` gives one consistent snapshot. Writing: :class:`Stage` collects rows,
:meth:`Lake.reader` with the stage shows the candidate state to the checks, :meth:`Lake.publish`
makes it the published one in one transaction.
"""

from tasks.lake.audits import Audit, AuditResult
from tasks.lake.lake import Lake
from tasks.lake.reader import Reader
from tasks.lake.stage import Stage

__all__ = ["Audit", "AuditResult", "Lake", "Reader", "Stage"]
