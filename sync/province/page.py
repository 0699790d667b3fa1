"""What the administrators' page shows: who was heard when, what arrived, what waits for a person."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from sqlalchemy import Connection, Select, func, select

from dossiers.clock import from_ms, local_date, say_time, to_ms
from dossiers.status import MOVES
from sync.conflicts import Task
from sync.protocol import Ref
from sync.province import packs, quarantine, sheet
from sync.province.accounts import Session
from sync.province.quarantine import HeldLine
from sync.province.schema import blob, conflict, device, dossier, enrolment_code, journal, twin

TEMPLATES = Path(__file__).parent / "templates"
SILENT_AFTER = timedelta(hours=24)

ADVICE = {
    sheet.REVOKED: "Việc làm trước khi máy mất thì áp dụng; không rõ thì giữ lại và hỏi cơ quan.",
    sheet.UNREADABLE: "Cập nhật chương trình trên máy chủ rồi áp dụng lại.",
    sheet.OTHER_UNIT: "Máy đã ghi danh nhầm cơ quan: thu hồi máy, rồi cấp mã ghi danh mới.",
    sheet.TAKEN_CODE: "Hỏi cơ quan hồ sơ nào giữ số; khi hồ sơ kia đã có số mới thì áp dụng.",
}
FIT_FIRST = "Sửa nguyên nhân rồi áp dụng; nếu cơ quan đã ghi lại việc này cách khác thì giữ lại."

PEOPLE = {"owner": "Chủ hồ sơ", "filer": "Người nộp", "delegate": "Người được ủy quyền"}
FIELDS = {
    "name": "họ tên", "id_number": "số giấy tờ", "id_kind": "loại giấy tờ", "birth_date": "ngày sinh",
    "sex": "giới tính", "address": "địa chỉ", "phone": "điện thoại", "email": "thư điện tử",
    "summary": "trích yếu", "return_place": "nơi trả kết quả", "note": "ghi chú",
}  # fmt: skip
"""Words for every field that may be corrected (dossiers/correct.py)."""


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office and how far it lies behind: `silence` in words when nobody was heard for a day.

    `unsent` is what its machines themselves said, when last heard, of lines that still wait with them.
    """

    unit: str
    name: str
    heard_at: datetime
    silent: bool
    silence: str
    today: int
    unsent: int
    files_awaited: int
    held: int


@dataclass(frozen=True, slots=True)
class DeskRow:
    """An enrolled machine; `id` in hex."""

    id: str
    unit: str
    slot: int
    enrolled_at: datetime
    heard_at: datetime
    app: str
    revoked: bool


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A one-time code that can still be used, its second half hidden."""

    hint: str
    unit: str
    slot: int
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Overview:
    """All of the first page."""

    at: datetime
    tiles: tuple[tuple[int, str], ...]
    offices: list[OfficeRow]
    desks: list[DeskRow]
    codes: list[CodeRow]
    held: list[HeldLine]
    packs: tuple[Ref, ...]


def read(connection: Connection, now: datetime) -> Overview:
    """Count and list; no personal data is read."""
    offices = _offices(connection, now)
    return Overview(
        at=now,
        tiles=(
            (sum(office.today for office in offices), "Hồ sơ nhận hôm nay"),
            (quarantine.count(connection), "Việc chờ xem lại"),
            (_conflicts(connection), "Xung đột chờ quyết định"),
            (sum(office.files_awaited for office in offices), "Tệp quét còn chờ"),
            (sum(office.silent for office in offices), "Cơ quan im lặng quá một ngày"),
        ),
        offices=offices,
        desks=_desks(connection),
        codes=_codes(connection, now),
        held=quarantine.held(connection),
        packs=packs.offered(connection),
    )  # fmt: skip


def _offices(connection: Connection, now: datetime) -> list[OfficeRow]:
    today = _by_unit(connection, dossier.c.unit, dossier.c.received_on == local_date(now).isoformat())
    awaited = _by_unit(connection, blob.c.unit, blob.c.verified_at.is_(None))
    held = _by_unit(connection, device.c.unit, (device.c.id == journal.c.device) & (journal.c.state == "held"))
    query = select(
        device.c.unit, func.max(device.c.office).label("name"), func.max(device.c.heard_at).label("heard"),
        func.sum(device.c.unsent).label("unsent"),
    )  # fmt: skip
    rows = []
    for row in connection.execute(query.group_by(device.c.unit).order_by(device.c.unit)):
        lag = now - from_ms(row.heard)
        rows.append(
            OfficeRow(
                unit=row.unit, name=row.name, heard_at=from_ms(row.heard), silent=lag > SILENT_AFTER,
                silence=f"{lag.days} ngày", today=today.get(row.unit, 0), held=held.get(row.unit, 0),
                unsent=int(row.unsent), files_awaited=awaited.get(row.unit, 0),
            )
        )  # fmt: skip
    return rows


def _conflicts(connection: Connection) -> int:
    fields = select(func.count()).select_from(conflict).scalar_subquery()
    doubles = select(func.count()).where(twin.c.settled_by.is_(None)).scalar_subquery()
    return int(connection.execute(select(fields + doubles)).scalar_one())


def _by_unit(connection: Connection, unit: Any, where: Any) -> dict[str, int]:
    query: Select[Any] = select(unit, func.count()).where(where).group_by(unit)
    return {row[0]: row[1] for row in connection.execute(query)}


def _desks(connection: Connection) -> list[DeskRow]:
    query = select(device).order_by(device.c.unit, device.c.slot, device.c.enrolled_at)
    return [
        DeskRow(
            id=row.id.hex(), unit=row.unit, slot=row.slot, enrolled_at=from_ms(row.enrolled_at),
            heard_at=from_ms(row.heard_at), app=row.app, revoked=row.state == "revoked",
        )
        for row in connection.execute(query)
    ]  # fmt: skip


def _codes(connection: Connection, now: datetime) -> list[CodeRow]:
    unused = enrolment_code.c.device.is_(None) & (enrolment_code.c.expires_at >= to_ms(now))
    query = select(enrolment_code).where(unused).order_by(enrolment_code.c.expires_at)
    return [
        CodeRow(f"{row.code[:5]}-•••••", row.unit, row.slot, from_ms(row.expires_at))
        for row in connection.execute(query)
    ]


def render(template: str, session: Session | None = None, message: str = "", **facts: Any) -> str:
    """One page as HTML; everything that came over the wire or was typed is escaped."""

    def token() -> Markup:
        form_token = session.form_token if session else ""
        return Markup('<input type="hidden" name="token" value="{}">').format(form_token)

    return _environment().get_template(template).render(session=session, message=message, token=token, **facts)


@cache
def _environment() -> Environment:
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    environment.filters |= {"time": say_time, "number": _number, "verb": _verb, "advice": _advice}
    environment.filters |= {"field": _field, "choices": _choices}
    return environment


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def _verb(kind: str) -> str:
    begun = {"received": "Tiếp nhận", "recovered_from_slip": "Khôi phục từ biên nhận"}
    return begun.get(kind) or (MOVES[kind].words if kind in MOVES else kind)


def _advice(reason: str) -> str:
    return ADVICE.get(reason, FIT_FIRST)


def _field(name: str) -> str:
    who, _, what = name.rpartition(".")
    return f"{PEOPLE[who]}: {FIELDS[what]}" if who else FIELDS[what]


def _choices(task: Task) -> tuple[str, ...]:
    """Every value that may stand, each once, the one shown now first."""
    return tuple(dict.fromkeys((task.shown, *(rival.value for rival in task.rivals))))
