"""The table in front as a spreadsheet: whole numbers stay numbers, and a file is written whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

from desktop.i18n import t
from desktop.jobs import Jobs
from desktop.screens.statistics.grids import Grid, Heading
from desktop.screens.statistics.state import State
from desktop.stage import Stage


class Exporter:
    """Writes in the pool; says when it is done or why it is not."""

    def __init__(self, jobs: Jobs, stage: Stage) -> None:
        self._jobs, self._stage = jobs, stage

    def export(self, grid: Grid, path: Path) -> None:
        """One sheet: headings, then rows."""

        def write() -> int:
            from dossiers import spreadsheet

            return spreadsheet.write(path, [heading_words(each) for each in grid.headings], lines(grid))

        self._jobs.pool(write, lambda _: self._stage.toast(t("Đã ghi bảng số liệu vào tệp.")), self._stage.complain)


def heading_words(heading: Heading) -> str:
    """A column's words with those of its group."""
    return f"{heading.group}: {heading.words}" if heading.group else heading.words


def lines(grid: Grid) -> Iterator[list[str | int]]:
    """The rows as a spreadsheet takes them."""
    for row in grid.rows:
        yield [cell.words if cell.number is None else cell.number for cell in row]


def file_name(state: State, words: str) -> str:
    """A name to propose; days are written so that files stand in their order."""
    return f"{words} {state.span.first.isoformat()} {state.span.last.isoformat()}.xlsx"
