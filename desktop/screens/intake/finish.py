"""The end of an intake: commit, then print; and for half a minute the way back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.asks import remember_procedure
from desktop.i18n import t
from desktop.jobs import Failed, Jobs
from desktop.screens.intake.form import Field, Form
from desktop.slips import RECEIPT, SUPPLEMENT, Slips, fee_form
from desktop.stage import Stage
from dossiers.acting import Act
from dossiers.books import BookEntry, certification_book
from dossiers.certify import certify_at_once
from dossiers.clock import say_time
from dossiers.dossier import Dossier, PaymentMode
from dossiers.fees import say_vnd
from dossiers.finance import owed_vnd
from dossiers.receive import Intake
from dossiers.receive_and_take import receive_and_take, undo_intake
from dossiers.reuse_scan import Reuse, reuse_scan
from dossiers.supplement import request_supplement
from dossiers.turn_away import Because, TurnedAway, turn_away
from dossiers.void import UNDO_REASON

if TYPE_CHECKING:
    from desktop.jobs import Desk

UNDO_S = 30
LACKING = "Hồ sơ còn thiếu giấy tờ theo thành phần hồ sơ của thủ tục."


def take_in(act: Act, intake: Intake, dossier_id: UUID, reused: tuple[Reuse, ...] = ()) -> Dossier:
    """Receive and take what was paid; papers still missing are asked for in the same transaction.

    A dossier received before is returned as it is, and nothing is taken, used again or asked for twice.
    """
    dossier = receive_and_take(act, intake, dossier_id)
    for reuse in reused:
        dossier = reuse_scan(act, dossier.id, reuse)
    missing = tuple(paper for paper in dossier.papers if paper.missing)
    if not missing or dossier.supplements:
        return dossier
    return request_supplement(act, dossier.id, missing, LACKING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """An intake taken back: what may be in the citizen's hand by now, and what was in the till."""

    code: str
    slip_out: bool
    copies_out: bool
    money_vnd: int

    @property
    def sentence(self) -> str:
        """What happened, what to ask for, and what to give back."""
        slip = t("Giấy hẹn chưa in và sẽ không in nữa.")
        if self.slip_out:
            slip = t("Thu lại giấy hẹn đã in cho người dân.")
        said = [t("Đã hủy tiếp nhận {code}.", code=self.code), slip]
        if self.copies_out:
            said.append(t("Thu lại bản sao đã giao."))
        if self.money_vnd:
            said.append(t("Trả lại người nộp {amount}.", amount=say_vnd(self.money_vnd)))
        return " ".join(said)


def take_back_intake(desk: "Desk", dossier_id: UUID) -> Undone:
    """Take everything of an intake back in one deed, and its slips out of the queue as far as no printer has them."""
    before = desk.register.get(dossier_id)
    desk.do(undo_intake, dossier_id, UNDO_REASON)
    return Undone(
        code=before.code, slip_out=desk.prints.withdraw(dossier_id), copies_out=before.handover is not None,
        money_vnd=before.fee_kept_vnd,
    )  # fmt: skip


def say_certified(dossier: Dossier) -> str:
    """The certification numbers of a dossier as papers cite them: '0038–0040, quyển số 01/2026-SCT/BS'."""
    kind = certification_book(dossier.procedure_code)
    books: dict[str, list[BookEntry]] = {}
    for entry in dossier.entries:
        if entry.kind is kind:
            books.setdefault(f"{entry.year} {entry.volume}", []).append(entry)
    runs = (f"{run[0].number:04d}–" * (len(run) > 1) + run[-1].cited for run in books.values())
    return "; ".join(runs)


class Finish:
    """Commits intakes of one desk and remembers the last one for its undo."""

    def __init__(self, jobs: Jobs, stage: Stage, slips: Slips, on_undone: Callable[[Form], None]) -> None:
        self._jobs, self._stage, self._slips = jobs, stage, slips
        self._on_undone = on_undone

    def run(
        self,
        form: Form,
        intake: Intake,
        dossier_id: UUID,
        *,
        transfers: bool,
        on_done: Callable[[], None],
        on_failed: Failed,
    ) -> None:
        """Commit the intake, and only then print; the slips never hold up the next citizen.

        `transfers` says that the office has an account, so that who pays later can take its code along.
        """

        def taken(dossier: Dossier) -> None:
            self._say(form, dossier)
            self._print(dossier, transfers=transfers)
            on_done()

        self._jobs.ask(lambda desk: remember_procedure(desk, form.procedure_code), lambda _: None, self._stage.complain)
        if form.at_once and not intake.conditional:
            signer = form.text(Field.SIGNER)
            self._jobs.do(certify_at_once, intake, dossier_id, signer, on_done=taken, on_failed=on_failed)
        else:
            self._jobs.do(take_in, intake, dossier_id, form.reused, on_done=taken, on_failed=on_failed)

    def guide(self, intake: Intake, procedure_name: str) -> None:
        """Print what the citizen has to bring; nothing is taken in, and what was missing is on record."""
        missing = tuple(paper.name for paper in intake.papers if paper.missing)
        away = TurnedAway(
            because=Because.PAPERS_MISSING, procedure_code=intake.procedure_code, reason=LACKING, missing=missing
        )
        self._slips.print_guidance(intake, procedure_name, LACKING)
        self._turn_away(away, t("Chưa nhận hồ sơ. Phiếu hướng dẫn đã vào hàng đợi in."))

    def refuse(self, intake: Intake, procedure_name: str, reason: str) -> None:
        """Print why nothing is taken in, and put that on record."""
        away = TurnedAway(because=Because.REFUSED, procedure_code=intake.procedure_code, reason=reason)
        self._slips.print_refusal(intake, procedure_name, reason)
        self._turn_away(away, t("Không tiếp nhận. Phiếu từ chối đã vào hàng đợi in."))

    def _turn_away(self, away: TurnedAway, words: str) -> None:
        self._jobs.do(
            turn_away, away, on_done=lambda _: self._stage.toast(words), on_failed=self._stage.complain
        )

    def _print(self, dossier: Dossier, *, transfers: bool) -> None:
        """One paper after the other, in the order they are handed over the counter."""
        forms = [RECEIPT, *[SUPPLEMENT] * bool(dossier.supplements), *(fee_form(each) for each in dossier.receipts)]

        def print_next() -> None:
            if forms:
                self._slips.print(forms.pop(0), dossier, print_next)
            elif transfers and dossier.payment is PaymentMode.LATER and owed_vnd(dossier):
                self._slips.print_fee_request(dossier)

        print_next()

    def _say(self, form: Form, dossier: Dossier) -> None:
        due_at = dossier.appointment.due_at
        words = t("Đã tiếp nhận {code}", code=dossier.code)
        if dossier.handover:
            words = t("Đã trả tại chỗ {code} · Số chứng thực {numbers}", code=dossier.code,
                      numbers=say_certified(dossier))  # fmt: skip
        elif due_at:
            words = t("Đã tiếp nhận {code} · hẹn trả {due}", code=dossier.code, due=say_time(due_at))
        self._stage.toast(words, action=t("Hoàn tác"), run=lambda: self._undo(form, dossier), seconds=UNDO_S)
        self._stage.counts_changed()

    def _undo(self, form: Form, dossier: Dossier) -> None:
        def undone(done: Undone) -> None:
            self._stage.toast(done.sentence, seconds=12)
            self._stage.counts_changed()
            self._on_undone(replace(form, vouched=False))

        self._jobs.ask(lambda desk: take_back_intake(desk, dossier.id), undone, self._stage.complain)
