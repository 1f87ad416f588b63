"""How far a change reaches: which articles have to be looked at again, stage by stage.

Each function says which articles something can depend on that changed, and may say too much, never too little: what it
names is then regrouped by the same rules as ever. So a rule must not look beyond what is reached here; the docstrings
say what that is.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TypeAlias

from tasks.reconciling.copies import MOST_ARTICLES, NEIGHBOURS
from tasks.reconciling.matching import MOST_PLACES
from tasks.reconciling.profiles import Profile, places_of
from tasks.reconciling.sharing import Sharing
from tasks.reconciling.utterances import Utterance, keys_of, same_utterance

EventKey: TypeAlias = tuple[str, str]  # the kind of an event, and a storyline or an entity


def matched_with(sharing: Sharing, profiles: Mapping[str, Profile], article_ids: Collection[str]) -> set[str]:
    """The articles that have words of these, and these: whom an article's origins depend on, one step away.

    Words that are furniture now, and were not or will not be without these articles, count too.
    """
    own = frozenset(article_ids)
    places = places_of(sharing, profiles, own).values()
    told = (some for some in places if sum(one not in own for one, _ in some) <= MOST_PLACES)
    return {one for some in told for one, _ in some} | own


def copied_with(before: Sharing, now: Sharing, changed: Collection[str]) -> set[str]:
    """The articles of which a pair may be a copy since, or no more, because others changed; and those.

    Whether two articles have one text depends on the two, and, for a run that many have, on who stands between them
    in the order of ids.
    """
    found = set(changed)
    old, new = before.holders(changed), now.holders(changed)
    for run in old.keys() | new.keys():
        sides = [sorted({one for one, _ in holders.get(run, ())}) for holders in (old, new)]
        if min(map(len, sides)) <= MOST_ARTICLES < max(map(len, sides)):
            found.update(*sides)
        for ids in sides:
            if NEIGHBOURS < len(ids) <= MOST_ARTICLES:
                places = [at for at, one in enumerate(ids) if one in changed]
                found.update(one for at in places for one in ids[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1])
    return found


def gathered(before: Mapping[str, str], now: Mapping[str, str], changed: Collection[str]) -> set[str]:
    """All articles of the groups (stories, storylines) that lost, got or have a changed article."""
    left = {before[one] for one in changed if one in before}
    there = {now[one] for one in now if one in changed or before.get(one) in left}
    return {one for one, group in now.items() if group in there}


def counting_alike(profiles: Mapping[str, Profile], line_of: Mapping[str, str], measures: Collection[str]) -> set[str]:
    """The articles whose numbers of these measures are compared beyond their stories, with all of their storylines
    that have such a measure: there an unknown holder or place is filled in.
    """
    wanted = frozenset(measures)
    lines = {line_of[one] for one, profile in profiles.items() if wanted & profile.lake_wide}
    return {one for one, profile in profiles.items() if line_of[one] in lines and wanted & profile.measures}


def event_keys(
    profile: Profile, line: str, entity_of: Callable[[str], str | None]
) -> Mapping[str, frozenset[EventKey]]:
    """Claim id → where the claim meets others: its kind of event in its storyline, and by its actor everywhere."""
    found = {}
    for claim_id, event in profile.events.items():
        actor = entity_of(event.actor_mention_id) if event.actor_mention_id else None
        found[claim_id] = frozenset({(event.kind, line), (event.kind, actor or line)})
    return found


def dating_alike(keys_of_claim: Mapping[str, frozenset[EventKey]], keys: Collection[EventKey]) -> set[str]:
    """The claims that meet others at one of these keys, and so on: all that can be grouped otherwise with them."""
    claims: dict[EventKey, list[str]] = defaultdict(list)
    for claim_id, some in keys_of_claim.items():
        for key in some:
            claims[key].append(claim_id)
    reached: set[str] = set()
    waiting, seen = list(keys), set(keys)
    while waiting:
        for claim_id in claims.get(waiting.pop(), ()):
            reached.add(claim_id)
            waiting += keys_of_claim[claim_id] - seen
            seen |= keys_of_claim[claim_id]
    return reached


def telling_alike(
    stories: Collection[str],
    told_in: Callable[[Collection[str]], Sequence[Utterance]],
    told_by: Callable[[Iterable[Utterance]], Sequence[Utterance]],
) -> set[str]:
    """These stories, and those where somebody tells what is told in one of them; and so on.

    ``told_in`` gives the statements of stories, ``told_by`` those of the same speakers near in time, elsewhere.
    Within a story, and between stories where one speaker says the same, statements are compared; nowhere else.
    """
    reached: set[str] = set()
    waiting = set(stories)
    while waiting:
        told = told_in(waiting)
        reached |= waiting
        index: dict[tuple[str, ...], list[Utterance]] = defaultdict(list)
        for one in told:
            for key in keys_of(one):
                index[key].append(one)
        others = [one for one in told_by(told) if one.story_id not in reached]
        waiting = {
            other.story_id
            for other in others
            if any(_alike(one, other) for key in keys_of(other) for one in index.get(key, ()))
        }
    return reached


def _alike(one: Utterance, other: Utterance) -> bool:
    short, long = sorted((one, other), key=lambda each: (len(each.words), each.claim_id))
    return same_utterance(short, long)
