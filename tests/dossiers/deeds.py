"""What the tests of the verbs do at a desk: one ordinary deed of each kind."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from dossiers.apologise import Apologised, apologise
from dossiers.attach_scans import attach_scans
from dossiers.books import BookEntry, BookKind
from dossiers.carry_over import OpenCase, carry_over
from dossiers.catalogue import Catalogue
from dossiers.certify import certify
from dossiers.correct import correct_owner
from dossiers.dossier import (
    Appointment,
    Digital,
    Dossier,
    FeeLine,
    Holder,
    PaperCheck,
    PaperLine,
    PaymentMode,
    Receiver,
    Scan,
)
from dossiers.end_without_result import Ended, refuse, stop, withdraw
from dossiers.financial_duty import demand_duty, fulfil_duty
from dossiers.hand_over import HandedOver, hand_over, take_over
from dossiers.manage_books import spoil_number
from dossiers.mark_paper import mark_paper
from dossiers.note import note, put_on_shelf
from dossiers.old_rules import OldRules
from dossiers.people import Person
from dossiers.post import post_result, take_back_post
from dossiers.procedure import Duration, FeeKind, TimeUnit
from dossiers.receive import receive
from dossiers.reissue import reissue
from dossiers.reopen import reopen
from dossiers.reschedule import Rescheduled, reschedule
from dossiers.result_ready import make_result_ready
from dossiers.return_result import Returned, return_result
from dossiers.store.desk import Desk
from dossiers.supplement import receive_supplement, request_supplement
from dossiers.take_fee import refund_fee, take_fee, void_fee
from dossiers.take_off_scans import WRONG_DOSSIER, take_off_scans
from dossiers.void import UNDO_REASON, void
from tests.store.homes import CERTIFIED_COPY, intake

DIPLOMA = PaperLine(name="Bằng tốt nghiệp", originals=1, check=PaperCheck.NOT_OK)
TO_OWNER = Returned(receiver=Receiver.OWNER, name="Nguyễn Thị Hồng Nhung")
FEE = (FeeLine(name="Phí chứng thực bản sao", kind=FeeKind.FEE, amount_vnd=12_000),)
CASE = OpenCase(
    code="H99.001-261103-0012", procedure_code=CERTIFIED_COPY, owner=Person(name="Người Cũ"),
    received_at=datetime(2026, 11, 3, 2, tzinfo=UTC), due_at=datetime(2026, 11, 5, 10, tzinfo=UTC),
)  # fmt: skip


def a_scan(desk: Desk, data: bytes = b"%PDF-1.7 a page") -> Scan:
    """A page that lies safe in the store."""
    return Scan(sha256=desk.files.put(data), title="Bản chính", mime="application/pdf", size=len(data), pages=1)


def _attached(desk: Desk, on: Dossier) -> Scan:
    """A scan in force; whoever gave a result out has signed on none of them here."""
    scans = desk.register.get(on.id).scans_in_force
    return (scans or desk.do(attach_scans, on.id, (a_scan(desk),)).scans_in_force)[-1]


def _later(desk: Desk, hours: int) -> datetime:
    return desk.clock() + timedelta(hours=hours)


def _entry_of_last_receipt(desk: Desk, on: Dossier) -> BookEntry:
    receipts = desk.register.get(on.id).receipts
    return (receipts or take(desk, on).receipts)[-1].entry


def take(desk: Desk, on: Dossier) -> Dossier:
    """The fee in cash."""
    return desk.do(take_fee, on.id, PaymentMode.CASH, FEE)


def _sorry(desk: Desk, on: Dossier) -> Dossier:
    return desk.do(
        apologise, on.id, Apologised(reason="chờ xác minh", signer="Lê Văn Ký", promised_at=_later(desk, 90))
    )


def _move(desk: Desk, on: Dossier) -> Dossier:
    due_at = (on.appointment.due_at or desk.clock()) + timedelta(days=30)
    return desk.do(reschedule, on.id, Rescheduled(due_at=due_at, reasons=("lịch mới",), notice="TB 12/TB-UBND"))


def _reissue(desk: Desk, on: Dossier) -> Dossier:
    """The desk learns that the law gave thirty days, in another version than the dossier's."""
    known = desk.catalogue
    law = replace(
        known.get(CERTIFIED_COPY, date(2026, 11, 3)), version=on.procedure_version + 1,
        duration=Duration(amount=30, unit=TimeUnit.WORKING_DAY),
    )  # fmt: skip
    others = tuple(each for each in known.procedures if each.code != CERTIFIED_COPY)
    desk.set_catalogue(Catalogue((*others, law), known.version + 1))
    old = OldRules(
        dossier_id=on.id, code=on.code, procedure_code=on.procedure_code, procedure_name=on.procedure_name,
        received_at=on.received_at, version=on.procedure_version, law=law, appointment=Appointment(due_at=None),
    )  # fmt: skip
    return desk.do(reissue, on.id, old)


