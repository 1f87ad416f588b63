import json
import random
import time
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.errors import CrosswireError, UsageError
from tasks.language import DEFAULT_MODEL, ArticleText, Extraction, extract, named
from tasks.language.components.word_memory import WordMemory
from tasks.language.pipeline import annotate, load
from tasks.reference.spans import Alignment

NEWS = [
    "Mayor Maria Lopez said on Monday that 20 people left. “It is late,” she added.",
    "The Afghan army has 2,500 troops, according to a senior official.",
    "Nothing to see here",
]


def run(texts: list[str], cache: Path | None = None) -> list[Extraction]:
    articles = [ArticleText.plain(f"a{index}", text, date(2021, 4, 14)) for index, text in enumerate(texts)]
    return extract(articles, model=DEFAULT_MODEL, cache=cache)


def test_order_number_and_cache_change_no_answer(tmp_path: Path) -> None:
    articles = [ArticleText.plain(text, text) for text in NEWS]
    alone = [extract([article], model=DEFAULT_MODEL, cache=None)[0] for article in articles]
    cache = tmp_path / "state" / "passages.sqlite"
    for _ in range(2):
        back = extract(articles[::-1], model=DEFAULT_MODEL, cache=cache)
        assert back[::-1] == alone


def test_a_cached_passage_is_not_analysed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run(NEWS, tmp_path / "passages.sqlite")
    seen: list[str] = []
    module = import_module("tasks.language.extract")
    monkeypatch.setattr(module, "annotate", lambda texts, model: seen.extend(texts) or iter(()))
    assert run(NEWS, tmp_path / "passages.sqlite") == first and seen == []


def test_a_cache_that_is_no_database_is_one_clear_line(tmp_path: Path) -> None:
    broken = tmp_path / "passages.sqlite"
    broken.write_bytes(b"not a database" * 1000)
    with pytest.raises(CrosswireError, match=r"cannot use the cache of passages .*passages\.sqlite"):
        run(NEWS, broken)


def test_another_language_gives_nothing() -> None:
    article = ArticleText("a", NEWS[0], Alignment.identity(len(NEWS[0])), language="de")
    assert extract([article], model=DEFAULT_MODEL, cache=None) == [Extraction()]


def test_a_model_that_is_not_installed_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="xx_no_such_model"):
        extract([ArticleText.plain("a", NEWS[0])], model="xx_no_such_model", cache=None)


def test_rows_point_at_the_same_words_on_the_page() -> None:
    page = "Menu\n" + NEWS[0]
    alignment = Alignment.of_slices([(0, 5, len(NEWS[0]))])
    (found,) = extract([ArticleText("a", NEWS[0], alignment)], model=DEFAULT_MODEL, cache=None)
    for row in (*found.mentions, *found.statements, *found.dates, *found.quantities):
        assert page[row.raw_start : row.raw_end] == row.text


def test_named_is_plain_json_with_names_for_ids() -> None:
    record = named(run(NEWS)[0])
    assert json.loads(json.dumps(record)) == record
    assert record["statements"][-1]["speaker_name"] == "Maria Lopez"
    assert not any(key.endswith("_mention_id") for row in record["statements"] for key in row)


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters() | st.sampled_from(" \n\"“”'.,:aA1"), max_size=300))
def test_any_text_whatever_gives_spans_that_reproduce_it(text: str) -> None:
    (found,) = run([text])
    for row in (*found.mentions, *found.statements, *found.dates, *found.quantities, *found.fragments):
        assert text[row.start : row.end] == row.text


@pytest.mark.parametrize("text", ["x" * 1_000_000, '"' * 10_000, '" ' * 10_000, "said \ud800 " * 2_000, "\0" * 5_000])
def test_hostile_texts_return_soon(text: str) -> None:
    start = time.process_time()
    run([text])
    assert time.process_time() - start < 20


def test_time_is_linear_in_the_length_of_an_article() -> None:
    def seconds(count: int) -> float:
        words = random.Random(count)
        people = [
            f"Jane Smith{words.randrange(10**6)} met Karl{words.randrange(10**6)}. She said he was late."
            for _ in range(count)
        ]
        start = time.process_time()
        run(["\n\n".join(people)])
        return time.process_time() - start

    seconds(20)
    assert seconds(120) < 8 * seconds(30) + 1


def test_remembered_words_are_what_spacy_says() -> None:
    model = load(DEFAULT_MODEL)
    texts = [*NEWS, "Let's go, he's gonna do it.", "There were two; it ain't so.", "Two  spaces", *NEWS]
    memory = WordMemory(model.get_pipe("attribute_ruler"), model.get_pipe("lemmatizer"))
    apart = list(model.pipe(texts, disable=["ner", "attribute_ruler", "lemmatizer"]))
    for ours, theirs in zip(map(memory, apart), model.pipe(texts, disable=["ner"]), strict=True):
        assert [(t.pos_, t.lemma_, t.morph) for t in ours] == [(t.pos_, t.lemma_, t.morph) for t in theirs]


def test_every_text_is_annotated_once_whatever_its_length() -> None:
    texts = ["b " * 500, "a", "c " * 2_000]
    assert sorted(index for index, _ in annotate(texts, DEFAULT_MODEL)) == [0, 1, 2]
