"""Two truths about one dossier, at the province: what waits for a person, and what the province itself corrects.

Which value stands is decided by the fold (dossiers/rivals.py); here is only kept where to look.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, LargeBinary, Select, bindparam, select, update

from dossiers import fold
from dossiers.clock import Clock, from_ms, system_clock
from dossiers.correct import FIELDS, Corrected, read_field
from dossiers.dossier import Dossier
from dossiers.errors import InvalidInput, NotFound
from dossiers.names import nfc
from dossiers.rivals import Change, waiting
from sync.conflicts import Question, Task, TwinTask, answer
from sync.protocol import Twin
from sync.province import audit, own_journal
from sync.province.audit import CONSOLE
from sync.province.database import Database
from sync.province.devices import Desk
from sync.province.schema import conflict, dossier, twin

SHOWN = 200
MAX_TWINS = 50


def twins_of(connection: Connection, desk: Desk) -> tuple[Twin, ...]:
    """The open doubles of what this desk took in, to be told with every answer until somebody settles them."""
    return tuple(Twin(*row) for row in connection.execute(TWINS_OF, {"device": desk.id}))


def _twins_of() -> Select[Any]:
    here, there, device = dossier.alias("here"), dossier.alias("there"), bindparam("device", type_=LargeBinary)
    mine = select(twin.c.dossier.label("mine"), twin.c.other.label("theirs")).where(
        twin.c.device == device, twin.c.settled_by.is_(None)
    )
    turned = select(twin.c.other, twin.c.dossier).where(twin.c.other_device == device, twin.c.settled_by.is_(None))
    pair = mine.union_all(turned).subquery()
    return (
        select(pair.c.mine, here.c.code, pair.c.theirs, there.c.code)
        .join(here, here.c.id == pair.c.mine)
        .join(there, there.c.id == pair.c.theirs)
        .order_by(here.c.code)
        .limit(MAX_TWINS)
    )


TWINS_OF = _twins_of()
"""Written once: it is asked with every batch."""


def open_tasks(database: Database, unit: str = "") -> tuple[Task, ...]:
    """What waits for a person, of one unit or of all, the oldest first."""
    query = select(conflict, dossier.c.state).join(dossier, dossier.c.id == conflict.c.dossier)
    query = query.order_by(conflict.c.since, conflict.c.dossier, conflict.c.field).limit(SHOWN)
    with database.reading() as connection:
        rows = connection.execute(query.where(conflict.c.unit == unit) if unit else query).all()
    return tuple(_task(fold.decode_state(row.state), row.field) for row in rows)


def open_twins(database: Database, unit: str = "") -> tuple[TwinTask, ...]:
    """Pairs of dossiers that may be one, of one unit or of all, the oldest first."""
    here, there = dossier.alias("here"), dossier.alias("there")
    query = (
        select(twin.c.unit, twin.c.found_at, here.c.id, here.c.code, there.c.id, there.c.code)
        .join(here, here.c.id == twin.c.dossier)
        .join(there, there.c.id == twin.c.other)
        .where(twin.c.settled_by.is_(None))
        .order_by(twin.c.found_at)
        .limit(SHOWN)
    )
    with database.reading() as connection:
        rows = connection.execute(query.where(twin.c.unit == unit) if unit else query).all()
    return tuple(TwinTask(unit=row[0], found_at=from_ms(row[1]), twin=Twin(*row[2:])) for row in rows)


def settle(
    database: Database, unit: str, identity: bytes, field: str, value: str, clock: Clock = system_clock,
    by: str = CONSOLE,
) -> None:  # fmt: skip
    """Let one of the written values stand, as the province's own correction; raises NotFound or InvalidInput.

    The audit names dossier and field, never the values.
    """
    now = clock()
    with database.writing(unit) as connection:
        state = _state(connection, unit, dossier.c.id == identity)
        task = _task(state, field)
        if not task.rivals:
            raise NotFound("Việc này không còn chờ xem lại. Tải lại trang để thấy tình trạng mới.")
        question = Question(field=field, mine=task.shown, theirs=task.shown, rivals=task.rivals)
        if value not in question.choices:
            raise InvalidInput("Chọn một trong các giá trị đã ghi.", field=field)
        _correct(database, connection, state, answer(question, value).changes, by, now)
        audit.record(connection, now, by, "conflict_settled", state.code, before=field, after="settled")


def settle_twin(
    database: Database, identity: bytes, other: bytes, clock: Clock = system_clock, by: str = CONSOLE
) -> None:
    """Say that somebody has looked at two like dossiers; raises NotFound."""
    with database.writing("") as connection:
        here = (twin.c.dossier == identity) & (twin.c.other == other) & twin.c.settled_by.is_(None)
        if connection.execute(update(twin).where(here).values(settled_by=by)).rowcount == 0:
            raise NotFound("Việc này không còn chờ xem lại. Tải lại trang để thấy tình trạng mới.")
        subject = f"{identity.hex()[:8]} · {other.hex()[:8]}"
        audit.record(connection, clock(), by, "conflict_settled", subject, before="twin", after="settled")


def correct(
    database: Database, unit: str, code: str, wanted: Mapping[str, str], clock: Clock = system_clock, by: str = CONSOLE
) -> None:
    """Write fields anew by the province's word; raises NotFound, InvalidInput, or KnownError in a state that forbids.

    It overrules what a desk has written and not yet sent: that becomes a question for the desk.
    """
    now = clock()
    if unknown := next((name for name in wanted if name not in FIELDS), None):
        raise InvalidInput("Trường này không sửa được.", field=unknown)
    with database.writing(unit) as connection:
        state = _state(connection, unit, dossier.c.code == code)
        changes = tuple(
            Change(field=name, before=before, after=after)
            for name, text in sorted(wanted.items())
            if (after := nfc(text)) != (before := read_field(state, name))
        )
        if not changes:
            raise InvalidInput("Không có gì thay đổi.", field=next(iter(wanted), "owner"))
        _correct(database, connection, state, changes, by, now)
        fields = ", ".join(change.field for change in changes)
        audit.record(connection, now, by, "dossier_corrected", code, before=fields, after="corrected")


def _correct(
    database: Database, connection: Connection, state: Dossier, changes: tuple[Change, ...], by: str, now: datetime
) -> None:
    body = Corrected(changes=changes, binding=True)
    own_journal.append(database, connection, state.unit, "corrected", state.id, body, by, now)


def _state(connection: Connection, unit: str, wanted: ColumnElement[bool]) -> Dossier:
    row = connection.execute(select(dossier.c.state).where(dossier.c.unit == unit, wanted)).scalar_one_or_none()
    if row is None:
        raise NotFound("Đơn vị {unit} không có hồ sơ này.", unit=unit)
    return fold.decode_state(row)


def _task(state: Dossier, field: str) -> Task:
    return Task(
        unit=state.unit, code=state.code, dossier=state.id.bytes, field=field, shown=read_field(state, field),
        rivals=tuple(rival for rival in waiting(state) if rival.field == field),
    )  # fmt: skip
