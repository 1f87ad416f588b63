"""A fact's verdict and support in a sentence, and its origins as groups."""

import pytest
from reporting_rows import a_fact

from tasks.reporting.sentences import Tally, support_sentence, verdict_sentence
from tasks.reporting.standing import Standing, Standings
from tasks.tables.claim_origins import ClaimOrigin
from tasks.tables.origin_relations import OriginRelation
from tasks.tables.origins import Origin

TALLIES = (Tally("450", 2), Tally("700", 1), Tally("300", 1, replaced=True))
ORIGINS = {
    name: Origin(origin_id=name, name=name.title(), kind=kind)
    for name, kind in (("wire", "agency"), ("echo", "outlet"), ("mail", "outlet"), ("?", "unknown"))
}
OWNED = [OriginRelation(left_id="echo", right_id="mail", relation="owner")]


def reporter(origin: str, basis: str = "credit line") -> ClaimOrigin:
    return ClaimOrigin(
        claim_id="c",
        origin_id=origin,
        role="reporter",
        basis=basis,  # type: ignore[arg-type]
        matched_article_id=None,
    )


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        (
            a_fact(),
            "Articles disagree, and neither rounding nor wording explains it: 450 in 2 articles; 700 in 1 article.",
        ),
        (a_fact(verdict="agreed", articles_count=3), "3 articles give the same number."),
        (a_fact(verdict="agreed", kind="date"), "2 articles give the same date."),
        (
            a_fact(verdict="compatible", kind="statement"),
            "2 articles report the same words, altered, cut or completed.",
        ),
        (
            a_fact(verdict="single", articles_count=1),
            "Only one article gives this number now. Replaced: 300 in 1 article.",
        ),
        (a_fact(verdict="superseded"), "What 2 articles gave here was replaced later: nine."),
    ],
)
def test_a_verdict_is_one_sentence_and_what_was_replaced_another(fact: object, sentence: str) -> None:
    assert verdict_sentence(fact, TALLIES, ["nine"]).startswith(sentence)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("support", "articles", "names", "words"),
    [
        ("corroborated", 3, ("Wire",), "it goes back to 1 origin"),
        ("uncorroborated", 1, (), "one article is one origin"),
        ("uncorroborated", 2, ("Wire",), "2 articles go back to one origin"),
        ("unknown", 2, ("Wire",), "some articles do not say"),
        ("unknown", 2, (), "no article says whom it has it from"),
    ],
)
def test_support_is_one_sentence(support: str, articles: int, names: tuple[str, ...], words: str) -> None:
    fact = a_fact(support=support, articles_count=articles)
    assert words in support_sentence(fact, [Standing(names, ("a",), None)])


def test_related_reporters_are_one_origin_and_all_unknown_ones_are_another() -> None:
    claims = {
        "1": [reporter("echo")],
        "2": [reporter("mail", "matched text")],
        "3": [reporter("wire")],
        "4": [reporter("?", "none")],
        "5": [],
    }
    cited = {"1": "A", "2": "B", "3": "C", "4": "D", "5": "E"}
    assert Standings(ORIGINS, OWNED).of(claims, cited) == (
        Standing(("Echo", "Mail"), ("A (credit line)", "B (by its words)"), "one owner"),
        Standing(("Wire",), ("C (credit line)",), None),
        Standing((), ("D", "E"), None),
    )


def test_reporters_that_one_article_names_together_are_one_origin() -> None:
    (one,) = Standings(ORIGINS, []).of({"1": [reporter("echo"), reporter("wire")]}, {"1": "A"})
    assert (one.names, one.why) == (("Echo", "Wire"), "named together")


def test_an_article_that_credits_a_fact_once_need_not_do_so_again() -> None:
    claims = {"1": [reporter("wire")], "2": [reporter("?", "none")]}
    assert len(Standings(ORIGINS, []).of(claims, {"1": "A", "2": "A"})) == 1
