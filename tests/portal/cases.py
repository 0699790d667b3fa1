"""Invented dossiers with their histories, as the portal meets them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from dossiers.dossier import (
    Agency,
    Appointment,
    Digital,
    Dossier,
    DueCause,
    DueChange,
    Ending,
    EndKind,
    Handover,
    Holder,
    Hop,
    PaperLine,
    Receiver,
    Result,
    ResultPaper,
    Scan,
    Supplement,
)
from dossiers.journal import Op
from dossiers.status import Status
from sync.portal.messages import Sender
from tests.printing.people_and_papers import OFFICE, RECEIVED_AT, certified_copies, general

SENDER = Sender(office=OFFICE.name, files_url="https://tep.example.vn/hs/")
HOUR = timedelta(hours=1)
CLERK = "Lê Thị Hạnh"
DUE_AT = datetime(2026, 2, 9, 10, tzinfo=UTC)
LATER_DUE_AT = datetime(2026, 2, 12, 10, tzinfo=UTC)


def op(dossier: Dossier, kind: str, after: timedelta, actor: str = CLERK) -> Op:
    """A line of the dossier's history."""
    return Op(kind=kind, dossier_id=dossier.id, at=dossier.received_at + after, actor=actor, body=b"{}")


def received() -> tuple[Dossier, list[Op]]:
    """Just taken in."""
    dossier = certified_copies()
    return dossier, [op(dossier, "received", timedelta())]


def scanned() -> tuple[Dossier, list[Op]]:
    """Two papers scanned, one of them used again, and the picture of a signature that is no paper."""
    dossier, history = received()
    papers = (PaperLine(name="Bằng", code="KQ.G06.000123", digital=Digital.REUSED), PaperLine(name="Giấy khai sinh"))
    scans = (
        Scan(sha256="a" * 64, title="bang_thpt.pdf", mime="application/pdf", size=9, pages=1, paper=0),
        Scan(sha256="b" * 64, title="", mime="application/pdf", size=9, pages=1),
    )
    return replace(dossier, papers=papers, scans=scans), [*history, op(dossier, "scans_attached", HOUR)]


def supplemented() -> tuple[Dossier, list[Op]]:
    """One round asked and answered, the due instant moved, and a second round still open."""
    dossier = general()
    asked = (PaperLine(name="Giấy chứng sinh"), PaperLine(name="Tờ khai"))
    start = dossier.received_at
    first = Supplement(
        requested_at=start + HOUR, requested_by=CLERK, papers=asked, reason="Thiếu chữ ký", received_by="Trần Văn Thử",
        received_at=start + 20 * HOUR,
    )  # fmt: skip
    second = Supplement(requested_at=start + 30 * HOUR, requested_by=CLERK, papers=asked[:1], reason="Mờ dấu")
    moved = DueChange(at=start + 20 * HOUR, by=CLERK, cause=DueCause.PAUSE, before=DUE_AT, after=LATER_DUE_AT)
    dossier = replace(
        dossier, status=Status.AWAITING_SUPPLEMENT, supplements=(first, second), due_changes=(moved,),
        appointment=Appointment(due_at=LATER_DUE_AT), original_due_at=DUE_AT,
    )  # fmt: skip
    return dossier, [
        op(dossier, "received", timedelta()),
        op(dossier, "supplement_requested", HOUR),
        op(dossier, "supplement_received", 20 * HOUR, "Trần Văn Thử"),
        op(dossier, "form_printed", 21 * HOUR),
        op(dossier, "supplement_requested", 30 * HOUR),
    ]


def returned() -> tuple[Dossier, list[Op]]:
    """Decided by the province after a hand-over, late, and given to a delegate who signed on the pad."""
    dossier = general()
    done_at = DUE_AT + 2 * HOUR
    hop = Hop(
        sender=Holder(person=CLERK), receiver=Holder(office="Sở Tư pháp"), given_at=dossier.received_at + HOUR,
        given_by=CLERK, due_at=DUE_AT,
    )  # fmt: skip
    signature = Scan(sha256="c" * 64, title="chữ ký", mime="image/png", size=9, pages=1)
    dossier = replace(
        dossier, status=Status.RETURNED, hops=(hop,), deciding=Agency(name="Sở Tư pháp"), late_since=DUE_AT,
        appointment=Appointment(due_at=LATER_DUE_AT), original_due_at=DUE_AT, finished_at=done_at,
        result=Result(
            ready_at=done_at, ready_by="Trần Văn Thử", description="Giấy khai sinh",
            paper=ResultPaper(number="12/2026"),
        ),
        handover=Handover(
            at=done_at + HOUR, by=CLERK, receiver=Receiver.DELEGATE, name="Đặng Thị Ánh", id_number="001085000001",
            signature=signature.sha256,
        ),
        scans=(signature,),
    )  # fmt: skip
    since = done_at - dossier.received_at
    return dossier, [
        op(dossier, "received", timedelta()),
        op(dossier, "handed_over", HOUR),
        op(dossier, "result_ready", since, "Trần Văn Thử"),
        op(dossier, "returned", since + HOUR),
    ]


def refused() -> tuple[Dossier, list[Op]]:
    """Not taken after all."""
    dossier = general()
    at = dossier.received_at + 3 * HOUR
    ending = Ending(kind=EndKind.REFUSED, at=at, by=CLERK, reason="Không thuộc thẩm quyền")
    dossier = replace(dossier, status=Status.REFUSED, ending=ending, finished_at=at)
    return dossier, [op(dossier, "received", timedelta()), op(dossier, "refused", 3 * HOUR)]


ALL = {each.__name__: each for each in (received, scanned, supplemented, returned, refused)}
assert RECEIVED_AT < DUE_AT
