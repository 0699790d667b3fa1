"""What every verb shares: the door to the desk's memory while one op is being committed."""

from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from dossiers.dossier import Dossier
from dossiers.errors import Impossible, KnownError
from dossiers.office import Office
from dossiers.people import Clerk, Role
from dossiers.procedure import Procedure
from dossiers.status import MOVES, WORDS, Status


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

    def procedure(self, code: str, on: date) -> Procedure:
        """The version of a procedure in force on a day; raises NotFound."""
        ...

    def next_code(self) -> str:
        """Take the next dossier code of the business day; raises KnownError when the desk's band is used up."""
        ...

    def dossier(self, dossier_id: UUID) -> Dossier:
        """The present state; raises NotFound."""
        ...

    def append(self, kind: str, dossier_id: UUID, body: object) -> Dossier:
        """Journal one op, fold it, and store the new state; returns that state."""
        ...


def fresh(before: Dossier | None) -> Dossier:
    """The dossier an op acts on; a line without its dossier is held, never guessed."""
    if before is None:
        raise KnownError("Việc này thuộc một hồ sơ chưa có ở đây. Dòng gốc được giữ, sẽ áp dụng khi hồ sơ tới.")
    return before


def require_clerk(clerk: Clerk) -> None:
    """Leaders read; only clerks and administrators act."""
    if clerk.role is Role.LEADER:
        raise Impossible("Tài khoản lãnh đạo chỉ xem. Đăng nhập bằng tài khoản cán bộ để thao tác.")


def require_move(kind: str, dossier: Dossier) -> None:
    """Refuse an act that the dossier's state does not allow, saying which state it is in and what fits."""
    if dossier.status not in MOVES[kind]:
        fitting = ", ".join(WORDS[status] for status in Status if status in MOVES[kind])
        raise Impossible(
            "Hồ sơ đang ở trạng thái “{word}”. Việc này chỉ làm được khi hồ sơ: {fitting}.",
            word=WORDS[dossier.status], fitting=fitting,
        )  # fmt: skip
