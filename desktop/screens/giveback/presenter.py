"""What the giveback screen decides: whose result it is, whether it may go, and into whose hand."""

from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID

from desktop.dossier_asks import Opened, find_dossier, open_dossier, read_returned
from desktop.i18n import added, said, t
from desktop.jobs import Failure, Jobs
from desktop.stage import Stage
from desktop.theme.tokens import Tone
from dossiers.citizen_card import looks_like_card, parse_card
from dossiers.clock import Clock, local, local_date, say_time
from dossiers.dossier import Dossier, PaymentMode, Receiver
from dossiers.errors import InvalidInput
from dossiers.fees import say_vnd
from dossiers.result_ready import make_result_ready
from dossiers.return_result import Returned, return_result
from dossiers.standing import standing
from dossiers.status import MOVES, Status

CARD_EVIDENCE = "Thẻ căn cước"
SLIP_EVIDENCE = "Giấy hẹn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiving:
    """Who takes the result, as filled in."""

    receiver: Receiver = Receiver.OWNER
    name: str = ""
    id_number: str = ""
    slip_taken_back: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class GivebackState:
    """Everything on the screen; without a dossier only the box and today's list."""

    found: bool = False
    code: str = ""
    who: str = ""
    word: str = ""
    tone: Tone = Tone.IDLE
    reason: str = ""
    result: str = ""
    fee: str = ""
    may_return: bool = False
    may_make_ready: bool = False
    receiving: Receiving = Receiving()
    fault: str = ""
    done: tuple[str, ...] = ()


class GivebackView(Protocol):
    """The screen as its presenter sees it."""

    def present(self, state: GivebackState) -> None:
        """Show everything anew."""
        ...

    def ready_for_next(self) -> None:
        """The cursor back into the empty box."""
        ...

    def fill_receiver(self, receiving: Receiving) -> None:
        """Write the receiver into the fields."""
        ...


class GivebackPresenter:
    """A slip finds the dossier, a card may say who takes it, F10 hands it over."""

    def __init__(self, *, jobs: Jobs, stage: Stage, clock: Clock, view: GivebackView) -> None:
        self._jobs, self._stage, self._clock, self._view = jobs, stage, clock, view
        self._opened: Opened | None = None
        self._receiving = Receiving()
        self._fault = ""
        self._done: tuple[str, ...] = ()

    def enter(self, dossier_id: UUID | None = None) -> None:
        """Come to the front, with a dossier where a slip or another screen brought one."""
        self._read_done()
        if dossier_id is not None:
            self._jobs.ask(lambda desk: open_dossier(desk, dossier_id), self._on_opened, self._stage.complain)
        elif self._opened is None:
            self._view.ready_for_next()

    def look_up(self, text: str) -> None:
        """A code typed or scanned into the box; a card says who is here."""
        if looks_like_card(text):
            self.take_card(text)
        elif text.strip():
            self._jobs.ask(lambda desk: find_dossier(desk, text), self._on_found, self._stage.complain)

    def take_card(self, text: str) -> None:
        """Whoever holds this card takes the result: the owner, the one who filed, or a delegate."""
        try:
            person = parse_card(text, local_date(self._clock())).person()
        except InvalidInput as refused:
            self._say(said(refused))
            return
        if dossier := self._dossier:
            own = person.id_number in {dossier.owner.id_number, dossier.applicant.id_number}
            self.choose(
                Receiving(
                    receiver=Receiver.OWNER if own else Receiver.DELEGATE, name=person.name,
                    id_number=person.id_number, slip_taken_back=self._receiving.slip_taken_back,
                )
            )  # fmt: skip
            self._view.fill_receiver(self._receiving)

    def choose(self, receiving: Receiving) -> None:
        """The receiver as filled in."""
        self._receiving, self._fault = receiving, ""
        self._show()

    def make_ready(self) -> None:
        """The clerk has the result in hand though nobody said so yet: one key."""
        if dossier := self._dossier:
            self._jobs.do(
                make_result_ready, dossier.id, on_done=lambda after: self.enter(after.id), on_failed=self._refused
            )

    def hand_over(self) -> None:
        """F10: the result changes hands; a physical fact, so there is no way back."""
        dossier = self._dossier
        if dossier is None or dossier.status not in MOVES["returned"].starts:
            return
        given = self._receiving
        owner = given.receiver is Receiver.OWNER
        body = Returned(
            receiver=given.receiver, name=given.name or (dossier.applicant.name if owner else ""),
            id_number=given.id_number or (dossier.applicant.id_number if owner else ""),
            evidence=CARD_EVIDENCE if given.id_number else SLIP_EVIDENCE, slip_taken_back=given.slip_taken_back,
        )  # fmt: skip
        self._jobs.do(return_result, dossier.id, body, on_done=self._on_returned, on_failed=self._refused)

    def put_aside(self) -> None:
        """Esc: the next slip."""
        self._opened, self._receiving, self._fault = None, Receiving(), ""
        self._show()
        self._view.ready_for_next()

    @property
    def _dossier(self) -> Dossier | None:
        return self._opened.dossier if self._opened else None

    def _on_found(self, opened: Opened | None) -> None:
        if opened is None:
            self._say(t("Không có hồ sơ mang mã này. Kiểm tra mã, hoặc tìm theo tên trong Tra cứu."))
            return
        self._on_opened(opened)

    def _on_opened(self, opened: Opened) -> None:
        if not opened.here:
            self._say(t("Hồ sơ này {desk} tiếp nhận nên trả ở đó.", desk=opened.dossier.desk))
            return
        self._opened, self._receiving, self._fault = opened, Receiving(), ""
        self._view.fill_receiver(self._receiving)
        self._show()

    def _on_returned(self, dossier: Dossier) -> None:
        self._stage.toast(t("Đã trả kết quả {code}", code=dossier.code))
        self._stage.counts_changed()
        self._read_done()
        self.put_aside()

    def _refused(self, failure: Failure) -> None:
        if failure.field:
            self._say(failure.sentence)
        else:
            self._stage.complain(failure)

    def _say(self, sentence: str) -> None:
        self._fault = sentence
        self._show()

    def _read_done(self) -> None:
        self._jobs.ask(lambda desk: read_returned(desk, self._clock()), self._on_done, self._stage.complain)

    def _on_done(self, returned: tuple[Dossier, ...]) -> None:
        self._done = tuple(
            f"{local(dossier.handover.at):%H:%M}  {dossier.code}  {dossier.handover.name}"
            for dossier in returned if dossier.handover
        )  # fmt: skip
        self._show()

    def _show(self) -> None:
        here = GivebackState(receiving=self._receiving, fault=self._fault, done=self._done)
        if self._opened is not None:
            here = _with_dossier(here, self._opened, self._clock)
        self._view.present(here)


