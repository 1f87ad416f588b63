"""What "the alliance" or "the country" stands for: the one such thing that the article is about."""

from tasks.language.anaphora import can_be_called, label_of
from tasks.language.context import Context
from tasks.reference.spans import Span
from tasks.tables.mentions import Mention

# The article is about one of several if it names it so many times as often as the next.
_CLEARLY = 2


def antecedent(context: Context, span: Span, labels: tuple[str, ...]) -> Mention | None:
    """The mention that a definite common noun at ``span`` stands for, if it is labelled so and clearly the one."""
    noun = context.text(span).casefold()
    label = label_of(noun)
    if label not in labels or not _is_definite(context, span):
        return None
    named: dict[int, int] = {}
    references = context.references
    for index, mention in enumerate(context.mentions):
        if mention.start >= span.start:
            break
        if mention.label == label and can_be_called(mention.name, noun):
            named[references.chain_of[index]] = named.get(references.chain_of[index], 0) + 1
    ranked = sorted(((count, -chain) for chain, count in named.items()), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] < _CLEARLY * ranked[1][0]):
        return None
    return references.fullest(references.chains[-ranked[0][1]].members[0])


def _is_definite(context: Context, span: Span) -> bool:
    before = context.article.text[max(0, span.start - 12) : span.start].split()
    return (bool(before) and before[-1].casefold() in ("the", "this", "that")) or (
        len(before) > 1 and before[-2].casefold() == "the"
    )
