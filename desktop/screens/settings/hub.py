"""Các quầy: who serves this office, the numbers given but not used, the other desks, and pairing."""

from PySide6.QtWidgets import QHBoxLayout, QMessageBox

from desktop.hub_asks import OfficeState, declare_band_lost, promote_desk, read_office_state
from desktop.i18n import t
from desktop.jobs import Failure
from desktop.screens.settings.hub_desks import DesksCard
from desktop.screens.settings.hub_pairing import PairingCard
from desktop.screens.settings.panel import Panel
from desktop.stage import Session
from desktop.widgets import Card, KeyHintButton, muted, text


class HubPanel(Panel):
    """How the office stands; the desks and the pairing are cards of their own."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._where, self._numbers, self._unused = text(wrap=True), muted(wrap=True), muted(wrap=True)
        self._promote = KeyHintButton(t("Cho quầy này &làm máy chủ quầy"))
        self._lost = KeyHintButton(t("Máy giữ dải số đã &hỏng hẳn…"))
        self.column.addWidget(self._office_card())
        self._desks, self._pairing = DesksCard(self, self._show), PairingCard(self)
        self.column.addWidget(self._desks)
        self.add_answer()
        self.column.addWidget(self._pairing)
        session.hub.news.connect(self._on_news)
        session.hub.paired.connect(self._on_news)
        session.hub.failed.connect(self._on_failed)

    def refresh(self) -> None:
        """See `Panel`."""
        self.session.jobs.ask(read_office_state, self._show, self.complain)

    def _office_card(self) -> Card:
        card = Card(t("Các quầy của đơn vị"))
        for line in (self._where, self._numbers, self._unused):
            card.body.addWidget(line)
        row = QHBoxLayout()
        row.addWidget(self._promote)
        row.addWidget(self._lost)
        row.addStretch()
        card.body.addLayout(row)
        self._promote.clicked.connect(lambda: self.session.jobs.ask(promote_desk, self._on_promoted, self.complain))
        self._lost.clicked.connect(self._on_lost)
        return card

    def _show(self, state: OfficeState) -> None:
        self._where.setText(where_words(state))
        self._numbers.setText(number_words(state))
        unused = ", ".join(f"{each.code} ({each.desk})" for each in state.unused)
        self._unused.setText(t("Số cấp – chưa dùng hôm nay: {codes}.", codes=unused) if unused else "")
        self._unused.setVisible(bool(unused))
        self._promote.setVisible(state.paired and not state.serves and state.may_change)
        self._desks.present(state)
        self._pairing.present(state)
        self._lost.setVisible(state.serves and not state.holds_band and not state.doubtful and state.may_change)

    def _on_news(self, _: object) -> None:
        if self.isVisible():
            self.refresh()

    def _on_failed(self, failure: Failure) -> None:
        self.complain(failure)
        self.refresh()

    def _on_promoted(self, state: OfficeState) -> None:
        self.session.hub.wake()
        self.answer(t("Quầy này là máy chủ quầy, lần chỉ định thứ {term}.", term=state.term))
        self._show(state)

    def _on_lost(self) -> None:
        sentence = t(
            "Chỉ xác nhận khi máy ấy không bao giờ dùng lại. Từ ngày mai quầy này cấp dải 0001–4999; "
            "nếu máy ấy còn cấp số, hai hồ sơ sẽ trùng số."
        )
        if QMessageBox.question(self, t("Máy giữ dải số đã hỏng hẳn"), sentence) is QMessageBox.StandardButton.Yes:
            self.session.jobs.ask(declare_band_lost, self._show, self.complain)


def where_words(state: OfficeState) -> str:
    """Who serves, told with how often that was decided."""
    if not state.others:
        return t("Quầy này chưa kết nối với quầy nào và tự cấp số.")
    others = ", ".join(other.name for other in state.others)
    if state.serves:
        words = t("Quầy này là máy chủ quầy (lần chỉ định {term}).", term=state.term)
    else:
        words = t("Máy chủ quầy: {hub} (lần chỉ định {term}).", hub=state.hub_name, term=state.term)
    return words + " " + t("Đã kết nối: {others}.", others=others)


def number_words(state: OfficeState) -> str:
    """Where the next number comes from."""
    if state.doubtful and state.others:
        return t("Máy vừa khôi phục: dùng dải số riêng cho tới khi nghe đủ các quầy.")
    if state.holds_band:
        return t("Số tiếp theo lấy trong dải 0001–4999 của quầy này.")
    if state.in_hand:
        return t("Số tiếp theo đã nhận sẵn từ máy chủ quầy.")
    return t("Số tiếp theo lấy trong dải riêng của quầy này.")


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return HubPanel(session)