def _with_dossier(state: GivebackState, opened: Opened, clock: Clock) -> GivebackState:
    dossier = opened.dossier
    stands = standing(dossier, clock(), opened.calendar)
    result = dossier.result
    where = " · ".join(filter(None, (result.description, result.shelf))) if result else ""
    return replace(
        state, found=True, code=dossier.code, who=f"{dossier.applicant.name} · {dossier.procedure_name}",
        word=t(stands.word).upper(), tone=Tone(stands.tone), reason=_reason(dossier, added(stands)),
        result=where or _promised(dossier), fee=_fee(dossier),
        may_return=dossier.status in MOVES["returned"].starts,
        may_make_ready=dossier.status in MOVES["result_ready"].starts,
    )  # fmt: skip


def _promised(dossier: Dossier) -> str:
    due_at = dossier.appointment.due_at
    if dossier.result:
        return t("có tại quầy")
    return t("hẹn {due}", due=say_time(due_at)) if due_at else ""


def _reason(dossier: Dossier, modifier: str) -> str:
    """Why it cannot go yet; empty when it can."""
    match dossier.status:
        case Status.RESULT_READY:
            return ""
        case Status.RETURNED if dossier.handover:
            return t("Đã trả lúc {at} cho {name}.", at=say_time(dossier.handover.at), name=dossier.handover.name)
        case Status.AWAITING_SUPPLEMENT:
            return t("Hồ sơ đang chờ người dân bổ sung giấy tờ.")
        case Status.VOIDED:
            return t("Hồ sơ đã hủy: {reason}.", reason=dossier.void_reason)
    late = f" {modifier}." if modifier else ""
    return t("Kết quả chưa về quầy.") + late + t(" Nếu đang cầm kết quả, bấm Ctrl+R.")


def _fee(dossier: Dossier) -> str:
    if not dossier.fee_total_vnd or dossier.payment is PaymentMode.EXEMPT:
        return t("không thu")
    if dossier.payment is PaymentMode.LATER:
        return t("còn phải thu {fee}", fee=say_vnd(dossier.fee_total_vnd))
    return t("đã thu {fee}", fee=say_vnd(dossier.fee_total_vnd))
