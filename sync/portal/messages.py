"""A dossier as the portal's DongBoHoSoMC object (domain 4.2): one small function a field that needs thought."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dossiers.delivery import Delivery, delivery_of
from dossiers.dossier import Digital, Dossier, DueCause, EndKind, PaperLine, PaymentMode, Receiver, Supplement
from sync.portal.constants import constants
from sync.portal.fields import (
    FILE_NAME_LENGTH,
    NAME_LENGTH,
    PAPER_NAME_LENGTH,
    SHORT_LENGTH,
    SUMMARY_LENGTH,
    TEXT_LENGTH,
    amount,
    cut,
    flag,
    stamp,
    truth,
)

Message = dict[str, Any]
"""One JSON object under the portal's own names."""

ID_KINDS = {12: "1", 9: "2"}
"""LoaiDinhDanh by the number of digits: personal number, old identity card."""

REUSED = {Digital.REUSED: "1", Digital.REUSED_RESULT: "2"}
"""DuocTaiSuDung by where the electronic copy comes from."""

RETURNED_TO = {
    Receiver.OWNER: "Trả chủ hồ sơ",
    Receiver.DELEGATE: "Trả người được ủy quyền",
    Receiver.POST: "Trả qua bưu điện",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """What the national catalogue says of a procedure; its sector codes are the portal's own (LayThuTuc)."""

    procedure_name: str
    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who reports: the office's name, and where the portal fetches files (`<files_url>/<sha256>`; empty: nowhere)."""

    office: str
    files_url: str = ""

    def link(self, sha256: str) -> str:
        """The address of a file."""
        return f"{self.files_url.rstrip('/')}/{sha256}" if self.files_url else ""


def dossier_message(dossier: Dossier, sender: Sender, sector: Sector | None = None) -> Message:
    """The data object of DongBoHoSoMC; without `sector` MaLinhVuc stays empty, since no code is ever invented.

    Raises KnownError for a status the portal has no place for.
    """
    owner, filed = dossier.owner, filed_papers(dossier, sender)
    return {
        "MaHoSo": dossier.code,
        "MaTTHC": dossier.procedure_code,
        "TenTTHC": cut(sector.procedure_name if sector else dossier.procedure_name, TEXT_LENGTH),
        "MaLinhVuc": sector.code if sector else "",
        "TenLinhVuc": cut(sector.name if sector else dossier.sector, NAME_LENGTH),
        "KenhThucHien": dossier.channel.value,
        "ChuHoSo": cut(owner.name, NAME_LENGTH),
        "SoGiayToChuHoSo": cut(owner.id_number, SHORT_LENGTH),
        "LoaiDoiTuong": constants().subject_kind,
        "MaDoiTuong": "",
        "ThongTinKhac": "",
        "Email": cut(owner.email, SHORT_LENGTH),
        "Fax": "",
        "SoDienThoai": cut(owner.phone, SHORT_LENGTH),
        "TrichYeuHoSo": cut(dossier.summary, SUMMARY_LENGTH, constants().empty_text),
        "NgayTiepNhan": stamp(dossier.received_at),
        "NgayHenTra": stamp(judged_due_at(dossier)),
        "TrangThaiHoSo": constants().status_code(dossier.status),
        "NgayTra": stamp(dossier.handover.at if dossier.handover else None),
        "ThongTinTra": returned_to(dossier),
        "HinhThuc": flag(by_post(dossier)),
        "NgayKetThucXuLy": stamp(dossier.finished_at),
        "DonViXuLy": cut(dossier.deciding.name if dossier.deciding else sender.office, NAME_LENGTH),
        "GhiChu": cut(dossier.note, NAME_LENGTH),
        "TaiLieuNop": filed,
        "DanhSachLePhi": fees(dossier),
        # Codes for LoaiGiayTo are published nowhere; systems in use send no paper here either.
        "DanhSachTepDinhKemKhac": [],
        "DanhSachHoSoBoSung": [
            supplement(dossier, number, asked) for number, asked in enumerate(dossier.supplements, start=1)
        ],
        "DanhSachGiayToKetQua": result_papers(dossier),
        "NoiNopHoSo": constants().place_filed,
        "HoSoCoThanhPhanSoHoa": flag(bool(filed)),
        # Whether a citizen's account is verified is known where they log in, and that is not here.
        "TaiKhoanDuocXacThucVoiVNeID": flag(False),
        "DuocThanhToanTrucTuyen": payment_code(dossier),
        "NgayTuChoi": stamp(refused_at(dossier)),
        "NgayNopHoSo": stamp(dossier.received_at),
        "DinhDanhCHS": identities(dossier),
        "DSKetNoiCSDL": [{"MaCSDL": code} for code in constants().database_codes],
    }


def judged_due_at(dossier: Dossier) -> datetime | None:
    """The due instant the dossier is judged by: what it once ran past, whatever was promised afterwards."""
    return dossier.late_since or dossier.appointment.due_at


def returned_to(dossier: Dossier) -> str:
    """ThongTinTra: who took the result, without a name the portal has no need of."""
    return RETURNED_TO[dossier.handover.receiver] if dossier.handover else ""


def by_post(dossier: Dossier) -> bool:
    """HinhThuc: whether the result goes or went by post."""
    if dossier.handover:
        return dossier.handover.receiver is Receiver.POST
    return delivery_of(dossier) is Delivery.POSTED


def refused_at(dossier: Dossier) -> datetime | None:
    """NgayTuChoi."""
    ending = dossier.ending
    return ending.at if ending and ending.kind is EndKind.REFUSED else None


def identities(dossier: Dossier) -> list[Message]:
    """DinhDanhCHS; a number that is neither of the two kinds leaves the list empty.

    Systems in use send a made-up '000000001' then (domain 4.2); that points every such dossier at one person.
    """
    number = dossier.owner.id_number
    kind = ID_KINDS.get(len(number)) if number.isascii() and number.isdecimal() else None
    return [{"LoaiDinhDanh": kind, "SoDinhDanh": number}] if kind else []


def filed_papers(dossier: Dossier, sender: Sender) -> list[Message]:
    """TaiLieuNop: one entry a scan, then one a paper whose electronic copy is used again and lies elsewhere.

    The picture of a signature is no paper.
    """
    signature = dossier.handover.signature if dossier.handover else ""
    lines = dict(enumerate(dossier.papers))
    scans = [scan for scan in dossier.scans_in_force if scan.sha256 != signature]
    here = [
        filed_paper(scan.title, lines.get(-1 if scan.paper is None else scan.paper), sender.link(scan.sha256))
        for scan in scans
    ]
    scanned = {scan.paper for scan in scans}
    elsewhere = [line for index, line in lines.items() if line.digital in REUSED and index not in scanned]
    return here + [filed_paper(line.name, line, "") for line in elsewhere]


def filed_paper(title: str, line: PaperLine | None, link: str) -> Message:
    """One electronic copy, under its component line's code where the line has one."""
    return {
        "TepDinhKemId": "",
        "TenTepDinhKem": cut(title, FILE_NAME_LENGTH, constants().empty_text),
        "IsDeleted": truth(False),
        "MaThanhPhanHoSo": cut(line.code, SHORT_LENGTH) if line else "",
        "DuongDanTaiTepTin": link,
        "DuocSoHoa": flag(True),
        "DuocTaiSuDung": REUSED.get(line.digital, "0") if line else "0",
        "DuocLayTuKhoDMQG": flag(False),
        "MaKetQuaThayThe": "",
    }


def fees(dossier: Dossier) -> list[Message]:
    """DanhSachLePhi: what is due, when it is taken by the way it is paid; an exempt dossier owes nothing."""
    moment = constants().fee_moments.get(dossier.payment)
    return [
        {
            "TenPhiLePhi": cut(fee.name, TEXT_LENGTH, dossier.code),
            "MaPhiLePhi": constants().fee_code,
            "HinhThucThu": moment,
            "Gia": amount(fee.amount_vnd),
            "LoaiPhiLePhi": constants().fee_kind,
        }
        for fee in dossier.fees
        if moment and fee.amount_vnd
    ]  # fmt: skip


def payment_code(dossier: Dossier) -> str:
    """DuocThanhToanTrucTuyen, by what was taken and by what was said at the counter before that."""
    modes = [receipt.mode for receipt in dossier.receipts if receipt.kept_vnd] or [dossier.payment]
    if not dossier.fee_total_vnd and not dossier.fee_kept_vnd:
        return constants().no_payment_code
    return constants().payment_codes[PaymentMode.ONLINE if PaymentMode.ONLINE in modes else modes[-1]]


def supplement(dossier: Dossier, number: int, asked: Supplement) -> Message:
    """One round of DanhSachHoSoBoSung; its due instants are those before and after the pause."""
    before, after = due_around(dossier, asked)
    papers = "; ".join(paper.name for paper in asked.papers)
    return {
        "HoSoBoSungId": number,
        "NguoiYeuCauBoSung": cut(asked.requested_by, SHORT_LENGTH),
        "NoiDungBoSung": cut(f"{asked.reason}: {papers}" if papers else asked.reason, TEXT_LENGTH),
        "NgayBoSung": stamp(asked.requested_at),
        "NguoiTiepNhanBoSung": cut(asked.received_by, SHORT_LENGTH),
        "ThongTinTiepNhan": "",
        "NgayTiepNhanBoSung": stamp(asked.received_at),
        "TrangThaiBoSung": truth(asked.received_at is not None),
        "DanhSachGiayToBoSung": [],
        "DanhSachLePhiBoSung": [],
        "NgayHenTraTruoc": stamp(before),
        "NgayHenTraMoi": stamp(after),
    }


def due_around(dossier: Dossier, asked: Supplement) -> tuple[datetime | None, datetime | None]:
    """The due instants before a round and after its answer; no second one while it waits."""
    later = [change for change in dossier.due_changes if change.at >= asked.requested_at]
    before = later[0].before if later else dossier.appointment.due_at
    if asked.received_at is None:
        return before, None
    moved = next((each for each in later if each.cause is DueCause.PAUSE and each.at == asked.received_at), None)
    return before, moved.after if moved else before


def result_papers(dossier: Dossier) -> list[Message]:
    """DanhSachGiayToKetQua: the one result, by what it is and its number; its file is not ours to publish."""
    result = dossier.result
    if result is None:
        return []
    named = " ".join(part for part in (result.description or result.paper.kind, result.paper.number) if part)
    return [
        {
            "TenGiayTo": cut(named, PAPER_NAME_LENGTH, dossier.procedure_name),
            "MaThanhPhanHoSo": "",
            "GiayToId": "",
            "DuongDanTepTinKetQua": "",
            "MaGiayToKetQua": "",
        }
    ]
