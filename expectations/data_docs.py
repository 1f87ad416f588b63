"""Great Expectations' project in memory, and its Data Docs on disk."""

from pathlib import Path

import great_expectations as gx
from great_expectations.data_context.data_context.ephemeral_data_context import EphemeralDataContext
from great_expectations.data_context.types.base import (
    DataContextConfig,
    InMemoryStoreBackendDefaults,
    ProgressBarsConfig,
)


def context_with_docs(folder: Path) -> EphemeralDataContext:
    """A context that keeps everything in memory but its Data Docs, which replace those in ``folder``.

    It has no data source yet. No analytics, no progress bars.
    """
    config = DataContextConfig(
        store_backend_defaults=InMemoryStoreBackendDefaults(),
        analytics_enabled=False,
        progress_bars=ProgressBarsConfig(globally=False),
        data_docs_sites={"crosswire": _site(folder)},
    )
    context = gx.get_context(project_config=config, mode="ephemeral")
    context.clean_data_docs("crosswire")
    return context


def _site(folder: Path) -> dict[str, object]:
    return {
        "class_name": "SiteBuilder",
        "show_how_to_buttons": False,
        "store_backend": {
            "class_name": "TupleFilesystemStoreBackend",
            "base_directory": str(folder.resolve()),
        },
        "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
        "site_section_builders": {"profiling": "none"},
    }
