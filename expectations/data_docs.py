"""Great Expectations' project in memory, and its Data Docs on disk."""

import shutil
from importlib.resources import files
from pathlib import Path

import great_expectations as gx
from great_expectations.data_context.data_context.ephemeral_data_context import EphemeralDataContext
from great_expectations.data_context.types.base import (
    DataContextConfig,
    InMemoryStoreBackendDefaults,
    ProgressBarsConfig,
)
from great_expectations.render.view.view import DefaultJinjaIndexPageView, DefaultJinjaPageView, DefaultJinjaView
from jinja2 import ChoiceLoader, FunctionLoader


class OfflinePage(DefaultJinjaPageView):
    """A page whose templates are ours where we have one: it reads the same without a network."""

    def __init__(self, **directories: str | None) -> None:
        super().__init__(**directories)
        _prefer_our_templates(self)


class OfflineIndex(DefaultJinjaIndexPageView):
    """The first page, likewise."""

    def __init__(self, **directories: str | None) -> None:
        super().__init__(**directories)
        _prefer_our_templates(self)


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


def build(context: EphemeralDataContext, folder: Path) -> Path:
    """Write the Data Docs of what ``context`` has seen; returns their first page.

    Without the pictures and fonts that Great Expectations copies beside them: no page of ours shows them.
    """
    context.build_data_docs()
    shutil.rmtree(folder / "static")
    return folder / "index.html"


def _site(folder: Path) -> dict[str, object]:
    page = {"module_name": __name__, "class_name": OfflinePage.__name__}
    index = {"module_name": __name__, "class_name": OfflineIndex.__name__}
    return {
        "class_name": "SiteBuilder",
        "show_how_to_buttons": False,
        "store_backend": {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(folder.resolve())},
        "site_index_builder": {"class_name": "DefaultSiteIndexBuilder", "view": index},
        "site_section_builders": {"expectations": {"view": page}, "validations": {"view": page}, "profiling": "none"},
    }


def _prefer_our_templates(view: DefaultJinjaView) -> None:
    assert view.env.loader is not None
    view.env.loader = ChoiceLoader([FunctionLoader(_template), view.env.loader])


def _template(name: str) -> str | None:
    file = files("expectations").joinpath("templates", name)
    return file.read_text(encoding="utf-8") if file.is_file() else None
