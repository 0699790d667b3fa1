"""Các quầy: pairing this desk with the others, who serves them, and the numbers given but not used."""

from PySide6.QtWidgets import QHBoxLayout, QMessageBox

from desktop.hub_asks import OfficeState, declare_band_lost, promote_desk, read_office_state
from desktop.i18n import t
from desktop.screens.settings.panel import Panel
from desktop.stage import Session
from desktop.theme.tokens import Tone
from desktop.widgets import Card, Field, KeyHintButton, Line, muted, strong, text


class HubPanel(Panel):
    """Two ways to pair: show a code here, or type the one another desk shows."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._where, self._numbers, self._unused = text(wrap=True), muted(wrap=True), muted(wrap=True)
        self._code = strong()
        self._address, self._typed = Line(), Line()
        self._promote = KeyHintButton(t("Cho quầy này &làm máy chủ quầy"))
        self._lost = KeyHintButton(t("Máy giữ dải số đã &hỏng hẳn…"))
        self.column.addWidget(self._office_card())
        self.column.addWidget(self._pairing_card())
        self.add_answer()
        session.hub.news.connect(self._on_news)
        session.hub.code_shown.connect(self._on_code)
        session.hub.paired.connect(self._on_paired)
        session.hub.failed.connect(self.complain)

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

    def _pairing_card(self) -> Card:
        card = Card(t("Kết nối quầy khác"))
        show, join = KeyHintButton(t("Hiện &mã ghép nối")), KeyHintButton(t("&Kết nối"))
        row = QHBoxLayout()
        row.addWidget(show)
        row.addWidget(self._code)
        row.addStretch()
        card.body.addWidget(muted(t("Ở máy chủ quầy: hiện mã 6 chữ số, mã dùng một lần trong 10 phút."), wrap=True))
        card.body.addLayout(row)
        card.body.addWidget(muted(t("Ở quầy kết nối tới: nhập địa chỉ và mã hiện trên máy chủ quầy."), wrap=True))
        fields = QHBoxLayout()
        fields.addWidget(Field(t("Đị&a chỉ máy chủ quầy"), self._address, hint="192.168.1.10:8770"), 2)
        fields.addWidget(Field(t("Mã &ghép nối"), self._typed, hint=t("6 chữ số")), 1)
        card.body.addLayout(fields)
        foot = QHBoxLayout()
        foot.addWidget(join)
        foot.addStretch()
        card.body.addLayout(foot)
        show.clicked.connect(self.session.hub.show_code)
        join.clicked.connect(self._on_join)
        return card

    def _show(self, state: OfficeState) -> None:
        self._where.setText(where_words(state))
        self._numbers.setText(number_words(state))
        unused = ", ".join(f"{each.code} ({each.desk})" for each in state.unused)
        self._unused.setText(t("Số cấp – chưa dùng hôm nay: {codes}.", codes=unused) if unused else "")
        self._unused.setVisible(bool(unused))
        self._promote.setVisible(bool(state.others) and not state.serves and state.may_change)
        self._lost.setVisible(state.serves and not state.holds_band and not state.doubtful and state.may_change)

    def _on_news(self, _: object) -> None:
        if self.isVisible():
            self.refresh()

    def _on_code(self, code: str) -> None:
        self._code.setText(f"{code[:3]} {code[3:]}")
        self.answer(t("Nhập mã này ở quầy kia trong 10 phút."), Tone.INFO)

    def _on_join(self) -> None:
        self.answer(t("Đang kết nối…"), Tone.INFO)
        self.session.hub.join(self._address.value(), self._typed.value())

    def _on_paired(self, name: str) -> None:
        self.answer(t("Đã kết nối với {name}. Hai quầy thấy hồ sơ của nhau.", name=name))
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
