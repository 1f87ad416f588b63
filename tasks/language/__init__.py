"""From article text to claims: *find* is pure in a passage, *bind* is pure in an article."""

from tasks.language.article import ArticleText, Extraction
from tasks.language.extract import extract
from tasks.language.named import named
from tasks.language.pipeline import DEFAULT_MODEL, model_version

__all__ = ["DEFAULT_MODEL", "ArticleText", "Extraction", "extract", "model_version", "named"]
