"""Forms on their way to paper: rendered off the window's thread, kept durably, then handed to the spool."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from desktop import signed_receipt
from desktop.form_words import read_words
from desktop.i18n import t
from desktop.jobs import Jobs
from desktop.stage import Stage
from dossiers.books import BookKind
from dossiers.clock import Clock
from dossiers.dossier import Dossier, EndKind, FeeReceipt
from dossiers.office import Office
from dossiers.receive import Intake
from dossiers.slip_header import UNSIGNED, SlipProofs
from dossiers.status import Status

if TYPE_CHECKING:
    from desktop.jobs import Desk
    from printing.overrides import Overrides

RECEIPT = "receipt"
SUPPLEMENT = "supplement"
REFUSAL = "refusal"
APOLOGY = "apology"
STOP_NOTICE = "stop_notice"
CONTROL_SLIP = "control_slip"
HANDOVER_SHEET = "handover_sheet"
RESULT_RECEIPT = "result_receipt"
PROCESS_HISTORY = "process_history"
GUIDANCE = "guidance"
FEE_REQUEST = "fee_request"
FEE_PAPER = "A5"
"""The fee receipt lies on its side on half a sheet, whatever the other slips are printed on."""

TITLES = {
    RECEIPT: "Giấy hẹn {code}", SUPPLEMENT: "Phiếu yêu cầu bổ sung {code}", REFUSAL: "Phiếu từ chối {code}",
    APOLOGY: "Văn bản xin lỗi và hẹn lại {code}", STOP_NOTICE: "Thông báo dừng giải quyết {code}",
    CONTROL_SLIP: "Phiếu kiểm soát {code}", HANDOVER_SHEET: "Giấy bàn giao {code}",
    RESULT_RECEIPT: "Giấy biên nhận trả kết quả {code}",
}  # fmt: skip
"""How the queue lists each form of a dossier."""

SUBJECTS: dict[str, Callable[[Dossier], object]] = {
    RECEIPT: lambda dossier: dossier.status is not Status.VOIDED,
    SUPPLEMENT: lambda dossier: dossier.supplements[-1:],
    REFUSAL: lambda dossier: _ending(dossier, EndKind.REFUSED),
    APOLOGY: lambda dossier: dossier.apology,
    STOP_NOTICE: lambda dossier: _ending(dossier, EndKind.STOPPED),
    CONTROL_SLIP: lambda dossier: dossier.status is not Status.VOIDED,
    HANDOVER_SHEET: lambda dossier: dossier.status is not Status.VOIDED and dossier.hops[-1:],
    RESULT_RECEIPT: lambda dossier: dossier.handover,
}
"""What a form tells of; there is no such paper without it, and a slip drawn for one that is gone is not queued."""


class Render(Protocol):
    """A form of a dossier as `printing.forms` makes it."""

    def __call__(
        self, dossier: Dossier, office: Office, /, *, paper: str, reprint: int, overrides: "Overrides"
    ) -> bytes:
        """The PDF."""
        ...


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What every form of this desk carries; `proofs` are the signed codes of the receipt that is drawn."""

    office: Office
    paper: str
    clerk: str
    words: "Overrides"
    receipt_roll: str = ""
    """The roll receipts are printed on; empty where they are sheets like all else."""
    picture: bytes = b""
    """What the slip asked for by `Slip.picture`."""
    proofs: SlipProofs = UNSIGNED

    def paper_of(self, slip: "Slip") -> str:
        """What a slip is printed on."""
        return slip.paper or (self.receipt_roll if slip.form == RECEIPT else "") or self.paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One paper to be: how it is drawn, and whether what it tells of still holds when it is ready.

    `picture` is the SHA-256 (hex) of a kept file that it shows, such as a captured signature.
    """

    form: str
    title: str
    draw: Callable[[Letterhead], bytes]
    dossier_id: UUID | None = None
    holds: Callable[[Dossier], bool] = lambda _: True
    paper: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One act of the printed process, in the paper's own words."""

    at: datetime
    person: str
    words: str
    receiver: str = ""
    due_at: datetime | None = None


