"""What the giveback screen decides: whose result it is, whether it may go, and into whose hand."""

from dataclasses import replace
from datetime import datetime
from typing import Protocol
from uuid import UUID

from desktop.dossier_asks import Opened, find_dossier, keep_signature, open_dossier, read_returned
from desktop.i18n import said, t
from desktop.jobs import Failure, Jobs
from desktop.screens.dossier import deeds
from desktop.screens.dossier.deeds import Deed
from desktop.screens.dossier.doing import Doing
from desktop.screens.giveback.state import CARD_EVIDENCE, GivebackState, Receiving, returned_body, with_dossier
from desktop.slips import FEE_REQUEST, RESULT_RECEIPT, Slips
from desktop.stage import Stage
from dossiers.citizen_card import looks_like_card, parse_card
from dossiers.clock import Clock, local, local_date
from dossiers.dossier import Dossier, Receiver, ResultPaper, Scan
from dossiers.errors import InvalidInput
from dossiers.return_result import Returned

NOTHING_WRITTEN = ResultPaper()
SIGNATURE_TITLE = "Chữ ký người nhận kết quả"


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

    def open_form(self, kind: str, opened: Opened, now: datetime, warning: str) -> None:
        """Let an act be filled in."""
        ...

    def close_form(self) -> None:
        """The act is done, or another dossier is here: put its form away."""
        ...

    def blame(self, field: str, sentence: str) -> bool:
        """Say what is wrong under the field of the open form; False where it has none of that name."""
        ...


class GivebackPresenter:
    """A slip finds the dossier, a card may say who takes it, F10 hands it over."""

    def __init__(self, *, jobs: Jobs, stage: Stage, clock: Clock, slips: Slips, view: GivebackView) -> None:
        self._jobs, self._stage, self._clock, self._slips, self._view = jobs, stage, clock, slips, view
        self._doing = Doing(jobs, stage, slips, self._on_undone)
        self._opened: Opened | None = None
        self._receiving = Receiving()
        self._insisting = self._keeping = False
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
            receiver = Receiver.OWNER if own else Receiver.DELEGATE
            self.choose(
                replace(
                    self._receiving, receiver=receiver, name=person.name, id_number=person.id_number, phone="",
                    evidence=CARD_EVIDENCE,
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
            self._doing.run(deeds.make_ready("", "", NOTHING_WRITTEN), dossier, self._on_changed, self._refused)

    def insist(self) -> None:
        """The result is handed over though the state does not expect it: the clerk is warned, F10 does it."""
        self._insisting = True
        self._show()

    def begin(self, kind: str) -> None:
        """Another act on the dossier here: money, an apology."""
        opened = self._opened
        if opened is not None and self._doing.may_begin(kind, opened):
            self._view.open_form(kind, opened, self._clock(), "")

    def do(self, deed: Deed) -> None:
        """Commit an act as filled in; the dossier stays here."""
        if dossier := self._dossier:
            self._doing.run(deed, dossier, self._on_changed, self._on_form_refused)

    def print(self, form: str) -> None:
        """Queue what a form offers: the slip to pay by."""
        if form == FEE_REQUEST and (dossier := self._dossier):
            self._slips.print_fee_request(dossier, lambda: self._stage.toast(t("Giấy đã vào hàng đợi in.")))

    def hand_over(self) -> None:
        """F10: the result changes hands; the signature is kept first, so that the op may name it."""
        opened = self._opened
        if opened is None or self._keeping or not self._state().may_hand_over:
            return
        body, png = returned_body(self._receiving, opened.dossier), self._receiving.signature
        if not png:
            self._give(opened.dossier, body)
            return

        def kept(scan: Scan) -> None:
            self._keeping = False
            self._give(opened.dossier, replace(body, scans=(scan,), signature=scan.sha256))

        def lost(why: Failure) -> None:
            self._keeping = False
            self._stage.complain(why)

        self._keeping = True
        self._jobs.ask(lambda desk: keep_signature(desk, png, SIGNATURE_TITLE), kept, lost)

    def put_aside(self) -> None:
        """Esc: the warning first, then the next slip."""
        if self._insisting:
            self._insisting = False
            self._show()
            return
        self._forget()
        self._show()
        self._view.ready_for_next()

    @property
    def _dossier(self) -> Dossier | None:
        return self._opened.dossier if self._opened else None

    def _give(self, dossier: Dossier, body: Returned) -> None:
        wanted = self._receiving.print_receipt

        def given(after: Dossier) -> None:
            if wanted:
                self._slips.print(RESULT_RECEIPT, after)
            self._read_done()
            self.put_aside()

        self._insisting = False
        self._doing.run(deeds.give_back(body), dossier, given, self._refused)

    def _on_found(self, opened: Opened | None) -> None:
        if opened is None:
            self._say(t("Không có hồ sơ mang mã này. Kiểm tra mã, hoặc tìm theo tên trong Tra cứu."))
            return
        self._on_opened(opened)

    def _on_opened(self, opened: Opened) -> None:
        if not opened.here:
            self._say(t("Hồ sơ này {desk} tiếp nhận nên trả ở đó.", desk=opened.dossier.desk))
            return
        self._forget()
        self._opened = opened
        self._show()

    def _on_changed(self, after: Dossier) -> None:
        """An act that leaves the dossier here."""
        self._view.close_form()
        self.enter(after.id)

    def _on_undone(self, after: Dossier) -> None:
        """Back on the counter, unless somebody else's result lies there by now."""
        self._read_done()
        if self._dossier is None or self._dossier.id == after.id:
            self.enter(after.id)

    def _refused(self, failure: Failure) -> None:
        if failure.field:
            self._say(failure.sentence)
        else:
            self._stage.complain(failure)

    def _on_form_refused(self, failure: Failure) -> None:
        if not (failure.field and self._view.blame(failure.field, failure.sentence)):
            self._stage.complain(failure)

    def _forget(self) -> None:
        """Nothing of one citizen stays for the next."""
        self._opened, self._receiving, self._fault, self._insisting = None, Receiving(), "", False
        self._view.fill_receiver(self._receiving)
        self._view.close_form()

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

    def _state(self) -> GivebackState:
        here = GivebackState(receiving=self._receiving, fault=self._fault, done=self._done)
        return with_dossier(here, self._opened, self._clock(), insisting=self._insisting) if self._opened else here

    def _show(self) -> None:
        self._view.present(self._state())
