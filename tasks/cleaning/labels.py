"""What a rule says of a line, and the page as rules see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from tasks.cleaning.lines import Line, key_of
from tasks.cleaning.paragraphs import prose_lines
from tasks.tables.blocks import BlockKind

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
        """First unlabelled prose line, and one past the last; (0, 0) if there is none."""
        prose = [index for index, is_prose in enumerate(self.is_prose) if is_prose and self.free[index]]
        return (prose[0], prose[-1] + 1) if prose else (0, 0)

    @cached_property
    def head(self) -> range:
        """Lines before the first prose."""
        return range(self.prose[0] if self.prose[1] else min(len(self.lines), 12))

    @cached_property
    def tail(self) -> range:
        """Lines after the last prose."""
        return range(self.prose[1] or len(self.lines), len(self.lines))

    @cached_property
    def headline_index(self) -> int | None:
        return next((index for index, label in sorted(self.labels.items()) if label.kind == "headline"), None)

    @cached_property
    def headline_key(self) -> str | None:
        if self.headline_index is not None:
            return self.lines[self.headline_index].key
        return key_of(self.headline) if self.headline else None

    def with_labels(self, labels: Labels) -> "PageView":
        """This page with more labels; what has one keeps it."""
        return replace(self, labels={**labels, **self.labels})
