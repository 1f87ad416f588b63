"""Articles: written anew from the facts, or copied from a wire or another outlet."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from random import Random

from benchmarks.newsroom.articles import Article, Sentence, sentences
from benchmarks.newsroom.forms import texts
from benchmarks.newsroom.numbers import worded
from benchmarks.newsroom.people import misspelt
from benchmarks.newsroom.pieces import Name, Number, Piece, Quote, plain, truths
from benchmarks.newsroom.world import Matter, Utterance
from benchmarks.newsroom.writing import Reporter, changed

_FURNITURE = 0.3  # of the pages have some
_OWN_HEADLINE = 0.7  # of the copies have a headline of their own
_ROUNDED_FROM = 1000  # in what an outlet copies
_VISIBLE_WORDS = 16  # of narrative in common show that one article is made of another
_QUOTED = re.compile(r"“[^”]*”")
_CREDIT_FORMS = ("dateline", "byline", "source")


def written(reporter: Reporter, hour: int) -> Article:
    """An article in the reporter's own words."""
    draw, story = reporter.draw, reporter.story
    headline = reporter.headline()
    lead, rest = _lead(reporter)
    body: list[Callable[[], list[Sentence]]] = [partial(_told, reporter, matter) for matter in rest]
    body += [partial(_said, reporter, one) for one in story.utterances if draw.random() < 0.55]
    if story.deadline and draw.random() < 0.85:
        body.append(lambda: [reporter.deadline()])
    body += [partial(reporter.background, 1) for _ in range(draw.randint(1, 3))]
    draw.shuffle(body)  # before anything is written: a person is introduced where the article first names them
    order = lead + [sentence for write in body for sentence in write()]
    return _furnished(
        Article(
            key=reporter.key,
            story=story.key,
            outlet=reporter.outlet,
            published=_moment(reporter, hour),
            headline=headline,
            paragraphs=_paragraphs(draw, order),
            dateline=_dateline(reporter),
        ),
        draw,
    )


def _moment(reporter: Reporter, hour: int) -> datetime:
    return datetime.combine(reporter.today, time(min(hour, 23), reporter.draw.randrange(60)))


def _dateline(reporter: Reporter) -> str:
    town = reporter.story.words["town"].upper()
    if reporter.outlet.is_agency:
        return f"{town} ({reporter.outlet.name}) — "
    return f"{town} — " if reporter.draw.random() < 0.2 else ""


def _lead(reporter: Reporter) -> tuple[list[Sentence], list[Matter]]:
    """The first sentence, and the matters that the rest of the article tells."""
    draw, matters = (
        reporter.draw,
        {matter.family: matter for matter in reporter.story.matters if matter.family != "troops"},
    )
    rest = [matter for matter in reporter.story.matters if not matter.is_lead and draw.random() < 0.65]
    lead = next((matter for matter in reporter.story.matters if matter.is_lead), None)
    if lead is None:
        return [], rest
    pair = texts("stories")[reporter.story.kind].get("pair")
    if pair and "injured" in matters and draw.random() < 0.5:
        core = reporter.pair(pair, lead, matters["injured"], first=True)
        return [reporter.attributed(core)], [one for one in rest if one.family != "injured" or draw.random() < 0.2]
    if lead.family == "troops" and "mission" in matters and draw.random() < 0.4:
        core = reporter.pair("part", lead, matters["mission"], first=True)
        return [reporter.attributed(core)], [one for one in rest if one.family != "mission"]
    if lead.rival:
        return _dispute(reporter, lead), rest
    again = [lead] if draw.random() < 0.2 else []
    return [reporter.attributed(reporter.core(lead, first=True))], rest + again


def _dispute(reporter: Reporter, matter: Matter) -> list[Sentence]:
    """One side's number, or both."""
    draw, story = reporter.draw, reporter.story
    sides = draw.choice((("ours",), ("rival",), ("ours", "rival"), ("rival", "ours")))
    return [
        reporter.attributed(
            reporter.core(matter, rival=side == "rival", first=index == 0),
            draw.choice(story.rivals if side == "rival" else story.officials),
        )
        for index, side in enumerate(sides)
    ]


def _said(reporter: Reporter, utterance: Utterance) -> list[Sentence]:
    return [reporter.quoted(utterance)]


def _told(reporter: Reporter, matter: Matter) -> list[Sentence]:
    if matter.rival:
        return _dispute(reporter, matter)
    core = reporter.core(matter)
    return [reporter.plainly(core) if matter.family == "past" else reporter.attributed(core)]


def _paragraphs(draw: Random, order: Sequence[Sentence]) -> tuple[tuple[Sentence, ...], ...]:
    found: list[list[Sentence]] = []
    for sentence in order:
        if len(found) > 1 and len(found[-1]) < 3 and draw.random() < 0.4:
            found[-1].append(sentence)
        else:
            found.append([sentence])
    return tuple(tuple(paragraph) for paragraph in found)


def _furnished(article: Article, draw: Random) -> Article:
    if draw.random() >= _FURNITURE:
        return article
    table = texts("background")["furniture"]
    return replace(
        article,
        before=draw.choice(table["before"]),
        between=draw.choice(table["between"]),
        after=draw.choice(table["after"]),
    )


