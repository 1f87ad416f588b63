"""What is expected of blocks beyond their declaration."""

from expectations.suite import Suite
from tasks.tables.blocks import BLOCKS

SUITE = Suite(
    BLOCKS,
    domain=(
        "tile_the_page",
        "kept_slices_are_verbatim",
    ),
)
