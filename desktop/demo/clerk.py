"""The clerk of the play: does through the window what a clerk does, and reads only what a clerk can see."""

import re
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QWidget,
)

from desktop import keys
from desktop.demo.hands import Hands, StageFright
from desktop.demo.plan import Visitor

W = TypeVar("W", bound=QWidget)

SECRET = "Mật khẩu hoặc mã PIN"
OWN_SECRET, OWN_SECRET_AGAIN = "Mật khẩu hoặc PIN mới", "Nhập lại"
ID_NUMBER = "Số định danh / CCCD"
NAME = "Họ và tên người nộp"
BIRTH = "Ngày sinh"
PHONE = "Số điện thoại"
ADDRESS = "Nơi cư trú"
PROCEDURE = "Thủ tục hành chính"
SEEN_AGAIN = "đã xem lại"
AT_ONCE = "Làm tại chỗ"
SIGNER, WHO_SIGNS = "Người ký chứng thực", "Lê Văn Ký"
TO_PROCEDURE, ALL_HERE, LOOKED_TWICE, SWITCH_AT_ONCE = "Alt+T", "Alt+G", "Alt+X", "Alt+L"
AMOUNT = re.compile(r"[1-9][\d.]* ₫")


class Clerk:
    """Works the desk with `hands`; `scan` makes the barcode reader read a text."""

    def __init__(self, hands: Hands, scan: Callable[[str], None], on_glass_seen: Callable[[], None]) -> None:
        """`on_glass_seen` is called while a scanned page is on the screen."""
        self._hands = hands
        self._scan = scan
        self.on_glass_seen = on_glass_seen
        self.scan_strokes = 0

    def sign_in(self, name: str, secret: str, own: str) -> bool:
        """Choose one's name at the sign-in, type the secret and wait for the desk.

        True where a secret of one's own was asked for: `own` opens the desk from now on.
        """
        hands = self._hands
        hands.sit_down()
        hands.click(name)
        hands.into(SECRET, secret)
        hands.press("Return")
        hands.wait(lambda: self._ready() or self._shown_named(OWN_SECRET), "the desk, or the question for a secret")
        asked = self._shown_named(OWN_SECRET)
        if asked:
            hands.into(OWN_SECRET, own)
            hands.into(OWN_SECRET_AGAIN, own)
            hands.press("Return")
        hands.wait(self._ready, "the desk to be ready")
        return asked

    def _ready(self) -> bool:
        """Whether an intake can begin."""
        return self._shown_named(PROCEDURE) and bool(self.line(PROCEDURE).text())

    def name_signer(self) -> None:
        """Once at a desk that does not know yet who signs its copies."""
        if self._shown_named(SIGNER) and not self.line(SIGNER).text():
            self._hands.into(SIGNER, WHO_SIGNS)
            self._hands.press("Return")

    def fill(self, visitor: Visitor) -> None:
        """Everything of an intake up to the last key."""
        hands = self._hands
        if not self._shown_named(PROCEDURE):
            hands.press(keys.INTAKE)
        if self.line(PROCEDURE).text() != visitor.procedure_name:
            self._choose_procedure(visitor)
        self._identify(visitor)
        self._papers(visitor)
        if visitor.scans:
            before = hands.strokes
            self.scan_glass()
            self.scan_strokes += hands.strokes - before
        for box in self._shown(QCheckBox):
            if SEEN_AGAIN in box.text() and not box.isChecked():
                hands.press(LOOKED_TWICE)
                hands.wait(box.isChecked, "the second look to be ticked")

    def scan_glass(self) -> None:
        """Scan the page on the glass for the intake in hand, give it to the first paper, and go back."""
        hands = self._hands
        hands.press(keys.SCAN)
        hands.wait(lambda: self.may("Lưu vào hồ sơ") or self.sees("0 trang"), "the scan screen")
        hands.press(keys.SCAN)
        hands.wait(lambda: self.sees("Đã quét 1 trang"), "the page to come from the glass")
        hands.wait(lambda: not self.sees("Đang mở trang"), "the page to be seen")
        hands.press("1")
        self.on_glass_seen()
        hands.wait(lambda: self.may("Lưu vào hồ sơ"), "the page to be saved")
        hands.press(keys.FINISH)
        hands.find(PROCEDURE)

    def finish(self, visitor: Visitor) -> None:
        """The last key, and for missing papers the one question."""
        self._hands.press(keys.FINISH)
        if visitor.missing:
            self._hands.wait(lambda: self.button(keys.TAKE_CONDITIONALLY) is not None, "the question of missing papers")
            self._hands.press(keys.TAKE_CONDITIONALLY)

    def restore(self, visitor: Visitor) -> None:
        """Take the draft that the power cut left; everything typed must be there again."""
        self._hands.wait(lambda: self.button("Khôi phục bản nháp") is not None, "the draft to be offered")
        self._hands.press("Alt+K")
        name = visitor.citizen.person.name
        self._hands.wait(lambda: self.line(NAME).text() == name, "the draft to fill the form again")

    def find_by_slip(self, slip: str, code: str) -> None:
        """Scan a slip from wherever the desk is; its dossier must come to the front."""
        self._scan(slip)
        self._hands.wait(lambda: self.sees(code), f"the dossier {code} to open by its slip")

    def sees(self, words: str) -> bool:
        """Whether the window says these words somewhere."""
        labels = (each.text() for each in self._shown(QLabel))
        buttons = (each.text() for each in self._shown(QAbstractButton))
        return any(words in text for text in (*labels, *buttons))

    @property
    def charges(self) -> bool:
        """Whether the window names an amount to be paid."""
        return any(AMOUNT.match(label.text()) for label in self._shown(QLabel))

    def may(self, words: str) -> bool:
        """Whether a button with this name can be pressed now."""
        buttons = (each for each in self._shown(QPushButton) if each.accessibleName() == words)
        return any(each.isEnabled() for each in buttons)

    def wait_for(self, words: str) -> None:
        """Wait until the window says these words."""
        self._hands.wait(lambda: self.sees(words), f"the words {words!r}")

    @property
    def saved(self) -> bool:
        """Whether the screen says that the draft is kept."""
        return any(label.text().startswith("Bản nháp tự lưu") for label in self._shown(QLabel))

    def line(self, name: str) -> QLineEdit:
        """The field a screen reader calls `name`."""
        found = self._hands.find(name)
        if not isinstance(found, QLineEdit):
            raise StageFright(f"{name} is no line")
        return found

    def button(self, words: str) -> QAbstractButton | None:
        """The visible button whose words or key hold `words`."""
        return next((each for each in self._shown(QAbstractButton) if words in each.text().replace("&", "")), None)

    def _choose_procedure(self, visitor: Visitor) -> None:
        """Type no more letters than it takes for the wanted procedure to stand first."""
        hands = self._hands
        hands.press(TO_PROCEDURE)
        for letter in visitor.procedure_typed:
            hands.type(letter)
            if any(each.currentIndex().data() == visitor.procedure_name for each in self._shown(QListView)):
                break
        hands.press("Return")
        hands.wait(lambda: self.line(PROCEDURE).text() == visitor.procedure_name, "the procedure to be chosen")

    def _identify(self, visitor: Visitor) -> None:
        """By the card where there is one, else typed word by word."""
        person, hands = visitor.citizen.person, self._hands
        if visitor.by_card:
            self._scan(visitor.citizen.card)
            hands.wait(lambda: self.line(NAME).text() == person.name, "the card to fill the name")
            return
        assert person.birth_date is not None
        typed = ((ID_NUMBER, person.id_number), (BIRTH, f"{person.birth_date:%d%m%Y}"), (NAME, person.name),
                 (PHONE, person.phone), (ADDRESS, person.address))  # fmt: skip
        for field, text in typed:
            hands.into(field, text)

    def _papers(self, visitor: Visitor) -> None:
        """Pages and copies for what is certified, else all papers in order but perhaps one."""
        hands = self._hands
        if counts := [line for line in self._shown(QLineEdit) if line.accessibleName().startswith("Số trang")]:
            counts[0].setFocus()
            hands.type(str(visitor.pages))
            hands.press("Return")
            hands.type(str(visitor.copies))
            self._settle_at_once(visitor)
            return
        hands.press(ALL_HERE)
        hands.wait(lambda: bool(self._marks(": đạt")), "the papers to be ticked")
        if visitor.missing:
            self._marks(": đạt")[0].setFocus()
            hands.press("X")

    def _settle_at_once(self, visitor: Visitor) -> None:
        """Most copies are fetched later; some people wait for theirs."""
        switch = next(each for each in self._shown(QCheckBox) if AT_ONCE in each.text().replace("&", ""))
        if switch.isChecked() != visitor.at_once:
            self._hands.press(SWITCH_AT_ONCE)
            self._hands.wait(lambda: switch.isChecked() == visitor.at_once, "the copies to be done at once or not")

    def _marks(self, ending: str) -> list[QWidget]:
        """The marks of papers whose spoken name ends so."""
        return [each for each in self._shown(QAbstractButton) if each.accessibleName().endswith(ending)]

    def _shown_named(self, name: str) -> bool:
        return any(each.accessibleName() == name for each in self._shown(QWidget))

    def _shown(self, kind: type[W]) -> list[W]:
        return [each for each in self._hands.window.findChildren(kind) if each.isVisible()]
