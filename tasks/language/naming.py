"""Names in one passage: where they begin and end, what they name, and the titles and roles said with them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from spacy.tokens import Doc, Token

from tasks.language.attribution import frames, subject
from tasks.language.gazetteer import demonyms, is_organisation_word, known_spans
from tasks.language.lexicon import words
from tasks.tables.mentions import MentionLabel

_MODEL_LABELS: dict[str, MentionLabel] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
_NEVER = frozenset(
    [
        "I",
        "A",
        "An",
        "The",
        "He",
        "She",
        "It",
        "We",
        "You",
        "They",
        "This",
        "That",
        "These",
        "Those",
        "There",
        "If",
        "But",
        "And",
        "Or",
        "So",
    ]
    + ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    + [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    + [
        "Jan.",
        "Feb.",
        "Mar.",
        "Apr.",
        "Jun.",
        "Jul.",
        "Aug.",
        "Sept.",
        "Sep.",
        "Oct.",
        "Nov.",
        "Dec.",
        "AM",
        "PM",
        "EST",
        "EDT",
        "GMT",
        "PT",
        "ET",
        "OK",
    ]
    + [
        "My",
        "His",
        "Her",
        "Our",
        "Its",
        "Their",
        "Your",
        "What",
        "When",
        "Where",
        "Who",
        "Why",
        "How",
        "Which",
        "No",
        "Not",
        "Yes",
        "In",
        "On",
        "At",
        "By",
        "For",
    ]
)
_OFFICES = frozenset(
    "state defense defence staff homeland security education health agriculture commerce energy treasury labor labour interior transportation war".split()
)
_MAX_PERSON = 5


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


class Namer:
    """Finds the names of one parsed passage."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.fixed = {start: (end, label, name) for start, end, label, name in known_spans(doc)}
        self.in_title_case = _in_title_case(doc)

    @cached_property
    def entity_labels(self) -> list[MentionLabel | None]:
        return [_MODEL_LABELS.get(token.ent_type_) for token in self.doc]

    @cached_property
    def speakers(self) -> set[int]:
        """Heads of the subjects of verbs of saying."""
        heads = (subject(token) for token in self.doc if frames(token) & {"clause", "quote"})
        return {head.i for head in heads if head is not None}

    def names(self) -> Iterator[Name]:
        at = 0
        while at < len(self.doc):
            if not self.is_capital(self.doc[at]):
                at += 1
                continue
            end = self._chunk_end(at)
            yield from self._segments(at, end)
            at = end

    def is_capital(self, token: Token) -> bool:
        if token.i in self.fixed:
            return True
        if token.text in _NEVER or not token.text[0].isupper() or token.is_punct:
            return False
        if token.is_sent_start or (token.i and self.doc[token.i - 1].text in ("“", '"', "'", ":", "•", "-", "—")):
            return token.pos_ == "PROPN" or token.ent_type_ != "" or token.i in self.speakers or token.text in _titles()
        return True

    def _chunk_end(self, start: int) -> int:
        """One past the last token of the capitalised words that begin at ``start``."""
        end = self._after_word(start)
        while end < len(self.doc):
            token = self.doc[end]
            if self.is_capital(token) and not (token.i in self.fixed and False):
                end = self._after_word(end)
            elif (link := self._link(start, end)) is not None:
                end = link
            else:
                break
        return end

    def _after_word(self, at: int) -> int:
        return self.fixed[at][0] if at in self.fixed else at + 1

    def _link(self, start: int, at: int) -> int | None:
        """Where a name goes on after small words: "of the", "and" inside one entity, "van der"."""
        token = self.doc[at]
        lower = token.lower_
        after = at + 1
        if after >= len(self.doc):
            return None
        if lower in ("of", "for") and (is_organisation_word(self.doc[start].text) or self._is_office(start, at)):
            after += self.doc[after].lower_ == "the"
        elif lower in ("and", "&") and self._one_entity(at):
            pass
        elif (
            lower == "-"
            and not token.whitespace_
            and not self.doc[at - 1].whitespace_
            and self.doc[at - 1].text not in ("US", "NATO")
            and self._one_entity(at)
        ):
            pass
        elif not (lower in words("names", "particles") and token.i and self.doc[at - 1].text.istitle()):
            return None
        return self._after_word(after) if after < len(self.doc) and self.is_capital(self.doc[after]) else None

    def _is_office(self, start: int, at: int) -> bool:
        return (
            self.doc[at - 1].lower_ in words("roles", "heads")
            and at + 1 < len(self.doc)
            and self.doc[at + 1].lower_ in _OFFICES
        )

    def _one_entity(self, at: int) -> bool:
        doc = self.doc
        return (
            0 < at < len(doc) - 1
            and doc[at].ent_iob_ == "I"
            and doc[at + 1].ent_iob_ == "I"
            and _MODEL_LABELS.get(doc[at].ent_type_) in ("organisation", "person")
        )

    # -- what a run of capitalised words is made of

    def _segments(self, start: int, end: int) -> Iterator[Name]:
        last = self.doc[end - 1]
        if self._is_organisation(start, end):
            yield from self._nationalities(start, end)
            yield Name(start, end, "organisation", self._text(start, end), None, None, "organisation word")
            return
        if end < len(self.doc) and not last.whitespace_ == "" and self._force_end(end) and not self.in_title_case:
            stop = self._force_end(end) or end
            yield Name(start, stop, "force", self._text(start, stop), None, None, "force")
            return
        role_start: int | None = None
        at = start
        while at < end:
            token = self.doc[at]
            if at in self.fixed:
                stop, label, name = self.fixed[at]
                if stop < end and label == "place" and self._continues_person(at, stop, end):
                    yield from self._unknown(at, end, role_start, start)
                    return
                yield Name(at, stop, label, name, None, None, "gazetteer")
                at = stop
            elif token.text in demonyms():
                yield self._demonym(at)
                at += 1
            elif self._is_role(at, end):
                role_start = at if role_start is None else role_start
                at += 1
                if at + 1 < end and self.doc[at].lower_ == "of":
                    at += 2
            else:
                stop = self._name_end(at, end)
                yield from self._unknown(at, stop, role_start, start)
                role_start = None
                at = stop

    def _continues_person(self, at: int, stop: int, end: int) -> bool:
        """A place's name as a given name ("Paris Hilton", "Jordan Miller"): the model takes all of it for a person."""
        return (
            self.doc[at].ent_type_ == "PERSON"
            and self.doc[stop].ent_type_ == "PERSON"
            and self.doc[stop].ent_iob_ == "I"
        )

    def _name_end(self, at: int, end: int) -> int:
        stop = at + 1
        while stop < end and stop not in self.fixed and self.doc[stop].text not in demonyms():
            stop += 1
        return stop

    def _is_role(self, at: int, end: int) -> bool:
        lower, text = self.doc[at].lower_, self.doc[at].text
        if text in _titles():
            return True
        is_head = lower in words("roles", "heads") or lower in words("roles", "collectives")
        return is_head or (lower in words("roles", "modifiers") and at + 1 < end and self._is_role(at + 1, end))

    def _is_organisation(self, start: int, end: int) -> bool:
        if end - start < 2:
            return False
        if any(
            self.doc[i].text in _titles() or (i in self.fixed and self.fixed[i][0] - i > 1) for i in range(start, end)
        ):
            return False
        head = self.doc[end - 1].text
        if any(self.doc[i].lower_ == "of" for i in range(start, end)) and is_organisation_word(self.doc[start].text):
            return True
        return is_organisation_word(head) and head not in ("States",) and self.doc[start].text not in _given()

    def _nationalities(self, start: int, end: int) -> Iterator[Name]:
        return iter(())

    def _force_end(self, end: int) -> int | None:
        """ "Afghan army", "US special forces": the name goes on in lower case."""
        for length in (2, 1):
            text = self.doc[end : end + length].text.lower()
            if text in words("organisations", "forces") and self.doc[end - 1].text in (
                demonyms().keys() | {"US", "U.S.", "NATO", "UK"}
            ):
                return end + length
        return None

    def _unknown(self, start: int, end: int, role_start: int | None, chunk: int) -> Iterator[Name]:
        end = min(end, start + 8)
        role = self._role_before(start, role_start, chunk) or self._role_after(end)
        label, rule = self._label(start, end, role)
        gender = self._gender(start, role) if label in ("person", None) else None
        yield Name(start, end, label, self._text(start, end), role, gender, rule)

    def _label(self, start: int, end: int, role: tuple[int, int] | None) -> tuple[MentionLabel | None, str]:
        tokens = self.doc[start:end]
        length = end - start
        model = max(
            (self.entity_labels[i] for i in range(start, end)), key=lambda label: label is not None, default=None
        )
        if is_organisation_word(tokens[-1].text) and length > 1:
            return "organisation", "organisation word"
        if role is not None and length <= _MAX_PERSON and role[1] == start:
            return "person", "title"
        if tokens[0].text in _given() and 1 < length <= _MAX_PERSON:
            return "person", "given name"
        if role is not None and length <= _MAX_PERSON and model in (None, "person"):
            return "person", "role"
        if length == 1 and _is_acronym(tokens[0].text) and model != "person":
            return ("place", "model") if model == "place" else ("organisation", "acronym")
        if self.in_title_case and model != "person":
            return None, "capitals"
        if (
            any(i in self.speakers for i in range(start, end))
            and model in (None, "person", "place", "group")
            and length <= 3
        ):
            return "person", "speaker"
        if model is not None:
            return model, "model"
        return None, "capitals"

    # -- roles

    def _role_before(self, start: int, role_start: int | None, chunk: int) -> tuple[int, int] | None:
        first = role_start if role_start is not None else start
        while first > 0 and self._is_lower_role(first - 1, start):
            first -= 1
        if first == start:
            return self._appositive_before(start)
        while first > 0 and (first - 1 in self._fixed_last or self.doc[first - 1].text in demonyms()):
            first = self._fixed_last.get(first - 1, first - 1)
        return first, start

    @cached_property
    def _fixed_last(self) -> dict[int, int]:
        return {end - 1: start for start, (end, _, _) in self.fixed.items()}

    def _is_lower_role(self, at: int, start: int) -> bool:
        lower = self.doc[at].lower_
        if self.doc[at].text in words("roles", "abbreviations") or lower in words("roles", "heads"):
            return at == start - 1 or self._is_lower_role(at + 1, start)
        return lower in words("roles", "modifiers") and at + 1 < start and self._is_lower_role(at + 1, start)

    def _appositive_before(self, start: int) -> tuple[int, int] | None:
        """ "a Taliban spokesman, Zabiullah Mujahid" """
        if start < 2 or self.doc[start - 1].text != ",":
            return None
        head = self.doc[start - 2]
        if head.lower_ not in words("roles", "heads"):
            return None
        return max(head.left_edge.i, start - 8), start - 1

    def _role_after(self, end: int) -> tuple[int, int] | None:
        """ "Jens Stoltenberg, the NATO chief" """
        if end + 1 >= len(self.doc) or self.doc[end].text != ",":
            return None
        for token in self.doc[end + 1 : end + 8]:
            if token.text in (",", ".", ";", ":") or token.pos_ in ("VERB", "PRON"):
                return None
            if token.lower_ in words("roles", "heads") and not self._is_role_modifier(token):
                start = max(token.left_edge.i, end + 1)
                stop = token.i + 1
                for child in token.rights:
                    if child.dep_ == "prep" and child.i == stop:
                        stop = min(child.right_edge.i + 1, stop + 8)
                        break
                return start, stop
        return None

    def _is_role_modifier(self, token: Token) -> bool:
        after = self.doc[token.i + 1 : token.i + 2]
        return bool(len(after)) and after[0].lower_ in words("roles", "heads")

    def _gender(self, start: int, role: tuple[int, int] | None) -> str | None:
        said = [self.doc[i].text for i in range(*role)] if role else []
        for gender in ("female", "male"):
            if any(word in words("roles", gender) for word in said):
                return gender
        return given_gender(self.doc[start].text)

    def _demonym(self, at: int) -> Name:
        token = self.doc[at]
        if token.pos_ in ("NOUN", "PROPN") and token.tag_.endswith("S"):
            return Name(at, at + 1, "group", token.text, None, None, "demonym")
        return Name(at, at + 1, "place", demonyms()[token.text], None, None, "demonym")

    def _text(self, start: int, end: int) -> str:
        return " ".join(self.doc[start:end].text.split())


def given_gender(name: str) -> str | None:
    """ "female" or "male", from a given name; None if it tells neither."""
    female, male = name in words("names", "female"), name in words("names", "male")
    return None if female == male else "female" if female else "male"


def _given() -> frozenset[str]:
    return words("names", "female") | words("names", "male")


def _titles() -> frozenset[str]:
    return words("roles", "abbreviations")


def _is_acronym(text: str) -> bool:
    letters = text.replace(".", "").replace("-", "")
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalpha()


def _in_title_case(doc: Doc) -> bool:
    long_words = [token.text for token in doc if token.is_alpha and len(token.text) > 3]
    capitals = sum(word[0].isupper() for word in long_words)
    return len(long_words) >= 3 and capitals >= 0.75 * len(long_words)
