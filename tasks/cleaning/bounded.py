"""Cleaning that always ends: a large HTML page is cleaned in a process of its own, which the system stops in time.

The limit is of processor time and the kernel holds it (``RLIMIT_CPU``), so that a busy machine refuses no page that an
idle one takes, and no signal or thread is needed here. Plain text and small pages end by their size alone and are
cleaned at once.
"""

import pickle
import resource
import signal
import subprocess
import sys
from contextlib import suppress
from types import TracebackType
from typing import IO, TypeAlias

from tasks.cleaning.article import Cleaned, clean
from tasks.errors import RejectedInput
from tasks.reference.reading_record import Reading

# Calibrated on the benchmark's 243 pages and on hostile ones: a real page takes 1.5 s at most; the worst page of so few
# characters (thousands of one-word paragraphs, quadratic in a library) 1 s, of ten times as many over a minute.
PAGE_SECONDS = 60
SMALL_MARKUP = 50_000

_Refusal: TypeAlias = tuple[str, str]  # reason and detail of a RejectedInput
# The paths go along, so that the process imports what this one does, wherever either is started.
_START = "import sys; sys.path[:] = {path!r}; from tasks.cleaning.bounded import serve; serve({seconds})"


class BoundedCleaner:
    """Cleans page after page; use it in a ``with``, which ends the process that it may have started.

    Not for several threads at once: each takes its own.
    """

    def __init__(self, seconds: int = PAGE_SECONDS, small_markup: int = SMALL_MARKUP) -> None:
        self.seconds = seconds
        self.small_markup = small_markup
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "BoundedCleaner":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()

    def clean(self, reading: Reading, cleaned_by: str) -> Cleaned:
        """See :func:`tasks.cleaning.article.clean`; also refuses, as ``timeout``, a page that takes too long."""
        if reading.markup is None or len(reading.markup) <= self.small_markup:
            return clean(reading, cleaned_by)
        reply = self._reply_to(reading, cleaned_by)
        if isinstance(reply, Cleaned):
            return reply
        raise RejectedInput(*reply)

    def _reply_to(self, reading: Reading, cleaned_by: str) -> Cleaned | _Refusal:
        process = self._running()
        assert process.stdin is not None and process.stdout is not None
        try:
            _send((reading, cleaned_by), process.stdin)
            reply: Cleaned | _Refusal = pickle.load(process.stdout)
        except (EOFError, BrokenPipeError, pickle.UnpicklingError):
            code = self._end()
            if code == -signal.SIGXCPU:
                return "timeout", f"cleaning took over {self.seconds} s of processor time: not a page that people read"
            return "failed", f"the process that cleaned it ended with code {code}"
        return reply

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            start = _START.format(path=sys.path, seconds=self.seconds)
            command = [sys.executable, "-c", start]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self._process

    def _end(self) -> int | None:
        """The process's code; it ends by itself when nothing more can come, unless it is at a page."""
        process, self._process = self._process, None
        if process is None:
            return None
        with suppress(BrokenPipeError), process:
            assert process.stdin is not None
            process.stdin.close()
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=1)
            process.kill()
        return process.returncode


def serve(seconds: int) -> None:
    """The process's side: a reply to each page on standard input, until there are no more."""
    pages, replies = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints is no reply
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who waits, who then ends this process
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while True:
        try:
            reading, cleaned_by = pickle.load(pages)
        except EOFError:
            return
        _allow(seconds)
        _send(_outcome(reading, cleaned_by), replies)


def _outcome(reading: Reading, cleaned_by: str) -> Cleaned | _Refusal:
    try:
        return clean(reading, cleaned_by)
    except RejectedInput as error:
        return error.reason, error.detail
    except Exception as error:  # noqa: BLE001 - one page must not end the process; what went wrong is kept with it
        return "failed", f"cleaning raised {type(error).__name__}: {error}"


def _allow(seconds: int) -> None:
    """Processor time from now on, in whole seconds; the limit counts from the process's beginning."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    limit = int(used.ru_utime + used.ru_stime) + 1 + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (limit if most == resource.RLIM_INFINITY else min(limit, most), most))


def _send(value: object, stream: IO[bytes]) -> None:
    pickle.dump(value, stream, protocol=pickle.HIGHEST_PROTOCOL)
    stream.flush()
