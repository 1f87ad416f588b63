"""One utterance, altered, completed or cut."""

from tasks.reconciling.rulings import Ruled
from tasks.reconciling.utterances import Utterance, overlap


def altered_words(left: Utterance, right: Utterance) -> Ruled | None:
    """The words differ, most of the shorter's stand in the longer."""
    short, long = sorted((left, right), key=lambda one: (len(one.words), one.claim_id))
    return Ruled("compatible", f"{overlap(short, long):.0%} of the words of the shorter stand in the longer, in order")
