"""The pipeline's answer: ``crosswire run`` on a raw folder, and its published lake asked in SQL."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tasks.lake import Lake

ROOT = Path(__file__).parents[2]

_CLAIMS = """
SELECT d.external_id AS article, e.fact_id, 'quantity' AS kind, c.raw_start, c.raw_end, c.value, NULL AS day, c.text
FROM quantities AS c JOIN articles AS a USING (article_id) JOIN documents AS d USING (document_id)
LEFT JOIN evidence AS e USING (claim_id)
UNION ALL
SELECT d.external_id, e.fact_id, 'statement', c.raw_start, c.raw_end, NULL, NULL, c.text
FROM statements AS c JOIN articles AS a USING (article_id) JOIN documents AS d USING (document_id)
LEFT JOIN evidence AS e USING (claim_id)
UNION ALL
SELECT d.external_id, e.fact_id, 'date', c.raw_start, c.raw_end, NULL, c.earliest_on, c.text
FROM dates AS c JOIN articles AS a USING (article_id) JOIN documents AS d USING (document_id)
LEFT JOIN evidence AS e USING (claim_id)
"""
_FACTS = "SELECT fact_id, label, verdict, support, origins_count, articles_count FROM facts"
_NAMES = """
SELECT d.external_id AS article, m.raw_start, m.raw_end, m.text, m.label, l.entity_id
FROM mentions AS m JOIN articles AS a USING (article_id) JOIN documents AS d USING (document_id)
LEFT JOIN mention_entities AS l USING (mention_id)
"""


@dataclass(frozen=True)
class Found:
    """One claim that the pipeline found, and the fact it is evidence for."""

    article: str
    fact_id: str | None
    kind: str
    raw_start: int
    raw_end: int
    value: float | None
    day: date | None
    text: str


@dataclass(frozen=True)
class FactRow:
    fact_id: str
    label: str
    verdict: str
    support: str
    origins_count: int
    articles_count: int


@dataclass(frozen=True)
class Mention:
    article: str
    raw_start: int
    raw_end: int
    text: str
    label: str
    entity_id: str | None


@dataclass(frozen=True)
class Answer:
    """What the published lake says."""

    claims: Sequence[Found]
    facts: Mapping[str, FactRow]
    mentions: Sequence[Mention]


def run(raw: Path, curated: Path, state: Path) -> None:
    """``crosswire run``, as its users run it. RuntimeError if it fails."""
    command = [
        sys.executable,
        "-c",
        "from flows.cli import main; main()",
        "run",
        "--raw",
        str(raw),
        "--curated",
        str(curated),
    ]
    environment = os.environ | {"CROSSWIRE_STATE": str(state), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"crosswire run exited {done.returncode}: {done.stderr.strip()[-2000:]}")


def ask(curated: Path) -> Answer:
    """Everything that is scored, from the published snapshot."""
    with Lake(curated).reader() as reader:
        facts = [FactRow(**row) for row in reader.query(_FACTS).to_pylist()]
        return Answer(
            claims=[Found(**row) for row in reader.query(_CLAIMS).to_pylist()],
            facts={fact.fact_id: fact for fact in facts},
            mentions=[Mention(**row) for row in reader.query(_NAMES).to_pylist()],
        )
