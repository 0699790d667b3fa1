"""A big figure that can be pressed: the number, what it counts, and under them what it is a part of and as of when."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.i18n import t
from desktop.screens.statistics.words import as_of_words, parts_words
from desktop.theme import tokens
from desktop.theme.fonts import font
from desktop.theme.theme import Theme
from dossiers.reporting.figures import Figure, dotted

PADDING = 12
PENDING = "…"


class FigureTile(QAbstractButton):
    """One of the four figures; a share is shown as such, a count as a count."""

    def __init__(self, theme: Theme, words: str, *, share: bool = False) -> None:
        super().__init__()
        self._theme, self._words, self._share = theme, words, share
        self._figure: Figure | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.updateGeometry)
        self.show_figure(None)

    @property
    def figure(self) -> Figure | None:
        """What it shows now."""
        return self._figure

    def show_figure(self, figure: Figure | None) -> None:
        """Another figure, or none while it is being counted."""
        self._figure = figure
        opens = figure is not None and figure.numerator > 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        said = f"{self._words} {self.number}"
        if figure is not None:
            said = f"{said} ({parts_words(figure)}; {as_of_words(figure)})"
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    @property
    def number(self) -> str:
        """The figure as it is painted."""
        if self._figure is None:
            return PENDING
        return self._figure.share if self._share else dotted(self._figure.numerator)

    def sizeHint(self) -> QSize:
        """Three lines of text high."""
        high = 1.25 * self._theme.px(tokens.FIGURE) + 2 * self._line + 2 * PADDING - 6
        return QSize(200, round(high))

    def minimumSizeHint(self) -> QSize:
        """Four fit beside each other on the smallest window."""
        return QSize(160, self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Shown as something to press."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Quiet again."""
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """A card with its text."""
        painter, colours = QPainter(self), self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = tokens.FOCUS_RING if self.hasFocus() else 1
        edge = colours.primary if self.hasFocus() else colours.border
        painter.setPen(QPen(QColor(edge), ring))
        pressable = self.underMouse() and self.cursor().shape() is Qt.CursorShape.PointingHandCursor
        painter.setBrush(QColor(colours.sunken if pressable else colours.surface))
        half = ring / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), tokens.CARD_RADIUS, tokens.CARD_RADIUS
        )
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        colours = self._theme.colours
        room = QRectF(self.rect()).adjusted(PADDING, PADDING - 4, -PADDING, -PADDING + 4)
        big = font(self._theme.px(tokens.FIGURE), strong=True)
        high = 1.25 * self._theme.px(tokens.FIGURE)
        painter.setFont(big)
        painter.setPen(QColor(colours.text))
        top = QRectF(room.left(), room.top(), room.width(), high)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, self.number)
        after = QFontMetricsF(big).horizontalAdvance(self.number) + tokens.GAP
        words = QRectF(room.left() + after, room.top() + high * 0.12, room.width() - after, high * 0.88)
        self._write(painter, words, self._words, self._theme.px(tokens.BODY), colours.text)
        below = room.top() + high
        for line in self._basis():
            at = QRectF(room.left(), below, room.width(), self._line)
            self._write(painter, at, line, self._theme.px(tokens.CAPTION), colours.muted)
            below += self._line

    def _basis(self) -> tuple[str, ...]:
        if self._figure is None:
            return (t("đang tính"),)
        return parts_words(self._figure), as_of_words(self._figure)

    def _write(self, painter: QPainter, room: QRectF, words: str, px: int, colour: str) -> None:
        painter.setFont(font(px))
        painter.setPen(QColor(colour))
        shown = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    @property
    def _line(self) -> float:
        return 1.4 * self._theme.px(tokens.CAPTION)
