"""Invented dossiers for the papers of the tests, from the plain to the overfull."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from dossiers.books import BookEntry, BookKind
from dossiers.dossier import (
    Agency,
    Apology,
    Appointment,
    Channel,
    Dossier,
    Ending,
    EndKind,
    FeeLine,
    Handover,
    Holder,
    Hop,
    PaperCheck,
    PaperLine,
    PaymentMode,
    Receiver,
    Result,
    ResultPaper,
    Supplement,
)
from dossiers.office import Office
from dossiers.people import Person, Sex
from dossiers.procedure import FeeKind
from dossiers.status import Status

RECEIVED_AT = datetime(2026, 2, 5, 1, 15, tzinfo=UTC)
"""08:15 in Vietnam."""

DOSSIER_ID = UUID("019c2b53-2aa0-7b6c-9d8e-4f2a1c3b5d7f")

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


LONG_NAME = " ".join(["Công Tằng Tôn Nữ Thị Huyền Trân Ngọc Diệp Bảo Khánh Nguyễn Phúc Vĩnh Thụy An Nhiên"] * 2)
LONG_WORDS = tuple(f"điều-{number}" for number in range(1, 121))
"""A reason that goes on and on, each of its words once."""


def general() -> Dossier:
    """A birth registration brought in by the father."""
    return Dossier(
        id=DOSSIER_ID, code="H26.19.103-260205-0042", unit=OFFICE.unit, desk="Quầy 1",
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
    bare = Person(name=LONG_NAME)
    papers = tuple(
        PaperLine(name=f"Giấy tờ số {number} chứng minh quyền sử dụng đất và tài sản gắn liền với đất, "
                       "kèm trích lục bản đồ địa chính thửa đất", originals=1, photocopies=number)
        for number in range(1, 31)
    )  # fmt: skip
    return replace(
        general(), owner=bare, filer=replace(bare, email="x" * 120 + "@example.vn"), summary="nội dung " * 60,
        papers=papers, fees=(), return_place="", appointment=Appointment(due_at=None), original_due_at=None,
    )  # fmt: skip


def refused() -> Dossier:
    """Refused on the next day."""
    ending = Ending(
        kind=EndKind.REFUSED, at=RECEIVED_AT + timedelta(days=1), by="Lê Thị Hạnh",
        reason="Việc khai sinh này đã được đăng ký tại xã khác; một người chỉ được đăng ký khai sinh một lần",
    )  # fmt: skip
    return replace(general(), status=Status.REFUSED, ending=ending, finished_at=ending.at)


def apologised(at: datetime = RECEIVED_AT + timedelta(days=2)) -> Dossier:
    """Late, with an apology and a new date."""
    due_at = RECEIVED_AT + timedelta(hours=8, minutes=45)
    apology = Apology(
        at=at, by="Lê Thị Hạnh", reason="Cơ quan phối hợp chưa trả lời xác minh.", signer="Trần Quốc Bảo",
        due_at=due_at, promised_at=at + timedelta(days=4, hours=1),
    )  # fmt: skip
    return replace(general(), apology=apology, late_since=due_at)


def stopped() -> Dossier:
    """Stopped on the office's decision."""
    ending = Ending(
        kind=EndKind.STOPPED, at=RECEIVED_AT + timedelta(days=3), by="Lê Thị Hạnh", signer="Trần Quốc Bảo",
        reason="Người nộp đề nghị dừng để làm thủ tục nhận cha, mẹ, con trước",
        decision="Văn bản đề nghị ngày 07/02/2026", stage="Đang thẩm tra tại công chức tư pháp – hộ tịch",
        finances="Lệ phí 8.000 đồng hoàn lại cho người nộp",
    )  # fmt: skip
    return replace(general(), status=Status.STOPPED, ending=ending, finished_at=ending.at)


