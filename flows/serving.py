"""`crosswire serve`: a Prefect server and its schedule in one command."""

import asyncio
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

from flows.server import PrefectServer
from flows.settings import Settings, quiet, use_server


def serve_deployments(host: str, port: int, folders: Mapping[str, Path]) -> None:
    """Serve the main job on its schedule until Ctrl-C or SIGTERM, with a server of its own.

    ``folders`` are parameters of the flow ``curate``.
    """
    settings = Settings.load()
    quiet(settings, console_level="INFO")
    server = PrefectServer(settings.prefect_home, host, port, services=True).start()
    use_server(server.api_url)
    server.ready()
    sys.stdout.write(f"http://{host}:{port} runs curate/scheduled at {settings.schedule} UTC; Ctrl-C ends it\n")
    sys.stdout.flush()
    asyncio.run(_serve({name: str(folder.absolute()) for name, folder in folders.items()}, settings.schedule))


async def _serve(parameters: dict[str, str], schedule: str) -> None:
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.deployments.runner import RunnerDeployment
    from prefect.runner import Runner
    from prefect.types.entrypoint import EntrypointType

    from flows.curate import curate

    runner = Runner(pause_on_shutdown=False)
    deployment = RunnerDeployment.from_flow(
        curate,
        name="scheduled",
        entrypoint_type=EntrypointType.MODULE_PATH,  # found from any folder
        cron=schedule,
        parameters=parameters,
        concurrency_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW),
    )
    await runner.aadd_deployment(deployment)
    serving = asyncio.create_task(runner.start())
    await asyncio.sleep(0)  # the runner sets a handler of its own first, which leaves a coroutine unawaited
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, serving.cancel)
    await asyncio.wait([serving])
