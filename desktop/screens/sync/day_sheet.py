"""The account of the day on paper: read, rendered, and put into the print queue like any other form."""

from typing import TYPE_CHECKING

from desktop.day_account import read_day_sheet
from desktop.form_words import read_words
from desktop.i18n import t
from desktop.stage import Session
from dossiers.clock import local_date, say_date

if TYPE_CHECKING:
    from printing.forms.day_sheet import DaySheet
    from printing.overrides import Overrides

FORM = "day_sheet"


class DaySheetPrinter:
    """Prints today's sheet; what it shows is what is proven at this moment."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def print_today(self) -> None:
        """Read on the database thread, render in the pool, queue, wake the printer."""
        day = local_date(self._session.clock())
        self._session.jobs.ask(
            lambda desk: (read_day_sheet(desk, day), read_words(desk)), self._draw, self._session.stage.complain
        )

    def _draw(self, read: "tuple[DaySheet, Overrides]") -> None:
        (sheet, words), office = read, self._session.here.office

        def render() -> bytes:
            from printing.forms import day_sheet

            return day_sheet.render(sheet, office, overrides=words)

        def keep(pdf: bytes) -> None:
            title = t("Đối soát {day}", day=say_date(sheet.day))
            self._session.jobs.ask(
                lambda desk: desk.prints.queue(FORM, None, title, pdf), self._on_queued, self._session.stage.complain
            )

        self._session.jobs.pool(render, keep, self._session.stage.complain)

    def _on_queued(self, _: object) -> None:
        self._session.printing.wake()
        self._session.stage.toast(t("Bảng đối soát đã vào hàng đợi in."))
        self._session.stage.counts_changed()
