"""What is expected of articles beyond their declaration."""

from expectations.suite import Suite
from tasks.tables.articles import ARTICLES

SUITE = Suite(
    ARTICLES,
    domain=(
        "has_source",
        "has_publication_date",
        "has_headline",
        "basis_goes_with_value",
        "published_before_retrieved",
        "text_is_kept_slices_joined_by_white_space",
        "copy_repeats_its_original",
        "versions_are_one_chain",
        "revision_is_newer",
    ),
)