ACTS: dict[str, Callable[[Desk, Dossier], object]] = {
    "receive": lambda desk, _: desk.do(receive, intake()),
    "request": lambda desk, on: desk.do(request_supplement, on.id, (DIPLOMA,), "thiếu"),
    "answer": lambda desk, on: desk.do(receive_supplement, on.id),
    "demand duty": lambda desk, on: desk.do(demand_duty, on.id, 1_200_000, "TB 45/TB-CCT"),
    "fulfil duty": lambda desk, on: desk.do(fulfil_duty, on.id, "Giấy nộp tiền 0012"),
    "hand over": lambda desk, on: desk.do(hand_over, on.id, HandedOver(receiver=Holder(person="Hồ Văn Tư Pháp"))),
    "forward": lambda desk, on: desk.do(hand_over, on.id, HandedOver(receiver=Holder(office="Sở Tư pháp"))),
    "take over": lambda desk, on: desk.do(take_over, on.id, "Hồ Văn Tư Pháp"),
    "certify": lambda desk, on: desk.do(certify, on.id, "Lê Văn Ký"),
    "ready": lambda desk, on: desk.do(make_result_ready, on.id),
    "post": lambda desk, on: desk.do(post_result, on.id, "EA123456789VN", "Thôn 1"),
    "post back": lambda desk, on: desk.do(take_back_post, on.id, "không có người nhận"),
    "return": lambda desk, on: desk.do(return_result, on.id, TO_OWNER),
    "refuse": lambda desk, on: desk.do(refuse, on.id, "không thuộc thẩm quyền", "Lê Văn Ký"),
    "withdraw": lambda desk, on: desk.do(withdraw, on.id, "không còn nhu cầu"),
    "stop": lambda desk, on: desk.do(stop, on.id, Ended(reason="đương sự mất", decision="QĐ 7/QĐ-UBND")),
    "reopen": lambda desk, on: desk.do(reopen, on.id, "bấm nhầm"),
    "void": lambda desk, on: desk.do(void, on.id, UNDO_REASON),
    "apologise": _sorry,
    "reschedule": _move,
    "reissue": _reissue,
    "correct": lambda desk, on: desk.do(correct_owner, on.id, replace(on.owner, phone="0912000000")),
    "mark paper": lambda desk, on: desk.do(mark_paper, on.id, 0, Digital.REUSED),
    "attach": lambda desk, on: desk.do(attach_scans, on.id, (a_scan(desk),)),
    "take off": lambda desk, on: desk.do(take_off_scans, on.id, (_attached(desk, on),), WRONG_DOSSIER),
    "take fee": take,
    "void fee": lambda desk, on: desk.do(void_fee, on.id, _entry_of_last_receipt(desk, on), "viết sai tên"),
    "refund fee": lambda desk, on: desk.do(refund_fee, on.id, _entry_of_last_receipt(desk, on), 5_000, "thu thừa"),
    "note": lambda desk, on: desk.do(note, on.id, "gọi lại sau 14 giờ"),
    "shelve": lambda desk, on: desk.do(put_on_shelf, on.id, "Tủ A, ngăn 2"),
    "carry over": lambda desk, _: desk.do(carry_over, CASE),
    "spoil number": lambda desk, _: desk.do(spoil_number, BookKind.DOSSIERS, "viết hỏng dòng sổ giấy"),
}
"""Each verb by a short name, as it would be done on a dossier."""

OF_THE_OFFICE = frozenset({"receive", "carry over", "spoil number"})
"""Acts that need no dossier to be there."""
