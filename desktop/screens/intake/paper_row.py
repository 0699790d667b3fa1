"""One line of the component table: what the clerk saw of a paper, and its counts."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import t
from desktop.screens.intake.earlier_strip import EarlierStrip
from desktop.screens.intake.papers import Count
from desktop.theme import tokens
from desktop.theme.theme import Theme
from desktop.widgets import Line
from dossiers.dossier import Digital, PaperCheck, PaperLine

GENERAL: tuple[tuple[Count, str], ...] = (
    ("originals", "Bản chính"), ("certified", "Chứng thực"), ("photocopies", "Photo"),
)  # fmt: skip
CERTIFICATION: tuple[tuple[Count, str], ...] = (("pages", "Số trang"), ("copies", "Số bản"))
COUNT_WIDTH = 68
ORDER = (PaperCheck.OK, PaperCheck.NOT_OK, PaperCheck.NOT_CHECKED)
DIGITAL_ORDER = tuple(Digital)
DIGITAL_WORDS = {Digital.SCANNED: "đã số hóa", Digital.REUSED: "dùng lại", Digital.REUSED_RESULT: "dùng lại kết quả cũ"}
"""Where a paper's electronic copy comes from; nothing is said of a paper without one."""
WORDS = {PaperCheck.OK: "đạt", PaperCheck.NOT_OK: "thiếu hoặc chưa đạt", PaperCheck.NOT_CHECKED: "chưa kiểm tra"}


