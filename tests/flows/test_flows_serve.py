"""The deployment on a real Prefect server, from one command."""

import json
import signal
import socket
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from commands import ROOT, start
from newsrooms import Newsroom

from flows.settings import Settings

DEADLINE_SECONDS = 240


class Api:
    """What the test asks of the server."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/api"

    def post(self, path: str, body: dict[str, object]) -> object:
        request = urllib.request.Request(
            self.url + path, json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request) as response:
            return json.load(response)

    def first(self, path: str, body: dict[str, object], field: str, values: set[str]) -> dict[str, object]:
        """The first answer whose ``field`` is one of ``values``, once there is one."""
        until = time.monotonic() + DEADLINE_SECONDS
        while time.monotonic() < until:
            try:
                answers = self.post(path, body)
            except OSError:
                answers = []
            assert isinstance(answers, list)
            if found := next((one for one in answers if one[field] in values), None):
                assert isinstance(found, dict)
                return found
            time.sleep(0.5)
        raise AssertionError(f"nothing at {path} has {field} in {values}")


@pytest.fixture
def port() -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number = int(probe.getsockname()[1])
    yield number


def test_serve_runs_the_deployment_on_demand_and_on_schedule(newsroom: Newsroom, port: int, tmp_path: Path) -> None:
    newsroom.write("west.txt", "A fourth article\n\nDenmark has 90 troops in Mali, officials in Copenhagen said.\n")
    arguments = ("serve", "--port", port, "--raw", newsroom.raw, "--curated", newsroom.curated)
    serving, api = start(*arguments, CROSSWIRE_STATE=str(tmp_path / "state"), CROSSWIRE_SCHEDULE="0 0 1 1 *"), Api(port)
    try:
        deployment = api.first("/deployments/filter", {}, "name", {"scheduled"})
        made = api.post(f"/deployments/{deployment['id']}/create_flow_run", {})
        assert isinstance(made, dict)
        runs: dict[str, object] = {"flow_runs": {"id": {"any_": [made["id"]]}}}
        ended = api.first("/flow_runs/filter", runs, "state_type", {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"})
        assert ended["state_type"] == "COMPLETED", ended["state"]
        scheduled: dict[str, object] = {"flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}}}
        planned = api.first("/flow_runs/filter", scheduled, "auto_scheduled", {True})  # type: ignore[arg-type]
        assert "-01-01T00:00:00" in str(planned["expected_start_time"])
    finally:
        serving.send_signal(signal.SIGTERM)
        output, errors = serving.communicate(timeout=60)
    assert (serving.returncode, "Traceback" in output + errors) == (0, False), errors
    assert newsroom.rows("SELECT count(*) AS n FROM articles") == [{"n": 4}]


def test_the_schedule_is_the_same_wherever_it_is_deployed() -> None:
    (deployment,) = yaml.safe_load((ROOT / "prefect.yaml").read_text())["deployments"]
    (schedule,) = deployment["schedules"]
    assert (schedule["cron"], schedule["timezone"]) == (Settings().schedule, "UTC")
    module, flow = deployment["entrypoint"].split(":")
    assert (ROOT / module).exists() and flow == "curate"
