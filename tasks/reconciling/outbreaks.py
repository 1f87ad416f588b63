"""Which disease (or what else) cases are of: an article says it once, and a story can tell of several."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from tasks.reconciling.counts import VICTIMS
from tasks.reconciling.scene import Scene
from tasks.tables.quantities import Quantity

# "3,181 cases of yellow fever", "infected with measles", "an outbreak of Covid-19".
_OF = re.compile(
    r"\b(?:cases?|infections?|infected|outbreaks?|epidemics?|deaths?|sickened|ill) (?:of|with|by|from) (?:the )?"
    r"(?P<what>[\w-]{2,30}(?: (?:fever|cough|pox|flu|virus|disease|syndrome|poisoning|infection))?)",
    re.IGNORECASE,
)
_NO_NAME = frozenset({
    "a", "an", "all", "any", "confirmed", "disease", "her", "his", "illness", "infection", "it", "its", "many", "more",
    "new", "people", "some", "suspected", "that", "their", "these", "this", "those", "virus",
})  # fmt: skip
_SAME = {"coronavirus": "covid-19", "covid": "covid-19", "sars-cov-2": "covid-19"}


@dataclass(frozen=True)
class Outbreaks:
    """Article id → what the cases are of that it counts; and the articles whose story counts cases of several."""

    of_article: Mapping[str, str]
    beside_others: frozenset[str]

    def case(self, row: Quantity) -> str | None:
        """What it is a case of, also of the dead where another outbreak is told of."""
        tells = row.measure == "cases" or (row.measure in VICTIMS and row.article_id in self.beside_others)
        return self.of_article.get(row.article_id) if tells else None


def outbreaks_of(scene: Scene) -> Outbreaks:
    """As an article says most often, else as all of its story that says it does."""
    counting = {row.article_id for row in scene.corpus.quantities if row.measure == "cases"}
    said = {one: name for one in sorted(counting) if (name := _name(scene.corpus.article[one].text))}
    in_story: dict[str, set[str]] = defaultdict(set)
    for article_id, name in said.items():
        in_story[scene.story_of[article_id]].add(name)
    found, beside = {}, set()
    for row in scene.corpus.articles:
        names = in_story.get(scene.story_of[row.article_id], set())
        if name := said.get(row.article_id) or (min(names) if len(names) == 1 else None):
            found[row.article_id] = name
        if len(names) > 1:
            beside.add(row.article_id)
    return Outbreaks(found, frozenset(beside))


def _name(text: str) -> str | None:
    words = (match["what"].casefold() for match in _OF.finditer(text))
    told = Counter(_SAME.get(word, word) for word in words)
    names = [(-count, name) for name, count in told.items() if name.split()[0] not in _NO_NAME]
    return min(names)[1] if names else None
