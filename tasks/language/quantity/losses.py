"""What is lost: lives that something claims, jobs that somebody cuts."""

from spacy.tokens import Token

from tasks.language import clauses
from tasks.language.lexicon import lexicon, words
from tasks.language.quantity.groups import total_of
from tasks.reference.measures import Measure, measures


def measure_of_loss(noun: Token) -> tuple[Measure, Token] | None:
    """The measure of things that a verb tells to be lost: "claimed 12 lives", "300 jobs go", "12 lives lost"."""
    losses: dict[str, str] = lexicon("counting")["losses"]
    name = losses.get(noun.lemma_.lower(), "")
    lost = total_of(noun)
    if name == "jobs_cut" and (gone := _going(lost)):
        return measures()[name], gone
    near = (*lost.rights, *([lost.head] if lost.dep_ == "nsubj" else []))
    participle = next((one for one in near if one.dep_ in ("acl", "ROOT") and one.tag_ == "VBN"), None)
    verb = participle or clauses.verb_of(lost)
    if verb is None or (participle is None and lost.dep_ not in ("dobj", "nsubjpass")):
        return None
    verbs = words("counting", "losing")
    return (measures()[name], verb) if name and verb.lemma_.lower() in verbs else None


def _going(noun: Token) -> Token | None:
    """The verb of "300 jobs will go", "are to go", "are to be cut", "300 jobs to go"; not "go to women", "unfilled"."""
    verb = noun.head if noun.dep_ == "nsubj" else noun
    near = [verb, *(child for child in verb.rights if child.dep_ in ("xcomp", "relcl", "acl"))]
    for one in near:
        more = any(child.dep_ in ("acomp", "oprd", "dobj", "prt") or child.lower_ == "to" for child in one.rights)
        if one.lemma_.lower() == "go" and one.pos_ in clauses.VERBS and not more:
            return one
        if one.lemma_.lower() in words("counting", "losing") and any(child.dep_ == "auxpass" for child in one.lefts):
            return one
    return None
