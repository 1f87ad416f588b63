"""The ``crosswire`` command. Each command imports what it needs when it runs, so that the others start fast."""

import signal
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from flows.settings import Settings
from tasks.errors import CrosswireError, UsageError

app = typer.Typer(
    name="crosswire",
    help="What outlets agree on, what they dispute, and how many independent origins stand behind each claim.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)

Raw = Annotated[
    Path,
    typer.Option(
        default_factory=lambda: Settings.load().raw,
        show_default="data/raw",
        help="Folder of inputs: .txt, .html, .jsonl, manifest.csv.",
    ),
]
Curated = Annotated[
    Path,
    typer.Option(
        default_factory=lambda: Settings.load().curated,
        show_default="data/curated",
        help="Folder of the published tables and the lake.",
    ),
]
Judgements = Annotated[
    Path,
    typer.Option(
        default_factory=lambda: Settings.load().judgements,
        show_default="data/judgements",
        help="Folder of CSV files in which people rule: docs/judgements.md.",
    ),
]
At = Annotated[int | None, typer.Option(help="Snapshot to read; the newest if not given.")]


class Format(StrEnum):
    """How a query's result is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"


def main() -> None:
    """The entry point: exits 0, 1 on a failed critical check or another failure, 2 on wrong usage."""
    try:
        code = app(sys.argv[1:] or ["--help"], prog_name="crosswire", standalone_mode=False)
        sys.exit(code if sys.argv[1:] else 2)
    except typer.TyperException as error:  # wrong usage: Typer itself would draw a box
        says = getattr(error, "format_message", error.__str__)()
        context = getattr(error, "ctx", None)
        _fail(f"{says.rstrip('.')}: see {context.command_path if context else 'crosswire'} --help", 2)
    except typer.Abort:
        _fail("interrupted", 1)
    except CrosswireError as error:
        _fail(str(error), 2 if isinstance(error, UsageError) else 1)


def _fail(message: str, code: int) -> NoReturn:
    """Says in one line what is wrong."""
    from tasks.reference.printable import printable

    typer.echo(f"crosswire: {printable(' '.join(message.split()))}", err=True)
    sys.exit(code)


@app.command(epilog="Example: crosswire run --raw ../shared/seeds --curated /tmp/seeds")
def run(
    raw: Raw,
    curated: Curated,
    judgements: Judgements,
    batch_size: Annotated[int | None, typer.Option(min=1, help="Articles a task.")] = None,
) -> None:
    """Bring the lake up to date with the inputs: read, clean, extract, reconcile, check, publish, report."""
    from flows.terminal import run_curate

    run_curate(raw, curated, judgements, batch_size)


@app.command(epilog="""Example: crosswire sql "SELECT label, verdict FROM facts ORDER BY label" """)
def sql(
    curated: Curated,
    query: Annotated[str | None, typer.Argument(help="One SELECT; without it, a prompt.")] = None,
    format: Annotated[Format, typer.Option(help="How the result is written to standard output.")] = Format.TABLE,
    at: At = None,
) -> None:
    """Query the published lake with DuckDB SQL, read-only, also while a run is writing."""
    from flows.query import answer, prompt
    from tasks.lake import Lake

    _end_with_the_pipe()
    if query is None and sys.stdin.isatty():
        prompt(Lake(curated), at)
    else:
        answer(Lake(curated), query if query is not None else sys.stdin.read(), at, format.value)


@app.command(epilog="""Example: echo '{"id": "a", "text": "About 2,500 troops will leave."}' | crosswire extract""")
def extract(
    file: Annotated[str, typer.Argument(help="JSON lines: id, text, published_on; - is standard input.")] = "-",
    page: Annotated[bool, typer.Option("--page", help="The texts are whole pages: clean them first.")] = False,
    implied: Annotated[bool, typer.Option("--implied", help="Also quantities that are implied, not stated.")] = False,
) -> None:
    """Print the claims of each text, one JSON line out for each line in; no lake is read or written."""
    from flows.filters import extract_lines

    _end_with_the_pipe()
    raise typer.Exit(extract_lines(file, page=page, implied=implied))


@app.command(epilog="Example: crosswire clean ../shared/seeds | jq .headline")
def clean(
    paths: Annotated[list[Path], typer.Argument(help="Page files, or folders with their manifest.csv.")],
) -> None:
    """Print the article in each page as one JSON line: text and metadata, each with its basis, and the blocks.

    The headline is a field of its own: text is without it, and so are each block's start and end, which are offsets
    into text; raw_start and raw_end are offsets into the page. In the lake, articles.text begins with the headline.
    """
    from flows.filters import clean_paths

    _end_with_the_pipe()
    clean_paths(paths)


@app.command(epilog="Example: crosswire check --curated data/curated")
def check(curated: Curated) -> None:
    """Run the expectations on the published tables; write Data Docs and findings. Exits 1 if a critical one fails."""
    from flows.terminal import check_published

    check_published(curated)


@app.command(epilog="Example: crosswire report --open")
def report(
    curated: Curated,
    open: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
) -> None:
    """Build the review page of the published lake."""
    from flows.terminal import build_report

    page = build_report(curated)
    if open:
        typer.launch(page.absolute().as_uri())


@app.command(epilog="Example: crosswire explain 4f0c91")
def explain(
    fact: Annotated[str, typer.Argument(help="The fact's id, or the beginning of it.")],
    curated: Curated,
    at: At = None,
) -> None:
    """Show one fact: verdict, evidence with the sentences, origins, decisions."""
    from flows.lineage import current_fact
    from tasks.lake import Lake
    from tasks.reporting import explain as explained
    from tasks.reporting import gather

    _end_with_the_pipe()
    with Lake(curated).reader(at) as reader:
        now, note = current_fact(reader, fact)
        if note:
            typer.echo(note)
        typer.echo(explained(gather(reader, snapshot_id=reader.snapshot, fact_id=now), now), nl=False)


@app.command(epilog="Example: crosswire diff 4 9")
def diff(
    from_snapshot: Annotated[int, typer.Argument(metavar="FROM", help="Snapshot before.")],
    to_snapshot: Annotated[int, typer.Argument(metavar="TO", help="Snapshot after.")],
    curated: Curated,
) -> None:
    """Tell what changed between two snapshots, and why: articles, rulings, verdicts. FROM snapshots() lists them."""
    from flows.query import print_changes
    from tasks.lake import Lake

    _end_with_the_pipe()
    print_changes(Lake(curated), from_snapshot, to_snapshot)


@app.command(epilog="Example: crosswire export /tmp/tables")
def export(
    folder: Annotated[Path, typer.Argument(help="Folder to make; each table becomes one Parquet file.")],
    curated: Curated,
) -> None:
    """Write the published tables as plain Parquet, for pandas, Polars, Spark or R."""
    from tasks.lake import Lake

    Lake(curated).export(folder)


@app.command(epilog="Example: crosswire serve --port 4200")
def serve(
    raw: Raw,
    curated: Curated,
    judgements: Judgements,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 4200,
) -> None:
    """Start a Prefect server with the main job on its schedule; Ctrl-C or SIGTERM stops both."""
    from flows.serving import serve_deployments

    serve_deployments(host, port, {"raw": raw, "curated": curated, "judgements": judgements})


def _end_with_the_pipe() -> None:
    """A filter ends without a word when its reader has enough, as `crosswire sql … | head` expects."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
