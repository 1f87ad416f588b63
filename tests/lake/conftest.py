import shutil
from pathlib import Path

import pytest

from tasks.lake import Lake


@pytest.fixture(scope="session")
def empty_lake(tmp_path_factory: pytest.TempPathFactory) -> Lake:
    lake = Lake(tmp_path_factory.mktemp("empty"))
    lake.create()
    lake.refresh()
    return lake


@pytest.fixture
def lake(empty_lake: Lake, tmp_path: Path) -> Lake:
    """A lake of its own for each test: a copy, which is quicker than to create one."""
    shutil.copytree(empty_lake.curated, tmp_path / "curated")
    return Lake(tmp_path / "curated")
