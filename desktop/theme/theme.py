"""The one switch between light and dark and the size of letters; whoever paints by hand asks it for colours."""

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from desktop.theme import tokens
from desktop.theme.fonts import font, load_fonts
from desktop.theme.icons import icon, svg
from desktop.theme.stylesheet import MARKS, stylesheet
from desktop.theme.tokens import DARK, LIGHT, Colours


class Theme(QObject):
    """Looks of the running desk.

    Qt paints most of it from a palette and a style sheet; painted widgets read `colours` and repaint on `changed`.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self.colours: Colours = LIGHT
        self.scale_percent = 100
        load_fonts()
        app.setStyle("Fusion")

    def apply(self, *, dark: bool, scale_percent: int = 100) -> None:
        """Dress the whole application; `scale_percent` is one of `tokens.TEXT_SCALES`."""
        self.colours = DARK if dark else LIGHT
        self.scale_percent = scale_percent
        sheet = stylesheet(self.colours, self.px, self._draw_marks())
        self._app.setPalette(_palette(self.colours))
        self._app.setStyleSheet(sheet)
        self._app.setFont(font(self.px(tokens.BODY)))
        self.changed.emit()

    def px(self, size: int) -> int:
        """A type size at the chosen scale."""
        return round(size * self.scale_percent / 100)

    def icon(self, name: str, colour: str = "text", on: str = "") -> QIcon:
        """The icon `name` in a colour named as in `Colours`; `on` is its colour where a button is checked."""
        return icon(name, getattr(self.colours, colour), getattr(self.colours, on) if on else "")

    def _draw_marks(self) -> Path:
        """Style sheets take pictures from files only: write the ticks and arrows in this scheme's colours."""
        folder = _marks_folder() / self.colours.name
        folder.mkdir(exist_ok=True)
        for file, (name, colour) in MARKS.items():
            (folder / f"{file}.svg").write_bytes(svg(name, getattr(self.colours, colour)))
        return folder


@cache
def _marks_folder() -> Path:
    """One to the end of the process: the application's style sheet outlives the theme that put it on."""
    folder = Path(mkdtemp(prefix="motcua-marks-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _palette(c: Colours) -> QPalette:
    """Qt's own roles in our colours, for everything the style sheet leaves alone."""
    role = QPalette.ColorRole
    made = QPalette()
    for where, colour in {
        role.Window: c.canvas, role.WindowText: c.text, role.Base: c.surface, role.AlternateBase: c.canvas,
        role.Text: c.text, role.PlaceholderText: c.muted, role.Button: c.surface, role.ButtonText: c.text,
        role.BrightText: c.bad, role.Highlight: c.primary, role.HighlightedText: c.on_primary,
        role.ToolTipBase: c.surface, role.ToolTipText: c.text, role.Link: c.primary, role.LinkVisited: c.primary,
        role.Light: c.surface, role.Midlight: c.sunken, role.Mid: c.border, role.Dark: c.outline,
        role.Shadow: c.outline, role.Accent: c.primary,
    }.items():  # fmt: skip
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(c.outline))
    return made
