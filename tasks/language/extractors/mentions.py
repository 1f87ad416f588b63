"""Mentions of people, organisations, places, groups and armed forces, by name or by description."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from tasks.language.article import ArticleText
from tasks.language.attribution import frames, phrase, subject
from tasks.language.context import Context, Located
from tasks.language.lexicon import words
from tasks.language.naming import Name, names_of
from tasks.language.references import Reference, References
from tasks.language.titles import is_plural_role
from tasks.reference.spans import Span
from tasks.tables.mentions import MentionLabel

_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Finding:
    """A name, a description or a pronoun at ``span`` of the passage.

    ``label`` is None for a capitalised name of unknown kind: the article may tell. ``name`` leaves out titles, roles
    and possessives. ``subject`` tells whether it is the subject of a clause, ``sentence`` counts from 0.
    """

    span: Span
    label: MentionLabel | None
    name: str
    role: str | None
    gender: str | None
    plural: bool
    subject: bool
    sentence: int
    rule: str


def find(doc: Doc) -> tuple[Finding, ...]:
    """Every name in a passage, and the descriptions and pronouns that may stand for one."""
    sentences = _sentences(doc)
    names = names_of(doc)
    named = {index for name in names for index in range(name.start, name.end)}
    found = [_named(doc, name, sentences) for name in names]
    found += _descriptions(doc, sentences, named)
    return tuple(sorted(found, key=lambda one: (one.span, one.rule)))


def _sentences(doc: Doc) -> list[int]:
    count, numbers = -1, []
    for token in doc:
        count += bool(token.is_sent_start) or token.i == 0
        numbers.append(count)
    return numbers


def _named(doc: Doc, name: Name, sentences: Sequence[int]) -> Finding:
    tokens = doc[name.start : name.end]
    role = " ".join(doc[name.role[0] : name.role[1]].text.split()) if name.role else None
    return Finding(
        span=Span(tokens.start_char, tokens.end_char),
        label=name.label,
        name=name.name,
        role=_without_article(role) if role else None,
        gender=name.gender,
        plural=name.label in ("group", "force"),
        subject=_is_subject(tokens.root),
        sentence=sentences[name.start],
        rule=name.rule,
    )


def _is_subject(token: Token) -> bool:
    """Whether a word is a subject, or one of several joined as a subject."""
    while token.dep_ == "conj" and token.head is not token:
        token = token.head
    return token.dep_ in _SUBJECTS


def _descriptions(doc: Doc, sentences: Sequence[int], named: AbstractSet[int]) -> Iterator[Finding]:
    """Common nouns that act: subjects that are people or bodies by their head noun, and whoever speaks."""
    heads = {token.i for token in doc if _acts(token)} | {head.i for head in _speakers(doc) if _is_common(head)}
    for index in sorted(heads - named):
        head = doc[index]
        if any(child.dep_ == "appos" and child.i in named for child in head.rights) or head.dep_ == "compound":
            continue
        start, end = phrase(head)
        text = doc[start:end].text.rstrip(" ,")
        span = Span(doc[start].idx, doc[start].idx + len(text))
        lower = head.lower_
        gender = next((name for name in ("female", "male") if lower in words("roles", name)), None)
        plural = head.tag_ in ("NNS", "NNPS") or lower in words("roles", "collectives") or is_plural_role(lower)
        description = _without_article(" ".join(text.split()))
        yield Finding(
            span,
            "description",
            description,
            description,
            gender,
            plural,
            _is_subject(head),
            sentences[index],
            "description",
        )


def _is_common(token: Token) -> bool:
    """Whether a word is a common noun, for the tagger or as the plural of a role that begins a sentence."""
    return token.pos_ == "NOUN" or (token.pos_ == "PROPN" and is_plural_role(token.text))


def _acts(token: Token) -> bool:
    if token.dep_ not in _SUBJECTS or not _is_common(token):
        return False
    lemma = token.lemma_.lower()
    return is_plural_role(token.text) or lemma in words("roles", "heads") or lemma in words("roles", "collectives")


def _speakers(doc: Doc) -> Iterator[Token]:
    for token in doc:
        if frames(token) & {"clause", "quote", "infinitive"}:
            head = subject(token)
            if head is not None:
                yield head
        elif token.lower_ == "according" and token.i + 1 < len(doc):
            yield from (child for child in doc[token.i + 1].children if child.dep_ == "pobj")


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an", "his", "her", "their", "its", "our", "my") else text


def bind(article: ArticleText, paragraphs: tuple[Span, ...], found: Sequence[Located[Finding]]) -> Context:
    """The article's context with its mention rows, in order of the text."""
    references = References.of(
        article,
        [
            Reference(
                span=located.at(located.finding.span),
                label=located.finding.label,
                name=located.finding.name,
                role=located.finding.role,
                gender=located.finding.gender,
                plural=located.finding.plural,
                subject=located.finding.subject,
                sentence=(located.offset, located.finding.sentence),
                rule=located.finding.rule,
            )
            for located in found
        ],
    )
    return Context(article, paragraphs, references)