class CheckMark(QAbstractButton):
    """Tick, cross or empty; Space or a click goes to the next, X says missing at once.

    D goes through where an electronic copy comes from; so does the right button. L uses an earlier scan, V shows it.
    """

    turned = Signal(object)
    digitised = Signal(object)
    reused = Signal()
    looked = Signal()

    def __init__(self, theme: Theme, paper: PaperLine, *, wordless: bool) -> None:
        super().__init__()
        self._theme, self._paper, self._wordless = theme, paper, wordless
        across = QSizePolicy.Policy.Fixed if wordless else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setCheckable(True)  # so that Enter walks past it, as past every tick
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.update)
        self.show_paper(paper)

    def show_paper(self, paper: PaperLine) -> None:
        """Show the check of a paper."""
        self._paper = paper
        self.setAccessibleName(t("{paper}: {state}", paper=paper.name, state=t(WORDS[paper.check])))
        self.setAccessibleDescription(self._digital)
        keys = t("X: thiếu · D: số hóa, dùng lại · L: dùng lại bản quét trước · V: xem bản đó")
        self.setToolTip(f"{paper.name} – {paper.note}\n{keys}" if paper.note else f"{paper.name}\n{keys}")
        self.update()

    def sizeHint(self) -> QSize:
        """The mark, and room for a name that is cut rather than wrapped."""
        return QSize(24 if self._wordless else 160, tokens.CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """A few letters at least."""
        return QSize(24 if self._wordless else 90, tokens.CONTROL_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """X says missing at once, D where the electronic copy comes from, L and V are for an earlier scan."""
        match event.key():
            case Qt.Key.Key_X:
                self.turned.emit(PaperCheck.NOT_OK)
            case Qt.Key.Key_D:
                self._next_digital()
            case Qt.Key.Key_L:
                self.reused.emit()
            case Qt.Key.Key_V:
                self.looked.emit()
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The right button does what D does."""
        event.accept()
        self._next_digital()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 — always drawn whole
        """Mark, then name; the focus ring around both."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(3, (self.height() - 18) / 2, 18, 18)
        self._paint_mark(painter, box)
        if not self._wordless:
            room = self.width() - 34
            if digital := self._digital:
                wide = painter.fontMetrics().horizontalAdvance(digital)
                painter.setPen(QColor(colours.info))
                at_the_end = QRectF(30 + room - wide, 0, wide, self.height())
                painter.drawText(at_the_end, Qt.AlignmentFlag.AlignVCenter, digital)
                room -= wide + tokens.GAP
            words = painter.fontMetrics().elidedText(self._paper.name, Qt.TextElideMode.ElideRight, room)
            painter.setPen(QColor(colours.text))
            painter.drawText(QRectF(30, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.primary), tokens.FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), tokens.RADIUS, tokens.RADIUS)
        painter.end()

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        colours, check = self._theme.colours, self._paper.check
        ground = {PaperCheck.OK: colours.primary, PaperCheck.NOT_OK: colours.bad_ground}.get(check, colours.surface)
        outline = {PaperCheck.OK: colours.primary, PaperCheck.NOT_OK: colours.bad}.get(check, colours.outline)
        painter.setPen(QPen(QColor(outline), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if check is not PaperCheck.NOT_CHECKED:
            name, ink = ("check", "on_primary") if check is PaperCheck.OK else ("x", "bad")
            self._theme.icon(name, ink).paint(painter, box.adjusted(1, 1, -1, -1).toRect())

    @property
    def _digital(self) -> str:
        words = DIGITAL_WORDS.get(self._paper.digital)
        return t(words) if words else ""

    def _next_digital(self) -> None:
        after = (DIGITAL_ORDER.index(self._paper.digital) + 1) % len(DIGITAL_ORDER)
        self.digitised.emit(DIGITAL_ORDER[after])

    def _on_clicked(self) -> None:
        self.turned.emit(ORDER[(ORDER.index(self._paper.check) + 1) % len(ORDER)])


class PaperRow(QWidget):
    """Mark, name and counts of one paper."""

    turned = Signal(object)
    named = Signal(str)
    recounted = Signal(str, str)
    signing = Signal(bool)
    digitised = Signal(object)
    reused = Signal()
    looked = Signal()
    one_more = Signal()
    one_less = Signal()

    def __init__(self, theme: Theme, paper: PaperLine, *, certification: bool, named_by_clerk: bool) -> None:
        super().__init__()
        self.mark = CheckMark(theme, paper, wordless=named_by_clerk)
        self.mark.turned.connect(self.turned)
        self.mark.digitised.connect(self.digitised)
        self.earlier = EarlierStrip()
        for part in (self.mark, self.earlier):
            part.reused.connect(self.reused)
            part.looked.connect(self.looked)
        self.name = Line()
        self.name.setAccessibleName(t("Tên giấy tờ"))
        self.name.textEdited.connect(self.named)
        self.counts: dict[Count, Line] = {}
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.earlier)
        row.setSpacing(tokens.SMALL_GAP)
        row.addWidget(self.mark, 0 if named_by_clerk else 1)
        if named_by_clerk:
            row.addWidget(self.name, 1)
        for count, heading in CERTIFICATION if certification else GENERAL:
            row.addWidget(self._count(count, t(heading), paper.name, grows=named_by_clerk))
        self.electronic = QCheckBox()
        self.electronic.setAccessibleName(t("Ký bản điện tử, {paper}", paper=paper.name))
        self.electronic.toggled.connect(self.signing)
        if certification:
            row.addWidget(self.electronic)
        self.show_paper(paper)

    def show_paper(self, paper: PaperLine) -> None:
        """Show a paper; what is being typed into stays as it is."""
        self.mark.show_paper(paper)
        self.electronic.setChecked(paper.electronic)
        if not self.name.hasFocus():
            self.name.setText(paper.name)
            self.name.setCursorPosition(0)
        for column, line in self.counts.items():
            number = getattr(paper, column)
            if not line.hasFocus():
                line.setText(str(number) if number else "")

    def parts(self) -> tuple[QWidget, ...]:
        """What takes the cursor, from the left."""
        return tuple(part for part in (self.mark, self.name, *self.counts.values(), self.electronic) if part.parent())

    def columns(self) -> tuple[QWidget, ...]:
        """What stands under the headings, from the left."""
        return (*self.counts.values(), self.electronic)

    def _count(self, column: Count, heading: str, paper: str, *, grows: bool) -> Line:
        line = self.counts[column] = Line("0", longest=4)
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.setAccessibleName(f"{heading}, {paper}")
        line.textEdited.connect(partial(self._on_typed, column, grows))
        return line

    def _on_typed(self, column: Count, grows: bool, text: str) -> None:
        """A count retyped; + asks for one more document, - for one less."""
        line = self.counts[column]
        signs = [sign for sign in text if sign in "+-"] if grows else []
        if not signs:
            self.recounted.emit(column, text)
            return
        line.setText(text.replace("+", "").replace("-", ""))
        (self.one_more if signs[-1] == "+" else self.one_less).emit()
