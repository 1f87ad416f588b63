"""What an HTML page says of itself in its markup: JSON-LD, OpenGraph, meta tags, as trafilatura reads them."""

from dataclasses import dataclass

from trafilatura import extract_metadata

from tasks.cleaning.names import names_in


@dataclass(frozen=True)
class PageMetadata:
    """Null where the markup says nothing. ``published`` is a day in ISO form."""

    headline: str | None = None
    byline: str | None = None
    site: str | None = None
    url: str | None = None
    published: str | None = None
    published_how: str = ""


def metadata_of(markup: str, url: str | None) -> PageMetadata:
    """The metadata of a decoded page."""
    found = extract_metadata(markup, default_url=url, extensive=True)
    if found is None:
        return PageMetadata()
    authors = ", ".join(names_in(found.author or ""))
    return PageMetadata(
        headline=found.title or None,
        byline=authors or None,
        site=found.sitename or None,
        url=found.url or None,
        published=found.date or None,
        published_how="htmldate",
    )
