"""What changed between two snapshots, as a story."""

from dataclasses import replace
from datetime import date

from tasks.reporting.difference import (
    LISTED,
    ArticleChange,
    Difference,
    EvidenceChange,
    FactChange,
    JudgementChange,
    Publication,
    Renaming,
    Step,
    net_evidence,
    tell,
    under_new_ids,
)

FACT = FactChange(
    change="changed",
    fact_id="f1",
    label="Norway troops in Chad: 450",
    verdict_before="agreed",
    verdict_after="conflicting",
    support_before="unknown",
    support_after="unknown",
    value_before=450.0,
    value_after=450.0,
    latest_on_before=None,
    latest_on_after=None,
    articles_before=2,
    articles_after=3,
)
RIVAL = EvidenceChange(
    fact_id="f1",
    claim_id="c9",
    is_there=True,
    text="700 troops",
    source_name="Eastern Post",
    published_on=date(2031, 3, 4),
    path="east.txt",
)
STEP = Step(
    publication=Publication(snapshot_id=9, cause="input", published_at="4 March 2031 12:00 UTC", run_id="r"),
    articles=[ArticleChange("new", "a1", "Mission\nends \x1b[2J", None, date(2031, 3, 4), "east.txt")],
    judgements=[],
    facts=[FACT],
    evidence=[RIVAL],
    renamings=[],
)


def told(*steps: Step) -> str:
    return tell(Difference(4, 9, 1, [fact for step in steps for fact in step.facts], steps))


def test_a_verdict_that_turned_is_told_with_the_article_that_turned_it() -> None:
    text = told(STEP)
    assert text.startswith("From snapshot 4 to 9: 1 article and 1 fact differ (0 new, 0 gone, 1 with another verdict")
    assert "Snapshot 9, 4 March 2031 12:00 UTC, because documents came or changed (input)" in text
    assert "agreed → conflicting; articles 2 → 3" in text
    assert "with Eastern Post, 4 March 2031: “700 troops” (east.txt)" in text
    assert "crosswire explain f1" in text


def test_a_ruling_is_told_with_who_and_why_and_whether_it_applies() -> None:
    ruling = JudgementChange("new", "reject", "c9", None, "Bo Lund", date(2031, 3, 5), "taken back", "gone")
    publication = Publication(snapshot_id=9, cause="judgement", published_at="", run_id=None)
    text = told(replace(STEP, judgements=[ruling], publication=publication))
    assert "because people ruled otherwise (judgement)" in text
    assert "reject: “c9”; Bo Lund ruled on 5 March 2031: taken back (does not apply: gone)" in text


def test_a_page_cannot_write_to_the_terminal_or_break_a_line() -> None:
    (line,) = [line for line in told(STEP).splitlines() if "Mission" in line]
    assert "Mission ends" in line
    assert "\x1b" not in told(STEP)


def test_long_lists_are_cut_and_name_the_query_that_shows_all() -> None:
    facts = [replace(FACT, fact_id=f"f{index}", change="new", verdict_before=None) for index in range(LISTED + 3)]
    assert 'and 3 more: crosswire sql "FROM changes(8, 9)"' in told(replace(STEP, facts=facts, evidence=[]))


def test_what_changed_in_words_only_is_counted_and_nothing_published_is_said() -> None:
    quiet = replace(FACT, verdict_after="agreed", articles_after=2)
    assert "1 fact changed in words, names or story only" in told(replace(STEP, facts=[quiet]))
    assert told() == "Nothing was published from snapshot 4 to 9.\n"


def test_a_fact_that_goes_on_under_another_id_changed_and_is_not_new() -> None:
    old = replace(FACT, change="gone", verdict_after=None, support_after=None, articles_after=None)
    new = replace(FACT, fact_id="f2", change="new", verdict_before=None, support_before=None, articles_before=None)
    (fact,) = under_new_ids([old, new], [Renaming("renamed", "f1", "f2", "fact", None)])
    assert (fact.fact_id, fact.change, fact.turned) == ("f2", "changed", True)
    assert under_new_ids([old, new], [Renaming("split", "f1", "f2", "fact", None)]) == [old, new]


def test_a_claim_that_moved_with_its_fact_is_no_change_of_evidence() -> None:
    left = replace(RIVAL, is_there=False)
    assert net_evidence([left, replace(RIVAL, fact_id="f2")], {"f1": "f2"}) == []
    assert net_evidence([left], {}) == [left]
