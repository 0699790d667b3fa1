"""Khóa phục hồi: the sheet for the safe, proven by two of its words before it counts, and the tie to this machine."""

import secrets

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.i18n import t
from desktop.key_asks import KeyState, bind_to_machine, keep_recovery, read_keys_state
from desktop.screens.settings.panel import Panel
from desktop.stage import Session
from desktop.theme.tokens import Tone
from desktop.widgets import Card, Field, KeyHintButton, Line, muted, text
from dossiers import recovery_words
from dossiers.clock import local_date, say_time
from dossiers.names import fold
from dossiers.people import Right
from dossiers.permissions import rights_of


class RecoveryPanel(Panel):
    """A new key lives in this panel alone until two words typed off the paper show that the paper is there."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._key: bytes | None = None
        self._asked: tuple[int, int] = (1, 2)
        self._state, self._tie = text(wrap=True), text(wrap=True)
        self._first, self._second = Line(), Line()
        self._print = KeyHintButton(t("&In tờ khóa mới"))
        self._bind = KeyHintButton(t("&Gắn với máy này"))
        self._change = KeyHintButton(t("Đổi &khóa khi đóng quầy"))
        self._change.setCheckable(True)
        hint = t("Từ số {at} trên tờ giấy", at=1)
        self._fields = (
            Field(t("Từ thứ &nhất"), self._first, hint=hint), Field(t("Từ thứ &hai"), self._second, hint=hint)
        )  # fmt: skip
        self._proof = self._proof_row()
        for card in (self._sheet_card(), self._machine_card(), self._change_card()):
            self.column.addWidget(card)
        self.add_answer()
        self._print.clicked.connect(self._on_print)
        self._bind.clicked.connect(self._on_bind)
        self._change.clicked.connect(self._on_change)

    def refresh(self) -> None:
        """See `Panel`; whoever comes back begins anew."""
        self._forget()
        may = Right.PEOPLE in rights_of(self.session.here.clerk)
        self._print.setEnabled(may)
        self._bind.setEnabled(may)
        self._change.setEnabled(may)
        self._change.setChecked(self.session.keeper.new_key_for is not None)
        self.session.jobs.ask(read_keys_state, self._show, self.complain)

    def leave(self) -> None:
        """See `Panel`; a key that was not proven is forgotten."""
        self._forget()

    def _sheet_card(self) -> Card:
        card, row = Card(t("Tờ khóa phục hồi")), QHBoxLayout()
        card.body.addWidget(self._state)
        row.addWidget(self._print)
        row.addStretch()
        card.body.addLayout(row)
        card.body.addWidget(self._proof)
        words = t(
            "Mười bốn từ và một mã vuông, in một lần, không lưu ở đâu. Mở được quầy khi không ai còn mật khẩu, khi cài "
            "lại máy, và khi khôi phục bản sao lưu trên máy khác. Niêm phong, cất trong két."
        )
        card.body.addWidget(muted(words, wrap=True))
        return card

    def _proof_row(self) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        for field in self._fields:
            row.addWidget(field, 1)
        use = KeyHintButton(t("&Tờ đã in rõ: dùng khóa này"))
        use.clicked.connect(self._on_use)
        row.addWidget(use, 0, Qt.AlignmentFlag.AlignVCenter)
        return widget

    def _machine_card(self) -> Card:
        card, row = Card(t("Gắn mật khẩu với máy này")), QHBoxLayout()
        card.body.addWidget(self._tie)
        row.addWidget(self._bind)
        row.addStretch()
        card.body.addLayout(row)
        words = t(
            "Kho khóa của hệ điều hành giữ thêm một khóa: ổ đĩa bị lấy đi thì không ai dò được mã PIN. "
            "Máy hỏng hoặc cài lại thì chỉ tờ khóa phục hồi mở được, nên phải in tờ ấy trước."
        )
        card.body.addWidget(muted(words, wrap=True))
        return card

    def _change_card(self) -> Card:
        card, row = Card(t("Đổi khóa dữ liệu")), QHBoxLayout()
        row.addWidget(self._change)
        row.addStretch()
        card.body.addLayout(row)
        words = t(
            "Khi nghi khóa đã lộ. Lúc đóng quầy mọi dữ liệu được sao lưu rồi ghi lại dưới khóa mới, có thể mất vài "
            "phút; mật khẩu và tờ khóa phục hồi vẫn như cũ. Mất điện giữa chừng thì khóa cũ hoặc khóa mới mở được "
            "tất cả. Bản sao lưu cũ vẫn dùng khóa cũ và được bỏ dần; cần bỏ ngay thì xóa chúng sau khi đã có bản "
            "mới."
        )
        card.body.addWidget(muted(words, wrap=True))
        return card

    def _show(self, state: KeyState) -> None:
        if state.made_at is None:
            self._state.setText(t("Chưa in tờ khóa phục hồi. Quên hết mật khẩu thì không ai mở được dữ liệu."))
        elif state.used_at is not None:
            sentence = t(
                "In lần cuối lúc {made}; đã dùng để mở quầy lúc {used}. Nên in tờ mới.", made=say_time(state.made_at),
                used=say_time(state.used_at),
            )  # fmt: skip
            self._state.setText(sentence)
        else:
            made = say_time(state.made_at)
            self._state.setText(t("In lần cuối lúc {made}. In tờ mới thì tờ cũ hết dùng.", made=made))
        bound = t("Đã gắn: {tied}/{people} người dùng.", tied=state.tied, people=state.people)
        self._tie.setText(bound if state.bound else t("Chưa gắn. Dữ liệu được bảo vệ bằng mật khẩu của từng người."))

    def _on_print(self) -> None:
        """Drawn in the pool and printed past the queue, which would keep it."""
        from printing.recovery_sheet import render

        key = self._key = recovery_words.new_key()
        office, day = self.session.here.office, local_date(self.session.clock())
        self.answer(t("Đang in tờ khóa phục hồi…"), Tone.INFO)
        self.session.jobs.pool(
            lambda: render(office, recovery_words.say(key), day), self._on_drawn, self.complain
        )

    def _on_drawn(self, pdf: bytes) -> None:
        self.session.printing.print_unkept(pdf, t("Tờ khóa phục hồi"), self._on_printed)

    def _on_printed(self, sentence: str, printed: bool) -> None:
        if not printed:
            self._forget()
            self.answer(sentence, Tone.WARN)
            return
        first, second = sorted(secrets.SystemRandom().sample(range(1, recovery_words.WORDS + 1), 2))
        self._asked = (first, second)
        for field, at in zip(self._fields, self._asked, strict=True):
            field.set_hint(t("Từ số {at} trên tờ giấy", at=at))
        self._proof.setVisible(True)
        self._first.setFocus()
        self.answer(t("Tờ đã ra khỏi máy in chưa? Gõ hai từ trên tờ giấy; từ đó khóa này mới dùng được."), Tone.INFO)

    def _on_use(self) -> None:
        key = self._key
        if key is None:
            return
        words = [fold(word) for word in recovery_words.say(key).split()]
        typed = [fold(line.value()) for line in (self._first, self._second)]
        if typed != [words[at - 1] for at in self._asked]:
            self.answer(t("Hai từ chưa khớp với tờ giấy. Xem lại số thứ tự, hoặc in lại tờ khác."), Tone.WARN)
            return
        self.session.jobs.ask(lambda desk: keep_recovery(desk, key), self._on_kept_key, self.complain)

    def _on_kept_key(self, state: KeyState) -> None:
        self._forget()
        self._show(state)
        self.answer(t("Khóa phục hồi mới đã dùng được. Niêm phong tờ giấy và cất vào két; hủy tờ cũ."))

    def _on_bind(self) -> None:
        self.session.jobs.ask(bind_to_machine, self._on_bound, self.complain)

    def _on_bound(self, state: KeyState) -> None:
        self._show(state)
        self.answer(t("Đã gắn với máy này. Mỗi người được gắn ở lần đăng nhập tới."))

    def _on_change(self, on: bool) -> None:
        self.session.keeper.new_key_for = self.session.here.clerk if on else None
        self.answer(t("Khóa sẽ được đổi khi đóng quầy.") if on else t("Khóa sẽ giữ nguyên."), Tone.INFO)

    def _forget(self) -> None:
        self._key = None
        self._first.clear()
        self._second.clear()
        self._proof.setVisible(False)


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return RecoveryPanel(session)
