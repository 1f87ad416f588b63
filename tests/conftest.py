"""Before any test imports Prefect: a state folder of its own, and no telemetry, as for every command."""

import os
import tempfile

import hypothesis

from flows.settings import Settings, quiet

_STATE = tempfile.TemporaryDirectory(prefix="crosswire-tests-", ignore_cleanup_errors=True)
os.environ["CROSSWIRE_STATE"] = _STATE.name

quiet(Settings())

# A loaded machine is no fault of the code: speed is measured in benchmarks.
hypothesis.settings.register_profile("crosswire", deadline=None)
hypothesis.settings.load_profile("crosswire")
