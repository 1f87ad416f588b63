from collections.abc import Callable
from dataclasses import replace

import pytest
from reporting_rows import PAGES, a_judgement

from tasks.errors import UsageError
from tasks.reporting import ReportContent, explain
from tasks.tables.mention_entities import MentionEntity
from tasks.tables.mentions import Mention


def test_a_fact_is_told_from_its_verdict_to_who_stands_behind_it(content: ReportContent) -> None:
    text = explain(content, "f0")
    told = [
        "CONFLICTING. Articles disagree, and neither rounding nor wording explains it: 1,100 in 1 article;",
        "Uncorroborated: 2 articles go back to one origin.",
        "What is said (2 claims)",
        "  1,100, in 1 article",
        "    The Weir, 3 May 2021:",
        "      It carried [1,100] lorries a day.",
        "      reported by Lowland Wire (credit line)",
        "      claim q0",
        "  1,300 (conflicts), in 1 article",
        "Who stands behind it: 1 independent origin",
        "  1. Lowland Wire, in The Weir (credit line)",
        "  2. not known: page-1.txt does not say whom it has it from",
        "How the claims compare",
        "no value satisfies both",
    ]
    places = [text.find(words) for words in told]
    assert -1 not in places
    assert places == sorted(places)


def test_what_looks_alike_is_told_apart_from_what_is_compared(content: ReportContent) -> None:
    reason = "“1,100” and “1,300” are of two holders"
    decisions = [replace(content.decisions[0], ruling="not_comparable", rule="other_holder", reason=reason)]
    text = explain(replace(content, decisions=decisions), "f0")
    assert "How the claims compare" not in text
    assert f"What looks alike and is not compared\n  - {reason} (The Weir; page-1.txt) [other_holder]" in text


def test_names_in_the_claims_say_whom_they_mean_and_why(content: ReportContent) -> None:
    claims = [replace(content.claims[0], holder_mention_id="m0"), content.claims[1]]
    span = {"start": 0, "end": 1, "raw_start": 0, "raw_end": 1, "article_id": "a0", "text": "Wier", "rule": "r"}
    mention = Mention(mention_id="m0", label="place", name="Wier", role=None, **span)
    link = MentionEntity(mention_id="m0", entity_id="e0", decision_id="x")
    text = explain(replace(content, claims=claims, mentions=[mention], mention_entities=[link]), "f0")
    assert "Whom the names mean\n  - “Wier” is Weir Bridge: no value satisfies both" in text


def test_rulings_of_people_are_told_with_who_when_and_why(content: ReportContent) -> None:
    problem = "expected “1,200”, now it is “1,100”"
    text = explain(replace(content, judgements=[a_judgement(), a_judgement(judgement_id="j1", problem=problem)]), "f0")
    ruled = "not comparable: “q0” and “q9”: Ada Finch, 6 May 2021: the second counts the ferry too"
    assert text.count(ruled) == 2
    assert problem in " ".join(text.split())
    assert "What people ruled" not in explain(replace(content, judgements=[a_judgement(left_id="q7")]), "f0")


def test_a_page_cannot_write_to_the_terminal(content_of: Callable[..., ReportContent]) -> None:
    hostile = replace(PAGES[0], headline="x\x1b]0;owned\x07\rover", text="It \x1b[2J carried 1,100 lorries.")
    text = explain(content_of(hostile), "f0")
    assert not {"\x1b", "\x07", "\r"} & set(text)


def test_an_unknown_fact_is_a_usage_error(content: ReportContent) -> None:
    with pytest.raises(UsageError, match="no fact has the id"):
        explain(content, "nope")