def handed_on() -> Dossier:
    """Given on within the office, to the province, and back; the last step not yet signed for."""
    justice, chief = Holder(person="Phạm Văn Lượng"), Holder(person="Trần Quốc Bảo")
    province = Holder(office="Sở Tư pháp thành phố Hà Nội", person="Ngô Thị Duyên")
    times = [RECEIVED_AT + timedelta(hours=hours) for hours in (1, 3, 27, 51)]
    hops = [
        Hop(sender=Holder(person="Lê Thị Hạnh"), receiver=justice, given_at=times[0], given_by="Lê Thị Hạnh",
            due_at=times[0] + timedelta(hours=4), taken_at=times[0] + timedelta(minutes=5), taken_by=justice.person),
        Hop(sender=justice, receiver=province, given_at=times[1], given_by=justice.person,
            due_at=times[1] + timedelta(hours=20), note="đề nghị xác minh", taken_at=times[1] + timedelta(minutes=50),
            taken_by=province.person),
        Hop(sender=province, receiver=chief, given_at=times[2], given_by=province.person),
    ]  # fmt: skip
    entry = BookEntry(kind=BookKind.DOSSIERS, volume="01", year=2026, number=38)
    return replace(
        general(), status=Status.PROCESSING, hops=tuple(hops), entries=(entry,),
        deciding=Agency(name="UBND xã Hòa Bình"), supporting=Agency(name="UBND phường Trung Văn"),
    )  # fmt: skip


def returned() -> Dossier:
    """Its result in the delegate's hand."""
    at = RECEIVED_AT + timedelta(hours=8)
    paper = ResultPaper(
        kind="Giấy khai sinh", number="42/2026", issuer="UBND xã Hòa Bình", signer="Trần Quốc Bảo",
        issued_on=RECEIVED_AT.date(),
    )  # fmt: skip
    return replace(
        handed_on(), status=Status.RETURNED, finished_at=at,
        result=Result(ready_at=at, ready_by="Lê Thị Hạnh", description="Khai sinh cho Nguyễn Gia Hân", paper=paper),
        handover=Handover(
            at=at, by="Lê Thị Hạnh", receiver=Receiver.DELEGATE, name="Đặng Văn Quyết", id_number="001082054321",
            phone="0987 654 321", evidence="Văn bản ủy quyền", originals_kept="Giấy chứng sinh",
        ),
    )  # fmt: skip


def swollen(dossier: Dossier) -> Dossier:
    """The same dossier with everything in it as long as anybody could type it."""
    full, long = overfull(), " ".join(LONG_WORDS)
    office = Holder(office="Ủy ban nhân dân " + "xã Hòa Bình Thượng Hạ " * 4, person=LONG_NAME)
    return replace(
        dossier, owner=full.owner, filer=full.filer, summary=full.summary, papers=full.papers,
        procedure_name=certified_copies().procedure_name,
        supplements=tuple(replace(one, papers=full.papers, reason=long) for one in dossier.supplements),
        ending=replace(dossier.ending, reason=long, stage=long, finances=long) if dossier.ending else None,
        apology=replace(dossier.apology, reason=long, signer=LONG_NAME) if dossier.apology else None,
        hops=tuple(replace(hop, sender=office, receiver=office, note=long) for hop in dossier.hops * 3),
        result=replace(dossier.result, description=long) if dossier.result else None,
        handover=replace(dossier.handover, name=LONG_NAME, evidence=long) if dossier.handover else None,
    )  # fmt: skip


def bare(dossier: Dossier) -> Dossier:
    """The same dossier with nothing in it that may be missing."""
    return replace(
        dossier, owner=Person(name=OWNER.name), filer=None, summary="", papers=(), fees=(), return_place="",
        appointment=Appointment(due_at=None), original_due_at=None, entries=(), deciding=None, supporting=None,
        ending=replace(dossier.ending, signer="", decision="", stage="", finances="") if dossier.ending else None,
        apology=replace(dossier.apology, signer="") if dossier.apology else None,
        supplements=tuple(replace(one, papers=()) for one in dossier.supplements),
        hops=tuple(replace(hop, due_at=None, note="", taken_by="") for hop in dossier.hops),
        result=replace(dossier.result, description="", paper=ResultPaper()) if dossier.result else None,
        handover=replace(dossier.handover, id_number="", phone="", evidence="", originals_kept="")
        if dossier.handover else None,
    )  # fmt: skip


def asked() -> Dossier:
    """Asked for two papers."""
    wanted = (
        PaperLine(name="Văn bản ủy quyền có chứng thực", originals=1, note="bản nộp thiếu chữ ký"),
        PaperLine(name="Giấy chứng nhận kết hôn", certified=2),
    )
    round_one = Supplement(
        requested_at=RECEIVED_AT + timedelta(hours=1), requested_by="Lê Thị Hạnh", papers=wanted,
        reason="Người đi nộp không phải cha, mẹ của trẻ và chưa có văn bản ủy quyền hợp lệ",
    )  # fmt: skip
    return replace(general(), status=Status.AWAITING_SUPPLEMENT, supplements=(round_one,))
