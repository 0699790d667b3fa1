"""A chart that is walked with the arrows: bars painted sharp on any screen and on paper, told apart without colour."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.theme import tokens
from desktop.theme.fonts import font
from desktop.theme.theme import Theme
from desktop.theme.tokens import Colours, Tone

STRIPE_GAP = 8.0
SWATCH = 12.0
LEAST_BAR = 2.0
"""A count of one beside thousands is still to be seen."""


class Pattern(StrEnum):
    """How a bar is filled, so that nobody has to tell colours apart."""

    SOLID = "solid"
    STRIPES = "stripes"
    CROSSED = "crossed"


@dataclass(frozen=True, slots=True)
class Look:
    """What the bars of one kind are called, and how they are filled."""

    words: str
    tone: Tone
    pattern: Pattern = Pattern.SOLID


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its words on the axis, how many, which of the chart's looks, and the sentence read aloud."""

    label: str
    count: int
    spoken: str
    look: int = 0


@dataclass(frozen=True, slots=True)
class Ink:
    """Where and with what a chart is painted: the widget's painter, or that of a sheet of paper."""

    painter: QPainter
    colours: Colours
    text_px: float

    def write(self, rect: QRectF, words: str, align: Qt.AlignmentFlag, *, strong: bool = False) -> None:
        """One line of small words; what does not fit ends in an ellipsis."""
        self.painter.setFont(font(round(self.text_px), strong=strong))
        self.painter.setPen(QColor(self.colours.text if strong else self.colours.muted))
        shown = QFontMetricsF(self.painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        self.painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter, shown)

    def width(self, words: str) -> float:
        """How wide small words are."""
        return QFontMetricsF(font(round(self.text_px))).horizontalAdvance(words)

    @property
    def line(self) -> float:
        """How high a line of small words is."""
        return round(self.text_px * 1.5)

    def fill(self, rect: QRectF, look: Look) -> None:
        """A bar: its ground, its pattern as lines of one pixel, and its outline."""
        ink, ground = (QColor(colour) for colour in self.colours.tone(look.tone))
        self.painter.fillRect(rect, ink if look.pattern is Pattern.SOLID else ground)
        if look.pattern is Pattern.SOLID:
            return
        self.painter.save()
        self.painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setPen(QPen(ink, 1.5))
        self._stripe(rect, rising=True)
        if look.pattern is Pattern.CROSSED:
            self._stripe(rect, rising=False)
        self.painter.restore()
        self.painter.setPen(QPen(ink, 1))
        self.painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _stripe(self, rect: QRectF, *, rising: bool) -> None:
        high = rect.height()
        for step in range(math.ceil((rect.width() + high) / STRIPE_GAP)):
            left = rect.left() + step * STRIPE_GAP - high
            low, top = QPointF(left, rect.bottom()), QPointF(left + high, rect.top())
            if not rising:
                low, top = QPointF(left, rect.top()), QPointF(left + high, rect.bottom())
            self.painter.drawLine(low, top)


