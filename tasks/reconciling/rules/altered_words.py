"""One utterance, altered, completed, cut or told in other words."""

from tasks.reconciling.rulings import Ruled
from tasks.reconciling.utterances import SHARE_TOLD, Utterance, overlap


def altered_words(left: Utterance, right: Utterance) -> Ruled | None:
    """The words differ: most of the shorter's stand in the longer, or what they tell does."""
    short, long = sorted((left, right), key=lambda one: (len(one.words), one.claim_id))
    share = overlap(short, long)
    told = "; both tell one thing" if share < SHARE_TOLD else ""
    return Ruled("compatible", f"{share:.0%} of the words of the shorter stand in the longer, in order{told}")
