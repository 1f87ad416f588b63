from tasks.language.naming import open_sentences
from tasks.language.pipeline import DEFAULT_MODEL, annotate


def sentences_read(text: str) -> list[str]:
    (_, doc) = next(annotate([text], DEFAULT_MODEL))
    doc.user_data.clear()
    doc.set_ents([])  # as before the model has read it
    return [sentence.text for sentence in open_sentences(doc)]


def entities(text: str) -> list[tuple[str, str]]:
    (_, doc) = next(annotate([text], DEFAULT_MODEL))
    return [(entity.text, entity.label_) for entity in doc.ents]


def test_only_sentences_with_an_open_name_are_read_for_names() -> None:
    text = "They took the long road home. The race ended at Lake Orsova in the rain. Nobody had seen them since."
    assert sentences_read(text) == ["The race ended at Lake Orsova in the rain."]


def test_a_passage_without_an_open_name_of_several_words_is_not_read() -> None:
    assert sentences_read("The rain fell for two days. France sent help.") == []


def test_entities_of_a_sentence_stand_in_the_passage() -> None:
    text = "They took the long road home. Then Brorik Haldane met Petra Vlasik in the rain."
    (_, doc) = next(annotate([text], DEFAULT_MODEL))
    assert doc.ents and all(doc.text[one.start_char : one.end_char] == one.text for one in doc.ents)
    assert all(one.start_char >= text.index("Then") for one in doc.ents)


def test_entities_of_one_passage_do_not_depend_on_the_others() -> None:
    texts = ["Then Brorik Haldane met Petra Vlasik.", "Nobody came.", "At Lake Orsova it rained. So Ilka Brandt left."]
    together = {index: [(one.text, one.label_) for one in doc.ents] for index, doc in annotate(texts, DEFAULT_MODEL)}
    assert together == {index: entities(text) for index, text in enumerate(texts)}
