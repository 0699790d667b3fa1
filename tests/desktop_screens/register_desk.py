"""An office with dossiers in every state, and a register screen that only remembers what it was shown."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from desktop.register_asks import Listing, Page, Tallies
from desktop.screens.register.batch import Account
from desktop.screens.register.presenter import Choice
from desktop.screens.register.progress import Progress
from dossiers.dossier import Appointment, Dossier, PaperCheck, PaperLine
from dossiers.people import Person
from dossiers.receive import Intake, receive
from dossiers.store.choices import Choices
from tests.desktop_screens.conftest import Counter

COPIES, BIRTH = "2.000815", "1.001193"
MISSING = PaperLine(name="Giấy chứng sinh", check=PaperCheck.NOT_OK)


@dataclass
class HeardView:
    """Everything the register's presenters say."""

    choice: Choice = field(default_factory=lambda: Choice(wanted=None))  # type: ignore[arg-type]
    listings: list[tuple[Listing, str]] = field(default_factory=list)
    tallies: Tallies | None = None
    choices: Choices | None = None
    accounts: list[tuple[str, Account]] = field(default_factory=list)
    progress: list[Progress] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    in_papers: tuple[int, str] = (0, "")

    def show_choice(self, choice: Choice) -> None:
        """See `RegisterView`."""
        self.choice = choice

    def show_listing(self, listing: Listing, words: str) -> None:
        """See `RegisterView`."""
        self.listings.append((listing, words))

    def show_in_papers(self, count: int, words: str) -> None:
        """See `RegisterView`."""
        self.in_papers = count, words

    def show_page(self, _: int, page: Page) -> None:
        """See `RegisterView`."""
        self.pages.append(page)

    def show_tallies(self, tallies: Tallies) -> None:
        """See `RegisterView`."""
        self.tallies = tallies

    def show_choices(self, choices: Choices) -> None:
        """See `RegisterView`."""
        self.choices = choices

    def preview(self, dossier: Dossier) -> None:
        """See `RegisterView`."""

    def show_progress(self, progress: Progress, _: str) -> None:
        """See `BatchView` and `OutputView`."""
        self.progress.append(progress)

    def show_account(self, words: str, account: Account) -> None:
        """See `BatchView`."""
        self.accounts.append((words, account))

    @property
    def names(self) -> list[str]:
        """Who stands in the list now, from the top."""
        return [row.name for row in self.listings[-1][0].first.rows]


def take_in(counter: Counter, name: str, *, due_in_days: int | None = 5, procedure: str = COPIES) -> Dossier:
    """One dossier of a person without a number, an hour after the last."""
    counter.clock.now += timedelta(hours=1)
    due_at = counter.clock.now + timedelta(days=due_in_days) if due_in_days is not None else None
    intake = Intake(
        procedure_code=procedure, owner=Person(name=name), papers=(PaperLine(name="Tờ khai", originals=1),), fees=(),
        appointment=Appointment(due_at=due_at, confirmed_by="Trần Thị Hạnh"),
    )  # fmt: skip
    return counter.desk.do(receive, intake)


def keys_of(counter: Counter, dossiers: Sequence[Dossier]) -> list[int]:
    """Their places in the register."""
    from dossiers.store.register import Query

    found = counter.desk.register.rows(counter.desk.register.ids(Query()))
    by_id = {row.id: row.key for row in found}
    return [by_id[dossier.id] for dossier in dossiers]
