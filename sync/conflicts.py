"""What a person must decide: values that rival for one field, and two dossiers that may be one."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dossiers.acting import Act, require_clerk
from dossiers.correct import Corrected, read_field
from dossiers.dossier import Dossier, Rival
from dossiers.rivals import IDENTITY, Change, waiting
from dossiers.status import MOVES
from sync.protocol import Twin


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One field of one dossier: what this desk wrote, what the province shows, and what else was written meanwhile."""

    field: str
    mine: str
    theirs: str
    rivals: tuple[Rival, ...] = ()

    @property
    def choices(self) -> tuple[str, ...]:
        """Every value that may stand, each once: mine, the province's, then the others."""
        return tuple(dict.fromkeys((self.mine, self.theirs, *(rival.value for rival in self.rivals))))


def questions(mine: Dossier, theirs: Dossier) -> tuple[Question, ...]:
    """The fields a person must decide about, given both ends' states; one question a field.

    None where a correction is no longer possible: what is closed stays as each end has it.
    """
    if not {mine.status, theirs.status} <= MOVES["corrected"].starts:
        return ()
    rivals = waiting(theirs)
    fields = {rival.field for rival in rivals}
    fields |= {name for name in IDENTITY if read_field(mine, name) != read_field(theirs, name)}
    return tuple(
        Question(
            field=name, mine=read_field(mine, name), theirs=read_field(theirs, name),
            rivals=tuple(rival for rival in rivals if rival.field == name),
        )
        for name in sorted(fields)
    )  # fmt: skip


def answer(question: Question, value: str) -> Corrected:
    """The ordinary correction that lets `value` stand at both ends and settles every rival of the field.

    Each change starts from a value that was written: where it stands, the new one takes its place; where it waits
    aside, it waits no more. If somebody has written yet another value meanwhile, that one becomes a new question.
    """
    written = dict.fromkeys((question.mine, question.theirs, *(rival.value for rival in question.rivals)))
    return Corrected(
        changes=tuple(Change(field=question.field, before=each, after=value) for each in written if each != value)
    )


def decide(act: Act, dossier_id: UUID, question: Question, value: str) -> Dossier:
    """Write down what a person decided (`answer`)."""
    require_clerk(act.clerk)
    return act.append("corrected", dossier_id, answer(question, value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A field of a dossier at the province about which somebody must decide: what it shows, and its rivals."""

    unit: str
    code: str
    dossier: bytes
    field: str
    shown: str
    rivals: tuple[Rival, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinTask:
    """Two dossiers of a unit that may be one, found at an instant."""

    unit: str
    twin: Twin
    found_at: datetime
