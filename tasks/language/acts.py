"""Verbs of saying that say nothing here: what is done, not said ("denied bail", "called 911", "declared himself king").

A verb that has content elsewhere ("denied the charges", "called it a fraud") is an act by what its object is. The
classes follow Austin (1962), How to do things with words: exercitives and behabitives that change a state by being
uttered tell nothing that could be compared. Their nouns are data in ``lexicons/cues.toml``.
"""

from spacy.tokens import Token

from tasks.language.lexicon import lexicon, words

_REFLEXIVES = frozenset(["himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"])
_CLAUSES = frozenset(["ccomp", "xcomp"])
# What may follow an object that nothing more is said of.
_PAST_OBJECT = frozenset(["ADP", "SCONJ", "CCONJ", "ADV", "PART", "VERB", "AUX", "SPACE"])


def is_act(cue: Token) -> bool:
    """Whether a verb of saying with its object is something done, or something somebody is accused of."""
    return _is_alleged(cue) or _tells_apart(cue) or _is_done_to(cue)


def _is_alleged(cue: Token) -> bool:
    """ "charged with threatening a guard", "accused of attacking the clerk"."""
    if cue.tag_ != "VBG" or cue.dep_ != "pcomp" or cue.head.lower_ not in ("with", "of", "for"):
        return False
    return cue.head.head.lemma_.lower() in words("cues", "acts", "accusing")


def _tells_apart(cue: Token) -> bool:
    """ "anyone wanting to leave", "callers wishing to remain unnamed": a participle that tells who is meant."""
    return cue.tag_ == "VBG" and cue.dep_ == "acl" and cue.lemma_.lower() in words("cues", "acts", "telling_apart")


def _is_done_to(cue: Token) -> bool:
    """Whether the object of the verb is none that one can speak of with it: "deny bail", "call the police"."""
    lemma, after = cue.lemma_.lower(), cue.doc[cue.i + 1 : cue.i + 2]
    if lemma in words("cues", "acts", "reflexive") and after.text.lower() in _REFLEXIVES:
        return True
    rights = [child for child in cue.rights if child.dep_ in ("dobj", "oprd") or child.dep_ in _CLAUSES]
    if not rights or rights[0].dep_ in _CLAUSES or any(child.lower_ == "as" for child in cue.rights):
        return False
    first = rights[0]
    if first.lemma_.lower() in lexicon("cues")["acts"]["objects"].get(lemma, ()):
        return True
    if lemma != "call":
        return False
    return first.like_num or (len(rights) == 1 and _is_reached_by_telephone(first))


def _is_reached_by_telephone(token: Token) -> bool:
    """ "the police", "a lawyer", and no name for them after it."""
    people = words("roles", "collectives") | words("roles", "heads")
    if not (token.pos_ in ("PRON", "PROPN") or token.lower_ in people):
        return False
    after = token.doc[token.right_edge.i + 1 : token.right_edge.i + 2]
    return not len(after) or after[0].pos_ in _PAST_OBJECT or after[0].text in (".", ",", ";", ")")
