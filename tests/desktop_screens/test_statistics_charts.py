"""Charts: walked by keys, read aloud, told apart without colour, sharp at any scale, and never out of their room."""


import pypdfium2.raw as pdfium
import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.theme.theme import Theme
from desktop.theme.tokens import DARK, LIGHT, Colours, Tone
from desktop.widgets.chart import Bar, Chart, Ink, Look, Pattern
from desktop.widgets.chart_kinds import Columns, Rows, Shares, scale

FLOW = (Look("Tiếp nhận", Tone.INFO), Look("Đã giải quyết", Tone.OK, Pattern.STRIPES))
PARTS = (*FLOW, Look("Quá hạn", Tone.BAD, Pattern.CROSSED))
NOTHING = "Chưa có hồ sơ nào."


def bars(*counts: int, kinds: int = 1) -> list[Bar]:
    """Bars of these counts, their looks in turn."""
    return [Bar(f"{at}/11", count, f"thanh {at}: {count}", at % kinds) for at, count in enumerate(counts)]


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """Light, at 100 %."""
    made = Theme(qapp)
    made.apply(dark=False)
    return made


@pytest.fixture
def columns(theme: Theme) -> Columns:
    """Three days, received and settled."""
    chart = Columns(theme, "Theo ngày", FLOW, NOTHING)
    chart.show_bars(bars(12, 9, 0, 4, 1000, 1, kinds=2))
    chart.resize(500, 240)
    return chart


def heard(chart: Chart) -> list[int]:
    """What a chart opens from now on."""
    opened: list[int] = []
    chart.opened.connect(opened.append)
    return opened


def test_the_arrows_walk_the_days_and_the_two_columns_of_a_day(columns: Columns) -> None:
    opened = heard(columns)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(columns, key)
    assert opened == [5]
    assert columns.accessibleDescription() == "thanh 5: 1"
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Enter):
        QTest.keyClick(columns, key)
    assert opened == [5, 0]
    assert columns.accessibleName() == "Theo ngày"


@pytest.mark.parametrize("kind", [Columns, Rows, Shares])
def test_an_empty_chart_says_so_and_swallows_no_key(theme: Theme, kind: type[Chart]) -> None:
    chart = kind(theme, "Trống", FLOW, NOTHING)
    chart.resize(300, 120)
    opened = heard(chart)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(150, 60))
    assert opened == []
    assert chart.accessibleDescription() == NOTHING
    assert ink_of(picture(chart)) > 0


def test_a_click_opens_the_bar_under_it_however_low_it_is(columns: Columns) -> None:
    opened = heard(columns)
    for at in (0, 4, 5):
        place = columns.places(room(columns), ink(columns))[at]
        QTest.mouseClick(columns, Qt.MouseButton.LeftButton, pos=(place.center() + QPoint(0, -1)).toPoint())
    assert opened == [0, 4, 5]


