"""The register's table: keys first, rows only as they come into sight."""

from array import array
from collections.abc import Sequence
from datetime import timedelta
from types import SimpleNamespace
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.register_asks import Listing, Page
from desktop.screens.register.rows import (
    DUE,
    HOLDER,
    PAGE_ROWS,
    PAGES_KEPT,
    PLACEHOLDER,
    PROCEDURE,
    SENT,
    STATE,
    RegisterModel,
)
from desktop.theme.tokens import Tone
from desktop.widgets.table import TONE_ROLE
from dossiers.calendars import vietnam_calendar
from dossiers.status import Status
from tests.desktop_screens.conftest import HandClock


def row(key: int, clock: HandClock, *, due_in_days: int | None = 3) -> SimpleNamespace:
    """A row as the store answers it."""
    due_at = clock() + timedelta(days=due_in_days) if due_in_days is not None else None
    return SimpleNamespace(
        key=key, id=UUID(int=key), code=f"H55.242-261123-{key:04}", name="Đặng Văn Khuể", id_number="036095001111",
        procedure_name="Chứng thực", received_at=clock(), due_at=due_at, status=Status.RECEIVED, conditional=False,
        stopped_at=None, late=False, holder="Trần Thị Hạnh", held_since=clock(), sent="waiting", recovered=False,
    )  # fmt: skip


class Store:
    """Answers pages when told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, list[int]]] = []
        self.drawn: list[str] = []

    def icon(self, name: str, _: Tone) -> QIcon:
        """Remember which pictures were drawn."""
        self.drawn.append(name)
        return QIcon()

    def fetch(self, page: int, keys: Sequence[int]) -> None:
        """Remember what was asked."""
        self.asked.append((page, list(keys)))


def listing(keys: "array[int]", rows: list[SimpleNamespace], reasons: dict[int, str] | None = None) -> Listing:
    """The answer to a search."""
    return Listing(keys=keys, first=Page(rows, reasons or {}), calendar=vietnam_calendar())  # type: ignore[arg-type]


def made(total: int, clock: HandClock, store: Store) -> RegisterModel:
    """A model of `total` dossiers, newest first, its first page here."""
    keys = array("q", range(total, 0, -1))
    model = RegisterModel(clock, store.fetch, store.icon)
    model.show_listing(listing(keys, [row(key, clock) for key in keys[:PAGE_ROWS]]))
    return model


def test_a_far_row_is_a_quiet_placeholder_asked_for_once(qapp: QApplication) -> None:
    store, clock = Store(), HandClock()
    model = made(10_000, clock, store)
    assert model.rowCount() == 10_000
    far = model.index(9_000, 0)
    assert (far.data(), far.data()) == (PLACEHOLDER, PLACEHOLDER)
    ((page, keys),) = store.asked
    assert keys[9_000 - page * PAGE_ROWS] == 1_000
    model.take_page(page, Page([row(key, clock) for key in keys], {}))  # type: ignore[misc]
    assert far.data() == "H55.242-261123-1000"


def test_memory_stays_bounded_however_far_one_scrolls(qapp: QApplication) -> None:
    store, clock = Store(), HandClock()
    model = made(PAGE_ROWS * (PAGES_KEPT + 10), clock, store)
    for page in range(1, PAGES_KEPT + 10):
        model.index(page * PAGE_ROWS, 0).data()
        model.take_page(page, Page([row(key, clock) for key in store.asked[-1][1]], {}))  # type: ignore[misc]
    assert model.index(0, 0).data() == PLACEHOLDER
    assert model.index((PAGES_KEPT + 9) * PAGE_ROWS, 0).data() != PLACEHOLDER


def test_what_presses_is_what_the_chip_says(qapp: QApplication) -> None:
    store, clock = Store(), HandClock()
    model = RegisterModel(clock, store.fetch, store.icon)
    rows = [row(3, clock, due_in_days=-2), row(2, clock, due_in_days=0), row(1, clock, due_in_days=None)]
    model.show_listing(listing(array("q", [3, 2, 1]), rows))
    clock.now += timedelta(minutes=-1)
    said = [(model.index(line, STATE).data(), model.index(line, STATE).data(TONE_ROLE)) for line in range(3)]
    assert said == [("Quá hạn 2 ngày", "bad"), ("Đến hạn hôm nay", "warn"), ("Đã tiếp nhận", "info")]
    assert model.index(2, DUE).data() == "–"
    for line in range(3):
        model.index(line, DUE).data(Qt.ItemDataRole.DecorationRole)
    assert store.drawn == ["triangle-alert", "clock"]
    assert (model.index(0, SENT).data(), model.index(0, SENT).data(TONE_ROLE)) == ("Chờ gửi", "info")


def test_who_holds_it_and_since_when_and_of_a_voided_one_why(qapp: QApplication) -> None:
    store, clock = Store(), HandClock()
    rows = [row(key, clock) for key in (5, 4, 3, 2, 1)]
    rows[1].held_since -= timedelta(days=9)
    rows[2].status, rows[2].stopped_at = Status.RETURNED, clock()
    rows[3].status, rows[3].stopped_at = Status.VOIDED, clock()
    rows[4].status, rows[4].stopped_at = Status.RESULT_READY, clock() - timedelta(days=12)
    model = RegisterModel(clock, store.fetch, store.icon)
    model.show_listing(listing(array("q", [5, 4, 3, 2, 1]), rows, {2: "nhập nhầm người"}))
    held = [model.index(line, HOLDER).data() for line in range(4)]
    assert held == ["Trần Thị Hạnh · 09:00", "Trần Thị Hạnh · 14/11", "–", "nhập nhầm người"]
    assert model.index(4, STATE).data() == "Kết quả chờ 12 ngày"


def test_a_dossier_known_from_its_slip_alone_is_marked_in_words(qapp: QApplication) -> None:
    del qapp
    clock, store = HandClock(), Store()
    model = RegisterModel(clock, store.fetch, store.icon)
    back = row(1, clock)
    back.recovered = True
    model.show_listing(listing(array("q", [2, 1]), [row(2, clock), back]))
    cells = [model.index(line, PROCEDURE) for line in (0, 1)]
    assert [model.data(cell) for cell in cells] == ["Chứng thực", "Khôi phục từ biên nhận · Chứng thực"]
    assert model.data(cells[1], Qt.ItemDataRole.ToolTipRole) == "Khôi phục từ biên nhận · Chứng thực"
