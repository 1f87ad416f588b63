"""Page text to articles: blocks with reasons, and source, byline, date, each with its basis."""

from tasks.cleaning.article import Cleaned, clean
from tasks.cleaning.blocks import alignment_of, headline_span, without_headline
from tasks.cleaning.bounded import BoundedCleaner

__all__ = ["BoundedCleaner", "Cleaned", "alignment_of", "clean", "headline_span", "without_headline"]
