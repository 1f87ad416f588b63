"""One Prefect server for all flow tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from newsrooms import Newsroom, three_articles
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows.server import PrefectServer
from flows.settings import Settings

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.fixture(scope="session")
def prefect() -> Iterator[str]:
    """The address of a Prefect server that the flows of this session report to."""
    server = PrefectServer(Settings().prefect_home).start()
    server.ready()
    with temporary_settings({PREFECT_API_URL: server.api_url}):
        yield server.api_url


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, prefect: str) -> Newsroom:
    """Three articles, two of them by known outlets, published; not to be changed."""
    room = three_articles(tmp_path_factory.mktemp("published"))
    room.run()
    return room


@pytest.fixture
def newsroom(tmp_path: Path, published: Newsroom) -> Newsroom:
    """The same newsroom with its lake, moved to a folder of its own."""
    room = Newsroom(tmp_path, tmp_path / "raw")
    shutil.copytree(published.raw, room.raw)
    shutil.copytree(published.curated, room.curated)
    return room


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory, prefect: str) -> Newsroom:
    """The five real articles, published; not to be changed."""
    if not SEEDS.exists():
        pytest.skip("../shared is not here: it holds the real articles")
    room = Newsroom(tmp_path_factory.mktemp("seeds"), SEEDS)
    room.run()
    return room
