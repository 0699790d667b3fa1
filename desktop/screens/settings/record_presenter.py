"""Decisions of the access record: which rows are on show, more of them, and all of them into a file."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Protocol

from desktop.i18n import t
from desktop.jobs import Failed, Jobs
from desktop.people_asks import Recorded, note_export, read_record
from dossiers.access import Access, Entry, Wanted
from dossiers.clock import VIETNAM, say_time

PAGE = 200
EXPORTED_AS = "Nhật ký truy cập"
HEADINGS = ("Lúc", "Người", "Việc", "Hồ sơ, nội dung", "Số lần")
KIND_WORDS = {
    Access.LOOKED: "Xem hồ sơ",
    Access.PRINTED: "In giấy",
    Access.EXPORTED: "Xuất ra tệp",
    Access.SIGNED_IN: "Vào quầy",
    Access.FAILED: "Nhập sai mật khẩu",
    Access.PEOPLE: "Đổi người dùng",
}


@dataclass(frozen=True, slots=True)
class RecordState:
    """What the panel shows; `more` is whether older rows are left."""

    entries: tuple[Entry, ...] = ()
    clerks: tuple[str, ...] = ()
    more: bool = False
    wanted: Wanted = field(default_factory=Wanted)


class RecordView(Protocol):
    """The panel as its presenter sees it."""

    def present(self, state: RecordState) -> None:
        """Show the rows."""

    def answer(self, sentence: str) -> None:
        """Say how the file went."""


class RecordPresenter:
    """Rows come by pages, the latest first."""

    def __init__(self, jobs: Jobs, view: RecordView, complain: Failed) -> None:
        self._jobs, self._view, self._complain = jobs, view, complain
        self.state = RecordState()

    def show(self, clerk: str, kind: Access | None, first: date | None, last: date | None) -> None:
        """The latest rows of a person, a kind and some days; everything where nothing is said."""
        until = _begin_of(last + timedelta(days=1)) if last else None
        wanted = Wanted(clerk=clerk, kind=kind, since=_begin_of(first) if first else None, until=until)
        self.state = RecordState(wanted=wanted, clerks=self.state.clerks)
        self.show_more()

    def show_more(self) -> None:
        """One page of older rows."""
        wanted, before = self.state.wanted, self.state.entries[-1].id if self.state.entries else None

        def shown(page: Recorded) -> None:
            if self.state.wanted is wanted:
                entries = (*self.state.entries, *page.entries)
                self.state = RecordState(entries, page.clerks, len(page.entries) == PAGE, wanted)
                self._view.present(self.state)

        self._jobs.ask(lambda desk: read_record(desk, wanted, PAGE, before), shown, self._complain)

    def export(self, path: Path) -> None:
        """All rows that are wanted into a spreadsheet, which is itself on record."""
        wanted = self.state.wanted

        def write() -> int:
            from dossiers.spreadsheet import write as write_table

            self._jobs.wait(lambda desk: note_export(desk, EXPORTED_AS))
            return write_table(path, HEADINGS, (line(entry) for entry in self._all(wanted)))

        def written(rows: int) -> None:
            self._view.answer(t("Đã ghi {count} dòng nhật ký ra tệp.", count=rows))

        self._jobs.pool(write, written, self._complain)

    def _all(self, wanted: Wanted) -> Iterator[Entry]:
        page = self._jobs.wait(lambda desk: read_record(desk, wanted, PAGE)).entries
        while page:
            yield from page
            last = page[-1].id
            page = self._jobs.wait(lambda desk: read_record(desk, wanted, PAGE, last)).entries  # noqa: B023 — runs now


def line(entry: Entry) -> tuple[str | int, ...]:
    """A row as the file has it, in Vietnamese whatever the window speaks."""
    about = " · ".join(filter(None, (entry.code, entry.what)))
    return say_time(entry.at), entry.clerk, t(KIND_WORDS[entry.kind]), about, entry.times


def _begin_of(day: date) -> datetime:
    return datetime.combine(day, time.min, VIETNAM)
