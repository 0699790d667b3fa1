"""The table in front as a spreadsheet: whole numbers stay numbers, and a file is written whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

from desktop.i18n import t
from desktop.jobs import Jobs
from desktop.people_asks import note_export
from desktop.screens.statistics.grids import SHEETS, Grid, Heading, grid_of
from desktop.screens.statistics.state import State, Tab
from desktop.screens.statistics.words import as_of_words
from desktop.stage import Stage


class Exporter:
    """Writes in the pool; says when it is done or why it is not."""

    def __init__(self, jobs: Jobs, stage: Stage) -> None:
        self._jobs, self._stage = jobs, stage

    def export(self, state: State, path: Path) -> None:
        """One sheet: the ministry's columns or the indicators as their forms have them, all else as on show."""

        def write() -> None:
            self._jobs.wait(lambda desk: note_export(desk, path.stem))
            if state.tab in SHEETS or state.tab is Tab.INDICATORS:
                from desktop.report_files import write_xlsx

                write_xlsx(path, state.table)
            else:
                from dossiers import spreadsheet

                grid = grid_of(state)
                spreadsheet.write(path, [heading_words(each) for each in grid.headings], lines(state, grid))

        self._jobs.pool(write, lambda _: self._stage.toast(t("Đã ghi bảng số liệu vào tệp.")), self._stage.complain)


def heading_words(heading: Heading) -> str:
    """A column's words with those of its group."""
    return f"{heading.group}: {heading.words}" if heading.group else heading.words


def lines(state: State, grid: Grid) -> Iterator[list[str | int]]:
    """The rows as a spreadsheet takes them, and in the last one the days and the hour of counting."""
    for row in grid.rows:
        yield [cell.words if cell.number is None else cell.number for cell in row]
    if state.headline:
        yield [f"{state.span.sentence}; {as_of_words(state.headline[0])}"]


def file_name(state: State, words: str) -> str:
    """A name to propose; days are written so that files stand in their order."""
    return f"{words} {state.span.first.isoformat()} {state.span.last.isoformat()}.xlsx"
