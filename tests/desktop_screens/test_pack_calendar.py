"""Days that came from the province hold at once; the dates already promised wait for a person to decide."""

from datetime import date

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.calendar_asks import begin_sweep, move_next, read_calendar
from dossiers.calendars import DayKind, DayRule, write_days
from dossiers.receive import receive
from dossiers.store.desk import Desk
from sync import pack_news
from sync.membership import REFERENCE_KEY
from sync.packs import sign_pack, take
from tests.desktop_screens.calendar_panel import HeardPanel
from tests.desktop_screens.conftest import Counter
from tests.store.homes import intake

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
TODAY, FAR = date(2026, 11, 23), date(2027, 6, 1)


def came(desk: Desk, number: int, *days: date) -> None:
    rules = {day: DayRule(kind=DayKind.OFF, note="Nghỉ", notice="TB 1/TB-VPCP", verified=True) for day in days}
    assert take(desk, sign_pack(KEY, "holidays", number, write_days(rules))) is not None


@pytest.fixture
def desk(counter: Counter) -> Desk:
    counter.desk.wire.set(REFERENCE_KEY, KEY.public_key().public_bytes_raw())
    return counter.desk


def test_two_editions_are_weighed_as_one_and_decided_once(desk: Desk) -> None:
    dossier = desk.do(receive, intake())
    before = dossier.appointment.due_at
    came(desk, 1, TODAY)
    came(desk, 2, TODAY, FAR)
    (told,) = pack_news.read(desk)
    assert (told.number, told.changes, told.from_on) == (2, 1, FAR)
    calendar = read_calendar(desk)
    assert calendar.arrived is not None
    assert [change.day for change in calendar.arrived.changes] == [TODAY, FAR]
    assert [moved.code for moved in calendar.arrived.moved] == [dossier.code]
    assert desk.register.get(dossier.id).appointment.due_at == before
    begin_sweep(desk, calendar.own, calendar.arrived, frozenset({dossier.id}), "TB 1/TB-VPCP")
    assert move_next(desk) is not None
    after = desk.register.get(dossier.id).appointment.due_at
    assert before is not None
    assert after is not None
    assert after > before
    assert read_calendar(desk).arrived is None


def test_days_that_touch_no_open_dossier_ask_nothing(desk: Desk) -> None:
    came(desk, 1, FAR)
    assert read_calendar(desk).arrived is None
    desk.do(receive, intake())
    assert read_calendar(desk).arrived is None, "it was taken in under the new days"


def test_the_panel_opens_at_the_dates_and_lets_go_of_them(desk: Desk, counter: Counter) -> None:
    """Going back to the calendar is not answered with the same question again in this sitting."""
    desk.do(receive, intake())
    came(desk, 1, TODAY)
    panel = HeardPanel(counter)
    panel.calendar.open()
    assert len(panel.state.effect.moved) == 1
    assert panel.said == [
        "Lịch của tỉnh đã dùng ở quầy này. Ngày hẹn đã ghi trên giấy chưa đổi; chọn hồ sơ cần hẹn lại."
    ]
    panel.calendar.open()
    assert len(panel.said) == 1
    panel.sweep.save("TB 1/TB-VPCP")
    assert counter.forms() == ["receipt"]
    assert read_calendar(desk).arrived is None