class Chart(QWidget):
    """Bars under a title and a legend; `opened` names the bar that Enter or a click chose.

    A kind of chart says where its bars lie (`places`) and paints what stands around them (`paint_frame`); `paint`
    draws the whole onto any painter, paper included.
    """

    opened = Signal(int)

    def __init__(self, theme: Theme, title: str, looks: Sequence[Look], nothing: str) -> None:
        super().__init__()
        self.title, self.looks, self._nothing = title, tuple(looks), nothing
        self.bars: tuple[Bar, ...] = ()
        self.current = 0
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(title)
        theme.changed.connect(self.update)
        self._tell()

    def show_bars(self, bars: Sequence[Bar], title: str = "") -> None:
        """Other bars; the arrows begin at the first."""
        self.bars, self.current = tuple(bars), 0
        if title:
            self.title = title
            self.setAccessibleName(title)
        self._tell()

    def places(self, rect: QRectF, ink: Ink) -> list[QRectF]:
        """Where each bar lies within the room left by title and legend."""
        raise NotImplementedError

    def paint_frame(self, rect: QRectF, places: list[QRectF], ink: Ink) -> None:
        """Axes and labels."""
        raise NotImplementedError

    def step(self, key: Qt.Key) -> int:
        """How many bars on an arrow goes; 0 for a key that is none of this chart's."""
        return {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key, 0)

    def paint(self, rect: QRectF, ink: Ink, chosen: int | None = None) -> None:
        """The whole chart; the bar `chosen` is ringed."""
        self._paint_head(rect, ink)
        room = self._room(rect, ink)
        if not any(bar.count for bar in self.bars):
            ink.write(room, self._nothing, Qt.AlignmentFlag.AlignHCenter)
            return
        places = self.places(room, ink)
        self.paint_frame(room, places, ink)
        for bar, place in zip(self.bars, places, strict=True):
            if bar.count:
                ink.fill(place, self.looks[bar.look])
        if chosen is not None:
            ink.painter.setPen(QPen(QColor(ink.colours.text), tokens.FOCUS_RING))
            ink.painter.drawRect(places[chosen].adjusted(-2, -2, 2, 2))

    def paintEvent(self, _: QPaintEvent) -> None:
        """On the card it stands on."""
        painter = QPainter(self)
        ink = self._ink(painter)
        self.paint(QRectF(self.rect()).adjusted(4, 4, -4, -4), ink, self.current if self.hasFocus() else None)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(ink.colours.primary), tokens.FOCUS_RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), tokens.RADIUS, tokens.RADIUS)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows walk over the bars, Home and End jump, Enter opens."""
        last, key = len(self.bars) - 1, Qt.Key(event.key())
        if last < 0:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.current)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else last)
        elif step := self.step(key):
            self._go(max(0, min(last, self.current + step)))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click opens the bar under it."""
        at = self._bar_at(event.position())
        if at is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(at)
            self.opened.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over whatever opens."""
        over = self._bar_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """The sentence of a bar while the mouse rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._bar_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.bars[at].spoken if at is not None else "", self)
            return True
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Small enough for the smallest window."""
        return QSize(120, 64)

    def _ink(self, painter: QPainter) -> Ink:
        return Ink(painter, self._theme.colours, self._theme.px(tokens.CAPTION))

    def _go(self, at: int) -> None:
        self.current = at
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleDescription(self.bars[self.current].spoken if self.bars else self._nothing)
        self.update()

    def _bar_at(self, point: QPointF) -> int | None:
        if not any(bar.count for bar in self.bars):
            return None
        ink = Ink(QPainter(), self._theme.colours, self._theme.px(tokens.CAPTION))
        places = self.places(self._room(QRectF(self.rect()).adjusted(4, 4, -4, -4), ink), ink)
        return next((at for at, place in enumerate(places) if self.reach(place).contains(point)), None)

    def reach(self, place: QRectF) -> QRectF:
        """Where a click still means this bar; low ones are hard to hit."""
        return place.adjusted(-1, -8, 1, 2)

    def _room(self, rect: QRectF, ink: Ink) -> QRectF:
        return rect.adjusted(0, ink.line + tokens.SMALL_GAP, 0, 0)

    def _paint_head(self, rect: QRectF, ink: Ink) -> None:
        """The title on the left, the legend on the right."""
        right = rect.right()
        for look in reversed(self.looks if len(self.looks) > 1 else ()):
            wide = ink.width(look.words) + 4
            ink.write(QRectF(right - wide, rect.top(), wide, ink.line), look.words, Qt.AlignmentFlag.AlignLeft)
            right -= wide + SWATCH + 6
            ink.fill(QRectF(round(right), round(rect.top() + (ink.line - SWATCH) / 2), SWATCH, SWATCH), look)
            right -= 12
        head = QRectF(rect.left(), rect.top(), max(right - rect.left(), 0), ink.line)
        ink.write(head, self.title, Qt.AlignmentFlag.AlignLeft, strong=True)
