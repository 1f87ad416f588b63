"""Runs the product as its users do: through the ``crosswire`` command, lines in and lines out."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Record = dict[str, Any]


def crosswire(*arguments: str, lines: Iterable[Record] = ()) -> list[Record]:
    """The JSON lines that ``crosswire`` prints when it is given ``lines``; RuntimeError if it fails."""
    return [json.loads(line) for line in printed(*arguments, lines=lines).splitlines() if line.strip()]


def printed(*arguments: str, lines: Iterable[Record] = ()) -> str:
    """What ``crosswire`` prints when it is given ``lines``; RuntimeError if it fails."""
    command = [sys.executable, "-c", "from flows.cli import main; main()", *arguments]
    sent = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    done = subprocess.run(command, input=sent, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise RuntimeError(f"crosswire {' '.join(arguments)} exited {done.returncode}: {done.stderr.strip()[-2000:]}")
    return done.stdout


def scored(bench: Path, task: str, gold: Path, predicted: list[Record], scratch: Path) -> Record:
    """What the shared scorer says of ``predicted``."""
    path = scratch / f"{task}.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in predicted), encoding="utf-8")
    command = [sys.executable, str(bench / "score.py"), task, str(gold), str(path)]
    result: Record = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return result


def read_lines(path: Path) -> list[Record]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]
