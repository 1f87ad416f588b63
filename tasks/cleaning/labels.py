"""What a rule says of a line, and the page as rules see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from tasks.cleaning.dense_text import densest
from tasks.cleaning.lines import Line, key_of
from tasks.cleaning.paragraphs import prose_lines
from tasks.cleaning.titles import title_key
from tasks.tables.blocks import BlockKind

HEAD_WITHOUT_TEXT = 12  # lines in which a page without prose may have its headline
KEPT: frozenset[BlockKind] = frozenset({"headline", "subheadline", "dateline", "body", "caption"})


class Label(NamedTuple):
    """A line's kind and the name of the rule that said so."""

    kind: BlockKind
    reason: str


Labels = Mapping[int, Label]


@dataclass(frozen=True)
class PageView:
    """The lines of a page, what is known of it from outside, and the labels given so far (by line index)."""

    lines: Sequence[Line]
    is_prose: Sequence[bool]
    labels: Labels
    headline: str | None = None  # from the manifest or the markup
    byline: str | None = None

    @classmethod
    def of(cls, lines: Sequence[Line], headline: str | None = None, byline: str | None = None) -> "PageView":
        """A page of which nothing is labelled yet."""
        return cls(lines, prose_lines(lines), {}, headline, byline)

    @cached_property
    def free(self) -> tuple[bool, ...]:
        """Whether each line is still without a label."""
        return tuple(index not in self.labels for index in range(len(self.lines)))

    @cached_property
    def prose(self) -> tuple[int, int]:
        """The stretch of lines where the text is: its first line and one past its last; (0, 0) if there is none."""
        return densest(self.lines, self.is_prose, {index: label.kind for index, label in self.labels.items()})

    @cached_property
    def head(self) -> range:
        """Lines before the text."""
        return range(self.prose[0] if self.prose[1] else min(len(self.lines), HEAD_WITHOUT_TEXT))

    @cached_property
    def tail(self) -> range:
        """Lines behind the text."""
        return range(self.prose[1] or len(self.lines), len(self.lines))

    @cached_property
    def headline_index(self) -> int | None:
        return next((index for index, label in sorted(self.labels.items()) if label.kind == "headline"), None)

    @cached_property
    def headline_key(self) -> str | None:
        if self.headline_index is not None:
            return title_key(self.lines[self.headline_index].text)
        return key_of(self.headline) if self.headline else None

    def with_labels(self, labels: Labels) -> "PageView":
        """This page with more labels; what has one keeps it."""
        return replace(self, labels={**labels, **self.labels})
