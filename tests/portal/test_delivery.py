"""A province reports to the portal: what changed, once, in order, by the day it was received."""

from datetime import date
from pathlib import Path

from dossiers.attach_scans import attach_scans
from dossiers.correct import correct_owner
from dossiers.dossier import Holder, Receiver
from dossiers.hand_over import HandedOver, hand_over
from dossiers.people import Person
from dossiers.print_form import confirm_print
from dossiers.result_ready import make_result_ready
from dossiers.return_result import Returned, return_result
from dossiers.supplement import receive_supplement, request_supplement
from dossiers.take_off_scans import WRONG_DOSSIER, take_off_scans
from dossiers.void import void
from sync.portal.delivery import Delivered
from tests.dossiers.deeds import a_scan
from tests.portal.conftest import Reporting
from tests.portal.stand_in import StandIn
from tests.store.homes import HandClock
from tests.sync.postgres import cluster
from tests.sync.provinces import Province, join, lone_desk, running


def test_a_day_is_reported_once(reporting: Reporting) -> None:
    taken = reporting.take_in(3)
    assert reporting.send() == Delivered(sent=3)
    assert reporting.whole(taken)
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
    assert reporting.whole([first, second, third])
    kept = reporting.portal.dossiers
    assert [kept[each.code].updates for each in (first, second, third)] == [1, 0, 1]
    assert [kept[each.code].present["TrangThaiHoSo"] for each in (first, second, third)] == ["5", "2", "9"]
    assert [len(reporting.portal.steps_sent(each.code)) for each in (first, second, third)] == [2, 1, 2]


def test_a_scan_taken_off_is_told_by_a_list_without_it(reporting: Reporting) -> None:
    """The portal had it; the office cannot take back what was read, and says so by the next message."""
    (taken,) = reporting.take_in(1)
    scan = a_scan(reporting.desk)
    reporting.desk.do(attach_scans, taken.id, (scan,))
    reporting.synchronise()
    reporting.send()
    kept = reporting.portal.dossiers[taken.code]
    assert len(kept.present["TaiLieuNop"]) == 1
    reporting.desk.do(take_off_scans, taken.id, (scan,), WRONG_DOSSIER)
    reporting.synchronise()
    assert reporting.send() == Delivered(sent=1)
    assert (kept.present["TaiLieuNop"], kept.present["HoSoCoThanhPhanSoHoa"]) == ([], "0")
    assert len(reporting.portal.steps_sent(taken.code)) == 1, "no step of the work"


def test_a_whole_life_by_the_real_verbs(reporting: Reporting) -> None:
    """Asked, answered, handed on, done late and given back: the portal hears each once, the first promise kept."""
    (taken,) = reporting.take_in(1)
    desk, clock = reporting.desk, reporting.clock
    desk.do(request_supplement, taken.id, taken.papers, "Thiếu chữ ký")
    clock.forward(days=1)
    desk.do(receive_supplement, taken.id)
    desk.do(hand_over, taken.id, HandedOver(receiver=Holder(person="Trần Văn Thử")))
    reporting.synchronise()
    assert reporting.send() == Delivered(sent=1)
    clock.forward(days=3)
    desk.do(make_result_ready, taken.id, "Bản sao")
    desk.do(return_result, taken.id, Returned(receiver=Receiver.OWNER, name=taken.owner.name))
    reporting.synchronise()
    assert reporting.send() == Delivered(sent=1)
    assert reporting.whole([taken])
    kept = reporting.portal.dossiers[taken.code]
    (asked,) = kept.present["DanhSachHoSoBoSung"]
    assert asked["NgayHenTraTruoc"] == kept.first["DanhSachHoSoBoSung"][0]["NgayHenTraTruoc"] == "20261123170000"
    assert asked["NgayHenTraMoi"] == kept.present["NgayHenTra"] == kept.first["NgayHenTra"]
    assert asked["NgayHenTraTruoc"] < asked["NgayHenTraMoi"] < kept.present["NgayKetThucXuLy"]
    assert [step["TrangThai"] for step in kept.steps.values()] == ["2", "5", "4", "4", "9"]
    assert kept.present["TrangThaiHoSo"] == "10"


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


def test_a_procedure_the_portal_does_not_have(reporting: Reporting) -> None:
    reporting.take_in(1)
    usual = reporting.portal.sectors
    for sectors in ({}, {"2.000815": ("Chứng thực", "", "Chứng thực")}):
        reporting.portal.sectors = sectors
        assert reporting.send() == Delivered(refused=1)
        assert "không có thủ tục 2.000815" in reporting.outbox.refusals()[0][2]
    reporting.portal.sectors = usual
    assert reporting.send() == Delivered(sent=1)


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
