"""What screens ask about one dossier: open it, find it, take it back; and what was returned today.

Opening is what shows a dossier unmasked, so it is the one place that puts on record who looked.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.i18n import t
from desktop.scan_asks import ScanFile, read_scans, read_usable
from dossiers import fold
from dossiers.acting import Act
from dossiers.calendars import WorkCalendar
from dossiers.clock import local_date
from dossiers.dossier import Dossier, Scan
from dossiers.errors import NotFound
from dossiers.journal import Op, decode
from dossiers.office import Office
from dossiers.people import Clerk, Right
from dossiers.permissions import rights_of
from dossiers.reuse_scan import EarlierPaper

if TYPE_CHECKING:
    from dossiers.access import Look as Look
    from dossiers.store.desk import Desk as Desk
    from sync.conflicts import Question as Question


@dataclass(frozen=True, slots=True)
class Told:
    """One line of a dossier's history, and whether a signed receipt covers it."""

    op: Op
    sent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """One dossier unmasked, with what was done to it, who looked, this office and the calendar its days count on.

    `clerk` is whoever opened it, who may not do everything.

    `province` is what the province last said of it, `here` whether this desk has it in its own register,
    `elsewhere` whether another desk of the office took it in; `looks` is empty for clerks; `questions` are the fields
    in which two values were written; `held` is why the province keeps deeds on it that it has not applied; `earlier`
    are scans of former dossiers that may stand in for papers, by their place.
    """

    dossier: Dossier
    history: tuple[Told, ...]
    calendar: WorkCalendar
    office: Office
    clerk: Clerk
    looks: "tuple[Look, ...]" = ()
    province: Dossier | None = None
    here: bool = True
    elsewhere: bool = False
    questions: "tuple[Question, ...]" = ()
    held: tuple[str, ...] = ()
    scans: tuple[ScanFile, ...] = ()
    earlier: dict[int, EarlierPaper] = field(default_factory=dict)


def open_dossier(desk: "Desk", dossier_id: UUID) -> Opened:
    """One dossier in full, which puts whoever looks on record; raises NotFound."""
    from sync.asking import questions_about

    told = desk.wire.snapshot(dossier_id)
    province = fold.decode_state(told.state) if told else None
    try:
        dossier, here = desk.register.get(dossier_id), True
    except NotFound:
        if province is None:
            raise
        dossier, here = province, False
    desk.note_look(dossier_id)
    leads = Right.RECORD in rights_of(desk.clerk)
    return Opened(
        dossier=dossier, history=_history(desk, dossier_id), calendar=desk.calendar, office=desk.office,
        clerk=desk.clerk,
        looks=desk.access.looks_at(dossier_id) if leads else (), province=province, here=here,
        elsewhere=here and desk.foreign.took_in(dossier_id),
        questions=questions_about(desk, province) if Right.ACT in rights_of(desk.clerk) else (),
        held=tuple(held.reason for held in desk.wire.held() if held.dossier_id == dossier_id),
        scans=read_scans(desk, dossier), earlier=read_usable(desk, dossier) if here else {},
    )  # fmt: skip


def _history(desk: "Desk", dossier_id: UUID) -> tuple[Told, ...]:
    """Every deed on a dossier, oldest first."""
    entries = (*desk.journal.of(dossier_id), *(told.entry for told in desk.foreign.of(dossier_id)))
    told = (Told(decode(entry.line), desk.journal.covered(entry.epoch, entry.seq)) for entry in entries)
    return tuple(sorted(told, key=lambda each: each.op.at))


def newest_dossier(desk: "Desk") -> Opened | None:
    """The dossier taken in last, if there is any."""
    from dossiers.store.register import Query

    rows = desk.register.search(Query(limit=1)).rows
    return open_dossier(desk, rows[0].id) if rows else None


def find_dossier(desk: "Desk", text: str) -> Opened | None:
    """The dossier of a code in any spelling, here or else at the province, if there is one."""
    dossier = desk.register.find(text) or desk.wire.find(text)
    return open_dossier(desk, dossier.id) if dossier else None


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A reception voided or another deed undone; `slip_out` when paper of it may be in somebody's hand."""

    dossier: Dossier
    slip_out: bool

    @property
    def sentence(self) -> str:
        """For a voided reception: what happened, and whether there is a slip to ask for."""
        if self.slip_out:
            return t("Đã hủy tiếp nhận {code}. Thu lại giấy hẹn đã in cho người dân.", code=self.dossier.code)
        return t("Đã hủy tiếp nhận {code}. Giấy hẹn chưa in và sẽ không in nữa.", code=self.dossier.code)


def undo_deed(desk: "Desk", dossier_id: UUID, verb: Callable[[Act, UUID], Dossier], form: str | None) -> TakenBack:
    """Do what takes a deed back, and take its slip out of the print queue as far as no printer has it.

    `form` '' is a deed without a slip; None takes back all slips of the dossier.
    """
    after = desk.do(verb, dossier_id)
    return TakenBack(after, form != "" and desk.prints.withdraw(dossier_id, form))


def decide(act: Act, dossier_id: UUID, question: "Question", value: str) -> Dossier:
    """Let one of the values written in a field stand."""
    from sync import conflicts

    return conflicts.decide(act, dossier_id, question, value)


def keep_signature(desk: "Desk", png: bytes, title: str) -> Scan:
    """Put a captured signature into the store, so that the op of the hand-over may name it."""
    return Scan(sha256=desk.files.put(png), title=title, mime="image/png", size=len(png), pages=1)


def read_returned(desk: "Desk", now: datetime) -> tuple[Dossier, ...]:
    """What was handed over today, the latest first."""
    return desk.register.returned_on(local_date(now))
