"""The intake screen: layout and wiring only; every decision is the presenter's."""

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QSizePolicy, QWidget

from desktop.asks import Counter
from desktop.commands import Command
from desktop.i18n import t
from desktop.screen import Screen
from desktop.screens.intake.card_ways import CardWays
from desktop.screens.intake.commands import commands_of
from desktop.screens.intake.form import Field, Form
from desktop.screens.intake.missing_choice import MissingChoice
from desktop.screens.intake.papers_card import PapersCard
from desktop.screens.intake.person_card import PersonCard
from desktop.screens.intake.presenter import IntakePresenter
from desktop.screens.intake.refusal_choice import RefusalChoice
from desktop.screens.intake.rows import STATE, RecentModel
from desktop.screens.intake.showing import is_press_of, say_under, show_link
from desktop.screens.intake.state import TEXTS, IntakeState
from desktop.screens.intake.transfer_panel import TransferPanel
from desktop.screens.intake.wiring import connect_papers
from desktop.slips import Slips
from desktop.stage import Session
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import ChipDelegate, Line, LinkButton, Page, StatusChip, Table
from dossiers.clock import local_date
from dossiers.dossier import Channel

SAVE_AFTER_MS = 300
LEAST_ROWS = 3
LOW_PAGE = 500
"""Below this height of the page the latest dossiers give way to the form."""