class Slips:
    """Prints the forms of dossiers; nobody waits for the printer, and a failure leaves the dossier as it was.

    `wake` tells the spool that something lies in the queue.
    """

    def __init__(self, jobs: Jobs, stage: Stage, clock: Clock, wake: Callable[[], None]) -> None:
        self._jobs, self._stage, self._clock, self._wake = jobs, stage, clock, wake

    def print(self, form: str, dossier: Dossier, on_queued: Callable[[], None] | None = None) -> None:
        """Queue one form of a dossier; marked IN LẠI once paper of it was confirmed (DECISIONS, undo after print)."""
        self.queue(_slip(form, dossier), on_queued)

    def print_fee_request(self, dossier: Dossier, on_queued: Callable[[], None] | None = None) -> None:
        """Queue what a citizen takes along to pay by transfer."""

        def draw(head: Letterhead) -> bytes:
            from printing.forms import fee_request

            return fee_request.render(dossier, head.office, head.clerk, self._clock(), overrides=head.words)

        title = t("Phiếu hướng dẫn nộp tiền {code}", code=dossier.code)
        slip = Slip(
            form=FEE_REQUEST, title=title, draw=draw, dossier_id=dossier.id, paper=FEE_PAPER,
            holds=lambda now: now.status is not Status.VOIDED,
        )  # fmt: skip
        self.queue(slip, on_queued)

    def print_history(
        self, dossier: Dossier, acts: tuple[HistoryLine, ...], on_queued: Callable[[], None] | None = None
    ) -> None:
        """Queue the process of a dossier, act by act."""

        def draw(head: Letterhead) -> bytes:
            from printing.forms import process_history

            steps = tuple(
                process_history.Step(at=act.at, person=act.person, action=act.words, receiver=act.receiver,
                                     due_at=act.due_at)
                for act in acts
            )  # fmt: skip
            return process_history.render(dossier, steps, head.office, head.clerk, self._clock(), overrides=head.words)

        title = t("Quá trình xử lý {code}", code=dossier.code)
        slip = Slip(form=PROCESS_HISTORY, title=title, draw=draw, dossier_id=dossier.id, paper="A4")
        self.queue(slip, on_queued)

    def print_guidance(self, intake: Intake, procedure_name: str, reason: str) -> None:
        """Queue the list of papers to bring, for a citizen whose dossier was not taken in."""

        def draw(head: Letterhead) -> bytes:
            from printing.forms import guidance

            told = guidance.Guidance(
                person=intake.filer or intake.owner, procedure_name=procedure_name, reason=reason, clerk=head.clerk,
                papers=tuple(paper for paper in intake.papers if paper.missing), at=self._clock(),
            )  # fmt: skip
            return guidance.render(told, head.office, paper=head.paper, overrides=head.words)

        self.queue(Slip(form=GUIDANCE, title=t("Phiếu hướng dẫn"), draw=draw))

    def print_refusal(self, intake: Intake, procedure_name: str, reason: str) -> None:
        """Queue why nothing is taken in, for a citizen whose dossier never was one."""

        def draw(head: Letterhead) -> bytes:
            from printing.forms import refusal

            told = refusal.Refusal(
                person=intake.filer or intake.owner, procedure_name=procedure_name, reason=reason, clerk=head.clerk,
                at=self._clock(),
            )  # fmt: skip
            return refusal.render(told, head.office, paper=head.paper, overrides=head.words)

        self.queue(Slip(form=REFUSAL, title=t("Phiếu từ chối tiếp nhận"), draw=draw))

    def queue(self, slip: Slip, on_queued: Callable[[], None] | None = None) -> None:
        """Queue any slip in three steps, each where it may take its time: ask the letterhead, draw, keep."""

        def queued(_: object) -> None:
            self._wake()
            self._stage.counts_changed()
            if on_queued:
                on_queued()

        def keep(head: Letterhead, pdf: bytes) -> None:
            def queue(desk: "Desk") -> None:
                if slip.dossier_id is None or slip.holds(desk.register.get(slip.dossier_id)):
                    desk.prints.queue(slip.form, slip.dossier_id, slip.title, pdf, paper=head.paper_of(slip))

            self._jobs.ask(queue, queued, self._stage.complain)

        def draw(head: Letterhead) -> None:
            self._jobs.pool(lambda: slip.draw(head), lambda pdf: keep(head, pdf), self._stage.complain)

        self._jobs.ask(lambda desk: _read_letterhead(desk, slip), draw, self._stage.complain)


