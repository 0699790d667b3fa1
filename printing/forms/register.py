"""Sổ theo dõi hồ sơ: the register on paper, a line a dossier, over as many pages as it takes (domain 1.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, BinaryIO

from dossiers.books import BookKind
from dossiers.clock import local_date, say_date, say_time
from dossiers.dossier import Dossier, Receiver
from dossiers.office import Office
from dossiers.status import ENDED, WORDS, Status
from printing.blocks import Signature, line, number_line, signatures, title
from printing.custody import deciding_words
from printing.letterhead import letterhead
from printing.long_head import LongColumn
from printing.long_table import LongTable, write
from printing.overrides import AS_SHIPPED, Overrides
from printing.sheet_sizes import A4_LANDSCAPE as SHEET
from printing.texts import FormTexts
from printing.typography import grid, slanted

if TYPE_CHECKING:
    from reportlab.platypus import Table

SLUG = "register"

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A layout of the register: its columns, and what a dossier, its number and this office put into them."""

    columns: tuple[LongColumn, ...]
    row: Callable[[Dossier, int, Office], Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """Which part of the register is printed: dossiers received from a day to a day, of one volume or of all."""

    first: date
    last: date
    volume: str = ""


def render(
    out: BinaryIO,
    dossiers: Iterable[Dossier],
    extent: Extent,
    office: Office,
    at: datetime,
    *,
    template: Template | None = None,
    overrides: Overrides = AS_SHIPPED,
    progress: Callable[[int, int], None] = lambda *_: None,
    stop: Callable[[], bool] = lambda: False,
) -> int:
    """Write the PDF of the dossiers in the order they come, voided ones included; return the number of pages.

    The official template unless another is given; `progress`, `stop` and Stopped as in `long_table.write`.
    """
    chosen = template or OFFICIAL
    texts = overrides.of(SLUG, office, local_date(at))
    table = bound(texts, texts.form.title, chosen.columns, extent, at)
    rows = (chosen.row(dossier, number, office) for number, dossier in enumerate(dossiers, start=1))
    return write(out, table, rows, SHEET, progress=progress, stop=stop)


def bound(texts: FormTexts, name: str, columns: Sequence[LongColumn], extent: Extent, at: datetime) -> LongTable:
    """What surrounds the lines of a book called `name`: letterhead, title and days, and who signs for it."""
    volume = f"Quyển số {extent.volume}, từ" if extent.volume else "Từ"
    below = f"{volume} ngày {say_date(extent.first)} đến ngày {say_date(extent.last)}"
    number = texts.form.number_line if name == texts.form.title else ""
    return LongTable(
        title=f"{name}, {say_date(extent.first)} – {say_date(extent.last)}",
        columns=columns,
        opening=[
            *number_line(number, SHEET),
            letterhead(texts.issuer, local_date(at), SHEET),
            *title(name, SHEET, below),
        ],
        foot=_foot(texts),
        training=texts.issuer.training,
    )


def _foot(texts: FormTexts) -> Table:
    """Who keeps the book and who answers for it, under the office's own note where it has one."""
    signed = signatures([Signature(texts.say("keeper")), Signature(texts.say("head"))], SHEET.text_width, SHEET)
    note = [[line(slanted(texts.footer), SHEET)]] if texts.footer else []
    flush = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    return grid([*note, [signed]], [SHEET.text_width], flush)


def _official_row(dossier: Dossier, number: int, office: Office) -> Row:
    owner, given = dossier.owner, dossier.handover
    return (
        _number(dossier, number), dossier.code, dossier.procedure_name, str(dossier.sets), owner.name,
        ", ".join(part for part in (owner.address, owner.phone) if part), deciding_words(dossier, office),
        say_time(dossier.received_at), _time(dossier.appointment.due_at),
        _time(dossier.hops[0].given_at if dossier.hops else None),
        _time(dossier.result.ready_at if dossier.result else None), _time(given.at if given else None),
        _way(dossier), "", _remark(dossier),
    )  # fmt: skip


def _short_row(dossier: Dossier, number: int, office: Office) -> Row:
    owner, given = dossier.owner, dossier.handover
    return (
        _number(dossier, number), dossier.code,
        ". ".join(filter(None, (_remark(dossier), dossier.summary or dossier.procedure_name))), str(dossier.sets),
        owner.name, owner.address, owner.phone, say_time(dossier.received_at), _time(dossier.appointment.due_at),
        _time(given.at if given else None), dossier.received_by,
    )  # fmt: skip


def _number(dossier: Dossier, number: int) -> str:
    """Its number in the register's volume; where that is kept by hand, its place in this print."""
    entry = dossier.entry(BookKind.DOSSIERS)
    return str(entry.number if entry else number)


def _time(instant: datetime | None) -> str:
    return say_time(instant) if instant else ""


def _way(dossier: Dossier) -> str:
    if dossier.handover is None:
        return ""
    return "Bưu điện" if dossier.handover.receiver is Receiver.POST else "Trực tiếp"


def _remark(dossier: Dossier) -> str:
    """What ended it otherwise than by a result."""
    return WORDS[dossier.status] if dossier.status in ENDED | {Status.VOIDED} else ""


_DAYS = "Ngày, tháng, năm"
_RETURN = "Trả kết quả"

OFFICIAL = Template(
    (
        LongColumn("TT", 0.036, align="centre"), LongColumn("Mã hồ sơ", 0.082), LongColumn("Tên hồ sơ", 0.104),
        LongColumn("Số lượng hồ sơ (bộ)", 0.04, align="centre"), LongColumn("Tên cá nhân, tổ chức", 0.085),
        LongColumn("Địa chỉ, số điện thoại", 0.1), LongColumn("Cơ quan chủ trì giải quyết", 0.075),
        LongColumn("Nhận hồ sơ", 0.066, _DAYS), LongColumn("Hẹn trả kết quả", 0.066, _DAYS),
        LongColumn("Chuyển hồ sơ đến cơ quan giải quyết", 0.066, _DAYS),
        LongColumn("Nhận kết quả từ cơ quan giải quyết", 0.066, _DAYS), LongColumn(_DAYS, 0.066, _RETURN),
        LongColumn("Phương thức nhận kết quả", 0.056, _RETURN), LongColumn("Ký nhận", 0.042, _RETURN),
        LongColumn("Ghi chú", 0.05),
    ),
    _official_row,
)  # fmt: skip
"""The columns of the circular's form (domain 1.3, unverified)."""

SHORT = Template(
    (
        LongColumn("STT", 0.04, align="centre"), LongColumn("Mã hồ sơ", 0.155), LongColumn("Trích yếu hồ sơ", 0.165),
        LongColumn("Số bộ", 0.035, align="centre"), LongColumn("Chủ hồ sơ", 0.115), LongColumn("Địa chỉ", 0.14),
        LongColumn("Số điện thoại", 0.075), LongColumn("Ngày tiếp nhận", 0.063), LongColumn("Ngày hẹn trả", 0.063),
        LongColumn("Ngày trả", 0.063), LongColumn("Người nhận hồ sơ", 0.086),
    ),
    _short_row,
)  # fmt: skip
"""The columns production systems export, without the hamlet, which is part of the address here."""