@pytest.mark.parametrize("size", [(300, 90), (640, 260), (1000, 400)])
@pytest.mark.parametrize("kind", [Columns, Rows, Shares])
@pytest.mark.parametrize(
    "counts", [(1,) * 6, (0, 0, 0, 0, 0, 1), (100_000, 1, 0, 99_999, 3, 2), tuple(range(1, 13))]
)
def test_bars_stay_in_their_room_and_apart(
    theme: Theme, kind: type[Chart], size: tuple[int, int], counts: tuple[int, ...]
) -> None:
    chart = kind(theme, "Theo ngày", FLOW, NOTHING)
    chart.show_bars(bars(*counts, kinds=2))
    chart.resize(*size)
    places = chart.places(room(chart), ink(chart))
    held = QRectF(chart.rect()).adjusted(-1, -1, 1, 1)
    assert all(held.contains(place) or place.isEmpty() for place in places)
    drawn = [place for bar, place in zip(chart.bars, places, strict=True) if bar.count]
    assert all(place.width() >= 1 and place.height() >= 1 for place in drawn)
    overlaps = [one for at, one in enumerate(drawn) for other in drawn[at + 1 :] if one.intersects(other)]
    assert overlaps == []


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_looks_differ_without_their_colour(colours: Colours) -> None:
    """In grey, the share of ink in a solid, a striped and a crossed bar is far apart."""
    shares = []
    for look in PARTS:
        image = QImage(60, 60, QImage.Format.Format_RGB32)
        image.fill(QColor(colours.surface))
        painter = QPainter(image)
        Ink(painter, colours, 12).fill(QRectF(0, 0, 60, 60), look)
        painter.end()
        tone, ground = (QColor(each).lightness() for each in colours.tone(look.tone))
        inked = sum(
            abs(QColor(image.pixel(x, y)).lightness() - tone) < abs(QColor(image.pixel(x, y)).lightness() - ground)
            for x in range(60) for y in range(60)
        )  # fmt: skip
        shares.append(inked / 3600)
    solid, striped, crossed = shares
    assert solid > 0.99
    assert 0.15 < striped < 0.5
    assert striped + 0.12 < crossed < 0.85


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_edges_are_sharp_at_any_scale(theme: Theme, ratio: float) -> None:
    """A solid bar has one colour and its ground another: no row of in-between pixels along its foot."""
    chart = Columns(theme, "Theo ngày", FLOW[:1], NOTHING)
    chart.show_bars(bars(5, 9))
    chart.resize(400, 200)
    image = picture(chart, ratio)
    place = chart.places(room(chart), ink(chart))[1]
    across = round(place.center().x() * ratio)
    colours = [QColor(image.pixel(across, y)).name() for y in range(round((place.top() - 4) * ratio), image.height())]
    solid = QColor(theme.colours.info).name()
    first = colours.index(solid)
    assert colours[first - 1] == QColor(theme.colours.surface).name()
    assert colours[first : first + 20] == [solid] * 20


def test_a_chart_can_be_put_on_paper(columns: Columns) -> None:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setResolution(96)
    painter = QPainter(writer)
    columns.paint(QRectF(0, 0, 600, 300), Ink(painter, LIGHT, 12))
    painter.end()
    buffer.close()
    page = PdfDocument(bytes(data.data()))[0]
    assert list(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])) == []
    assert len(list(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]))) > 10
    assert "Theo ngày" in page.get_textpage().get_text_range()


@pytest.mark.parametrize(
    ("highest", "top", "step"),
    [(0, 1, 1), (1, 1, 1), (4, 4, 1), (5, 6, 2), (14, 15, 5), (222, 300, 100), (9999, 10_000, 5000)],
)
def test_an_axis_has_few_whole_round_numbers(highest: int, top: int, step: int) -> None:
    assert scale(highest) == (top, step)


@pytest.mark.parametrize("lines", [1, 2, 4])
def test_an_axis_never_ends_below_its_highest_bar(lines: int) -> None:
    for highest in range(1, 3000, 7):
        top, step = scale(highest, lines)
        assert highest <= top < highest + step
        assert (top % step, top // step <= lines + 1) == (0, True)


def room(chart: Chart) -> QRectF:
    """What title and legend leave."""
    return chart._room(QRectF(chart.rect()).adjusted(4, 4, -4, -4), ink(chart))


def ink(chart: Chart) -> Ink:
    """The chart's own ink without a painter: enough to measure with."""
    return chart._ink(QPainter())


def picture(chart: Chart, ratio: float = 1.0) -> QImage:
    """The chart as the screen would show it."""
    image = QImage(QSize(round(chart.width() * ratio), round(chart.height() * ratio)), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    chart.paint(QRectF(chart.rect()).adjusted(4, 4, -4, -4), chart._ink(painter))
    painter.end()
    return image


def ink_of(image: QImage) -> int:
    """How many pixels are not the ground."""
    ground = QColor(LIGHT.surface).rgb()
    return sum(image.pixel(x, y) != ground for x in range(0, image.width(), 2) for y in range(image.height()))


