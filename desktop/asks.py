"""What screens ask of the desk: functions for `jobs.ask` that run on the database thread, and their answers.

Screens and presenters never import the store; they hand these over. SQLAlchemy is loaded inside, so that
naming a question costs nothing at start-up.
"""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from dossiers.calendars import WorkCalendar
from dossiers.catalogue import Catalogue
from dossiers.clock import local_date
from dossiers.office import Devices, Office

if TYPE_CHECKING:
    from dossiers.store.desk import Desk as Desk
    from dossiers.store.register import Counts as Counts
    from dossiers.store.register import Row as Row

INTAKE_DRAFT = "intake"
LAST_PROCEDURE = "last_procedure"
COPIES_HABITS = "copies_habits"
RECENT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A draft as it was kept; `id` is the dossier it will become."""

    id: UUID
    saved_at: datetime
    body: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How this desk certifies copies: in the same sitting or not, and who signs."""

    at_once: bool = True
    signer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """What an intake needs to know of its desk."""

    office: Office
    devices: Devices
    clerk: str
    catalogue: Catalogue
    calendar: WorkCalendar
    usage: dict[str, int]
    last_procedure: str
    habits: Habits
    kept: Kept | None
    counts: "Counts"
    recent: "tuple[Row, ...]"


def read_counter(desk: "Desk", now: datetime) -> Counter:
    """Everything for the intake screen in one turn."""
    from dossiers.store.register import Query

    today = local_date(now)
    usage = desk.register.usage()
    catalogue = desk.catalogue
    last = str(desk.setting(LAST_PROCEDURE, ""))
    if catalogue.find(last, today) is None:
        last = next((each.code for each in catalogue.search("", today, usage)), "")
    return Counter(
        office=desk.office, devices=desk.devices, clerk=desk.clerk.name, catalogue=catalogue, calendar=desk.calendar,
        usage=usage, last_procedure=last, habits=Habits(**desk.setting(COPIES_HABITS, {})),
        kept=kept_draft(desk, INTAKE_DRAFT), counts=desk.register.counts(),
        recent=desk.register.search(Query(limit=RECENT)).rows,
    )  # fmt: skip


def remember_procedure(desk: "Desk", code: str) -> None:
    """The next intake begins with the procedure of this one."""
    desk.set_setting(LAST_PROCEDURE, code)


def keep_habits(desk: "Desk", habits: Habits) -> None:
    """The next copies are certified like the last."""
    desk.set_setting(COPIES_HABITS, asdict(habits))


def keep_draft(desk: "Desk", draft_id: UUID, kind: str, saved_at: datetime, body: dict[str, Any]) -> None:
    """Keep a draft of whoever is signed in under the id of the dossier it will become."""
    from dossiers.store.drafts import Draft

    desk.drafts.save(Draft(id=draft_id, kind=_own(desk, kind), saved_at=saved_at, body=body))


def kept_draft(desk: "Desk", kind: str) -> Kept | None:
    """One's own latest draft of a kind; the store itself drops those whose dossier was committed."""
    drafts = (draft for draft in desk.drafts.all() if draft.kind == _own(desk, kind))
    return next((Kept(id=draft.id, saved_at=draft.saved_at, body=draft.body) for draft in drafts), None)


def _own(desk: "Desk", kind: str) -> str:
    """Several clerks take turns at one desk, and nobody goes on with what another has begun."""
    return f"{kind}/{desk.clerk.name}"
