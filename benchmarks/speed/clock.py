"""CPU time and memory of this process, and the rows of the table."""

import resource
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

# ru_maxrss is in kilobytes on Linux, in bytes on macOS.
_PER_MEGABYTE = 1024**2 if sys.platform == "darwin" else 1024


class Row(NamedTuple):
    """One line of the table."""

    what: str
    figure: str
    value: str
    bound: str = ""
    holds: bool = True


def cpu_seconds(work: Callable[[], object]) -> float:
    """CPU seconds, user and system, that ``work`` takes in all threads of this process."""
    started = time.process_time()
    work()
    return time.process_time() - started


def peak_megabytes() -> float:
    """The most memory that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _PER_MEGABYTE
