"""Names in one passage: where they begin and end, and what they name."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from spacy.tokens import Doc, Span, Token

from tasks.language import titles
from tasks.language.attribution import frames, subject
from tasks.language.gazetteer import demonyms, is_organisation_word, known_spans
from tasks.language.lexicon import words
from tasks.reference.datelines import dateline_length
from tasks.tables.mentions import MentionLabel

_MODEL_LABELS: dict[str, MentionLabel] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
# The longest names of people, in words, and in a headline set in capitals.
_MAX_PERSON, _MAX_PERSON_IN_CAPITALS = 5, 2
_MAX_NAME = 8
_KEPT = "names"
_UNSURE = "gazetteer, maybe a given name"
_FINITE = ("VBZ", "VBD", "VBP", "MD")
_NO_NAME = (*_FINITE, "IN", "RP", "TO", "DT")
_JOINTS = (",", "-", "(", ")")
_BEFORE_AGENCY = frozenset("(/")  # in a dateline: "OSLO (Reuters) —"
_LOCALS = frozenset(["police", "officials", "authorities", "residents", "resident", "mayor", "firefighters"])
_IN = frozenset(["in", "near", "outside", "throughout"])


@dataclass(frozen=True, slots=True)
class Name:
    """Token ranges; ``label`` None: a capitalised name of which the passage does not tell what it is."""

    start: int
    end: int
    label: MentionLabel | None
    name: str
    role: tuple[int, int] | None
    gender: str | None
    rule: str


def names_of(doc: Doc) -> list[Name]:
    """The names of a passage, kept with it until :func:`reread`."""
    if _KEPT not in doc.user_data:
        doc.user_data[_KEPT] = list(Namer(doc).names())
    names: list[Name] = doc.user_data[_KEPT]
    return names


def open_sentences(doc: Doc) -> list[Span]:
    """The sentences with a name that the rules leave open, if one of the passage has several words.

    Single ones are told by their namesakes, mostly.
    """
    left_open = [name for name in names_of(doc) if name.label is None or name.rule == _UNSURE]
    found: list[Span] = []
    if any(name.end > name.start + 1 or name.rule == _UNSURE for name in left_open):
        for name in left_open:
            if not found or name.start >= found[-1].end:
                found.append(doc[name.start].sent)
    return found


def reread(doc: Doc) -> Doc:
    """Forget the names of a passage that the model has read since."""
    doc.user_data.pop(_KEPT, None)
    return doc


class Namer:
    """Finds the names of one parsed passage."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.known = {start: (end, label, name) for start, end, label, name in known_spans(doc)}
        self.known_first = {end - 1: start for start, (end, _, _) in self.known.items()}
        self.in_capitals = _in_capitals(doc)

    @cached_property
    def speakers(self) -> set[int]:
        """Heads of the subjects of verbs of saying."""
        heads = (subject(token) for token in self.doc if frames(token) & {"clause", "quote"})
        return {head.i for head in heads if head is not None}

    @cached_property
    def dateline_end(self) -> int:
        """In characters."""
        return dateline_length(self.doc.text)

    def names(self) -> Iterator[Name]:
        """The names in order; they do not overlap."""
        at = 0
        while at < len(self.doc):
            if self._is_capital(at):
                end = self._run_end(at)
                yield from self._names_in(at, end)
                at = max(end, self._lower_end(end))
            else:
                at += 1

    # -- runs of capitalised words

    def _is_capital(self, at: int) -> bool:
        if at in self.known:
            return True
        token = self.doc[at]
        if token.text in words("names", "never") or not token.text[0].isupper() or token.is_punct:
            return False
        if self._starts_sentence(at) and token.text not in demonyms():
            if titles.is_plural_role(token.text) and not self._is_name_ahead(at):
                return False
            known = token.pos_ == "PROPN" or token.ent_type_ != "" or titles.is_title(token.text)
            many = token.tag_ == "NNS" and (
                token.lemma_.lower() in words("roles", "collectives") or self.doc[at : at + 2][-1].lower_ == "of"
            )  # "Polls show", "Thousands of marchers chanted" name nobody
            speaks = at in self.speakers and not many
            return known or speaks or self._is_last(at)
        return True

    def _is_name_ahead(self, at: int) -> bool:
        after = self.doc[at + 1] if at + 1 < len(self.doc) else None
        return after is not None and after.text[0].isupper() and after.text not in words("names", "never")

    def _is_last(self, at: int) -> bool:
        """Whether a word ends the passage, as a name after a headline's colon does."""
        return at + 1 == len(self.doc)

    def _starts_sentence(self, at: int) -> bool:
        before = self.doc[at - 1] if at else None
        return before is None or bool(self.doc[at].is_sent_start) or (before.is_punct and before.text not in _JOINTS)

    def _run_end(self, start: int) -> int:
        end = self._after(start)
        while end < len(self.doc):
            if self._is_capital(end):
                end = self._after(end)
            elif (link := self._link(start, end)) is not None:
                end = link
            else:
                break
        return end

    def _after(self, at: int) -> int:
        return self.known[at][0] if at in self.known else at + 1

    def _link(self, start: int, at: int) -> int | None:
        """Where a name goes on after small words: "of the", "and" inside one entity, "van der", broken lines."""
        token, after = self.doc[at], at + 1
        if after >= len(self.doc):
            return None
        if token.lower_ in ("of", "for") and (
            is_organisation_word(self.doc[start].text) or titles.is_office(self.doc, at)
        ):
            after += self.doc[after].lower_ == "the"
        elif token.lower_ in ("and", "&"):
            if not self._joins(start, at):
                return None
        elif token.text == "-":
            if token.whitespace_ or self.doc[at - 1].whitespace_ or at - 1 in self.known_first:
                return None
        elif not (token.is_space and not self.in_capitals) and not (
            token.lower_ in words("names", "particles") and self.doc[at - 1].text.istitle()
        ):
            return None
        if self.doc[after].text == "-" and token.lower_ in words("names", "particles"):  # "al-Ghaithi"
            after += 1
        return self._after(after) if after < len(self.doc) and self._is_capital(after) else None

    def _joins(self, start: int, at: int) -> bool:
        """Whether "and" stands inside one name: a body's ("Ministry of Water and Power"), or the model's."""
        body = is_organisation_word(self.doc[start].text) and any(
            token.lower_ in ("of", "for") for token in self.doc[start:at]
        )
        one = (
            self.doc[at].ent_iob_ == "I"
            and self.doc[at + 1].ent_iob_ == "I"
            and self.doc[at].ent_type_ in ("ORG", "LAW")
        )
        return body or one

    def _lower_end(self, end: int) -> int:
        """The end of a name that goes on in lower case: "Afghan army", "Turkish foreign ministry"."""
        last = end - 1
        if self.doc[last].text in demonyms() or (
            last in self.known_first and self.known[self.known_first[last]][1] in ("place", "organisation")
        ):
            for length in (2, 1):
                if self.doc[end : end + length].text.lower() in _forces() | words("organisations", "bodies"):
                    return end + length
        return end

    # -- what a run is made of

    def _names_in(self, start: int, end: int) -> Iterator[Name]:
        if self._is_body(start, end):
            label: MentionLabel = "force" if self.doc[end - 1].lower_ in _forces() else "organisation"
            yield self._name(start, end, label, "organisation word")
            return
        stop = self._lower_end(end)
        role_start: int | None = None
        at = start
        while at < end:
            if self._after(at) == end and stop > end:
                label = "force" if self.doc[stop - 1].lower_ in _forces() else "organisation"
                yield self._name(at, stop, label, "nationality and body")
                return
            if at in self.known and not self._is_given_name(at, end):
                after, label, name = self.known[at]
                rule = _UNSURE if self._may_be_given_name(at, end) else "gazetteer"
                yield Name(at, after, label, name, None, None, rule)
            elif self.doc[at].text in demonyms():
                after = at + 1
                yield self._demonym(at)
            elif role_start is not None and self.doc[at].text == "-":  # "Director-General"
                at += 1
                continue
            elif titles.begins_role(self.doc, at, end):
                role_start = at if role_start is None else role_start
                after = at + 1 + (2 if titles.is_office(self.doc, at + 1) else 0)
                at = after
                continue
            elif self.in_capitals and self.doc[at].tag_ in _NO_NAME:
                after = at + 1
            else:
                after = self._name_end(at, end)
                if after > at + 1 or self._can_be_name(self.doc[at]):
                    yield self._unknown(at, after, role_start if role_start is not None else at)
            role_start = None
            at = after

    def _can_be_name(self, token: Token) -> bool:
        """Whether one capitalised word may be a name, not the common noun of one ("the Department", "10th Street")."""
        common = is_organisation_word(token.text) or token.text in words("organisations", "places")
        nominal = token.pos_ not in ("VERB", "ADJ", "ADV", "NUM")
        return not common and (nominal or token.i in self.speakers or self._is_last(token.i))

    def _is_body(self, start: int, end: int) -> bool:
        """Whether all of a run names one organisation: by its last word, or by its first before "of"."""
        if end - start < 2 or any(titles.is_title(token.text) for token in self.doc[start:end]):
            return False
        if any(i in self.known and i > start and self.known[i][0] < end for i in range(start, end)) and self.doc[
            end - 1
        ].text not in ("Forces", "Ministry", "Department"):
            return is_organisation_word(self.doc[start].text) and self.doc[start + 1].lower_ == "of"
        if is_organisation_word(self.doc[start].text) and any(
            token.lower_ in ("of", "for") for token in self.doc[start:end]
        ):
            return True
        last = self.doc[end - 1]
        if start in self.known and (self.known[start][0] == end or self.doc[start].ent_type_ == "PERSON"):
            return False
        if start not in self.known and self.doc[start].text in _given():
            return False
        return is_organisation_word(last.text) or (last.lower_ in _forces() and last.text.istitle())

    def _may_be_given_name(self, at: int, end: int) -> bool:
        """Whether only the model can tell a place's name from the given name of one whose surname follows."""
        after = self.known[at][0]
        return (
            after < end <= after + 2
            and not self.in_capitals
            and not self._has_article(at)
            and self.doc[at].text in _given()
            and not titles.begins_role(self.doc, after, end)
            and self._can_be_name(self.doc[after])
        )

    def _has_article(self, at: int) -> bool:
        """Whether an article stands before a name, as before no person's: "the Paris Agreement"."""
        return at > 0 and self.doc[at - 1].lower_ in ("the", "a", "an")

    def _is_given_name(self, at: int, end: int) -> bool:
        """A place's name as a given name ("Paris Hilton", "Jordan Miller"): the model takes all of it for a person, or
        the whole speaks or has a role, as towns with another name behind theirs do not.
        """
        after = self.known[at][0]
        last = self.doc[end - 1]
        if self.doc[at].ent_type_ == "ORG" or self._has_article(at):
            return False
        if after < end <= after + 2 and self.doc[at].text in _given() and not titles.is_title(self.doc[after].text):
            named = self._can_be_name(last) and not titles.begins_role(self.doc, after, end)
            if named and (last.i in self.speakers or titles.role_after(self.doc, end)):
                return True
        return (
            after < end
            and self.doc[at].ent_type_ == "PERSON"
            and self.doc[after].ent_type_ == "PERSON"
            and self.doc[after].ent_iob_ == "I"
        )

    def _name_end(self, at: int, end: int) -> int:
        stop = self._after(at)
        while stop < end and stop - at < _MAX_NAME and stop not in self.known and self.doc[stop].text not in demonyms():
            if self._is_other_word(at, stop, end):
                break
            stop += 1
        return stop

    def _is_other_word(self, at: int, stop: int, end: int) -> bool:
        """Whether a name ends before a title ("Hill County Sheriff Ann Lee") or a headline's verb ("Lee Says No")."""
        if self.in_capitals and self.doc[stop].tag_ in _FINITE:
            return True
        if self.doc[at].text in _given() or not titles.begins_role(self.doc, stop, end):
            return False
        while stop < end and titles.begins_role(self.doc, stop, end):
            stop += 1
        return stop < end and self.doc[stop].ent_type_ == "PERSON"

    def _unknown(self, start: int, end: int, first: int) -> Name:
        role = titles.role_before(self.doc, start, first, self.known_first)
        if role is None and not self._is_scene(start, end):
            role = titles.role_after(self.doc, end)
        if self.in_capitals and end - start > _MAX_PERSON_IN_CAPITALS and self.doc[start].text in _given():
            end = start + _MAX_PERSON_IN_CAPITALS
        label, rule = self._label(start, end, role)
        gender = None
        if label in ("person", None):
            said = [token.text for token in self.doc[role[0] : role[1]]] if role else []
            gender = titles.gender(said) or given_gender(self.doc[start].text)
        return Name(start, end, label, self._text(start, end), role, gender, rule)

    def _is_scene(self, start: int, end: int) -> bool:
        """Whether a name says where its clause happens: "In Oslo, a spokesman said ..." gives Oslo no role."""
        before, after = self.doc[start - 1] if start else None, self.doc[end] if end < len(self.doc) else None
        placed = before is not None and before.lower_ in _IN and after is not None and after.text == ","
        opens = placed and (self._starts_sentence(start - 1) or self.doc[start - 2].tag_ == "VBG")
        return opens and self.doc[start].text not in _given()

    def _label(self, start: int, end: int, role: tuple[int, int] | None) -> tuple[MentionLabel | None, str]:
        tokens, length = self.doc[start:end], end - start
        model = next((label for token in tokens if (label := _MODEL_LABELS.get(token.ent_type_))), None)
        first = tokens[0].text
        if tokens[0].idx < self.dateline_end and (not start or self.doc[start - 1].text not in _BEFORE_AGENCY):
            return "place", "dateline"
        if start > 1 and self.doc[start - 1].lower_ == "of" and self.doc[start - 2].lower_ in _kinds_of_place():
            return "place", "kind of place"  # "the port city of Derna, a spokesman said"
        if role is not None and role[1] == start and length <= _MAX_PERSON:
            return "person", "title"
        if model is None and self._is_scene(start, end):
            return "place", "preposition of place"
        if (
            first in _given()
            and 1 < length <= _MAX_PERSON
            and (model == "person" or not self.in_capitals or first not in words("names", "words"))
        ):
            return "person", "given name"
        if role is not None and length <= _MAX_PERSON and model in (None, "person"):
            return "person", "role"
        if length > 1 and tokens[-1].text in words("organisations", "places"):
            return "place", "place word"
        if length == 1 and _is_acronym(first) and model != "person":
            return ("place", "model") if model == "place" else ("organisation", "acronym")
        if self.in_capitals and model != "person":
            return None, "capitals"
        if (
            length <= 3
            and model in (None, "person", "place", "group")
            and any(i in self.speakers for i in range(start, end))
        ):
            return "person", "speaker"
        if model is None and start and self.doc[start - 1].lower_ in _IN:
            return "place", "preposition of place"
        if model is None and end < len(self.doc) and self.doc[end].lower_ in _LOCALS:
            return "place", "locals"
        return (model, "model") if model is not None else (None, "capitals")

    def _demonym(self, at: int) -> Name:
        text = self.doc[at].text
        if text not in words("names", "never") and self.doc[at].tag_ in ("NNS", "NNPS"):
            return self._name(at, at + 1, "group", "demonym")
        return Name(at, at + 1, "place", demonyms()[text], None, None, "demonym")

    def _name(self, start: int, end: int, label: MentionLabel, rule: str) -> Name:
        return Name(start, end, label, self._text(start, end), None, None, rule)

    def _text(self, start: int, end: int) -> str:
        return " ".join(self.doc[start:end].text.split())


def given_gender(name: str) -> str | None:
    """ "female" or "male", from a given name; None if it tells neither."""
    female, male = name in words("names", "female"), name in words("names", "male")
    return None if female == male else "female" if female else "male"


@cache
def _given() -> frozenset[str]:
    return words("names", "female") | words("names", "male")


def _kinds_of_place() -> frozenset[str]:
    return words("roles", "anaphora", "place")


def _forces() -> frozenset[str]:
    return words("organisations", "forces")


def _is_acronym(text: str) -> bool:
    letters = text.replace(".", "").replace("-", "")
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalpha()


def _in_capitals(doc: Doc) -> bool:
    """Whether a passage is a headline that sets a capital on each word."""
    long_words = [token.text for token in doc if token.is_alpha and len(token.text) > 3]
    return len(long_words) >= 3 and sum(word[0].isupper() for word in long_words) >= 0.75 * len(long_words)
