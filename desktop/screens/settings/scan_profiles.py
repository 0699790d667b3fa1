"""How each kind of paper is scanned: a list of purposes, each with its resolution, colour, sides and sheet."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout

from desktop.i18n import t
from desktop.screens.scan.machine import PAPER_MM
from desktop.widgets import Card, Field, KeyHintButton, Line
from dossiers.office import ScanProfile

RESOLUTIONS = (200, 300, 400, 600)


class ScanProfilesCard(Card):
    """One purpose at a time; `changed` is called with every change, and `profiles` is what to keep."""

    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__(t("Kiểu quét"))
        self._changed = changed
        self.profiles: tuple[ScanProfile, ...] = ()
        self._which, self._purpose, self._dpi, self._paper = QComboBox(), Line(longest=40), QComboBox(), QComboBox()
        self._colour, self._both, self._glass = (
            QCheckBox(t("&Màu")),
            QCheckBox(t("Ha&i mặt")),
            QCheckBox(t("Mặt kí&nh")),
        )
        self._new, self._remove = KeyHintButton(t("Thêm &kiểu")), KeyHintButton(t("&Xóa kiểu"))
        for dpi in RESOLUTIONS:
            self._dpi.addItem(f"{dpi} dpi", dpi)
        self._paper.addItems(list(PAPER_MM))
        self._lay_out()
        self._connect()

    def show_profiles(self, profiles: tuple[ScanProfile, ...]) -> None:
        """What is kept now; the purpose in hand stays in hand."""
        here = max(0, self._which.currentIndex())
        self.profiles = profiles
        self._which.clear()
        self._which.addItems([profile.purpose for profile in profiles])
        self._which.setCurrentIndex(min(here, len(profiles) - 1))
        self._show()

    @property
    def _index(self) -> int:
        return max(0, self._which.currentIndex())

    def _show(self) -> None:
        profile = self.profiles[self._index]
        self._purpose.setText(profile.purpose)
        self._dpi.setCurrentIndex(self._dpi.findData(profile.dpi))
        self._paper.setCurrentText(profile.paper)
        self._colour.setChecked(profile.colour)
        self._both.setChecked(profile.both_sides)
        self._glass.setChecked(profile.glass)
        self._remove.setEnabled(len(self.profiles) > 1)

    def _change(self, **change: Any) -> None:
        """The purpose in hand, otherwise; what is as before is not kept again."""
        profiles = list(self.profiles)
        profiles[self._index] = replace(profiles[self._index], **change)
        self._keep(tuple(profiles), self._index)

    def _keep(self, profiles: tuple[ScanProfile, ...], here: int) -> None:
        if profiles == self.profiles:
            return
        self.show_profiles(profiles)
        self._which.setCurrentIndex(here)
        self._show()
        self._changed()

    def _on_which(self, _: int) -> None:
        self._show()

    def _on_purpose(self) -> None:
        self._change(purpose=self._purpose.value() or self.profiles[self._index].purpose)

    def _on_dpi(self, index: int) -> None:
        self._change(dpi=self._dpi.itemData(index))

    def _on_paper(self, index: int) -> None:
        self._change(paper=self._paper.itemText(index))

    def _on_colour(self, on: bool) -> None:
        self._change(colour=on)

    def _on_both(self, on: bool) -> None:
        self._change(both_sides=on)

    def _on_glass(self, on: bool) -> None:
        self._change(glass=on)

    def _on_new(self) -> None:
        self._keep((*self.profiles, ScanProfile(purpose=t("Kiểu quét mới"))), len(self.profiles))

    def _on_remove(self) -> None:
        here = self._index
        self._keep(self.profiles[:here] + self.profiles[here + 1 :], max(0, here - 1))

    def _lay_out(self) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(Field(t("Kiể&u quét"), self._which), 2)
        top.addWidget(Field(t("Tên &gọi"), self._purpose), 2)
        top.addWidget(Field(t("Độ &phân giải"), self._dpi), 1)
        top.addWidget(Field(t("Khổ giấ&y"), self._paper), 1)
        for part in (self._colour, self._both, self._glass):
            below.addWidget(part)
        below.addStretch()
        below.addWidget(self._new)
        below.addWidget(self._remove)
        column = QVBoxLayout()
        column.addLayout(top)
        column.addLayout(below)
        self.body.addLayout(column)

    def _connect(self) -> None:
        self._which.activated.connect(self._on_which)
        self._purpose.editingFinished.connect(self._on_purpose)
        self._dpi.activated.connect(self._on_dpi)
        self._paper.activated.connect(self._on_paper)
        self._colour.clicked.connect(self._on_colour)
        self._both.clicked.connect(self._on_both)
        self._glass.clicked.connect(self._on_glass)
        self._new.clicked.connect(self._on_new)
        self._remove.clicked.connect(self._on_remove)