def copied(original: Article, reporter: Reporter, hour: int) -> Article:
    """An article made of another: cut at the end, with the outlet's habits in numbers, names and quotations."""
    draw, outlet = reporter.draw, reporter.outlet
    kept = original.paragraphs[: max(2, round(len(original.paragraphs) * draw.uniform(0.5, 1)))]
    credited = draw.random() < outlet.credits
    credit = (original.credit or original.outlet.name) if credited else None
    hand = _Hand(reporter)
    paragraphs = tuple(
        found for paragraph in kept if (found := tuple(hand.sentence(one) for one in paragraph if not one.in_house))
    )
    headline = reporter.headline() if draw.random() < _OWN_HEADLINE else hand.verbatim(original.headline)
    if plain(headline.pieces) == plain(original.headline.pieces):
        headline = original.headline  # who happens on the same words copied them, as far as texts show
    form = draw.choice(_CREDIT_FORMS) if credit else ""
    article = Article(
        key=reporter.key,
        story=original.story,
        outlet=outlet,
        published=max(_moment(reporter, hour), original.published + timedelta(minutes=20)),
        headline=headline,
        paragraphs=paragraphs,
        dateline=f"{reporter.story.words['town'].upper()} ({credit}) — " if form == "dateline" else "",
        byline=credit if form == "byline" else None,
        source_line=f"Source: {credit}" if form == "source" else "",
        credit=credit,
        copied_from=original.key,
    )
    return _furnished(
        _hidden(_credited(article)) if _shared_words(original, article) < _VISIBLE_WORDS else _credited(article), draw
    )


def _shared_words(original: Article, article: Article) -> int:
    """The words outside quotations of the sentences that the two have in common."""
    theirs = {sentence.key for sentence in sentences(original)}
    shared = (one for one in sentences(article) if one.key in theirs and one is not article.headline)
    return sum(len(_QUOTED.sub("", plain(one.pieces)).split()) for one in shared)


def _hidden(article: Article) -> Article:
    """A copy of which too little is left to show it: what it says is said on nobody's word, as far as texts tell."""

    def of(sentence: Sentence) -> Sentence:
        origin = sentence.origin if sentence.credited or article.credit else f"unknown:{article.key}"
        return replace(sentence, key=f"{article.key}#{sentence.key}", origin=origin)

    paragraphs = tuple(tuple(of(one) for one in paragraph) for paragraph in article.paragraphs)
    return replace(article, headline=of(article.headline), paragraphs=paragraphs, copied_from=None)


def _credited(article: Article) -> Article:
    """Who is credited for the whole article has reported, for its readers, what no sentence credits to another."""
    if article.credit is None:
        return article

    def of(sentence: Sentence) -> Sentence:
        return sentence if sentence.credited else replace(sentence, origin=f"outlet:{article.credit}")

    paragraphs = tuple(tuple(of(one) for one in paragraph) for paragraph in article.paragraphs)
    return replace(article, headline=of(article.headline), paragraphs=paragraphs)


class _Hand:
    """What an outlet does to the sentences that it copies."""

    def __init__(self, reporter: Reporter) -> None:
        self.reporter, self.draw, self.outlet = reporter, reporter.draw, reporter.outlet
        self._matters = {matter.key: matter for matter in reporter.story.matters}
        self._slips: dict[str, str] = {}

    def sentence(self, sentence: Sentence) -> Sentence:
        numbers = [one for one in truths(sentence.pieces) if isinstance(one, Number)]
        named = any(isinstance(one, Name | Quote) for one in truths(sentence.pieces))
        for one in numbers:
            matter = self._matters[one.matter]
            if one.value != matter.rival and one.bound == "exact":
                self.reporter.take_over(one)
        if len(numbers) == 1 and not named and self.draw.random() < self.outlet.rewrites:
            matter = self._matters[numbers[0].matter]
            if matter.rival is None and numbers[0].bound == "exact":
                return self.reporter.attributed(self.reporter.core(matter))
        return self.verbatim(sentence)

    def verbatim(self, sentence: Sentence) -> Sentence:
        return replace(sentence, pieces=tuple(self._piece(piece) for piece in sentence.pieces))

    def _piece(self, piece: Piece) -> Piece:
        if isinstance(piece, Name):
            return self._name(piece)
        if isinstance(piece, Quote) and not piece.change:
            utterance = next(one for one in self.reporter.story.utterances if one.key == piece.utterance)
            return changed(piece, utterance, self.outlet, self.draw)
        if isinstance(piece, Number) and _can_be_rounded(piece) and self.draw.random() < self.outlet.rounds:
            rounding = replace(self.outlet, rounds=1.0)
            return worded(piece.matter, piece.value, rounding, self.draw, piece.state, piece.wrong)
        return piece

    def _name(self, name: Name) -> Name:
        """A slip in a surname goes through the whole article."""
        if name.person not in self._slips:
            surname = name.words.split()[-1]
            slips = self.draw.random() < self.outlet.misspells
            self._slips[name.person] = misspelt(surname, self.draw) if slips else ""
        slip = self._slips[name.person]
        return replace(name, words=" ".join([*name.words.split()[:-1], slip])) if slip else name


def _can_be_rounded(number: Number) -> bool:
    return number.bound == "exact" and number.words[0].isdigit() and number.value >= _ROUNDED_FROM
