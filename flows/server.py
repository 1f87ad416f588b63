"""A Prefect server on loopback, for one run or for `crosswire serve`.

Prefect can start one by itself; this one starts while the flow's code is imported (about 3 s sooner), writes to a
log and not to the terminal, and waits for its turn: two servers that migrate one fresh database at once fail.
"""

import atexit
import fcntl
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from flows.settings import SERVER_START_SECONDS, environment
from tasks.errors import CrosswireError

HOST = "127.0.0.1"
_POLL_SECONDS = 0.05
# Ends the server when the other end of standard input closes, so that it never outlives its owner, even a killed one.
_UNTIL_STDIN_CLOSES = 'exec 3<&0; "$@" & server=$!; { read -r _ <&3; kill "$server"; } & wait "$server"'


@dataclass
class PrefectServer:
    """Answers once :meth:`ready` returns; stops at the end of this process, after Prefect has sent its last logs."""

    home: Path
    host: str = HOST
    port: int | None = None
    services: bool = False
    _process: "subprocess.Popen[bytes] | None" = None
    _starting: ExitStack = field(default_factory=ExitStack)

    @property
    def api_url(self) -> str:
        return f"http://{self.host}:{self.port}/api"

    @property
    def log(self) -> Path:
        return self.home / "server.log"

    def start(self) -> "PrefectServer":
        """Starts the server and does not wait for it; to be called before Prefect is imported.

        Raises CrosswireError if its folder cannot be written.
        """
        try:
            self.home.mkdir(parents=True, exist_ok=True)
            self._starting.enter_context(_locked(self.home / "start.lock"))
            self.log.touch()
        except OSError as error:
            raise CrosswireError(
                f"cannot write to {self.home} ({error.strerror}): set CROSSWIRE_STATE, or PREFECT_HOME, to a folder "
                "that you may write to"
            ) from error
        self.port = self.port or _free_port(self.host)
        options = ["--host", self.host, "--port", str(self.port)]
        if not self.services:
            options += ["--no-services", "--no-ui"]
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                ["sh", "-c", _UNTIL_STDIN_CLOSES, "sh", sys.executable, "-m", "prefect", "server", "start", *options],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=environment(),
                start_new_session=True,  # Ctrl-C is for the flow; it still has to say how it ended
            )
        atexit.register(self.stop)
        return self

    def ready(self) -> None:
        """Returns when the server answers. Raises CrosswireError if it ends or takes too long."""
        with self._starting:
            deadline = time.monotonic() + SERVER_START_SECONDS
            while not answers(self.api_url):
                if self._process is None or self._process.poll() is not None or time.monotonic() > deadline:
                    raise CrosswireError(f"the Prefect server did not start: see {self.log}")
                time.sleep(_POLL_SECONDS)

    def stop(self) -> None:
        """Stops the server, if it runs."""
        self._starting.close()
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
            self._process.wait()


def answers(api_url: str) -> bool:
    """Whether a server answers at ``api_url``, whatever it says."""
    try:
        with urllib.request.urlopen(f"{api_url}/health", timeout=5):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _free_port(host: str) -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])
