"""A clerk's hands on the intake's presenter, without a window."""

from desktop.asks import Habits, keep_habits
from desktop.screens.intake.form import Field, Form
from desktop.screens.intake.presenter import IntakePresenter
from desktop.screens.intake.state import IntakeState
from desktop.theme.tokens import Tone
from dossiers.citizen_card import parse_card
from dossiers.dossier import Dossier
from dossiers.store.register import Query
from tests.desktop_screens.conftest import Counter

CARD = "036186001234||Nguyễn Thị Thùy Dương|02091986|Nữ|Thôn Đông Thượng, xã Mỹ Đức|10052021"
OTHER_CARD = "036095001111||Đặng Văn Khuể|01021995|Nam|Thôn Đoài, xã Mỹ Đức|10052021"
COPY, BIRTH, MARRIAGE, UNVERIFIED = "2.000815", "1.001193", "1.000894", "2.001035"


class HeardView:
    """A screen that remembers what it was shown."""

    def __init__(self) -> None:
        self.state: IntakeState
        self.form = Form()
        self.place = Field.PROCEDURE

    def present(self, state: IntakeState) -> None:
        """See `IntakeView.present`."""
        self.state = state

    def fill(self, form: Form) -> None:
        """See `IntakeView.fill`."""
        self.form = form

    def go_to(self, place: Field) -> None:
        """See `IntakeView.go_to`."""
        self.place = place

    def offer(self, counter: object) -> None:
        """See `IntakeView.offer`."""


class Desk:
    """A clerk's hands on the presenter."""

    def __init__(self, counter: Counter, *, at_once: bool = False) -> None:
        self.counter, self.view = counter, HeardView()
        keep_habits(counter.desk, Habits(at_once=at_once, signer="Lê Văn Ký"))
        self.presenter = IntakePresenter(**counter.services, slips=counter.slips, view=self.view)
        self.presenter.enter()

    def write(self, **texts: str) -> None:
        """Type into fields and leave each."""
        for name, text in texts.items():
            self.presenter.type(Field[name], text)
            self.presenter.leave(Field[name])

    def card(self, text: str = CARD) -> None:
        """A citizen's card is scanned."""
        self.presenter.take_card(parse_card(text, self.counter.clock().date()))

    def copies(self, pages: str = "3", card: str = CARD) -> None:
        """A certified copy up to the last key."""
        self.presenter.choose_procedure(COPY)
        self.card(card)
        self.presenter.sheet.count_paper(0, "pages", pages)

    def take_in(self, procedure: str, card: str = CARD) -> Dossier:
        """One dossier with all its papers."""
        self.presenter.choose_procedure(procedure)
        self.card(card)
        self.presenter.sheet.check_all()
        self.presenter.sheet.vouch(True)
        return self.finish()

    def finish(self) -> Dossier:
        """F10; the dossier that came of it."""
        self.presenter.finish()
        return self.newest()

    def newest(self) -> Dossier:
        """The dossier taken in last."""
        register = self.counter.desk.register
        return register.get(register.search(Query(limit=1)).rows[0].id)

    def hint(self, place: Field) -> tuple[str, Tone]:
        """The sentence under a field."""
        hint = self.view.state.hints[place]
        return hint.text, hint.tone
