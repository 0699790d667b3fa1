"""The sync screen in the real window: what needs a person is reached by a key, the day is confirmed by another."""

from datetime import timedelta

from desktop import keys
from desktop.app import Reception
from desktop.sitting import Sitting
from dossiers.clock import to_ms
from dossiers.journal import op_key
from dossiers.receive import receive
from dossiers.store.desk import Desk
from sync import clock_check
from tests.desktop.conftest import HandClock
from tests.desktop.driving import Driver, wait_for
from tests.store.homes import intake


def with_a_held_deed(desk: Desk) -> None:
    """As the province's answer would have left it."""
    dossier = desk.do(receive, intake())
    (line,) = desk.journal.of(dossier.id)
    desk.wire.hold(op_key(desk.journal.epochs()[-1].device, line), "Thiếu số định danh.")


def test_a_held_deed_is_reached_opened_and_settled_by_keys(reception: Reception, sitting: Sitting) -> None:
    clerk = Driver(reception.window)
    sitting.frame.open("sync")
    clerk.press(keys.TASKS)
    assert sitting.frame.said == "Không có việc nào cần xem lại."
    sitting.session.jobs.wait(with_a_held_deed)
    clerk.press(keys.REFRESH)
    wait_for(lambda: "Mở hồ sơ để sửa" in clerk.names(), "the row")
    clerk.press(keys.TASKS)
    clerk.press("Return")
    assert sitting.frame.front == "dossier"
    clerk.press(keys.BACK)
    wait_for(lambda: sitting.frame.front == "sync" and "Đã xử lý" in clerk.names(), "the row again")
    clerk.click("Đã xử lý")
    wait_for(lambda: sitting.session.jobs.wait(lambda desk: desk.wire.held()) == (), "the deed to be settled")


def test_the_day_is_asked_for_on_the_strip_and_confirmed_by_its_key(
    reception: Reception, sitting: Sitting, clock: HandClock
) -> None:
    at = to_ms(clock())
    sitting.session.jobs.wait(lambda desk: clock_check.note(desk, 0, at))
    clock.now += timedelta(days=3)
    sitting.refresh()
    wait_for(lambda: "Thứ Năm 26/11/2026" in sitting.frame.banner.words, "the question")
    Driver(reception.window).press(keys.BANNER)
    wait_for(lambda: not sitting.frame.banner.words, "the strip to go")
