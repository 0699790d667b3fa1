"""Quầy và người dùng: the letterhead, who may sign in, and one's own secret."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.people_asks import (
    People,
    add_person,
    change_secret,
    read_people,
    remove_person,
    reset_person,
    withhold,
)
from desktop.screens.settings.panel import Panel
from desktop.screens.settings.person_row import Changes, PersonRow
from desktop.screens.signin.presenter import ROLE_WORDS
from desktop.screens.wizard.presenter import read_hours
from desktop.setting_asks import keep_office
from desktop.stage import Session
from desktop.theme import tokens
from desktop.widgets import Card, Field, KeyHintButton, Line
from dossiers.office import Office
from dossiers.people import Clerk, Right, Role


class PeoplePanel(Panel):
    """Administrators change the office and its people; everybody changes their own secret."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._lines = {name: Line() for name in ("name", "parent", "reception", "place", "phone", "hours", "desk_name")}
        self._office = self._office_card()
        self._everybody = QVBoxLayout()
        self._shown: People | None = None
        self._new_name, self._new_role, self._new_secret = Line(), QComboBox(), _secret()
        for role in Role:
            self._new_role.addItem(t(ROLE_WORDS[role]), role)
        self._changes = Changes(self._on_reset, self._on_withheld, self._on_remove)
        self._add = self._add_row()
        self._own, self._again = _secret(), _secret()
        for card in (self._office, self._people_card(), self._own_card()):
            self.column.addWidget(card)
        self.add_answer()

    def refresh(self) -> None:
        """See `Panel`."""
        office = self.session.here.office
        for name, line in self._lines.items():
            line.setText(_say_hours(office) if name == "hours" else getattr(office, name))
        self.session.jobs.ask(read_people, self._show_people, self.complain)

    def _office_card(self) -> Card:
        card, grid = Card(t("Cơ quan và quầy")), QGridLayout()
        grid.setHorizontalSpacing(tokens.CARD_GAP)
        labels = {
            "name": t("&Tên cơ quan"), "parent": t("Cơ quan cấp t&rên"), "reception": t("Nơi t&iếp nhận"),
            "place": t("Địa &danh"), "phone": t("&Số điện thoại"), "hours": t("&Giờ làm việc"),
            "desk_name": t("Tên &quầy"),
        }  # fmt: skip
        for place, (name, label) in enumerate(labels.items()):
            grid.addWidget(Field(label, self._lines[name]), place // 2, place % 2)
        save = KeyHintButton(t("&Lưu thông tin cơ quan"))
        save.clicked.connect(self._on_office)
        grid.addWidget(save, 3, 1, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        card.body.addLayout(grid)
        return card

    def _people_card(self) -> Card:
        card = Card(t("Người dùng của quầy"))
        card.body.addLayout(self._everybody)
        card.body.addWidget(self._add)
        return card

    def _add_row(self) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Field(t("&Họ và tên người mới"), self._new_name), 3)
        row.addWidget(Field(t("&Vai trò"), self._new_role), 2)
        row.addWidget(Field(t("&Mật khẩu ban đầu"), self._new_secret), 2)
        button = KeyHintButton(t("Thêm &người"))
        button.clicked.connect(self._on_add)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        return widget

    def _own_card(self) -> Card:
        card, row = Card(t("Mật khẩu của tôi")), QHBoxLayout()
        row.addWidget(Field(t("Mật &khẩu mới"), self._own), 1)
        row.addWidget(Field(t("Nhậ&p lại"), self._again), 1)
        button = KeyHintButton(t("Đổi mật khẩ&u"))
        button.clicked.connect(self._on_secret)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        card.body.addLayout(row)
        return card

    def _show_people(self, people: People) -> None:
        """Rows stay as they are while nobody changed: a form may be open in one."""
        if people == self._shown:
            return
        self._shown = people
        while (item := self._everybody.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for clerk in people.clerks:
            may = people.may_change and clerk.name != people.me.name
            self._everybody.addWidget(PersonRow(clerk, self._changes if may else None))
        self._add.setVisible(people.may_change)
        self._office.setEnabled(people.may_change)

    def _on_office(self) -> None:
        typed = {name: line.value() for name, line in self._lines.items()}
        hours = read_hours(typed.pop("hours"))
        if hours is None or not typed["name"]:
            self.answer(t("Cần tên cơ quan, và giờ làm việc dạng 07:00-11:30, 13:30-17:00."), tokens.Tone.WARN)
            return
        office = replace(self.session.here.office, hours=hours, **typed)  # type: ignore[arg-type]
        self.session.jobs.ask(lambda desk: keep_office(desk, office), self._on_kept_office, self.complain)

    def _on_kept_office(self, office: Office) -> None:
        self.session.here.office = office
        self.session.stage.counts_changed()
        self.answer(t("Đã lưu. Phiếu in từ bây giờ mang thông tin mới."))

    def _on_add(self) -> None:
        clerk, secret = Clerk(name=self._new_name.value(), role=self._new_role.currentData()), self._new_secret.text()
        self.session.jobs.ask(lambda desk: add_person(desk, clerk, secret), self._on_people_changed, self.complain)

    def _on_reset(self, name: str, secret: str) -> None:
        def done(people: People) -> None:
            self._on_people_changed(people)
            self.answer(t("Đã đặt lại mật khẩu. Người đó chọn mật khẩu của riêng mình khi vào quầy lần tới."))

        self.session.jobs.ask(lambda desk: reset_person(desk, name, secret), done, self.complain)

    def _on_withheld(self, name: str, rights: frozenset[Right]) -> None:
        self.session.jobs.ask(lambda desk: withhold(desk, name, rights), self._on_people_changed, self.complain)

    def _on_remove(self, name: str) -> None:
        self.session.jobs.ask(lambda desk: remove_person(desk, name), self._on_people_changed, self.complain)

    def _on_people_changed(self, people: People) -> None:
        for line in (self._new_name, self._new_secret):
            line.clear()
        self._shown = None
        self._show_people(people)
        self.answer(t("Đã lưu danh sách người dùng."))

    def _on_secret(self) -> None:
        secret = self._own.text()
        if secret != self._again.text():
            self.answer(t("Hai lần nhập chưa giống nhau."), tokens.Tone.WARN)
            return
        self.session.jobs.ask(lambda desk: change_secret(desk, secret), self._on_changed_secret, self.complain)

    def _on_changed_secret(self, _: object) -> None:
        self._own.clear()
        self._again.clear()
        self.answer(t("Đã đổi mật khẩu."))


def _secret() -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


def _say_hours(office: Office) -> str:
    return ", ".join(f"{part.start:%H:%M}-{part.end:%H:%M}" for part in office.hours)


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return PeoplePanel(session)
