"""Invented dossiers for the papers of the tests, from the plain to the overfull."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from dossiers.dossier import Appointment, Channel, Dossier, FeeLine, PaperCheck, PaperLine, PaymentMode
from dossiers.ids import new_id
from dossiers.office import Office
from dossiers.people import Person, Sex
from dossiers.procedure import FeeKind
from dossiers.status import Status

RECEIVED_AT = datetime(2026, 2, 5, 1, 15, tzinfo=UTC)
"""08:15 in Vietnam."""

OFFICE = Office(
    unit="H26.19.103", name="UBND xã Hòa Bình", parent="UBND thành phố Hà Nội",
    reception="Trung tâm Phục vụ hành chính công", place="Hòa Bình", phone="024 3555 0103",
    lookup_url="https://motcua.hoabinh.example.vn", desk_name="Quầy 1",
)  # fmt: skip

OWNER = Person(
    name="Nguyễn Thị Ngọc Ánh", id_number="001185012345", birth_date=date(1985, 3, 14), sex=Sex.FEMALE,
    address="Thôn Đồi Bưởi, xã Hòa Bình, thành phố Hà Nội", phone="0912 345 678",
)  # fmt: skip

FILER = Person(
    name="Đặng Văn Quyết", id_number="001082054321", address="Số 8 ngõ 15 đường Ưu Đàm, xã Hòa Bình",
    phone="0987 654 321", email="quyet.dang@example.vn",
)  # fmt: skip


def general() -> Dossier:
    """A birth registration brought in by the father."""
    return Dossier(
        id=new_id(RECEIVED_AT), code="H26.19.103-260205-0042", unit=OFFICE.unit, desk="Quầy 1",
        status=Status.RECEIVED, channel=Channel.COUNTER, procedure_code="1.001193", procedure_version=1,
        procedure_name="Đăng ký khai sinh", sector="Hộ tịch", certification=False, owner=OWNER, filer=FILER,
        summary="Đăng ký khai sinh cho con", sets=1,
        papers=(
            PaperLine(name="Tờ khai đăng ký khai sinh", originals=1, check=PaperCheck.OK),
            PaperLine(name="Giấy chứng sinh", originals=1, check=PaperCheck.OK),
            PaperLine(name="Giấy chứng nhận kết hôn của cha mẹ", photocopies=1, required=False),
        ),
        fees=(FeeLine(name="Lệ phí đăng ký khai sinh", kind=FeeKind.CHARGE, amount_vnd=8_000),),
        payment=PaymentMode.CASH, return_place="Trung tâm Phục vụ hành chính công", received_at=RECEIVED_AT,
        received_by="Lê Thị Hạnh", original_due_at=RECEIVED_AT + timedelta(hours=8, minutes=45),
        appointment=Appointment(
            due_at=RECEIVED_AT + timedelta(hours=8, minutes=45), legal_time="trong ngày",
            reasons=("Thời hạn giải quyết: trong ngày.", "Mốc 15:00: nhận trước giờ đó thì trả trong ngày."),
        ),
    )  # fmt: skip


def certified_copies() -> Dossier:
    """Certified copies, the office's most frequent work."""
    return replace(
        general(), procedure_code="2.000815", certification=True, sector="Chứng thực", filer=None, summary="",
        procedure_name="Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền "
        "của Việt Nam cấp hoặc chứng nhận",
        papers=(
            PaperLine(name="Bằng tốt nghiệp đại học", pages=2, copies=5),
            PaperLine(name="Giấy khai sinh", pages=1, copies=3, electronic=True),
        ),
        fees=(
            FeeLine(name="Phí chứng thực bản sao", kind=FeeKind.FEE, amount_vnd=20_000),
            FeeLine(name="Phí chứng thực bản sao điện tử", kind=FeeKind.FEE, amount_vnd=6_000),
        ),
    )  # fmt: skip


def conditional() -> Dossier:
    """Accepted although a paper is missing."""
    dossier = general()
    missing = PaperLine(
        name="Văn bản ủy quyền có chứng thực", originals=1, check=PaperCheck.NOT_OK, note="thiếu chữ ký"
    )
    return replace(dossier, conditional=True, papers=(*dossier.papers, missing))


def overfull() -> Dossier:
    """Thirty papers, the longest names a clerk could type, and every optional fact missing."""
    long_name = "Công Tằng Tôn Nữ Thị Huyền Trân Ngọc Diệp Bảo Khánh Nguyễn Phúc Vĩnh Thụy An Nhiên " * 2
    bare = Person(name=long_name.strip())
    papers = tuple(
        PaperLine(name=f"Giấy tờ số {number} chứng minh quyền sử dụng đất và tài sản gắn liền với đất, "
                       "kèm trích lục bản đồ địa chính thửa đất", originals=1, photocopies=number)
        for number in range(1, 31)
    )  # fmt: skip
    return replace(
        general(), owner=bare, filer=replace(bare, email="x" * 120 + "@example.vn"), summary="nội dung " * 60,
        papers=papers, fees=(), return_place="", appointment=Appointment(due_at=None), original_due_at=None,
    )  # fmt: skip
