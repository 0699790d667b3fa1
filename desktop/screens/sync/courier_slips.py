"""The papers of the USB card: the slip that goes with a stick, and the page of what came back."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop.form_words import read_words
from desktop.i18n import t
from desktop.screens.sync.news_page import NewsPage, sheet_of
from desktop.stage import Session

if TYPE_CHECKING:
    from desktop.jobs import Desk
    from printing.forms.courier_slip import Manifest
    from printing.overrides import Overrides
    from sync.courier.export import Written


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


def manifests_of(desk: "Desk", written: "Sequence[Written]") -> "tuple[Manifest, ...]":
    """What the slip says of each bundle."""
    from printing.forms.courier_slip import Manifest
    from sync.courier.export import key_mark
    from sync.courier.ledger import recall
    from sync.membership import device_key

    waiting = tuple(bundle.number for bundle in recall(desk).unanswered)
    fingerprint = key_mark(device_key(desk).public_key().public_bytes_raw())
    return tuple(
        Manifest(
            number=one.number, file_name=one.path.name, made_at=one.made_at, desk=desk.office.desk_name,
            fingerprint=fingerprint, digest=one.digest, dossiers=one.dossiers, ops=one.ops, files=one.files,
            files_damaged=one.files_damaged, size=one.size, clerk=desk.clerk.name,
            missing=tuple(number for number in waiting if number < written[0].number),
        )
        for one in written
    )  # fmt: skip
