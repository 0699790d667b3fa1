"""What can be done to a dossier from its screen: each deed with its words, its slip, and the way back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from desktop.dossier_asks import decide
from desktop.i18n import t
from desktop.slips import APOLOGY, CONTROL_SLIP, HANDOVER_SHEET, REFUSAL, STOP_NOTICE, SUPPLEMENT, fee_form
from dossiers.acting import Act
from dossiers.apologise import Apologised, apologise
from dossiers.books import BookEntry
from dossiers.certify import certify, make_certified_ready
from dossiers.correct import correct
from dossiers.dossier import Digital, Dossier, FeeLine, PaperCheck, PaymentMode, ResultPaper
from dossiers.end_without_result import Ended, refuse, stop, withdraw
from dossiers.errors import InvalidInput
from dossiers.financial_duty import demand_duty, fulfil_duty
from dossiers.hand_over import HandedOver, hand_over, take_over
from dossiers.mark_paper import mark_paper
from dossiers.note import note, put_on_shelf
from dossiers.post import post_result, take_back_post
from dossiers.receive_and_take import undo_intake
from dossiers.reopen import reopen
from dossiers.return_result import Returned, return_result
from dossiers.reuse_scan import Reuse, reuse_scan
from dossiers.supplement import receive_supplement, request_supplement
from dossiers.take_fee import refund_fee, take_fee, void_fee
from dossiers.take_off_scans import take_off_scans
from dossiers.void import UNDO_REASON

if TYPE_CHECKING:
    from desktop.dossier_asks import Question

Verb = Callable[[Act, UUID], Dossier]
WayBack = Callable[[Dossier, Dossier], Verb]
"""From the states before and after a deed to the verb that takes it back (the `undo` of `status.MOVES`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One deed, filled in: the verb with all it needs, what is said of it ({code} is the dossier's), its slip.

    `undone` is said when `back` was gone, where there is more to say than that. A deed that `voids` the dossier takes
    its slips out of the print queue; `scan_next` opens the scanner for the result it has just made known.
    """

    run: Verb
    said: str
    form: Callable[[Dossier], str] = lambda _: ""
    back: WayBack | None = None
    undone: str = ""
    voids: bool = False
    scan_next: bool = False


def ask_supplement(dossier: Dossier, papers: frozenset[int], reason: str) -> Deed:
    """Ask for papers, by their places, and stop the clock."""
    asked = tuple(
        replace(paper, check=PaperCheck.NOT_OK) for index, paper in enumerate(dossier.papers) if index in papers
    )
    return Deed(
        run=lambda act, id_: request_supplement(act, id_, asked, reason), form=lambda _: SUPPLEMENT,
        said=t("Đã yêu cầu bổ sung {code}. Thời hạn tạm dừng."), back=lambda _, __: receive_supplement,
        undone=t("Đã hoàn tác, thời hạn {code} chạy tiếp. Lần yêu cầu này vẫn còn trong diễn biến."),
    )  # fmt: skip


def take_supplement() -> Deed:
    """The papers are here: the clock goes on, with the working time of the pause added."""
    return Deed(run=receive_supplement, said=t("Đã nhận bổ sung {code}. Thời hạn chạy tiếp."))


def ask_duty(amount_vnd: int, basis: str) -> Deed:
    """Wait for a financial duty; the clock stops."""
    return Deed(
        run=lambda act, id_: demand_duty(act, id_, amount_vnd, basis),
        said=t("{code} chờ nghĩa vụ tài chính. Thời hạn tạm dừng."),
        back=lambda _, __: lambda act, id_: fulfil_duty(act, id_, UNDO_REASON),
    )


def take_duty(evidence: str) -> Deed:
    """The duty is paid: the clock goes on."""
    return Deed(
        run=lambda act, id_: fulfil_duty(act, id_, evidence), said=t("{code} đã nộp đủ. Thời hạn chạy tiếp.")
    )


def give_on(body: HandedOver) -> Deed:
    """Hand the dossier to somebody, with the control slip here and the hand-over sheet to another office.

    The way back hands it to whoever had it.
    """
    return Deed(
        run=lambda act, id_: hand_over(act, id_, body), said=t("Đã chuyển {code}"),
        form=lambda after: HANDOVER_SHEET if after.holder.office else CONTROL_SLIP,
        back=lambda before, _: lambda act, id_: hand_over(
            act, id_, HandedOver(receiver=before.holder, note=UNDO_REASON)
        ),
    )  # fmt: skip


def sign_for(person: str) -> Deed:
    """Whoever was given the dossier signs for it."""
    return Deed(run=lambda act, id_: take_over(act, id_, person), said=t("Đã nhận bàn giao {code}"))


def enter_in_book(signer: str) -> Deed:
    """Number the certified papers."""
    return Deed(run=lambda act, id_: certify(act, id_, signer), said=t("{code} đã vào sổ chứng thực"))


def make_ready(description: str, shelf: str, paper: ResultPaper, *, scan_next: bool = False) -> Deed:
    """The result lies at the desk."""
    return Deed(
        run=lambda act, id_: make_certified_ready(act, id_, description, shelf, paper),
        said=t("{code} đã có kết quả"),
        back=_reopened, scan_next=scan_next,
    )  # fmt: skip


def give_back(body: Returned) -> Deed:
    """The result changes hands."""
    return Deed(
        run=lambda act, id_: return_result(act, id_, body), said=t("Đã trả kết quả {code}"), back=_reopened,
        undone=t("Đã hoàn tác trả kết quả {code}. Nếu kết quả đã rời quầy, xin lại của người nhận."),
    )  # fmt: skip


def send_by_post(tracking: str, address: str) -> Deed:
    """The post took the result."""
    return Deed(
        run=lambda act, id_: post_result(act, id_, tracking, address), said=t("Đã gửi bưu điện {code}"),
        back=lambda _, __: lambda act, id_: take_back_post(act, id_, UNDO_REASON),
    )


def take_parcel_back(reason: str) -> Deed:
    """The parcel came back unclaimed."""
    return Deed(run=lambda act, id_: take_back_post(act, id_, reason), said=t("Đã ghi bưu điện chuyển hoàn {code}"))


def refuse_it(reason: str, signer: str) -> Deed:
    """The office will not solve it."""
    return Deed(
        run=lambda act, id_: refuse(act, id_, reason, signer), said=t("Đã từ chối {code}"), form=lambda _: REFUSAL,
        back=_reopened,
    )  # fmt: skip


def withdraw_it(reason: str) -> Deed:
    """The citizen takes it back."""
    return Deed(run=lambda act, id_: withdraw(act, id_, reason), said=t("Đã rút {code}"), back=_reopened)


def stop_it(reason: str, signer: str, decision: str, stage: str, finances: str) -> Deed:
    """No decision will be issued."""
    body = Ended(reason=reason, signer=signer, decision=decision, stage=stage, finances=finances)
    return Deed(
        run=lambda act, id_: stop(act, id_, body), said=t("Đã dừng giải quyết {code}"), form=lambda _: STOP_NOTICE,
        back=_reopened,
    )  # fmt: skip


def reopen_it(reason: str) -> Deed:
    """One state back."""
    return Deed(run=lambda act, id_: reopen(act, id_, reason), said=t("Đã mở lại {code}"))


def void_it(reason: str) -> Deed:
    """The reception is cancelled; the number stays used."""
    return Deed(run=lambda act, id_: undo_intake(act, id_, reason), said="", voids=True)


def promise_again(body: Apologised) -> Deed:
    """Apologise and promise another date."""
    return Deed(
        run=lambda act, id_: apologise(act, id_, body), said=t("Đã xin lỗi và hẹn lại {code}. Hạn ban đầu vẫn giữ."),
        form=lambda _: APOLOGY,
    )  # fmt: skip


def correct_it(wanted: Mapping[str, str]) -> Deed:
    """Write fields anew, by their names in `correct.FIELDS`."""
    return Deed(
        run=lambda act, id_: correct(act, id_, wanted), said=t("Đã sửa thông tin {code}"),
        back=lambda before, _: lambda act, id_: correct(act, id_, {name: field_text(before, name) for name in wanted}),
    )  # fmt: skip


def mark_papers(wanted: Mapping[int, Digital], reused: tuple[Reuse, ...] = ()) -> Deed:
    """Say where the electronic copies of papers come from, with the earlier scans they use; only news is written.

    The way back takes the marks, and takes off the scans that came with them.
    """
    return Deed(
        run=lambda act, id_: _mark(act, id_, wanted, reused), said=t("Đã đánh dấu số hóa {code}"),
        back=lambda before, after: lambda act, id_: _unmark(act, id_, before, after, wanted),
    )  # fmt: skip


def remark(text: str) -> Deed:
    """A note."""
    return Deed(run=lambda act, id_: note(act, id_, text), said=t("Đã ghi chú vào {code}"))


def lay_on_shelf(shelf: str) -> Deed:
    """Where the papers lie."""
    return Deed(
        run=lambda act, id_: put_on_shelf(act, id_, shelf), said=t("Đã ghi chỗ để {code}"),
        back=lambda before, _: lambda act, id_: put_on_shelf(act, id_, before.shelf),
    )


def take_money(mode: PaymentMode, lines: tuple[FeeLine, ...], payer: str) -> Deed:
    """Take what is owed and write the receipt."""
    return Deed(
        run=lambda act, id_: take_fee(act, id_, mode, lines, payer), said=t("Đã thu tiền {code}"),
        form=lambda after: fee_form(after.receipts[-1]),
        back=lambda _, after: lambda act, id_: void_fee(act, id_, after.receipts[-1].entry, UNDO_REASON),
        undone=t("Đã hủy biên lai của {code}. Số biên lai vẫn tính là đã dùng."),
    )  # fmt: skip


def void_receipt(entry: BookEntry, reason: str) -> Deed:
    """A receipt that was written wrongly."""
    return Deed(run=lambda act, id_: void_fee(act, id_, entry, reason), said=t("Đã hủy biên lai của {code}"))


def give_money_back(entry: BookEntry, amount_vnd: int, reason: str) -> Deed:
    """Money given back on a receipt that stays."""
    return Deed(run=lambda act, id_: refund_fee(act, id_, entry, amount_vnd, reason), said=t("Đã hoàn tiền {code}"))


def field_text(dossier: Dossier, name: str) -> str:
    """A field of `correct.FIELDS` as `correct` takes it: text, a day as ISO 8601, nothing as ''."""
    value: Any = dossier
    for part in name.split("."):
        value = getattr(value, part) if value is not None else ""
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _reopened(before: Dossier, after: Dossier) -> Verb:
    del before, after
    return lambda act, id_: reopen(act, id_, UNDO_REASON)


def _mark(act: Act, dossier_id: UUID, wanted: Mapping[int, Digital], reused: tuple[Reuse, ...] = ()) -> Dossier:
    dossier = act.dossier(dossier_id)
    for reuse in reused:
        dossier = reuse_scan(act, dossier_id, reuse)
    changed = {index: digital for index, digital in wanted.items() if dossier.papers[index].digital is not digital}
    if not (changed or reused):
        raise InvalidInput("Không có gì thay đổi.", field="papers")
    for index, digital in changed.items():
        dossier = mark_paper(act, dossier_id, index, digital)
    return dossier


def _unmark(act: Act, dossier_id: UUID, before: Dossier, after: Dossier, wanted: Mapping[int, Digital]) -> Dossier:
    used = tuple(scan for scan in after.scans_in_force if scan not in before.scans_in_force)
    dossier = take_off_scans(act, dossier_id, used, UNDO_REASON) if used else after
    marks = {index: before.papers[index].digital for index in wanted}
    done = all(dossier.papers[index].digital is digital for index, digital in marks.items())
    return dossier if done else _mark(act, dossier_id, marks)


def decide_between(question: "Question", value: str) -> Deed:
    """Let one of the values written in a field stand, here and at the province."""
    return Deed(run=lambda act, id_: decide(act, id_, question, value), said=t("Đã ghi giá trị được chọn cho {code}."))
