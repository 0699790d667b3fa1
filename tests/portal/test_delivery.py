"""A province reports to the portal through every failure: nothing lost, nothing doubled, order and dates kept."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from dossiers.correct import correct_owner
from dossiers.dossier import Dossier
from dossiers.people import Person
from dossiers.print_form import confirm_print
from dossiers.result_ready import make_result_ready
from dossiers.supplement import request_supplement
from dossiers.void import void
from sync.portal import client as http
from sync.portal.delivery import Delivered, Delivery
from sync.portal.faults import Broken, NotAdmitted, NotThePortal, Slow
from sync.province.portal_outbox import Outbox
from tests.portal.conftest import EVER, Reporting, account
from tests.portal.stand_in import UNDONE, Fault, StandIn
from tests.store.homes import HandClock
from tests.sync.postgres import cluster
from tests.sync.provinces import Province, join, lone_desk, running

SERVICES = ("LayThuTuc", "TraCuuHoSo", "DongBoHoSoMC", "CapNhatTienDoHoSoMC")


def whole(reporting: Reporting, taken: list[Dossier]) -> bool:
    """Whether the portal has each of these once, in order, with its first step once and its own day of reception."""
    portal = reporting.portal
    assert list(portal.dossiers) == [dossier.code for dossier in taken]
    for dossier in taken:
        kept = portal.dossiers[dossier.code]
        assert kept.present["NgayTiepNhan"] == kept.first["NgayTiepNhan"]
        assert next(iter(kept.steps.values()))["TrangThai"] == "2"
        assert len(kept.steps) == len({step["ThoiDiemXuLy"] + step["TrangThai"] for step in kept.steps.values()})
    return reporting.outbox.waiting(*EVER) == []


def test_a_day_is_reported_once(reporting: Reporting) -> None:
    taken = reporting.take_in(3)
    assert reporting.send() == Delivered(sent=3)
    assert whole(reporting, taken)
    before = len(reporting.portal.log)
    assert reporting.send() == Delivered()
    assert len(reporting.portal.log) == before


def test_the_flow_is_the_one_written_down(reporting: Reporting) -> None:
    reporting.take_in(1)
    reporting.send()
    flow = [service for service, _ in reporting.portal.log]
    assert flow == ["login", "LayThuTuc", "TraCuuHoSo", "DongBoHoSoMC", "CapNhatTienDoHoSoMC"]
    (sent,) = reporting.portal.asked("DongBoHoSoMC")
    assert (sent["madonvi"], sent["isUpdating"], sent["data"][0]["MaLinhVuc"]) == ("H99.001", "False", "G15-TP02")
    assert sent["data"][0]["DonViXuLy"] == "ỦY BAN NHÂN DÂN XÃ THỬ NGHIỆM"


def test_only_what_changed_goes_again(reporting: Reporting) -> None:
    first, second, third = reporting.take_in(3)
    reporting.send()
    reporting.clock.forward(days=2)
    reporting.desk.do(request_supplement, first.id, first.papers, "Thiếu chữ ký")
    reporting.desk.do(confirm_print, second.id, "receipt")
    reporting.desk.do(make_result_ready, third.id, "Bản sao")
    reporting.synchronise()
    assert reporting.send() == Delivered(sent=2, unchanged=1)
    assert whole(reporting, [first, second, third])
    kept = reporting.portal.dossiers
    assert [kept[each.code].updates for each in (first, second, third)] == [1, 0, 1]
    assert [kept[each.code].present["TrangThaiHoSo"] for each in (first, second, third)] == ["5", "2", "9"]
    assert [len(reporting.portal.steps_sent(each.code)) for each in (first, second, third)] == [2, 1, 2]


def test_the_day_of_reception_stays_however_late_it_is_sent(reporting: Reporting) -> None:
    """The portal counts the share of reported dossiers by NgayTiepNhan (QĐ 766/QĐ-TTg)."""
    (taken,) = reporting.take_in(1)
    reporting.clock.forward(days=40)
    reporting.send()
    reporting.desk.do(correct_owner, taken.id, Person(name="Trần Thị Thử"))
    reporting.synchronise()
    reporting.send()
    kept = reporting.portal.dossiers[taken.code]
    assert kept.present["ChuHoSo"] == "Trần Thị Thử"
    assert kept.first["NgayTiepNhan"] == kept.present["NgayTiepNhan"] == "20261123080100"


def test_the_days_asked_for(reporting: Reporting) -> None:
    early = reporting.take_in(1)
    reporting.clock.forward(days=1)
    late = reporting.take_in(1, first=1)
    reporting.send(days=(date(2026, 11, 24), date(2026, 11, 24)))
    assert list(reporting.portal.dossiers) == [late[0].code]
    reporting.send(days=(date(2026, 11, 23), date(2026, 11, 23)))
    assert list(reporting.portal.dossiers) == [late[0].code, early[0].code]


def test_a_wrong_password_ends_the_run_before_anything_is_sent(reporting: Reporting) -> None:
    reporting.take_in(2)
    done = reporting.send(password="sai")
    assert isinstance(done.fault, NotAdmitted)
    assert "Sai tài khoản" in done.fault.message
    assert "sai" not in str(done.fault)
    assert (reporting.portal.dossiers, len(reporting.portal.log)) == ({}, 1)
    assert reporting.send() == Delivered(sent=2)


def test_an_ended_session_is_renewed_without_anybody_noticing(reporting: Reporting) -> None:
    taken = reporting.take_in(2)
    for service in SERVICES:
        reporting.portal.fail(service, Fault.EXPIRED)
    assert reporting.send() == Delivered(sent=2)
    assert whole(reporting, taken)
    assert reporting.portal.sessions == 1 + len(SERVICES)


def test_a_session_that_ends_at_once_is_not_renewed_for_ever(reporting: Reporting) -> None:
    reporting.take_in(1)
    reporting.portal.fail("LayThuTuc", Fault.EXPIRED, Fault.EXPIRED)
    assert reporting.send() == Delivered(refused=1)
    assert reporting.portal.sessions == 2
    assert reporting.send() == Delivered(sent=1)


@pytest.mark.parametrize("fault", [Fault.ERROR_500, Fault.LOST, Fault.PAGE])
def test_one_bad_answer_costs_one_dossier_one_run(reporting: Reporting, fault: Fault) -> None:
    """Whichever of the four questions it was given to; what goes again is what went before, to the letter."""
    taken: list[Dossier] = []
    for service in SERVICES:
        taken += reporting.take_in(2, first=len(taken))
        reporting.portal.fail(service, fault)
        done = reporting.send()
        assert (done.sent, done.refused, done.fault) == (1, 1, None)
        assert [code for _, code, _ in reporting.outbox.refusals()] == [taken[-2].code]
        assert reporting.send() == Delivered(sent=1)
        assert (reporting.outbox.refusals(), reporting.outbox.waiting(*EVER)) == ([], [])
    assert sorted(reporting.portal.dossiers) == [dossier.code for dossier in taken]
    for dossier in taken:
        sent = reporting.portal.steps_sent(dossier.code)
        assert all(one == other for one, other in pairwise(sent))
        assert len(reporting.portal.dossiers[dossier.code].steps) == 1


@pytest.mark.parametrize(("fault", "kind"), [(Fault.ERROR_500, Broken), (Fault.PAGE, NotThePortal)])
def test_a_portal_that_is_down_ends_the_run(reporting: Reporting, fault: Fault, kind: type[Exception]) -> None:
    taken = reporting.take_in(5)
    reporting.portal.fail("TraCuuHoSo", *[fault] * 3)
    done = reporting.send()
    assert isinstance(done.fault, kind)
    assert (done.sent, done.refused) == (0, 3)
    assert reporting.send() == Delivered(sent=5)
    assert sorted(reporting.portal.dossiers) == [dossier.code for dossier in taken]


def test_a_silent_portal_ends_by_the_timeout(reporting: Reporting) -> None:
    reporting.take_in(1)
    reporting.portal.fail("DongBoHoSoMC", Fault.SILENT)
    done = reporting.send(timeout_s=0.3)
    reporting.portal.released.set()
    assert (done.refused, reporting.outbox.refusals()[0][2]) == (1, str(Slow()))
    assert reporting.send() == Delivered(sent=1)


def test_a_dossier_that_exists_unseen_is_updated(reporting: Reporting) -> None:
    """The portal answers '-3 … đã tồn tại' to what its own search did not find."""
    (taken,) = reporting.take_in(1)
    reporting.portal.fail("DongBoHoSoMC", Fault.LOST)
    reporting.send()
    reporting.portal.fail("TraCuuHoSo", Fault.BLIND)
    assert reporting.send() == Delivered(sent=1)
    assert [body["isUpdating"] for body in reporting.portal.asked("DongBoHoSoMC")] == ["False", "False", "True"]
    assert whole(reporting, [taken])


@pytest.mark.parametrize("fault", [Fault.MUTE, Fault.NO])
def test_steps_count_only_when_the_portal_says_so(reporting: Reporting, fault: Fault) -> None:
    (taken,) = reporting.take_in(1)
    reporting.portal.fail("CapNhatTienDoHoSoMC", fault)
    assert reporting.send() == Delivered(refused=1)
    assert [reason for *_, reason in reporting.outbox.refusals()] == [UNDONE[fault]]
    assert reporting.send() == Delivered(sent=1)
    assert whole(reporting, [taken])
    assert len(reporting.portal.asked("DongBoHoSoMC")) == 1


def test_a_refused_dossier_never_holds_up_the_others(reporting: Reporting) -> None:
    taken = reporting.take_in(3)
    words = "Thiếu trường ChuHoSo: Người Thử 1"
    reporting.portal.refused = {taken[1].code: words}
    assert reporting.send() == Delivered(sent=2, refused=1)
    assert reporting.outbox.refusals() == [("H99.001", taken[1].code, words)]
    assert reporting.send() == Delivered(refused=1)
    reporting.portal.refused = {}
    assert reporting.send() == Delivered(sent=1)
    assert reporting.outbox.refusals() == []


def test_what_was_refused_comes_after_what_was_never_tried(reporting: Reporting) -> None:
    """Three dossiers that trip the portal must not be the only ones it ever sees."""
    poison = reporting.take_in(3)
    reporting.portal.fail("DongBoHoSoMC", *[Fault.ERROR_500] * 3)
    assert reporting.send().fault is not None
    fresh = reporting.take_in(1, first=3)
    reporting.portal.fail("DongBoHoSoMC", Fault.ERROR_500)
    reporting.portal.log.clear()
    reporting.send()
    asked = [body["mahoso"] for body in reporting.portal.asked("TraCuuHoSo")]
    assert asked == [dossier.code for dossier in (*fresh, *poison)]


def test_a_procedure_the_portal_does_not_have(reporting: Reporting) -> None:
    reporting.take_in(1)
    reporting.portal.sectors = {}
    assert reporting.send() == Delivered(refused=1)
    assert "không có thủ tục 2.000815" in reporting.outbox.refusals()[0][2]


def test_a_reception_undone_is_nobodys_business_unless_it_was_reported(reporting: Reporting) -> None:
    unknown, reported = reporting.take_in(2)
    reporting.desk.do(void, unknown.id, "hoàn tác")
    reporting.synchronise()
    assert reporting.send() == Delivered(sent=1)
    assert list(reporting.portal.dossiers) == [reported.code]
    reporting.desk.do(void, reported.id, "hoàn tác")
    reporting.synchronise()
    assert reporting.send() == Delivered(refused=1)
    assert "Đã hủy" in reporting.outbox.refusals()[0][2]


def test_again_on_demand(reporting: Reporting) -> None:
    first, _ = reporting.take_in(2)
    reporting.send()
    assert reporting.outbox.send_again([first.code, "H99.001-000000-0000"]) == 1
    assert reporting.send() == Delivered(sent=1)
    assert reporting.portal.dossiers[first.code].updates == 1
    assert len(reporting.portal.steps_sent(first.code)) == 1


class Killed(BaseException):
    """The process is gone: nothing below catches this."""


@pytest.mark.parametrize("method", ["took_dossier", "took_steps", "finished"])
def test_a_kill_at_any_point_leaves_one_of_each(
    reporting: Reporting, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    """Before the outbox has written what the portal took, and right after."""
    taken: list[Dossier] = []
    usual: Callable[..., None] = getattr(Outbox, method)
    for written in (False, True):

        def killed(outbox: Outbox, *arguments: object, written: bool = written) -> None:
            if written:
                usual(outbox, *arguments)
            raise Killed

        taken += reporting.take_in(2, first=len(taken))
        with monkeypatch.context() as patch, pytest.raises(Killed):
            patch.setattr(Outbox, method, killed)
            reporting.send()
        assert reporting.send().fault is None
    assert whole(reporting, taken)
    for dossier in taken:
        assert all(one == other for one, other in pairwise(reporting.portal.steps_sent(dossier.code)))


def test_a_line_that_is_gone_ends_the_run_at_once(reporting: Reporting) -> None:
    reporting.take_in(2)
    gone = StandIn()
    gone.close()
    client = http.PortalClient(account(gone), 5)
    done = Delivery(reporting.outbox, client).run(*EVER)
    client.close()
    assert (done.sent, done.refused) == (0, 0)
    assert "Chưa nối được tới Cổng DVCQG" in str(done.fault)


def test_the_outbox_on_postgresql(tmp_path: Path, portal: StandIn) -> None:
    clock = HandClock()
    with (
        cluster() as server,
        running(Province(f"{server}/postgres", tmp_path / "province", clock)) as province,
        lone_desk(tmp_path / "home", clock) as desk,
    ):
        join(desk, province, clock)
        reporting = Reporting(desk, province, portal, clock)
        first, second = reporting.take_in(2)
        portal.refused = {first.code: "một dòng có ký tự \0 lạ"}
        assert reporting.send() == Delivered(sent=1, refused=1)
        portal.refused = {}
        desk.do(make_result_ready, second.id, "Bản sao")
        reporting.synchronise()
        assert reporting.send() == Delivered(sent=2)
        assert reporting.send() == Delivered()
        assert reporting.outbox.send_again([first.code]) == 1
        assert [step["TrangThai"] for step in portal.steps_sent(second.code)] == ["2", "9"]
