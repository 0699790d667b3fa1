"""The three charts of the desk: columns along time, rows by name, and one band cut into shares."""

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen

from desktop.widgets.chart import LEAST_BAR, SWATCH, Chart, Ink
from dossiers.reporting.figures import dotted, percent

MOST_LINES = 4
WIDEST_COLUMN = 40.0
HIGHEST_ROW = 28.0
HIGHEST_BAND = 36.0
NAMES_SHARE = 0.46
GAP = 6.0


def scale(highest: int, lines: int = MOST_LINES) -> tuple[int, int]:
    """The top of an axis of whole numbers and the step between its lines: 1, 2 or 5 times a power of ten."""
    rough = max(highest, 1) / lines
    power = 10 ** math.floor(math.log10(rough)) if rough > 1 else 1
    step = next(int(power * each) for each in (1, 2, 5, 10) if power * each >= rough)
    return -(-max(highest, 1) // step) * step, step


class Columns(Chart):
    """Groups of columns along time, one column for each look; left and right walk the groups, up and down the looks."""

    def places(self, rect: QRectF, ink: Ink) -> list[QRectF]:
        """Columns of one width on one base line."""
        kinds, plot = len(self.looks), self._plot(rect, ink)
        top, _ = self._scale(plot, ink)
        slot = plot.width() / max(len(self.bars) // kinds, 1)
        wide = max(math.floor(min((slot - 3) / kinds, WIDEST_COLUMN)), 1)
        places = []
        for at, bar in enumerate(self.bars):
            left = plot.left() + (at // kinds) * slot + (slot - wide * kinds) / 2 + (at % kinds) * wide
            high = max(bar.count / top * plot.height(), LEAST_BAR) if bar.count else 0
            places.append(QRectF(round(left), round(plot.bottom() - high), wide, round(high)))
        return places

    def paint_frame(self, rect: QRectF, places: list[QRectF], ink: Ink) -> None:
        """Lines with their numbers, and as many labels as have room."""
        plot = self._plot(rect, ink)
        top, step = self._scale(plot, ink)
        for value in range(0, top + 1, step):
            y = round(plot.bottom() - value / top * plot.height())
            ink.painter.setPen(QPen(QColor(ink.colours.outline if value == 0 else ink.colours.border), 1))
            ink.painter.drawLine(round(plot.left()), y, round(plot.right()), y)
            at = QRectF(rect.left(), y - ink.line / 2, plot.left() - rect.left() - GAP, ink.line)
            ink.write(at, dotted(value), Qt.AlignmentFlag.AlignRight)
        self._paint_labels(plot, places, ink)

    def step(self, key: Qt.Key) -> int:
        """See `Chart.step`; a look is kept along the groups."""
        kinds, last = len(self.looks), len(self.bars) - 1
        at = self.current % kinds
        match key:
            case Qt.Key.Key_Left:
                return -kinds if self.current >= kinds else 0
            case Qt.Key.Key_Right:
                return kinds if self.current + kinds <= last else 0
            case Qt.Key.Key_Up:
                return -1 if at else 0
            case Qt.Key.Key_Down:
                return 1 if at < kinds - 1 else 0
            case _:
                return 0

    def _paint_labels(self, plot: QRectF, places: list[QRectF], ink: Ink) -> None:
        kinds = len(self.looks)
        firsts = range(0, len(self.bars), kinds)
        slot = plot.width() / max(len(firsts), 1)
        widest = max(ink.width(self.bars[at].label) for at in firsts) + 2 * GAP
        every = max(math.ceil(widest / slot), 1)
        for at in list(firsts)[::every]:
            middle = places[at].left() + (places[at].width() * kinds) / 2
            room = QRectF(middle - widest / 2, plot.bottom() + 2, widest, ink.line)
            ink.write(room, self.bars[at].label, Qt.AlignmentFlag.AlignHCenter)

    def _plot(self, rect: QRectF, ink: Ink) -> QRectF:
        widest = ink.width(dotted(max(bar.count for bar in self.bars) * 2)) + GAP
        return rect.adjusted(widest, ink.line / 2, -2, -ink.line - 2)

    def _scale(self, plot: QRectF, ink: Ink) -> tuple[int, int]:
        lines = max(1, min(MOST_LINES, int(plot.height() / (2 * ink.line))))
        return scale(max(bar.count for bar in self.bars), lines)


class Rows(Chart):
    """One row for each name, the number at its end."""

    def places(self, rect: QRectF, ink: Ink) -> list[QRectF]:
        """Bars from one line to the right, as high as there is room."""
        highest = max(bar.count for bar in self.bars)
        slot = min(rect.height() / len(self.bars), HIGHEST_ROW)
        left = rect.left() + rect.width() * NAMES_SHARE + GAP
        room = rect.right() - left - ink.width(dotted(highest)) - 2 * GAP
        thick = max(min(slot - 4, slot * 0.7), 3)
        return [
            QRectF(
                round(left), round(rect.top() + at * slot + (slot - thick) / 2),
                round(max(bar.count / highest * room, LEAST_BAR)), round(thick),
            )
            for at, bar in enumerate(self.bars)
        ]  # fmt: skip

    def paint_frame(self, rect: QRectF, places: list[QRectF], ink: Ink) -> None:
        """Names on the left, numbers on the right of each bar."""
        for bar, place in zip(self.bars, places, strict=True):
            top = place.center().y() - ink.line / 2
            names = QRectF(rect.left(), top, place.left() - rect.left() - GAP, ink.line)
            ink.write(names, bar.label, Qt.AlignmentFlag.AlignLeft)
            number = QRectF(place.right() + GAP, top, rect.right() - place.right() - GAP, ink.line)
            ink.write(number, dotted(bar.count), Qt.AlignmentFlag.AlignLeft, strong=True)

    def reach(self, place: QRectF) -> QRectF:
        """The whole row."""
        return QRectF(0, place.top() - 2, self.width(), place.height() + 4)


class Shares(Chart):
    """One band cut into parts of a whole; each part is named with its number below."""

    def places(self, rect: QRectF, ink: Ink) -> list[QRectF]:
        """Parts side by side; the last ends where the band does."""
        whole, left = sum(bar.count for bar in self.bars), rect.left() + 1
        high = round(min(max(rect.height() - ink.line - GAP, 8), HIGHEST_BAND))
        places = []
        for bar in self.bars:
            wide = round(max(bar.count / whole * (rect.width() - 2), LEAST_BAR if bar.count else 0))
            places.append(QRectF(round(left), round(rect.top() + 2), max(wide - 1, 0), high))
            left += wide
        return places

    def paint_frame(self, rect: QRectF, places: list[QRectF], ink: Ink) -> None:
        """Each part's swatch, words, number and percentage."""
        whole = sum(bar.count for bar in self.bars)
        left, top = rect.left(), places[0].bottom() + GAP
        for bar in self.bars:
            words = f"{bar.label} {dotted(bar.count)} ({percent(bar.count, whole)})"
            ink.fill(QRectF(round(left), round(top + (ink.line - SWATCH) / 2), SWATCH, SWATCH), self.looks[bar.look])
            wide = ink.width(words) + GAP
            ink.write(QRectF(left + SWATCH + GAP, top, wide, ink.line), words, Qt.AlignmentFlag.AlignLeft)
            left += SWATCH + wide + 3 * GAP

    def _paint_head(self, rect: QRectF, ink: Ink) -> None:
        """The title alone: the legend is below, with the numbers."""
        ink.write(
            QRectF(rect.left(), rect.top(), rect.width(), ink.line), self.title, Qt.AlignmentFlag.AlignLeft, strong=True
        )
