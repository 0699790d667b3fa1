"""What every verb shares: the door to the desk's memory while one op is being committed."""

from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from dossiers.books import BookEntry, BookKind
from dossiers.calendars import WorkCalendar
from dossiers.dossier import Dossier
from dossiers.errors import Impossible, KnownError
from dossiers.office import Office
from dossiers.people import Clerk, Right
from dossiers.permissions import require
from dossiers.procedure import Procedure
from dossiers.status import MOVES, WORDS, Status, possible


class Act(Protocol):
    """One open transaction of the desk: everything written commits together with the journal line, or not at all."""

    @property
    def now(self) -> datetime:
        """This deed's UTC instant, whole milliseconds, never before the previous deed's."""
        ...

    @property
    def clerk(self) -> Clerk:
        """Whoever is signed in: the author of the op for ever."""
        ...

    @property
    def office(self) -> Office:
        """This office as set up."""
        ...

    @property
    def calendar(self) -> WorkCalendar:
        """When this office works."""
        ...

    def procedure(self, code: str, on: date) -> Procedure:
        """The version of a procedure in force on a day; raises NotFound."""
        ...

    def next_code(self) -> str:
        """Take the next dossier code of the business day; raises KnownError when the desk's band is used up."""
        ...

    def has_book(self, kind: BookKind) -> bool:
        """Whether a book of this kind is open and not full: for the registered ones, which never open themselves."""
        ...

    def draw(self, kind: BookKind, paper: int | None = None) -> BookEntry:
        """The next number of the year's book of a kind; raises KnownError where there is none to draw from.

        It counts as taken when the dossier that bears it is written. A book that needs no registration begins with
        the first number written in it.
        """
        ...

    def dossier(self, dossier_id: UUID) -> Dossier:
        """The present state; raises NotFound."""
        ...

    def append(self, kind: str, dossier_id: UUID, body: object) -> Dossier:
        """Journal one op, fold it, and store the new state; returns that state."""
        ...

    def record(self, kind: str, body: object) -> UUID:
        """Journal one deed of the office that belongs to no dossier (records.py); returns its identity."""
        ...


def fresh(before: Dossier | None) -> Dossier:
    """The dossier an op acts on; a line without its dossier is held, never guessed."""
    if before is None:
        raise KnownError("Việc này thuộc một hồ sơ chưa có ở đây. Dòng gốc được giữ, sẽ áp dụng khi hồ sơ tới.")
    return before


def require_clerk(clerk: Clerk) -> None:
    """Refuse before anything is worked out; that each op is its author's to do is asked again where it is written."""
    require(clerk, Right.ACT)


def require_move(kind: str, dossier: Dossier) -> None:
    """Refuse an act that the dossier's state does not allow, saying why, and what is possible instead."""
    move = MOVES[kind]
    if dossier.status not in move.starts:
        fitting = ", ".join(WORDS[status] for status in Status if status in move.starts)
        instead = ", ".join(
            MOVES[each].words
            for each in possible(dossier.status)
            if MOVES[each].leads_to and (dossier.recovered or each != "recovery_undone")
        )
        raise Impossible(
            "Hồ sơ đang ở trạng thái “{word}”. Việc “{act}” chỉ làm được khi hồ sơ: {fitting}. "
            "Lúc này có thể: {instead}.",
            word=WORDS[dossier.status], act=move.words, fitting=fitting, instead=instead or "ghi chú, in lại giấy",
        )  # fmt: skip


def flagged(kind: str, dossier: Dossier) -> tuple[str, ...]:
    """The dossier's flags, and one more where a physical fact came in a state that did not expect it."""
    flag = f"{kind}_out_of_turn"
    if dossier.status in MOVES[kind].starts or flag in dossier.flags:
        return dossier.flags
    return (*dossier.flags, flag)


def working_status(dossier: Dossier) -> Status:
    """Where a dossier at work stands: with this desk, with somebody of this office, or with another office."""
    if not dossier.hops:
        return Status.RECEIVED
    return Status.FORWARDED if dossier.holder.office else Status.PROCESSING