def printable(dossier: Dossier) -> tuple[str, ...]:
    """The forms there is something to print of: those of the law in their order, then one for each fee receipt."""
    return (
        *(form for form, subject in SUBJECTS.items() if subject(dossier)),
        *(fee_form(receipt) for receipt in dossier.receipts),
    )


def title_of(form: str, dossier: Dossier) -> str:
    """How menu and queue call a dossier's form."""
    return _slip(form, dossier).title


def fee_form(receipt: FeeReceipt) -> str:
    """The slug of one receipt's paper; each number is a form of its own, so that only its own reprint is marked."""
    entry = receipt.entry
    kind = "fee_receipt" if entry.kind is BookKind.FEE_RECEIPTS else "internal_receipt"
    return f"{kind}/{entry.year}-{entry.volume}-{entry.symbol}-{entry.number}"


def _slip(form: str, dossier: Dossier) -> Slip:
    receipt = next((each for each in dossier.receipts if fee_form(each) == form), None)
    return _legal_slip(form, dossier) if receipt is None else _fee_slip(form, dossier, receipt)


def _legal_slip(form: str, dossier: Dossier) -> Slip:
    def draw(head: Letterhead) -> bytes:
        again = dossier.times_printed(form)
        if form == RECEIPT:
            return signed_receipt.draw(dossier, head, again)
        if form == RESULT_RECEIPT:
            from printing.forms import result_receipt

            return result_receipt.render(
                dossier, head.office, signature=head.picture, paper=head.paper, reprint=again, overrides=head.words
            )
        return _renderer(form)(dossier, head.office, paper=head.paper, reprint=again, overrides=head.words)

    told = SUBJECTS[form](dossier)
    return Slip(
        form=form, title=t(TITLES[form]).format(code=dossier.code), draw=draw, dossier_id=dossier.id,
        holds=lambda now: SUBJECTS[form](now) == told,
        picture=dossier.handover.signature if form == RESULT_RECEIPT and dossier.handover else "",
    )  # fmt: skip


def _fee_slip(form: str, dossier: Dossier, receipt: FeeReceipt) -> Slip:
    def draw(head: Letterhead) -> bytes:
        from printing.forms import fee_receipt

        again = dossier.times_printed(form)
        return fee_receipt.render(dossier, receipt, head.office, reprint=again, overrides=head.words)

    title = t("Biên lai {number}") if receipt.entry.kind is BookKind.FEE_RECEIPTS else t("Phiếu thu {number}")
    return Slip(
        form=form, title=title.format(number=receipt.entry.cited), draw=draw, dossier_id=dossier.id,
        holds=lambda now: receipt in now.receipts, paper=FEE_PAPER,
    )  # fmt: skip


def _ending(dossier: Dossier, kind: EndKind) -> object:
    return dossier.ending if dossier.ending and dossier.ending.kind is kind else None


def _renderer(form: str) -> Render:
    """The form's own module; they are heavy, so the one thread that draws loads them."""
    from printing.forms import apology, control_slip, handover_sheet, refusal, stop_notice, supplement

    forms: dict[str, Render] = {
        SUPPLEMENT: supplement.render, REFUSAL: refusal.render, APOLOGY: apology.render,
        STOP_NOTICE: stop_notice.render, CONTROL_SLIP: control_slip.render, HANDOVER_SHEET: handover_sheet.render,
    }  # fmt: skip
    return forms[form]


def _read_letterhead(desk: "Desk", slip: Slip) -> Letterhead:
    devices = desk.devices
    shown = desk.files.get(slip.picture) if slip.picture else b""
    receipt_of = slip.dossier_id if slip.form == RECEIPT else None
    proofs = signed_receipt.sign(desk, desk.register.get(receipt_of)) if receipt_of else UNSIGNED
    return Letterhead(
        desk.office, devices.paper, desk.clerk.name, read_words(desk), devices.receipt_roll, shown, proofs
    )  # fmt: skip
