"""The office's six columns as Biểu 06/VPCP/KSTT has them: taken in, settled, in hand, and the identity between."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dossiers.reporting.figures import EVERYTHING, Figure, Grouping, Measure, Slice
from dossiers.reporting.spans import Span

LEAVES = (
    Measure.CARRIED_OVER, Measure.RECEIVED_ONLINE, Measure.RECEIVED_DIRECT, Measure.EARLY, Measure.ON_TIME,
    Measure.LATE, Measure.OPEN_IN_TIME, Measure.OPEN_OVERDUE,
)  # fmt: skip
"""What is counted; every other column is a sum of these."""


class BrokenIdentity(Exception):
    """The columns of a sheet do not add up: our fault, and no such sheet ever leaves the office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line: eight counts, each made by itself, and their sums (domain 6.7).

    Raises BrokenIdentity unless what came in is what was settled and what is still in hand.
    """

    slice: Slice = EVERYTHING
    name: str = ""
    carried_over: int = 0
    received_online: int = 0
    received_direct: int = 0
    early: int = 0
    on_time: int = 0
    late: int = 0
    open_in_time: int = 0
    open_overdue: int = 0

    def __post_init__(self) -> None:
        if self.total != self.settled + self.open:
            raise BrokenIdentity(f"{self.total} taken in, but {self.settled} settled and {self.open} in hand")

    @property
    def received(self) -> int:
        """Taken in within the span, whatever the channel."""
        return self.received_online + self.received_direct

    @property
    def total(self) -> int:
        """Tổng số tiếp nhận (1)."""
        return self.carried_over + self.received

    @property
    def in_time(self) -> int:
        """Settled early or on time."""
        return self.early + self.on_time

    @property
    def settled(self) -> int:
        """Đã giải quyết, tổng số."""
        return self.in_time + self.late

    @property
    def open(self) -> int:
        """Đang giải quyết, tổng số."""
        return self.open_in_time + self.open_overdue

    def count(self, measure: Measure) -> int:
        """One of its columns; raises AttributeError for a measure that is none."""
        return int(getattr(self, measure.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The columns of a span, by line and in all; the busiest line first."""

    span: Span
    as_of: datetime
    grouping: Grouping
    lines: tuple[Line, ...]
    sum: Line

    def figure(self, line: Line, measure: Measure, base: Measure | None = None) -> Figure:
        """A cell as a figure that opens its dossiers; `base` is another column of the same line."""
        return Figure(
            measure=measure, numerator=line.count(measure), span=self.span, as_of=self.as_of, base=base,
            denominator=line.count(base) if base else None, slice=line.slice,
        )  # fmt: skip

    def share(self, line: Line, measure: Measure) -> Figure:
        """A line's part of the whole column, as the channels' shares are."""
        return Figure(
            measure=measure, numerator=line.count(measure), span=self.span, as_of=self.as_of, base=measure,
            denominator=self.sum.count(measure), slice=line.slice,
        )  # fmt: skip


def line_of(part: Slice, name: str, counts: Mapping[Measure, int]) -> Line:
    """A line of its eight counts."""
    leaves: dict[str, Any] = {leaf.value: counts[leaf] for leaf in LEAVES}
    return Line(slice=part, name=name, **leaves)


def summed(lines: Sequence[Line]) -> Line:
    """The line of sums."""
    return line_of(EVERYTHING, "", {leaf: sum(line.count(leaf) for line in lines) for leaf in LEAVES})
