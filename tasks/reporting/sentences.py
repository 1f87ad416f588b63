"""A fact's verdict and its support in a sentence each, for people who never saw the code."""

from collections.abc import Sequence
from dataclasses import dataclass

from tasks.reporting.standing import Standing
from tasks.tables.facts import ClaimKind, Fact

_THING: dict[ClaimKind, str] = {"quantity": "number", "date": "date", "statement": "words"}


@dataclass(frozen=True)
class Tally:
    """One value, and how many articles say it; ``replaced``: a later report took its place."""

    said: str
    articles: int
    replaced: bool = False


def verdict_sentence(fact: Fact, tallies: Sequence[Tally], replaced_by: Sequence[str] = ()) -> str:
    """What the comparison of the claims says."""
    thing, articles = _THING[fact.kind], counted(fact.articles_count, "article")
    current = [tally for tally in tallies if not tally.replaced]
    old = [tally for tally in tallies if tally.replaced]
    match fact.verdict:
        case "conflicting":
            sides = "; ".join(f"{tally.said} in {counted(tally.articles, 'article')}" for tally in current)
            says = f"Articles disagree, and neither rounding nor wording explains it: {sides or articles}."
        case "superseded":
            by = f": {' and '.join(replaced_by)}" if replaced_by else ""
            says = f"What {articles} gave here was replaced later{by}."
        case "compatible" if fact.kind == "statement":
            says = f"{articles} report the same words, altered, cut or completed."
        case "compatible":
            says = f"{articles} differ only in how precise they are: one {thing} can be all of them."
        case "agreed":
            says = f"{articles} give the same {thing}."
        case _:
            which = "these" if fact.kind == "statement" else "this"
            says = f"Only one article gives {which} {thing}{' now' if old else ''}."
    if old and fact.verdict != "superseded":
        says += (
            " Replaced: " + "; ".join(f"{tally.said} in {counted(tally.articles, 'article')}" for tally in old) + "."
        )
    return says


def support_sentence(fact: Fact, standings: Sequence[Standing]) -> str:
    """How many independent origins stand behind it, and why no more."""
    if fact.support == "corroborated":
        origins = counted(fact.origins_count, "origin")
        return f"Corroborated: it goes back to {origins} that are independent as far as the articles show."
    if fact.support == "uncorroborated" and fact.articles_count == 1:
        return "Uncorroborated: one article is one origin."
    if fact.support == "uncorroborated":
        return f"Uncorroborated: {counted(fact.articles_count, 'article')} go back to one origin."
    if any(standing.names for standing in standings):
        return "Support unknown: some articles do not say whom they have it from; it may be whom the others name."
    return "Support unknown: no article says whom it has it from, so all may have it from one."


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
