"""What the intake screen decides: what to fill, what to warn of, when to save, and where the cursor goes next."""

from dataclasses import replace
from datetime import datetime

from desktop.asks import Counter, Kept, keep_habits, read_counter
from desktop.i18n import t
from desktop.jobs import Failure, Jobs, failure
from desktop.screens.intake.drafts import Drafts
from desktop.screens.intake.finish import Finish
from desktop.screens.intake.form import EMPTY, WHO, Field, Form, fill_owner, fill_person, place_of
from desktop.screens.intake.neighbours import Found, Neighbours
from desktop.screens.intake.papers import counts_pages, next_needed
from desktop.screens.intake.sheet import IntakeView, Sheet
from desktop.screens.intake.state import TWELVE, Notes, fault_in
from desktop.slips import Slips
from desktop.stage import Stage
from dossiers.citizen_card import Card, sex_and_year
from dossiers.clock import Clock
from dossiers.dossier import Scan
from dossiers.errors import InvalidInput, KnownError
from dossiers.names import nfc
from dossiers.receive import tidy


class IntakePresenter:
    """One intake at a time; plain edits go to `sheet`, whatever needs the desk or moves the cursor is here."""

    def __init__(self, *, jobs: Jobs, stage: Stage, clock: Clock, slips: Slips, view: IntakeView) -> None:
        self._jobs, self._stage, self._clock, self._view = jobs, stage, clock, view
        self._finish = Finish(jobs, stage, slips, self._on_undone)
        self._drafts = Drafts(jobs, stage, clock)
        self._neighbours = Neighbours(jobs, self._on_found)
        self._kept: Kept | None = None
        self.sheet = Sheet(view, clock)

    # Coming to the front.

    def enter(self) -> None:
        """Read what the desk knows, and go on where the clerk was."""
        self._jobs.ask(lambda desk: read_counter(desk, self._clock()), self._on_counter, self._stage.complain)

    def begin(self, form: Form | None = None) -> None:
        """An empty form of the same procedure, or `form`, under a new identity; the cursor at the first thing to do."""
        sheet = self.sheet
        code = sheet.form.procedure_code
        sheet.form, sheet.notes = form or EMPTY, Notes(kept_at=sheet.notes.kept_at)
        if form is None and code:
            sheet.use_procedure(code)
        self._drafts.begin()
        sheet.refill()
        self._recall_missing()
        self._to_next()

    def _on_counter(self, counter: Counter) -> None:
        sheet = self.sheet
        other_clerk = sheet.counter is not None and sheet.counter.clerk != counter.clerk
        sheet.counter = counter
        if other_clerk:
            self.begin()
        self._kept = counter.kept if counter.kept and counter.kept.id != self._drafts.id else None
        self._view.offer(counter)
        sheet.notes = replace(sheet.notes, kept_at=self._kept.saved_at if self._kept else None)
        if not sheet.form.procedure_code and counter.last_procedure:
            sheet.use_procedure(counter.last_procedure)
            sheet.refill()
            self._recall_missing()
            self._to_next()
        else:
            sheet.show()
        self._neighbours.look(self.sheet)
        if other_clerk:
            self.restore()

    # Typing.

    def type(self, place: Field, text: str) -> None:
        """A field was retyped; what stood under it is no longer said."""
        self.sheet.form = self.sheet.form.typed(place, text)
        if place is Field.ID_NUMBER:
            self.sheet.notes = replace(self.sheet.notes, warnings=())
        if place in WHO:
            self._neighbours.look(self.sheet)
        self.sheet.forgive(place)

    def leave(self, place: Field) -> None:
        """The cursor left a field: check it, read the sex off a number, keep the draft."""
        form = self.sheet.form
        if sentence := fault_in(form, place):
            self.sheet.blame(place, sentence)
        elif place is Field.ID_NUMBER and not form.text(Field.SEX):
            number = form.text(place)
            if len(number) == TWELVE and number.isdecimal():
                self.sheet.form = form.typed(Field.SEX, sex_and_year(number)[0])
                self.sheet.refill()
        elif place is Field.SIGNER:
            self._keep_habits()
        self.save_draft()

    def choose_procedure(self, code: str) -> None:
        """Another procedure: its papers, its fees, its time."""
        if code != self.sheet.form.procedure_code:
            self.sheet.use_procedure(code)
            self.sheet.refill()
            self._recall_missing()
            self._neighbours.look(self.sheet)
        self._to_next()

    def file_for_other(self, on: bool) -> None:
        """Whether the person at the counter files for somebody else."""
        self.sheet.form = replace(self.sheet.form, for_other=on)
        self._neighbours.look(self.sheet)
        self.sheet.refill()
        self._to_next()

    def do_at_once(self, on: bool) -> None:
        """Hand the copies over in the same sitting or not; this desk goes on like that."""
        self.sheet.do_at_once(on)
        self._keep_habits()

    def attach(self, scans: tuple[Scan, ...]) -> None:
        """Scans made for this intake; they travel with it."""
        self.sheet.form = replace(self.sheet.form, scans=(*self.sheet.form.scans, *scans))
        self.sheet.refill()
        self.save_draft()

    # What comes from elsewhere.

    def take_card(self, card: Card) -> None:
        """A citizen's card: the person at the counter, or the owner if the applicant is already there."""
        here = self.sheet.form.text(Field.ID_NUMBER)
        somebody_else = here not in ("", card.id_number)
        if self.sheet.form.for_other and somebody_else:
            self.sheet.form = fill_owner(self.sheet.form, card.person())
        else:
            if somebody_else and self.sheet.form.text(Field.NAME):
                self.set_aside()
            self.sheet.form = fill_person(self.sheet.form, card.person())
            self.sheet.notes = replace(self.sheet.notes, faults={}, warnings=card.warnings)
        self._take_over()

    def accept_known(self) -> None:
        """Take over what an earlier dossier says of this citizen; what was typed or scanned now stays."""
        if known := self.sheet.notes.known:
            form = self.sheet.form
            typed = {place: text for place, text in form.texts.items() if text.strip()}
            filled = fill_person(form, known)
            self.sheet.form = replace(filled, texts={**filled.texts, **typed})
            self._take_over()

    def open_others(self) -> None:
        """Look at the open dossier of the same person, or at the list of several; the draft waits here."""
        others = self.sheet.notes.others
        if others is None:
            return
        self.save_draft()
        if others.dossier_id:
            self._stage.open("dossier", dossier_id=others.dossier_id)
        else:
            self._stage.open("register", text=others.text)

    def _keep_habits(self) -> None:
        """The next copies are certified as these."""
        counter, habits = self.sheet.counter, self.sheet.habits
        if counter and habits != counter.habits:
            self.sheet.counter = replace(counter, habits=habits)
            self._jobs.ask(lambda desk: keep_habits(desk, habits), lambda _: None, self._stage.complain)

    def _recall_missing(self) -> None:
        """Ask which papers of this procedure people come without; copies have none to lack."""
        code, self.sheet.notes = self.sheet.form.procedure_code, replace(self.sheet.notes, often_missing=())
        if code and not counts_pages(self.sheet.procedure):
            self._jobs.latest(
                "often_missing", lambda desk: desk.reports.often_missing(code),
                lambda papers: self.sheet.note(often_missing=papers), self._stage.complain,
            )  # fmt: skip

    def _take_over(self) -> None:
        self._neighbours.look(self.sheet)
        self.sheet.refill()
        self.save_draft()
        self._to_next()

    def _on_found(self, found: Found) -> None:
        self.sheet.note(known=found.news(self.sheet.form), others=found.others, earlier=found.earlier)

    def _to_next(self) -> None:
        self._view.go_to(next_needed(self.sheet.form, self.sheet.procedure))

    # Drafts.

    def save_draft(self) -> None:
        """Keep what is typed, if it changed."""
        self._drafts.save(self.sheet.form, self._on_saved)

    def restore(self) -> None:
        """Go on with the draft that a power cut or another citizen interrupted."""
        if self._kept is None or self.sheet.form.begun:
            return
        try:
            self.sheet.form = self._drafts.go_on(self._kept)
        except KnownError as error:
            self._stage.complain(failure(error))
            return
        self._kept, self.sheet.notes = None, Notes()
        self._recall_missing()
        self._take_over()

    def set_aside(self) -> None:
        """Begin anew; what was typed stays as a draft and is offered again."""
        notes = self.sheet.notes
        if notes.asking or notes.refusing:
            self.keep_editing()
            return
        if self.sheet.transfer:
            self.sheet.note(paying=False)
            return
        self.save_draft()
        self.begin()
        self.enter()

    def _on_saved(self, at: datetime) -> None:
        if self.sheet.form.begun:
            self.sheet.note(saved_at=at)

    # F10.

    def finish(self, *, conditional: bool = False) -> None:
        """Commit and print, or say what is still to be done, the cursor there."""
        if self.sheet.notes.busy:
            return
        try:
            self.sheet.check()
            intake = self.sheet.intake(conditional=conditional)
        except InvalidInput as error:
            self._on_refused(failure(error))
            return
        if self.sheet.form.missing and not conditional:
            self.sheet.note(asking=True)
            return
        self.sheet.note(busy=True, asking=False, refusing=False)
        self._keep_habits()
        self._finish.run(
            self.sheet.form, intake, self._drafts.id, transfers=self.sheet.account is not None,
            on_done=self._on_taken, on_failed=self._on_refused,
        )  # fmt: skip

    def guide_only(self) -> None:
        """Not taken in: the citizen leaves with a list of what to bring."""
        procedure = self.sheet.procedure
        self._finish.guide(self.sheet.intake(conditional=True), procedure.name if procedure else "")
        self._leave_out()

    def ask_refusal(self) -> None:
        """Ask why nothing is to be taken in."""
        self.sheet.note(refusing=True, asking=False)

    def refuse(self, reason: str) -> None:
        """Not taken in at all: the citizen leaves with the reason on paper."""
        try:
            intake, procedure = tidy(self.sheet.intake(conditional=True)), self.sheet.procedure
        except InvalidInput as error:
            self._on_refused(failure(error))
            return
        if not nfc(reason):
            self._stage.toast(t("Ghi lý do không tiếp nhận, rồi mới in phiếu."))
            return
        self._finish.refuse(intake, procedure.name if procedure else "", nfc(reason))
        self._leave_out()

    def _leave_out(self) -> None:
        self._drafts.drop()
        self.begin()

    def keep_editing(self) -> None:
        """Step back from the question about missing papers, or why to refuse."""
        self.sheet.note(asking=False, refusing=False)
        self._view.go_to(Field.PAPERS)

    def _on_taken(self) -> None:
        self.begin()
        self.enter()

    def _on_refused(self, why: Failure) -> None:
        self.sheet.notes = replace(self.sheet.notes, busy=False, asking=False, refusing=False)
        if isinstance(why.error, InvalidInput):
            place = place_of(why.error, self.sheet.form)
            self.sheet.blame(place, why.sentence)
            self._view.go_to(place)
        else:
            self.sheet.show()
            self._stage.complain(why)

    def _on_undone(self, form: Form) -> None:
        """Taken back: the text returns, unless the clerk is already busy with the next citizen."""
        if not self.sheet.form.begun:
            self.begin(form)
            self.save_draft()
        self.enter()
