"""The province's page in a browser: who was heard when, what arrived, what waits for a person."""

from dataclasses import dataclass
from datetime import datetime
from html import escape

from sqlalchemy import Connection, func, select

from dossiers.clock import from_ms, say_time, to_ms
from dossiers.errors import KnownError
from dossiers.ids import to_base32
from dossiers.journal import decode
from sync.province.schema import blob, device, dossier, enrolment_code, journal

HELD_SHOWN = 100

CLOSED = "<!doctype html><meta charset=utf-8><p>Trang này chỉ mở trên chính máy chủ tỉnh."


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page shows, each row as words."""

    at: datetime
    desks: list[tuple[str, ...]]
    held: list[tuple[str, ...]]
    held_count: int
    codes: list[tuple[str, ...]]
    dossiers: int
    files: int
    files_awaited: int


def read(connection: Connection, now: datetime) -> Overview:
    """Count and list; no personal data is read."""
    held = journal.c.state == "held"
    return Overview(
        at=now,
        desks=_desks(connection),
        held=_held(connection),
        held_count=_count(connection, select(func.count()).where(held)),
        codes=_codes(connection, now),
        dossiers=_count(connection, select(func.count()).select_from(dossier)),
        files=_count(connection, select(func.count()).where(blob.c.verified_at.is_not(None))),
        files_awaited=_count(connection, select(func.count()).where(blob.c.verified_at.is_(None))),
    )


def _count(connection: Connection, query: object) -> int:
    return int(connection.execute(query).scalar_one())  # type: ignore[call-overload]


def _desks(connection: Connection) -> list[tuple[str, ...]]:
    count = select(func.count()).where(dossier.c.unit == device.c.unit).correlate(device).scalar_subquery()
    query = select(device, count.label("dossiers")).order_by(device.c.unit, device.c.slot)
    states = {"active": "Đang dùng", "revoked": "Đã thu hồi"}
    return [
        (row.unit, row.office, f"Quầy {row.slot}", _at(row.heard_at), str(row.dossiers), states[row.state])
        for row in connection.execute(query)
    ]


def _held(connection: Connection) -> list[tuple[str, ...]]:
    query = (
        select(journal.c.line, journal.c.reason, journal.c.taken_at, device.c.unit, device.c.slot)
        .join(device, device.c.id == journal.c.device)
        .where(journal.c.state == "held")
        .order_by(journal.c.taken_at.desc())
        .limit(HELD_SHOWN)
    )
    return [
        (_at(row.taken_at), f"{row.unit} · Quầy {row.slot}", *_line(row.line), row.reason)
        for row in connection.execute(query)
    ]


def _line(line: bytes) -> tuple[str, str]:
    try:
        op = decode(line)
    except KnownError:
        return "không đọc được", "–"
    return op.kind, to_base32(op.dossier_id)


def _codes(connection: Connection, now: datetime) -> list[tuple[str, ...]]:
    unused = enrolment_code.c.device.is_(None) & (enrolment_code.c.expires_at >= to_ms(now))
    query = select(enrolment_code).where(unused).order_by(enrolment_code.c.expires_at)
    return [
        (f"{row.code[:5]}-{row.code[5:]}", row.unit, f"Quầy {row.slot}", _at(row.expires_at))
        for row in connection.execute(query)
    ]


def render(overview: Overview) -> str:
    """The page as HTML; everything that came over the wire is escaped."""
    figures = (
        ("Hồ sơ đã nhận", overview.dossiers), ("Việc chờ xem lại", overview.held_count),
        ("Tệp quét đã kiểm", overview.files), ("Tệp quét còn chờ", overview.files_awaited),
    )  # fmt: skip
    tiles = "".join(f"<div><b>{_number(value)}</b>{escape(word)}</div>" for word, value in figures)
    return (
        f"<!doctype html><html lang=vi><meta charset=utf-8><title>Máy chủ tỉnh</title><style>{STYLE}</style>"
        f"<h1>Máy chủ tỉnh</h1><p>Lúc {say_time(overview.at)}</p><section class=tiles>{tiles}</section>"
        + _table("Cơ quan", ("Mã đơn vị", "Cơ quan", "Quầy", "Nghe lần cuối", "Hồ sơ", "Quyền gửi"), overview.desks)
        + _table("Việc chờ xem lại", ("Nhận lúc", "Nơi gửi", "Việc", "Hồ sơ", "Lý do"), overview.held)
        + _table("Mã ghi danh chưa dùng", ("Mã", "Mã đơn vị", "Quầy", "Dùng được đến"), overview.codes)
        + "</html>"
    )


def _table(title: str, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    if not rows:
        return f"<h2>{title}</h2><p class=none>Không có.</p>"
    head = "".join(f"<th>{word}" for word in heads)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}" for cell in row) for row in rows)
    return f"<h2>{title}</h2><table><tr>{head}{body}</table>"


def _at(ms: int) -> str:
    return say_time(from_ms(ms))


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


STYLE = """
:root { color-scheme: light dark;
  --line: #C9D1DA; --muted: #51606F; --ground: #F4F6F8; --card: #FFFFFF; --text: #17212B }
@media (prefers-color-scheme: dark) {
  :root { --line: #36424F; --muted: #A3B0BD; --ground: #12181F; --card: #1A222B; --text: #E7ECF1 } }
body { font: 14px/1.4 "Noto Sans", sans-serif; margin: 24px auto; max-width: 1100px; padding: 0 24px;
  background: var(--ground); color: var(--text) }
h1 { font-size: 20px; margin: 0 } h2 { font-size: 16px; margin: 24px 0 8px }
p { color: var(--muted); margin: 4px 0 16px }
.tiles { display: flex; gap: 16px; flex-wrap: wrap }
.tiles div { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 12px 16px; flex: 1 }
.tiles b { display: block; font-size: 28px; font-weight: 600 }
table { border-collapse: collapse; width: 100%; background: var(--card); border: 1px solid var(--line) }
th, td { text-align: left; padding: 6px 12px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere }
th { color: var(--muted); font-weight: 600 }
"""
