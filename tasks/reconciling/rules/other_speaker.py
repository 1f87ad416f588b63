"""Like words of two people."""

from tasks.reconciling.rulings import Ruled
from tasks.reconciling.utterances import SHARE_TOLD, Utterance, overlap


def other_speaker(left: Utterance, right: Utterance) -> Ruled | None:
    """Two known speakers who say nearly the same say it each for himself."""
    if left.speaker_id is None or right.speaker_id is None or left.speaker_id == right.speaker_id:
        return None
    short, long = sorted((left, right), key=lambda one: (len(one.words), one.claim_id))
    share = overlap(short, long)
    if share < SHARE_TOLD:
        return None
    return Ruled("not_comparable", f"{share:.0%} of the shorter's words stand in the longer, but two people say them")
