"""Where the files of a lake are."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Place:
    """Paths only: picklable, and valid whether the lake exists or not."""

    curated: Path

    @property
    def root(self) -> Path:
        return Path(self.curated).absolute() / "lake"

    @property
    def catalog(self) -> Path:
        return self.root / "catalog.sqlite"

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def staging(self) -> Path:
        return self.root / "staging"
