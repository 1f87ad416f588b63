"""The ``crosswire`` command as its users run it: in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-c", "from flows.cli import main; main()"]


def environment(**changes: str) -> dict[str, str]:
    """That of the tests, without a Prefect server."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PREFECT_API_URL", "PREFECT_HOME")}
    return {**kept, "PYTHONPATH": str(ROOT), **changes}


def crosswire(*arguments: object, stdin: str = "", **changes: str) -> "subprocess.CompletedProcess[str]":
    """The command, to its end."""
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(
        command, input=stdin, capture_output=True, text=True, timeout=300, env=environment(**changes), check=False
    )


def start(*arguments: object, **changes: str) -> "subprocess.Popen[str]":
    """The command, running."""
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(**changes),
    )
