"""Names of people, organisations, places, groups and armed forces."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from tasks.language.article import ArticleText
from tasks.language.context import Context, Located
from tasks.reference.ids import mention_id
from tasks.reference.spans import Span
from tasks.tables.mentions import Mention, MentionLabel

_LABELS: dict[str, MentionLabel] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A name at ``span`` of the passage; ``name_span`` leaves out title, role and possessive."""

    span: Span
    label: MentionLabel
    name_span: Span
    role_span: Span | None
    rule: str


def find(doc: Doc) -> tuple[Finding, ...]:
    """Every name in a passage."""
    found = []
    for entity in doc.ents:
        if label := _LABELS.get(entity.label_):
            span = Span(entity.start_char, entity.end_char)
            found.append(Finding(span, label, span, None, "model"))
    return tuple(found)


def bind(article: ArticleText, paragraphs: tuple[Span, ...], found: Sequence[Located[Finding]]) -> Context:
    """The article's context with its mention rows, in order of the text."""
    rows = [_row(article, located) for located in sorted(found, key=lambda one: one.at(one.finding.span))]
    return Context(article, paragraphs, tuple(rows))


def _row(article: ArticleText, located: Located[Finding]) -> Mention:
    finding = located.finding
    span, name = located.at(finding.span), located.at(finding.name_span)
    raw = article.alignment.to_raw(span)
    return Mention(
        mention_id=mention_id(article.article_id, *raw, finding.label),
        article_id=article.article_id,
        text=article.text[span.start : span.end],
        start=span.start,
        end=span.end,
        raw_start=raw.start,
        raw_end=raw.end,
        label=finding.label,
        name=" ".join(article.text[name.start : name.end].split()),
        role=None,
        rule=finding.rule,
    )
