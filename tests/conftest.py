"""Before any test imports Prefect: its home, and no telemetry, as for every command."""

import tempfile
from pathlib import Path

from flows.settings import Settings, quiet

_STATE = tempfile.TemporaryDirectory(prefix="crosswire-tests-")
STATE = Path(_STATE.name)

quiet(Settings(state=STATE))