class IntakeScreen(Screen):
    """Both cards, the question about missing papers, and the latest dossiers."""

    def __init__(self, session: Session, slips: Slips) -> None:
        super().__init__()
        self._clock, self._stage = session.clock, session.stage
        self.person, self.papers = PersonCard(), PapersCard(session.theme)
        self.choice, self.refusal = MissingChoice(), RefusalChoice()
        self.transfer = TransferPanel(self, self.person)
        self.recent_rows = RecentModel(session.clock)
        self.recent = Table(t("Hồ sơ vừa tiếp nhận"), self.recent_rows)
        self._chips = ChipDelegate(session.theme)
        self.saved, self.restore, self.others = StatusChip(), LinkButton(""), LinkButton("")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(SAVE_AFTER_MS)
        self._places: dict[QObject, Field] = {}
        self._lay_out()
        self.cards = CardWays(self, session)
        self.presenter = IntakePresenter(
            jobs=session.jobs, stage=session.stage, clock=session.clock, slips=slips, view=self
        )
        self._wire()

    # Screen.

    def title(self) -> str:
        """See `Screen.title`."""
        return t("Tiếp nhận hồ sơ")

    def hint(self) -> str:
        """See `Screen.hint`."""
        return t("Enter: trường kế · Alt+chữ gạch chân: nhảy tới trường · F1: phím tắt")

    def commands(self) -> tuple[Command, ...]:
        """See `Screen.commands`."""
        return commands_of(self)

    def enter(self, **what: Any) -> None:
        """See `Screen.enter`; `card` is a citizen's card, `scans` are papers scanned for this intake."""
        self.presenter.enter()
        if card := what.get("card"):
            self.presenter.take_card(card)
        if scans := what.get("scans"):
            self.presenter.attach(scans)

    def leave(self) -> None:
        """See `Screen.leave`."""
        self._typing.stop()
        self.presenter.save_draft()

    # IntakeView.

    def present(self, state: IntakeState) -> None:
        """See `IntakeView.present`."""
        for place, field in self.person.fields.items():
            say_under(field, state.hints.get(place))
        form = self.presenter.sheet.form
        self.papers.show_papers(form, certification=state.certification, by_document=state.counts_pages)
        self.papers.show_state(form, state)
        self.person.show_proposal(state.proposal)
        self.saved.say(state.saved, Tone.IDLE)
        show_link(self.restore, state.kept)
        show_link(self.others, t("{words} – mở (Alt+M)", words=state.others) if state.others else "")
        self.page.aside.setVisible(not state.others)
        self._show_questions(form, state)
        self.transfer.show_transfer(state.money.transfer)
        self.commands_changed.emit()

    def fill(self, form: Form) -> None:
        """See `IntakeView.fill`."""
        procedure = self.presenter.sheet.procedure
        self.person.procedure.show_chosen(procedure.name if procedure else "")
        for place, line in self._lines.items():
            if line.text() != form.texts.get(place, ""):
                line.setText(form.texts.get(place, ""))
            line.setModified(False)
        self.person.show_form(form)
        self.papers.money.show_payment(form.payment)
        if not form.begun:
            self.papers.money.begin()

    def go_to(self, place: Field) -> None:
        """See `IntakeView.go_to`."""
        vouch = self.papers.time.vouch
        if place is Field.PAPERS and self.papers.rows:
            self.papers.go_to_pages(0)
            return
        if place in (Field.FEES, Field.DUE) and (vouch.isVisible() or place is Field.FEES):
            target: QWidget = vouch
        else:
            target = self._editor(place)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(target, QLineEdit):
            target.selectAll()

    def offer(self, counter: Counter) -> None:
        """See `IntakeView.offer`."""
        self.person.procedure.search_with(
            lambda typed: counter.catalogue.search(typed, local_date(self._clock()), counter.usage)
        )
        counts = counter.counts
        self.page.aside.setText(
            t(
                "Hôm nay: {received} tiếp nhận · {returned} đã trả · {due} đến hạn",
                received=counts.received_today, returned=counts.returned_today, due=counts.due_today,
            )
        )  # fmt: skip
        self.recent_rows.show_rows(counter.recent, counter.calendar)

    # Events.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low window the form comes first; on a narrow one its cards stand under each other."""
        super().resizeEvent(event)
        stacked = self.window().width() < tokens.STACKED_WINDOW
        self._cards.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        self.recent.setVisible(self.height() >= LOW_PAGE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field that is left is checked and kept; Tab in the number takes the proposal."""
        place = self._places.get(watched)
        if place is not None and event.type() == QEvent.Type.FocusOut:
            self._typing.stop()
            self.presenter.leave(place)
        offered = place is Field.ID_NUMBER and self.person.proposal.isVisible()
        if offered and is_press_of(event, Qt.Key.Key_Tab):
            self.presenter.accept_known()
            return True
        return super().eventFilter(watched, event)

    # Wiring.

    def _lay_out(self) -> None:
        self.page = Page(self, self.title())
        self.page.head.insertWidget(1, self.saved)
        self.page.head.insertWidget(2, self.restore)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(tokens.CARD_GAP)
        self._cards.addWidget(self.person, 6)
        self._cards.addWidget(self.papers, 5)
        self.others.setObjectName("")
        self.others.setProperty("chip", Tone.WARN.value)
        self.page.head.insertWidget(3, self.others)
        self.page.body.addLayout(self._cards, 3)
        self.page.body.addWidget(self.recent, 2)
        self.page.addWidget(self.choice)
        self.page.addWidget(self.refusal)
        self.recent.setItemDelegateForColumn(STATE, self._chips)
        self.recent.set_widths(190, 190, 320, 150)
        self.recent.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.recent.setMinimumHeight(LEAST_ROWS * tokens.ROW_HEIGHT)
        self.restore.hide()
        self.others.hide()

    def _wire(self) -> None:
        self._lines = {place: self._line(place) for place in TEXTS if place is not Field.SEX}
        self._places = {line: place for place, line in self._lines.items()}
        for place, line in self._lines.items():
            line.installEventFilter(self)
            line.textEdited.connect(partial(self._on_typed, place))
        presenter, sheet = self.presenter, self.presenter.sheet
        self._typing.timeout.connect(presenter.save_draft)
        self.person.procedure.chosen.connect(presenter.choose_procedure)
        self.person.sex.activated.connect(self._on_sex)
        self.person.accept.clicked.connect(presenter.accept_known)
        self.person.other.clicked.connect(presenter.file_for_other)
        self.person.channel.activated.connect(self._on_channel)
        self.person.refuse.clicked.connect(presenter.ask_refusal)
        self.cards.read.connect(presenter.take_card)
        self.restore.clicked.connect(presenter.restore)
        self.others.clicked.connect(presenter.open_others)
        self.choice.conditional.connect(self._on_conditional)
        self.choice.guide.connect(presenter.guide_only)
        self.choice.back.connect(presenter.keep_editing)
        self.refusal.refused.connect(presenter.refuse)
        self.refusal.back.connect(presenter.keep_editing)
        self.recent.activated.connect(self._on_recent)
        connect_papers(self.papers, sheet, self._keep_soon)
        self.papers.at_once.switched.connect(presenter.do_at_once)
        self.papers.rebuilt.connect(self._on_rebuilt)
        self.papers.looked.connect(self._on_look)

    def _line(self, place: Field) -> Line:
        match place:
            case Field.DUE:
                return self.papers.time.due
            case Field.SETS:
                return self.papers.time.sets
            case Field.SIGNER:
                return self.papers.at_once.signer
            case Field.REDUCTION_PAPER:
                return self.papers.money.paper
        return self.person.line(place)

    def _editor(self, place: Field) -> QWidget:
        return self._line(place) if place in self._lines else self.person.fields[place].editor

    def _show_questions(self, form: Form, state: IntakeState) -> None:
        if state.asking and not self.choice.isVisible():
            self.choice.ask(tuple(paper.name for paper in form.missing))
        elif not state.asking:
            self.choice.hide()
        if state.refusing and not self.refusal.isVisible():
            self.refusal.ask()
        elif not state.refusing:
            self.refusal.hide()

    def finish(self) -> None:
        """What an input method still holds belongs to the form."""
        QGuiApplication.inputMethod().commit()
        self.presenter.finish()

    def scan(self) -> None:
        self.presenter.save_draft()
        form = self.presenter.sheet.form
        self._stage.open("scan", into=None, papers=tuple(paper.name for paper in form.papers))

    def _keep_soon(self, *_: object) -> None:
        """What was counted or ticked is as dear as what was typed: a power cut must not take it."""
        self._typing.start()

    def _on_typed(self, place: Field, text: str) -> None:
        self._typing.start()
        self.presenter.type(place, text)

    def _on_sex(self, index: int) -> None:
        self.presenter.type(Field.SEX, self.person.sex.itemData(index))
        self.presenter.leave(Field.SEX)

    def _on_channel(self, index: int) -> None:
        self.presenter.sheet.come_by(Channel(self.person.channel.itemData(index)))

    def _on_rebuilt(self) -> None:
        self.papers.order_after(self.person.line(Field.NOTE))

    def _on_look(self, index: int) -> None:
        """The earlier scan, in the dossier it was made for; the draft waits here."""
        if earlier := self.presenter.sheet.earlier(index):
            self.presenter.save_draft()
            self._stage.open("dossier", dossier_id=earlier.dossier_id, scan=earlier.scans[-1].sha256)

    def _on_conditional(self) -> None:
        self.presenter.finish(conditional=True)

    def _on_recent(self, index: QModelIndex) -> None:
        self._stage.open("dossier", dossier_id=self.recent_rows.row(index.row()).id)


def build(session: Session) -> IntakeScreen:
    """The screen with its presenter."""
    return IntakeScreen(session, Slips(session.jobs, session.stage, session.clock, session.printing.wake))
