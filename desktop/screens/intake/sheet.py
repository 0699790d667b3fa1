"""The form in hand: every edit of it, and the one way it reaches the screen."""

from dataclasses import replace
from typing import Any, Protocol

from desktop.asks import Counter, Habits
from desktop.screens.intake.earlier import earlier_of
from desktop.screens.intake.form import EMPTY, Field, Form, intake_of
from desktop.screens.intake.money import Transfer, money_of
from desktop.screens.intake.papers import (
    Count,
    as_asked,
    counted,
    first_papers,
    one_less,
    one_more,
    seen,
    uncounted,
    used_again,
)
from desktop.screens.intake.reckoning import Reckoning, reckon
from desktop.screens.intake.state import TEXTS, IntakeState, Notes, describe, fault_in
from dossiers.clock import Clock, local_date
from dossiers.dossier import Channel, Digital, PaperCheck, PaperLine, PaymentMode
from dossiers.errors import InvalidInput
from dossiers.procedure import Procedure
from dossiers.receive import Intake
from dossiers.reuse_scan import EarlierPaper, Reuse
from dossiers.vietqr import BankAccount


class IntakeView(Protocol):
    """The screen as its presenter sees it."""

    def present(self, state: IntakeState) -> None:
        """Bring every word besides the typed text up to date."""
        ...

    def fill(self, form: Form) -> None:
        """Write the whole form into the fields."""
        ...

    def go_to(self, place: Field) -> None:
        """Put the cursor into a field."""
        ...

    def offer(self, counter: Counter) -> None:
        """Take the procedures to choose from, the day's figures and the latest dossiers."""
        ...


