"""The forms for scans that lie in the wrong place: taken off, or moved to another dossier or another paper."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from desktop.dossier_asks import Opened
from desktop.i18n import t
from desktop.screens.dossier.deeds import Deed
from desktop.screens.dossier.forms.deed_form import DeedForm
from desktop.screens.dossier.scan_deeds import move, take_off
from desktop.widgets import Field, Line, muted, typed_into
from dossiers.dossier import Dossier, Scan
from dossiers.move_scans import OTHER_PAPER, RESULT, NewPlace
from dossiers.take_off_scans import REASONS, WRONG_DOSSIER, WRONG_LINE

IN_A_ROW = 3
NONE_CHOSEN = "Chưa chọn bản quét nào."
NOT_HERE = "Bản quét này không nằm ở máy này. Bấm Thôi, bấm “Lấy về và xem”, rồi chuyển."
TOO_SHORT = 3
"""So many letters lead to dossiers; fewer to all of them."""


class ScansForm(DeedForm):
    """Which scans, and why: a reason chosen or typed."""

    def __init__(self, title: str, agree: str, hint: str) -> None:
        super().__init__(title, agree)
        self.boxes: list[QCheckBox] = []
        self.reason = QComboBox()
        self._scans: tuple[Scan, ...] = ()
        self._typed = typed_into(self.reason)
        self._grid = QGridLayout()
        self.fields.addWidget(muted(hint, wrap=True))
        self.fields.addLayout(self._grid)

    def first(self) -> QWidget:
        """See `DeedForm.first`: what is chosen already is not asked again."""
        return self.boxes[0] if len(self.boxes) > 1 and not self.chosen() else super().first()

    def fill(self, opened: Opened) -> None:
        """See `DeedForm.fill`."""
        for box in self.boxes:
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._scans = opened.dossier.scans_in_force
        self.boxes = [QCheckBox(t("{title}, {pages} trang", title=s.title, pages=s.pages)) for s in self._scans]
        for place, box in enumerate(self.boxes):
            box.setChecked(len(self.boxes) == 1)
            self._grid.addWidget(box, place // IN_A_ROW, place % IN_A_ROW)
        self.reason.clear()
        for reason in REASONS:
            self.reason.addItem(t(reason), reason)
        self.reason.setCurrentIndex(-1)
        self._typed.clear()

    def choose(self, scan: Scan) -> None:
        """The one that was looked at when the form was asked for."""
        for box, each in zip(self.boxes, self._scans, strict=True):
            box.setChecked(each == scan)
        super().first().setFocus()

    def chosen(self) -> tuple[Scan, ...]:
        """The scans meant."""
        return tuple(scan for scan, box in zip(self._scans, self.boxes, strict=True) if box.isChecked())

    def why(self) -> str:
        """The reason as the journal keeps it, in Vietnamese where it was chosen."""
        typed = self._typed.value()
        return next((reason for reason in REASONS if t(reason) == typed), typed)


class TakeOffForm(ScansForm):
    """Off this dossier, and into none."""

    def __init__(self) -> None:
        super().__init__(
            t("Gỡ bản quét"), t("Gỡ bản quét"),
            t("Tệp không bị xóa: diễn biến giữ tên, lý do và người gỡ. Thời hạn không đổi."),
        )  # fmt: skip
        self.add_row(("reason", Field(t("&Lý do (chọn hoặc gõ)"), self.reason, required=True)))

    def deed(self, opened: Opened) -> Deed | None:
        """See `DeedForm.deed`."""
        self.warn("" if self.chosen() else t(NONE_CHOSEN))
        return take_off(opened, self.chosen(), self.why()) if self.chosen() else None


class MoveForm(ScansForm):
    """Into a dossier found by its code or a name, else this one; and as which of its papers."""

    def __init__(self) -> None:
        super().__init__(
            t("Chuyển bản quét"), t("Chuyển"),
            t("Cùng một tệp, không sao chép. Để trống ô tìm nếu chỉ nhầm giấy tờ trong hồ sơ này."),
        )  # fmt: skip
        self.sought, self.target, self.line = Line(t("Mã hồ sơ hoặc họ tên")), QComboBox(), QComboBox()
        self._dossiers: tuple[Dossier, ...] = ()
        self._here: Dossier | None = None
        self.add_row(
            ("target", Field(t("&Tìm hồ sơ nhận"), self.sought)), ("dossier", Field(t("&Hồ sơ nhận"), self.target)),
            ("line", Field(t("Là &giấy tờ"), self.line)), stretches=(1, 2, 2),
        )  # fmt: skip
        self.add_row(("reason", Field(t("&Lý do (chọn hoặc gõ)"), self.reason, required=True)))
        self.sought.textEdited.connect(self._on_typed)
        self.target.currentIndexChanged.connect(self._on_target)

    def fill(self, opened: Opened) -> None:
        """See `DeedForm.fill`."""
        super().fill(opened)
        self._here = opened.dossier
        self.sought.clear()
        self.offer(())

    def offer(self, found: Sequence[Dossier]) -> None:
        """What was found; this dossier where nothing is looked for."""
        here = self._here
        others = tuple(each for each in found if here and each.id != here.id)
        self._dossiers = others or ((here,) if here and not self.sought.value() else ())
        self.target.clear()
        for each in self._dossiers:
            mine = here is not None and each.id == here.id
            self.target.addItem(t("Hồ sơ này") if mine else f"{each.code} · {each.applicant.name}")
        self._named["dossier"].set_hint("" if self._dossiers else t("Không thấy hồ sơ nào khác."))

    def deed(self, opened: Opened) -> Deed | None:
        """See `DeedForm.deed`."""
        target, scans = self._target(), self.chosen()
        if not scans or target is None:
            self.warn(t("Chưa chọn hồ sơ nhận.") if scans else t(NONE_CHOSEN))
            return None
        here = {file.scan for file in opened.scans if file.here}
        if target.id != opened.dossier.id and not here.issuperset(scans):
            self.warn(t(NOT_HERE))
            return None
        self.warn("")
        paper = self.line.currentIndex()
        to = NewPlace(
            dossier_id=target.id, paper=paper if paper < len(target.papers) else None,
            result=paper == len(target.papers) + 1,
        )  # fmt: skip
        return move(opened, scans, target, to, self.why())

    def _target(self) -> Dossier | None:
        place = self.target.currentIndex()
        return self._dossiers[place] if 0 <= place < len(self._dossiers) else None

    def _on_typed(self, typed: str) -> None:
        if len(typed.strip()) < TOO_SHORT:
            self.offer(())
        else:
            self.dossier_sought.emit(typed)

    def _on_target(self, _: int) -> None:
        """Its papers; and what is the matter, where nothing else was typed."""
        self.line.clear()
        target = self._target()
        if target is None or self._here is None:
            return
        self.line.addItems([*(paper.name for paper in target.papers), t(OTHER_PAPER), t(RESULT)])
        if self.why() in {"", WRONG_DOSSIER, WRONG_LINE}:
            wrong = WRONG_LINE if target.id == self._here.id else WRONG_DOSSIER
            self.reason.setCurrentIndex(REASONS.index(wrong))
