"""One line of the fault matrix: what was tried how often, was the broken variant caught, how long it took."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic

HEADINGS = ("SYNC 4", "fault", "run", "broke", "control caught", "seconds")


@dataclass(slots=True)
class Row:
    """A line of the matrix; `not_shown` says why nothing could be shown here, which is never a pass."""

    number: str
    fault: str
    unit: str = "cases"
    run: int = 0
    broke: int = 0
    control: str = ""
    caught: bool = False
    took_s: float = 0.0
    not_shown: str = ""
    notes: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Nothing broke, and the harness has shown that it would have seen it."""
        return bool(self.run) and not self.broke and self.caught

    @contextmanager
    def timed(self) -> Iterator[None]:
        """Count the seconds of a block."""
        started = monotonic()
        try:
            yield
        finally:
            self.took_s += monotonic() - started


Harness = Callable[[], Sequence[Row]]


def table(rows: Sequence[Row]) -> str:
    """The matrix as text, its columns as wide as they need."""
    lines = [HEADINGS] + [
        (
            row.number, row.fault, f"{row.run} {row.unit}", str(row.broke),
            f"{'yes' if row.caught else 'NO'}: {row.control}" if row.control else "NONE", f"{row.took_s:.1f}",
        )
        for row in rows
    ]  # fmt: skip
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    text = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    text += [f"  {row.fault}: {note}" for row in rows for note in row.notes]
    hidden = [f"NOT SHOWN HERE: {row.fault}: {row.not_shown}" for row in rows if row.not_shown]
    return "\n".join([*text, *hidden, f"{len(hidden)} not shown here"])
