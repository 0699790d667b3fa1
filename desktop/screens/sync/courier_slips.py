"""The papers of the USB card: the slip that goes with a stick, and the page of what came back."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop.courier_asks import manifests_of
from desktop.form_words import read_words
from desktop.i18n import t
from desktop.screens.sync.news_page import NewsPage, sheet_of
from desktop.stage import Session

if TYPE_CHECKING:
    from desktop.courier_asks import Written
    from printing.forms.courier_slip import Manifest
    from printing.overrides import Overrides


class CourierSlips:
    """Renders in the pool and puts into the print queue like any other form."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def print_slip(self, written: "Sequence[Written]") -> None:
        """One sheet a bundle."""
        from printing.forms import courier_slip

        office = self._session.here.office

        def draw(read: "tuple[tuple[Manifest, ...], Overrides]") -> None:
            manifests, words = read
            title = t("Giao nhận USB, gói số {number}", number=manifests[0].number)
            self._queue(courier_slip.SLUG, title, lambda: courier_slip.render(manifests, office, overrides=words))

        if written:
            read = lambda desk: (manifests_of(desk, written), read_words(desk))  # noqa: E731 — one question
            self._session.jobs.ask(read, draw, self._session.stage.complain)

    def print_news(self, page: NewsPage) -> None:
        """What came back, one line a dossier."""
        from printing.forms import news_page

        here, at = self._session.here, self._session.clock()
        sheet = sheet_of(page, at, here.office.desk_name, here.clerk.name)

        def draw(words: "Overrides") -> None:
            title = t("Tin từ tỉnh")
            self._queue(news_page.SLUG, title, lambda: news_page.render(sheet, here.office, overrides=words))

        self._session.jobs.ask(read_words, draw, self._session.stage.complain)

    def _queue(self, form: str, title: str, render: Callable[[], bytes]) -> None:
        session = self._session

        def keep(pdf: bytes) -> None:
            session.jobs.ask(
                lambda desk: desk.prints.queue(form, None, title, pdf), self._on_queued, session.stage.complain
            )

        session.jobs.pool(render, keep, session.stage.complain)

    def _on_queued(self, _: object) -> None:
        self._session.printing.wake()
        self._session.stage.toast(t("Phiếu đã vào hàng đợi in."))
        self._session.stage.counts_changed()
