"""Who reports what in one parsed passage: words of saying, their subjects, and the clauses that hang on them."""

from spacy.tokens import Doc, Token

from tasks.language.lexicon import lexicon, words

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
# Verbs whose object acts next: "led him to conclude".
CAUSATIVES = frozenset(["lead", "prompt", "cause", "force", "push", "drive", "allow", "enable"])
RELATIVES = ("who", "which", "that", "whom")


def frames(token: Token) -> frozenset[str]:
    """The frames in which a token can report speech; empty if it is no verb of saying."""
    word = (token.pos, token.lower, token.lemma)  # numbers: asked of every word again and again
    found = _SEEN.get(word)
    if found is None:
        if len(_SEEN) >= _MOST_SEEN:
            _SEEN.clear()
        found = _SEEN[word] = _frames(token.pos_, token.lower_, token.lemma_.lower())
    return found


_SEEN: dict[tuple[int, int, int], frozenset[str]] = {}
_MOST_SEEN = 50_000


def _frames(part_of_speech: str, lower: str, lemma: str) -> frozenset[str]:
    if part_of_speech not in ("VERB", "AUX") and lower not in words("cues", "sure"):
        return frozenset()
    # "rated" has been seen with the lemma "rat"
    return _frames_of(lemma) or _frames_of(lower) or _frames_of(lower.removesuffix("d"))


def _frames_of(lemma: str) -> frozenset[str]:
    found = {
        name
        for name in ("clause", "quote", "object", "infinitive", "object_infinitive", "as")
        if lemma in words("cues", name)
    }
    if lemma in lexicon("cues")["prepositions"]:
        found.add("prepositions")
    return frozenset(found)


def subject(verb: Token) -> Token | None:
    """The head of the words for who says: by the parse, or the noun phrase that follows an inverted verb."""
    seen = 0
    while seen < 6:
        own = [child for child in verb.children if child.dep_ in SUBJECTS]
        if own:
            return _antecedent(
                max((child for child in own if child.i < verb.i), key=lambda child: child.i, default=own[0])
            )
        if (object_ := moved(verb)) is not None:
            return object_
        if verb.dep_ in ("acl",) and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return verb.head
        if verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp") and verb.head is not verb:
            if verb.dep_ == "ccomp" and verb.tag_ not in ("VB", "VBG", "VBN"):
                return None
            verb = verb.head
            seen += 1
            continue
        return None
    return None


def moved(verb: Token) -> Token | None:
    """Who acts in an infinitive under a causative: "led him to conclude"."""
    if verb.dep_ != "xcomp" or verb.head.lemma_.lower() not in CAUSATIVES or verb.head.i > verb.i:
        return None
    return next((child for child in verb.head.rights if child.dep_ == "dobj" and child.i < verb.i), None)


def _antecedent(token: Token) -> Token:
    verb = token.head
    if token.lower_ in RELATIVES and verb.dep_ == "relcl":
        return verb.head
    if token.lower_ in ("which", "who") and token.i and token.nbor(-1).pos_ in ("NOUN", "PROPN"):
        return token.nbor(-1)
    return token


def has_finite(verb: Token) -> bool:
    """Whether a verb or an auxiliary of it bears tense."""
    finite = ("VBD", "VBZ", "VBP", "MD")
    return verb.tag_ in finite or any(child.tag_ in finite for child in verb.lefts if child.dep_ in ("aux", "auxpass"))


def phrase(head: Token) -> tuple[int, int]:
    """Token range of a noun phrase without the clauses and appositions that follow its head."""
    left = head.left_edge.i
    right = head.i + 1
    for child in head.rights:
        if (
            child.dep_ in ("prep", "compound", "flat", "nummod", "nmod", "poss", "case", "conj", "cc")
            and child.right_edge.i >= right
        ):
            right = child.right_edge.i + 1
        elif child.dep_ in ("relcl", "acl", "appos", "punct", "advcl"):
            break
    return left, right


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A token range without surrounding punctuation and white space (quotation marks and brackets are kept)."""
    while start < end and (doc[start].is_space or doc[start].text in _LOOSE):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].text in _LOOSE):
        end -= 1
    return start, end


_LOOSE = frozenset([",", ".", ";", ":", "-", "--", "–", "—", "―", "…", "..."])
