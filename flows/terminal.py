"""The commands that write: progress while they run, and a summary at the end."""

import logging
import shlex
import sys
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.status import Status

from flows.server import PrefectServer, answers
from flows.settings import Settings, quiet, use_server
from tasks.errors import CheckFailed, CrosswireError, PublicationBlocked
from tasks.lake import Lake

Row = Mapping[str, object]

_EXAMPLES = (
    'sql "SELECT label, source_name, value, text FROM conflicts ORDER BY label"',
    'sql "SELECT expectation, observed FROM findings ORDER BY severity, expectation"',
)


class _Progress(logging.Handler):
    """Shows the last thing that the run said of itself."""

    def __init__(self, status: Status) -> None:
        super().__init__()
        self.status = status

    def emit(self, record: logging.LogRecord) -> None:
        self.status.update(record.getMessage())


def run_curate(raw: Path, curated: Path, judgements: Path, batch_size: int | None) -> None:
    """Run the main job in this process, with a Prefect server of its own if there is none; print what came of it.

    Raises CheckFailed after that, where everything was published and something is left for a person.
    """
    settings, failed = Settings.load(), None
    quiet(settings)
    with _progress("starting"):
        server = _prefect(settings)
        from flows.curate import NAME, curate

        if server is not None:
            server.ready()
        try:
            curate(raw.absolute(), curated.absolute(), batch_size, judgements.absolute())
        except CheckFailed as error:
            failed = error
    _print_summary(Lake(curated), curated, NAME)
    if failed is not None:
        raise failed


def check_published(curated: Path) -> None:
    """Run the expectations on the published tables. Raises PublicationBlocked if a critical one fails."""
    settings = Settings.load()
    quiet(settings)
    from flows.ledger import recorded
    from tasks.check import check

    lake, run_id = Lake(curated), uuid.uuid4().hex
    with _progress("checking"), lake.reader():
        pass
    with _progress("checking"), lake.lease(settings.lease_seconds), recorded(lake, run_id, "check", settings.model):
        verdict = check.fn(lake, None, curated / "data_docs", run_id)
    failed = [*verdict.blocking, *verdict.failing, *sorted(set(verdict.rejected.values()))]
    console = Console(highlight=False)
    _print_findings(console, lake, run_id)
    console.print(f"data docs  {curated / 'data_docs' / 'index.html'}")
    if failed:
        raise PublicationBlocked(f"a critical check fails: {failed[0]}")


def build_report(curated: Path) -> Path:
    """Write the review page of the published lake; its path."""
    quiet(Settings.load())
    from tasks.report import report

    page: Path = report.fn(Lake(curated), curated / "report.html")
    Console(highlight=False, soft_wrap=True).print(f"report  {page}")
    return page


def _prefect(settings: Settings) -> PrefectServer | None:
    """The server to report to: the one that is set, or one for this run, started and not yet awaited."""
    if settings.prefect_api_url is None:
        server = PrefectServer(settings.prefect_home).start()
        use_server(server.api_url)
        return server
    if not answers(settings.prefect_api_url):
        raise CrosswireError(
            f"no Prefect server answers at {settings.prefect_api_url}: start it, or unset PREFECT_API_URL"
        )
    return None


@contextmanager
def _progress(first: str) -> Iterator[None]:
    with Status(first, console=Console(stderr=True)) as status:
        log = logging.getLogger("crosswire")
        log.setLevel(logging.INFO)
        log.addHandler(_Progress(status))
        yield


def _print_summary(lake: Lake, curated: Path, flow: str) -> None:
    with lake.reader() as reader:
        last = reader.named("runs/last_publications", flow=flow).to_pylist()
        counts = reader.named("runs/counts").to_pylist()
        disputed = reader.named("runs/most_disputed").column("fact_id").to_pylist()
    console = Console(highlight=False, soft_wrap=True)
    snapshots = [f"{row['snapshot_id']} ({row['cause']})" for row in last if row["snapshot_id"] is not None]
    published = f"snapshot {', '.join(snapshots)} published" if snapshots else "nothing to publish"
    console.print(f"new        {last[0]['documents_count']} documents; {published}")
    for what in ("documents", "articles", "quarantine", "kind", "verdict", "support"):
        console.print(f"{what:<11}{_listed(counts, what)}")
    _print_findings(console, lake, last[0]["run_id"])
    console.print(f"report     {curated / 'report.html'}")
    console.print(f"data docs  {curated / 'data_docs' / 'index.html'}")
    examples = [*_EXAMPLES, *(f"explain {fact_id}" for fact_id in disputed)]
    for position, example in enumerate(examples):
        label = "" if position else "look next"
        console.print(f"{label:<11}{_command()} {example} --curated {shlex.quote(str(curated))}", markup=False)


def _command() -> str:
    """How this command was called, so that what it prints can be pasted."""
    called = Path(sys.argv[0])
    return str(called) if called.name == "crosswire" else "crosswire"


def _listed(counts: Sequence[Row], what: str) -> str:
    return ", ".join(f"{row['rows_count']} {row['value']}" for row in counts if row["what"] == what) or "none"


def _print_findings(console: Console, lake: Lake, run_id: str) -> None:
    with lake.reader() as reader:
        rows = reader.named("runs/findings", run_id=run_id).to_pylist()
    console.print(f"{'findings':<11}{sum(row['findings_count'] for row in rows) or 'none'}")
    for row in rows:
        console.print(f"  {row['severity']:<9}{row['findings_count']:>5}  {row['suite']}: {row['expectation']}")
