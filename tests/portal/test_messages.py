"""A dossier as the portal reads it: every field, every length, and nothing made up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossiers.books import BookEntry, BookKind
from dossiers.dossier import Channel, Digital, Dossier, FeeReceipt, Handover, PaymentMode, Posting, Receiver, TakenOff
from dossiers.errors import KnownError
from dossiers.fold import FOLDS
from dossiers.journal import Op
from dossiers.people import IdKind, Person
from dossiers.status import Status
from sync.portal.constants import constants
from sync.portal.messages import Sector, dossier_message
from sync.portal.steps import CHUNK, chunks, steps
from tests.portal import cases
from tests.portal.cases import CLERK, HOUR, SENDER
from tests.portal.schemas import NAMES, fault, validator

Case = Callable[[], tuple[Dossier, list[Op]]]


@pytest.mark.parametrize("name", NAMES)
def test_the_schemas_are_schemas(name: str) -> None:
    validator(name).check_schema(validator(name).schema)
    assert fault(name, {})


@pytest.mark.parametrize("case", cases.ALL.values(), ids=cases.ALL)
def test_every_case_fits_the_schema(case: Case) -> None:
    dossier, history = case()
    assert fault("DongBoHoSoMC", dossier_message(dossier, SENDER)) == ""
    assert [fault("CapNhatTienDoHoSoMC", step.message) for step in steps(dossier, history)].count("") >= 1
    assert not any(fault("CapNhatTienDoHoSoMC", step.message) for step in steps(dossier, history))


def test_a_dossier_just_taken_in() -> None:
    dossier, _ = cases.received()
    sector = Sector(procedure_name="Chứng thực bản sao", code="G15-TP02", name="Chứng thực")
    assert dossier_message(dossier, SENDER, sector) == {
        "MaHoSo": "H26.19.103-260205-0042", "MaTTHC": "2.000815", "TenTTHC": "Chứng thực bản sao",
        "MaLinhVuc": "G15-TP02", "TenLinhVuc": "Chứng thực", "KenhThucHien": "1", "ChuHoSo": "Nguyễn Thị Ngọc Ánh",
        "SoGiayToChuHoSo": "001185012345", "LoaiDoiTuong": "1", "MaDoiTuong": "", "ThongTinKhac": "", "Email": "",
        "Fax": "", "SoDienThoai": "0912 345 678", "TrichYeuHoSo": "Dinhkem", "NgayTiepNhan": "20260205081500",
        "NgayHenTra": "20260205170000", "TrangThaiHoSo": "2", "NgayTra": "", "ThongTinTra": "", "HinhThuc": "0",
        "NgayKetThucXuLy": "", "DonViXuLy": "UBND xã Hòa Bình", "GhiChu": "", "TaiLieuNop": [],
        "DanhSachLePhi": [
            {"TenPhiLePhi": "Phí chứng thực bản sao", "MaPhiLePhi": "1", "HinhThucThu": "1", "Gia": "20000",
             "LoaiPhiLePhi": "1"},
            {"TenPhiLePhi": "Phí chứng thực bản sao điện tử", "MaPhiLePhi": "1", "HinhThucThu": "1", "Gia": "6000",
             "LoaiPhiLePhi": "1"},
        ],
        "DanhSachTepDinhKemKhac": [], "DanhSachHoSoBoSung": [], "DanhSachGiayToKetQua": [], "NoiNopHoSo": "2",
        "HoSoCoThanhPhanSoHoa": "0", "TaiKhoanDuocXacThucVoiVNeID": "0", "DuocThanhToanTrucTuyen": "3",
        "NgayTuChoi": "", "NgayNopHoSo": "20260205081500",
        "DinhDanhCHS": [{"LoaiDinhDanh": "1", "SoDinhDanh": "001185012345"}], "DSKetNoiCSDL": [{"MaCSDL": "7"}],
    }  # fmt: skip


def test_scans_are_filed_papers_and_a_signature_is_none() -> None:
    message = dossier_message(cases.scanned()[0], SENDER)
    first, second = message["TaiLieuNop"]
    assert (first["TenTepDinhKem"], second["TenTepDinhKem"]) == ("bang_thpt.pdf", "Dinhkem")
    assert (first["MaThanhPhanHoSo"], first["DuocTaiSuDung"], first["DuocSoHoa"]) == ("KQ.G06.000123", "1", "1")
    assert first["DuongDanTaiTepTin"] == f"https://tep.example.vn/hs/{'a' * 64}"
    assert (second["MaThanhPhanHoSo"], second["DuocTaiSuDung"]) == ("", "0")
    assert message["HoSoCoThanhPhanSoHoa"] == "1"
    assert dossier_message(cases.returned()[0], SENDER)["HoSoCoThanhPhanSoHoa"] == "0"


def test_what_was_taken_off_is_filed_no_more() -> None:
    dossier, _ = cases.scanned()
    first, second = dossier.scans
    gone = tuple(
        TakenOff(sha256=scan.sha256, paper=scan.paper, result=False, at=dossier.received_at, by=CLERK, reason="nhầm")
        for scan in (first, second)
    )  # fmt: skip
    (left,) = dossier_message(replace(dossier, papers=(), taken_off=gone[:1]), SENDER)["TaiLieuNop"]
    assert left["DuongDanTaiTepTin"].endswith(second.sha256)
    assert dossier_message(replace(dossier, papers=(), taken_off=gone), SENDER)["HoSoCoThanhPhanSoHoa"] == "0"


def test_a_paper_used_again_counts_though_its_file_lies_elsewhere() -> None:
    dossier = cases.received()[0]
    reused = replace(dossier.papers[0], digital=Digital.REUSED_RESULT, code="KQ.1")
    message = dossier_message(replace(dossier, papers=(reused, dossier.papers[1])), SENDER)
    (paper,) = message["TaiLieuNop"]
    assert (paper["TenTepDinhKem"], paper["MaThanhPhanHoSo"]) == ("Bằng tốt nghiệp đại học", "KQ.1")
    assert (paper["DuocTaiSuDung"], paper["DuongDanTaiTepTin"]) == ("2", "")
    assert (message["HoSoCoThanhPhanSoHoa"], fault("DongBoHoSoMC", message)) == ("1", "")


def test_supplement_rounds_carry_both_due_instants() -> None:
    message = dossier_message(cases.supplemented()[0], SENDER)
    first, second = message["DanhSachHoSoBoSung"]
    assert (first["HoSoBoSungId"], second["HoSoBoSungId"]) == (1, 2)
    assert first["NoiDungBoSung"] == "Thiếu chữ ký: Giấy chứng sinh; Tờ khai"
    assert (first["NgayHenTraTruoc"], first["NgayHenTraMoi"]) == ("20260209170000", "20260212170000")
    assert (first["TrangThaiBoSung"], first["NguoiTiepNhanBoSung"]) == ("True", "Trần Văn Thử")
    assert (second["NgayHenTraTruoc"], second["NgayHenTraMoi"]) == ("20260212170000", "")
    assert (second["TrangThaiBoSung"], second["NgayTiepNhanBoSung"]) == ("False", "")
    assert (message["TrangThaiHoSo"], message["NgayHenTra"]) == ("5", "20260212170000")


def test_a_late_dossier_keeps_the_due_instant_it_ran_past() -> None:
    """Its appointment was moved afterwards; the portal must not count it on time for that."""
    message = dossier_message(cases.returned()[0], SENDER)
    assert (message["NgayHenTra"], message["NgayKetThucXuLy"]) == ("20260209170000", "20260209190000")
    assert (message["TrangThaiHoSo"], message["NgayTra"]) == ("10", "20260209200000")
    assert (message["ThongTinTra"], message["DonViXuLy"]) == ("Trả người được ủy quyền", "Sở Tư pháp")
    assert message["DanhSachGiayToKetQua"][0]["TenGiayTo"] == "Giấy khai sinh 12/2026"


def test_a_refusal_says_when() -> None:
    message = dossier_message(cases.refused()[0], SENDER)
    assert (message["TrangThaiHoSo"], message["NgayTuChoi"]) == ("3", "20260205111500")


@pytest.mark.parametrize(
    ("number", "kind", "said"),
    [
        ("001185012345", IdKind.CITIZEN, [{"LoaiDinhDanh": "1", "SoDinhDanh": "001185012345"}]),
        ("012345678", IdKind.OLD_CITIZEN, [{"LoaiDinhDanh": "2", "SoDinhDanh": "012345678"}]),
        ("C1234567", IdKind.PASSPORT, []),
        ("C12345678", IdKind.PASSPORT, []),
        ("", IdKind.CITIZEN, []),
    ],
)
def test_an_identity_is_said_or_left_out_but_never_made_up(number: str, kind: IdKind, said: list[object]) -> None:
    dossier = replace(cases.received()[0], owner=Person(name="Nguyễn Văn Thử", id_number=number, id_kind=kind))
    message = dossier_message(dossier, SENDER)
    assert (message["DinhDanhCHS"], fault("DongBoHoSoMC", message)) == (said, "")


def test_the_made_up_identity_is_refused_by_the_schema() -> None:
    message = dossier_message(cases.received()[0], SENDER)
    assert fault("DongBoHoSoMC", message | {"DinhDanhCHS": [{"LoaiDinhDanh": "2", "SoDinhDanh": "000000001"}]})


@pytest.mark.parametrize("length", [999, 1000, 1001, 5000])
def test_a_summary_is_cut_as_the_portal_wants(length: int) -> None:
    text = dossier_message(replace(cases.received()[0], summary="đ" * length), SENDER)["TrichYeuHoSo"]
    assert text == ("đ" * length if length <= 1000 else "đ" * 995 + "...")


def test_texts_go_out_in_one_spelling() -> None:
    dossier = replace(cases.received()[0], summary=normalize("NFD", "Chứng thực bằng tốt nghiệp"))
    assert dossier_message(dossier, SENDER)["TrichYeuHoSo"] == "Chứng thực bằng tốt nghiệp"


def test_every_status_has_a_place_or_an_error() -> None:
    dossier = cases.received()[0]
    for status in Status:
        if constants().reports(status):
            assert constants().status_code(status) in {str(code) for code in range(1, 11)}
        else:
            with pytest.raises(KnownError, match="Đã hủy"):
                dossier_message(replace(dossier, status=status), SENDER)


def test_every_deed_is_a_step_or_is_said_not_to_be() -> None:
    """A new verb must say what the portal hears of it."""
    known = constants()
    assert known.steps.keys() | known.not_steps == FOLDS.keys()
    assert known.steps.keys() & known.not_steps == set()


@pytest.mark.parametrize(
    ("mode", "listed", "code"),
    [
        (PaymentMode.CASH, "1", "3"), (PaymentMode.TRANSFER, "1", "3"), (PaymentMode.ONLINE, "1", "2"),
        (PaymentMode.LATER, "4", "0"), (PaymentMode.EXEMPT, None, "0"),
    ],
)  # fmt: skip
def test_fees_by_the_way_they_are_paid(mode: PaymentMode, listed: str | None, code: str) -> None:
    message = dossier_message(replace(cases.received()[0], payment=mode), SENDER)
    moments = {fee["HinhThucThu"] for fee in message["DanhSachLePhi"]}
    assert (moments, message["DuocThanhToanTrucTuyen"]) == ({listed} - {None}, code)
    assert fault("DongBoHoSoMC", message) == ""


def test_what_was_really_taken_wins_over_what_was_said() -> None:
    dossier = replace(cases.received()[0], payment=PaymentMode.LATER)
    entry = BookEntry(kind=BookKind.INTERNAL_RECEIPTS, volume="1", year=2026, number=7)
    receipt = FeeReceipt(
        entry=entry, at=dossier.received_at, by=CLERK, payer="X", mode=PaymentMode.ONLINE, lines=dossier.fees
    )
    paid = replace(dossier, receipts=(receipt,))
    voided = replace(dossier, receipts=(replace(receipt, voided_at=dossier.received_at),))
    assert dossier_message(paid, SENDER)["DuocThanhToanTrucTuyen"] == "2"
    assert dossier_message(voided, SENDER)["DuocThanhToanTrucTuyen"] == "0"


def test_a_result_goes_by_post_until_it_comes_back() -> None:
    dossier, at = cases.returned()[0], cases.DUE_AT
    posting = Posting(at=at, by=CLERK, tracking="EB1", address="Thôn Đồi")
    ready = replace(dossier, status=Status.RESULT_READY, handover=None, posting=posting)
    assert dossier_message(ready, SENDER)["HinhThuc"] == "1"
    assert dossier_message(replace(ready, posting=replace(posting, back_at=at + HOUR)), SENDER)["HinhThuc"] == "0"
    delivered = Handover(at=at + 2 * HOUR, by=CLERK, receiver=Receiver.POST, name="X")
    assert dossier_message(replace(ready, status=Status.RETURNED, handover=delivered), SENDER)["HinhThuc"] == "1"


def test_the_steps_of_a_finished_dossier() -> None:
    fields = ("TrangThai", "NoiDungXuLy", "NguoiXuLy", "ThoiDiemXuLy")
    said = [tuple(step.message[field] for field in fields) for step in steps(*cases.returned())]
    assert said == [
        ("2", "Tiếp nhận hồ sơ", CLERK, "20260205081500"),
        ("4", "Chuyển hồ sơ", CLERK, "20260205091500"),
        ("9", "Kết thúc xử lý hồ sơ", "Trần Văn Thử", "20260209190000"),
    ]
    handed_over = steps(*cases.returned())[1].message
    assert (handed_over["PhongBanXuLy"], handed_over["NgayKetThucTheoQuyDinh"]) == ("Sở Tư pháp", "20260209170000")


def test_the_steps_of_a_waiting_dossier_have_no_end() -> None:
    assert [step.message["TrangThai"] for step in steps(*cases.supplemented())] == ["2", "5", "4", "5"]
    assert [step.message["TrangThai"] for step in steps(*cases.refused())] == ["2", "3"]


def test_an_unlisted_deed_is_a_step_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier, history = cases.received()
    monkeypatch.delitem(constants().steps, "certified")
    deeds = steps(dossier, [*history, cases.op(dossier, "certified", HOUR)])
    assert [step.message["TrangThai"] for step in deeds] == ["2", "4"]


def test_a_step_is_known_again_whatever_its_words_become() -> None:
    dossier, history = cases.returned()
    renamed = replace(dossier, received_by="Tên khác", code="H26.19.103-260205-0043")
    assert [step.key for step in steps(dossier, history)] == [step.key for step in steps(renamed, history)]


def test_steps_go_in_tens() -> None:
    dossier, history = cases.received()
    history += [cases.op(dossier, "apologised", timedelta(minutes=minute)) for minute in range(1, 25)]
    assert [len(chunk) for chunk in chunks(steps(dossier, history))] == [CHUNK, CHUNK, 5]


TEXT = st.text(min_size=1, max_size=5000).filter(lambda text: bool(text.strip()))
INSTANT = st.datetimes(min_value=datetime(2001, 1, 1), max_value=datetime(2098, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(
    name=TEXT, summary=st.text(max_size=3000), number=st.text(max_size=40), at=INSTANT, note=TEXT,
    channel=st.sampled_from(Channel), due=st.none() | INSTANT, title=TEXT,
)  # fmt: skip
def test_whatever_was_typed_fits(
    name: str, summary: str, number: str, at: datetime, note: str, channel: Channel, due: datetime | None, title: str
) -> None:
    dossier, _ = cases.scanned()
    appointment = replace(dossier.appointment, due_at=due)
    scans = tuple(replace(scan, title=title) for scan in dossier.scans)
    owner = Person(name=f"N{name}", id_number=number, phone=note, email=note)
    typed = replace(
        dossier, owner=owner, summary=summary, note=note, received_at=at, channel=channel, appointment=appointment,
        scans=scans, received_by=f"N{name}",
    )  # fmt: skip
    assert fault("DongBoHoSoMC", dossier_message(typed, SENDER)) == ""
    assert not any(fault("CapNhatTienDoHoSoMC", step.message) for step in steps(typed, []))
