"""Rows into an .xlsx file as they come: one sheet, headings that stay in sight, and never half a file."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any

from dossiers.errors import KnownError
from dossiers.store.durable import sync_folder, write_fault, write_whole

Cell = str | int
"""Words stay words, whatever they begin with; whole numbers can be summed."""

MOST_ROWS = 1_048_575
"""What one sheet of the format holds under its headings (ECMA-376)."""

ASIDE = ".motcua-xlsx"
"""Always of one name beside the file that is written, so that killed exports leave one folder and not one each."""

_one_at_a_time = Lock()

PROGRESS_ROWS = 100
WIDEST = 60
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class Stopped(KnownError):
    """Somebody stopped a table while it was being written."""


def write(
    path: Path,
    headings: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    progress: Callable[[int], None] = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
) -> int:
    """Write the table and return the number of its rows; they may come from a generator and are not kept.

    Every hundred rows `progress(rows)` hears what is done, and `stop()` may answer True: then Stopped is raised.
    Raises DiskFull or KnownError where the disk refuses; after any of these what stood at `path` stands there still.
    """
    whole = BytesIO()
    try:
        with _aside(path.parent) as aside:
            count = _fill(whole, aside, headings, _watched(rows, progress, stop))
            made = aside / path.name
            write_whole(made, [whole.getvalue()])
            made.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise write_fault(error) from error
    return count


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """Where rows lie until the file is whole: gone afterwards, or with the next table where the program was killed."""
    aside = folder / ASIDE
    with _one_at_a_time:
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(mode=0o700)
        try:
            yield aside
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def _fill(out: BytesIO, aside: Path, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    from xlsxwriter import Workbook

    book = Workbook(out, {**OPTIONS, "tmpdir": str(aside)})
    try:
        return _fill_sheet(book.add_worksheet(), book.add_format({"bold": True}), headings, rows)
    finally:
        # Also after a fault: what is in memory is thrown away, but its files must be let go of.
        book.close()


def _fill_sheet(sheet: Any, strong: Any, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    count = 0
    for column, heading in enumerate(headings):
        sheet.set_column(column, column, min(WIDEST, 1.3 * len(heading) + 6))
        sheet.write_string(0, column, heading, strong)
    sheet.freeze_panes(1, 0)
    for count, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            sheet.write(count, column, cell)
    sheet.autofilter(0, 0, count, len(headings) - 1)
    return count


def _watched(
    rows: Iterable[Sequence[Cell]], progress: Callable[[int], None], stop: Callable[[], bool]
) -> Iterable[Sequence[Cell]]:
    """The rows, with a word to whoever waits for them."""
    for number, row in enumerate(rows, start=1):
        if number > MOST_ROWS:
            raise KnownError("Một bảng tính chỉ chứa được {most} dòng. Chọn khoảng ngày ngắn hơn.", most=MOST_ROWS)
        yield row
        if number % PROGRESS_ROWS == 0:
            progress(number)
            if stop():
                raise Stopped("Đã dừng theo yêu cầu. Chưa tệp nào được ghi.")
