"""`crosswire serve`: a Prefect server and its schedule in one command."""

import sys
from pathlib import Path

from flows.server import PrefectServer
from flows.settings import Settings, quiet, use_server


def serve_deployments(host: str, port: int, raw: Path, curated: Path) -> None:
    """Serve the main job on its schedule until Ctrl-C or SIGTERM, with a server of its own."""
    settings = Settings.load()
    quiet(settings, console_level="INFO")
    server = PrefectServer(settings.prefect_home, host, port, services=True).start()
    use_server(server.api_url)
    from prefect import serve
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.deployments.runner import RunnerDeployment

    from flows.curate import curate

    server.ready()
    parameters = {"raw": str(raw.absolute()), "curated": str(curated.absolute())}
    deployment = RunnerDeployment.from_flow(
        curate,
        "scheduled",
        cron=settings.schedule,
        parameters=parameters,
        concurrency_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW),
    )
    sys.stdout.write(f"http://{host}:{port} runs curate/scheduled at {settings.schedule} UTC; Ctrl-C ends it\n")
    sys.stdout.flush()
    try:
        serve(deployment, print_starting_message=False)
    finally:
        server.stop()