class Sheet:
    """Typed text, what is noted beside it, and what it comes to; after every edit the screen shows the whole anew."""

    def __init__(self, view: IntakeView, clock: Clock) -> None:
        self.view, self._clock = view, clock
        self.counter: Counter | None = None
        self.notes = Notes()
        self.form = EMPTY

    @property
    def procedure(self) -> Procedure | None:
        """The procedure chosen, in its version of today."""
        if self.counter is None or not self.form.procedure_code:
            return None
        return self.counter.catalogue.find(self.form.procedure_code, local_date(self._clock()))

    @property
    def account(self) -> BankAccount | None:
        """Where this office takes transfers, where it has such an account."""
        return self.counter.office.account if self.counter else None

    @property
    def transfer(self) -> Transfer | None:
        """The transfer whose code is on show."""
        return money_of(self.form, self.reckoning(), self.account if self.notes.paying else None).transfer

    @property
    def asked_papers(self) -> tuple[PaperLine, ...]:
        """The papers an earlier scan may stand in for; what is certified has to be seen itself."""
        procedure = self.procedure
        return () if procedure is None or procedure.certification else self.form.papers

    def use_procedure(self, code: str) -> None:
        """Choose a procedure: its papers take the place of the former one's."""
        self.form = replace(
            self.form, procedure_code=code, amounts={}, vouched=False, exemption="", extended=False, at_once=False,
            reused=(),
        )  # fmt: skip
        procedure = self.procedure
        self.form = replace(self.form, papers=first_papers(procedure) if procedure else ())
        signer = ""
        if procedure and procedure.certification and self.counter:
            signer = self.counter.habits.signer
            self.form = replace(self.form, at_once=self.counter.habits.at_once)
        self.form = self.form.typed(Field.SIGNER, signer)

    def come_by(self, channel: Channel) -> None:
        """How the dossier came in; online the law may give another time."""
        self.form = replace(self.form, channel=channel)
        self.show()

    def do_at_once(self, on: bool) -> None:
        """Whether the copies are handed over in the same sitting."""
        self.form = replace(self.form, at_once=on)
        self.forgive(Field.SIGNER)

    @property
    def habits(self) -> Habits:
        """How this desk certifies from now on: as the form in hand does, with the last signer it knows."""
        known = self.counter.habits if self.counter else Habits()
        if not (self.procedure and self.procedure.certification):
            return known
        return Habits(at_once=self.form.at_once, signer=self.form.text(Field.SIGNER) or known.signer)

    def extend(self, on: bool) -> None:
        """Whether the longer time the law allows is given."""
        self.form = replace(self.form, extended=on)
        self.forgive(Field.DUE)

    def pay_by(self, mode: PaymentMode) -> None:
        """How the fee is settled."""
        self.form = replace(self.form, payment=mode)
        self.note(paying=True)

    def exempt(self, slug: str) -> None:
        """Who pays less; the paper that proves it is proposed with the group, to be corrected where it was another."""
        reckoning = self.reckoning()
        groups = reckoning.exemptions if reckoning else ()
        paper = next((each.paper for each in groups if each.slug == slug), "")
        self.form = replace(self.form, exemption=slug).typed(Field.REDUCTION_PAPER, paper)
        self.refill()

    def type_amount(self, name: str, text: str) -> None:
        """An amount set by the province, typed by the clerk."""
        self.form = replace(self.form, amounts={**self.form.amounts, name: text})
        self.forgive(Field.FEES)

    def vouch(self, on: bool) -> None:
        """The clerk looked at what no official source vouches for; the op will carry their name."""
        self.form = replace(self.form, vouched=on)
        self.forgive(Field.FEES, Field.DUE)

    def check_paper(self, index: int, check: PaperCheck) -> None:
        """What the clerk saw of one paper."""
        self._set_paper(index, replace(self.form.papers[index], check=check))

    def count_paper(self, index: int, column: Count, text: str) -> None:
        """One count of one paper retyped."""
        self._set_paper(index, counted(self.form.papers[index], column, text))

    def name_paper(self, index: int, name: str) -> None:
        """A document renamed."""
        self._set_paper(index, replace(self.form.papers[index], name=name))

    def sign_electronically(self, index: int, on: bool) -> None:
        """Whether a signed electronic copy is asked for as well."""
        self._set_paper(index, replace(self.form.papers[index], electronic=on))

    def add_paper(self) -> None:
        """One more document."""
        self.form = replace(self.form, papers=one_more(self.form.papers))
        self.refill()

    def drop_paper(self, index: int) -> None:
        """One document less."""
        self.form = replace(self.form, papers=one_less(self.form.papers, index))
        self.refill()

    def mark_digital(self, index: int, digital: Digital) -> None:
        """Where a paper's electronic copy comes from; said by hand, an earlier scan stands in for it no longer."""
        self._set_paper(index, replace(self._without_earlier(index), digital=digital))

    def reuse(self, index: int) -> None:
        """Let the latest earlier scan stand in for a paper; pressed again, the paper is asked for as before."""
        earlier, before = self.earlier(index), self.form.reused
        paper = self._without_earlier(index)
        if earlier and earlier.here and self.form.reused == before:
            self.form = replace(self.form, reused=(*before, Reuse(paper=index, earlier=earlier)))
            paper = used_again(paper, earlier)
        self._set_paper(index, paper)

    def earlier(self, index: int) -> EarlierPaper | None:
        """The earlier scan of a paper, where there is one."""
        return earlier_of(self.form, self.notes.earlier, index)

    def _without_earlier(self, index: int) -> PaperLine:
        paper, others = self.form.papers[index], tuple(each for each in self.form.reused if each.paper != index)
        if others == self.form.reused:
            return paper
        self.form = replace(self.form, reused=others)
        return as_asked(paper, self.procedure)

    def check_all(self) -> None:
        """Everything not looked at yet is here and in order."""
        self.form = replace(self.form, papers=seen(self.form.papers))
        self.refill()

    def _set_paper(self, index: int, paper: PaperLine) -> None:
        papers = (*self.form.papers[:index], paper, *self.form.papers[index + 1 :])
        self.form = replace(self.form, papers=papers)
        self.forgive(Field.PAPERS)

    def intake(self, *, conditional: bool) -> Intake:
        """The intake as it would be committed now; raises InvalidInput naming a field."""
        reckoning = self.reckoning()
        if reckoning is None:
            raise InvalidInput("Chưa chọn thủ tục.", field=Field.PROCEDURE)
        return intake_of(self.form, reckoning.fees, reckoning.appointment, conditional=conditional)

    def reckoning(self) -> Reckoning | None:
        """Fees and appointment as of now; None until a procedure is chosen."""
        procedure = self.procedure
        if procedure is None or self.counter is None:
            return None
        return reckon(self.form, procedure, self.counter.calendar, self._clock(), self.counter.clerk)

    def check(self) -> None:
        """Raise InvalidInput for the first field, in reading order, that cannot be committed as it stands."""
        reckoning = self.reckoning()
        for place in TEXTS:
            if sentence := fault_in(self.form, place) or (reckoning.faults.get(place, "") if reckoning else ""):
                raise InvalidInput(sentence, field=place)
        if uncounted(self.form, self.procedure):
            raise InvalidInput("Ghi số trang và số bản của từng giấy tờ.", field=Field.PAPERS)

    def blame(self, place: Field, sentence: str) -> None:
        """Say under a field what is wrong with it."""
        self.note(faults={**self.notes.faults, place: sentence})

    def forgive(self, *places: Field) -> None:
        """Fields were mended: say no more."""
        self.note(faults={place: words for place, words in self.notes.faults.items() if place not in places})

    def note(self, **changes: Any) -> None:
        """Change what is noted beside the form, and show it."""
        self.notes = replace(self.notes, **changes)
        self.show()

    def show(self) -> None:
        """Bring the words on the screen up to date."""
        self.view.present(describe(self.form, self.procedure, self.reckoning(), self.notes, self.account))

    def refill(self) -> None:
        """Write the form into the fields again, after it changed by something other than typing there."""
        self.view.fill(self.form)
        self.show()
