"""A book on its way to the printer or to a file: one at a time, off the window's thread, and it can be stopped."""

from collections.abc import Callable
from pathlib import Path

from desktop.book_files import Progress, Wanted, draw_book, save_pdf, save_xlsx
from desktop.i18n import t
from desktop.jobs import Failure, Jobs
from desktop.stage import Stage
from dossiers.books import BOOK_WORDS

FORM = "register"


class Exporting:
    """`changed` is told when a run begins and when it ends; in between whoever shows it looks at `progress`."""

    def __init__(self, jobs: Jobs, stage: Stage, wake: Callable[[], None], changed: Callable[[], None]) -> None:
        self._jobs, self._stage, self._wake, self._changed = jobs, stage, wake, changed
        self.progress = Progress()
        self.running = False

    def print(self, wanted: Wanted) -> None:
        """Draw the book, and put it into the print queue."""
        book = wanted.state.book
        title = f"{t(BOOK_WORDS[book.kind])} {book.cover}"

        def queue(pdf: bytes) -> None:
            self._jobs.ask(
                lambda desk: desk.prints.queue(FORM, None, title, pdf), self._on_queued, self._on_failed
            )

        progress = self._begin()
        self._jobs.pool(lambda: draw_book(self._jobs.wait, wanted, progress), queue, self._on_failed)

    def save(self, wanted: Wanted, file: Path) -> None:
        """Write the book to a file, a spreadsheet where its name says so."""
        write = save_xlsx if file.suffix.lower() == ".xlsx" else save_pdf
        progress = self._begin()
        self._jobs.pool(lambda: write(self._jobs.wait, wanted, file, progress), self._on_saved, self._on_failed)

    def stop(self) -> None:
        """Leave off; nothing half-made stays."""
        self.progress.stop = True

    def _begin(self) -> Progress:
        self.progress, self.running = Progress(), True
        self._changed()
        return self.progress

    def _end(self) -> None:
        self.running = False
        self._changed()

    def _on_queued(self, _: object) -> None:
        self._end()
        self._wake()
        self._stage.counts_changed()
        self._stage.toast(t("Sổ đã vào hàng đợi in."))

    def _on_saved(self, _: object) -> None:
        self._end()
        self._stage.toast(t("Đã ghi {count} số ra tệp.", count=self.progress.total))

    def _on_failed(self, failure: Failure) -> None:
        self._end()
        self._stage.complain(failure)
