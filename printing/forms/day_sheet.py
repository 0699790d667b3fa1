"""Bảng đối soát cuối ngày: what the desk holds, the second copy holds and the province has signed for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from dossiers.clock import say_time
from dossiers.office import Office
from printing.blocks import Cell, Column, Signature, fact, line, ruled_table
from printing.leaves import bind
from printing.overrides import AS_SHIPPED, Overrides
from printing.sheet_sizes import A4, SheetSize
from printing.slip import signed_by, slip
from printing.typography import plain, strong
from printing.words import long_date

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

SLUG = "day_sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """One dossier of the day and its four proofs; no name and no citizen number stands on this sheet."""

    code: str
    procedure_name: str
    status_word: str
    here: bool
    second_copy: bool
    province: bool
    attachments: bool

    @property
    def safe(self) -> bool:
        """All four proven."""
        return self.here and self.second_copy and self.province and self.attachments


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySheet:
    """The evening's account of one desk.

    `held_count`, `second_copy_count` and `province_count` are the dossiers of the day as counted in three
    places, each by its own memory: they must agree. None where a place could not be asked. `as_of` is the
    UTC instant of counting; `journal_hash` (hex) is the head of the desk's chain at that instant.
    """

    day: date
    desk: str
    as_of: datetime
    received: int
    returned: int
    voided: int
    held_count: int
    second_copy_count: int | None
    province_count: int | None
    lines: tuple[DayLine, ...]
    journal_epoch: str
    journal_seq: int
    journal_hash: str
    clerk: str

    @property
    def agrees(self) -> bool:
        """Whether the three sums are one number and every dossier has its four ticks."""
        sums = {self.held_count, self.second_copy_count, self.province_count}
        return sums == {len(self.lines)} and all(line.safe for line in self.lines)


COLUMNS = (
    Column("TT", 0.07), Column("Mã hồ sơ", 0.25), Column("Thủ tục, trạng thái", 0.32), Column("Máy này", 0.08),
    Column("Bản sao thứ hai", 0.1), Column("Tỉnh đã nhận", 0.1), Column("Đủ tệp", 0.08),
)  # fmt: skip


def render(sheet: DaySheet, office: Office, *, overrides: Overrides = AS_SHIPPED) -> bytes:
    """The PDF of the sheet on A4; it says "xong" only when everything agrees."""
    texts = overrides.of(SLUG, office, sheet.day)
    copy = slip(
        texts,
        sheet.day,
        A4,
        [*_counts(sheet, A4), *_dossiers(sheet.lines, A4), *_chain_head(sheet, A4)],
        signed_by(A4, Signature(texts.say("clerk"), sheet.clerk), Signature(texts.say("head"))),
        below=f"{sheet.desk}, {long_date(sheet.day)}; đếm lúc {say_time(sheet.as_of)}",
    )
    return bind([copy], A4, f"{texts.form.title} {sheet.day.isoformat()}", training=office.training)


def _counts(sheet: DaySheet, size: SheetSize) -> list[Flowable]:
    """The day in figures, the three sums, and the verdict."""
    sums = [
        ("Máy này giữ", sheet.held_count),
        ("Bản sao thứ hai giữ", sheet.second_copy_count),
        ("Tỉnh đã ký nhận", sheet.province_count),
    ]
    said = "; ".join(f"{place}: {'chưa hỏi được' if count is None else count}" for place, count in sums)
    return [
        fact("Trong ngày", f"tiếp nhận {sheet.received}; trả {sheet.returned}; hủy {sheet.voided}", size),
        line(f"{strong('Ba tổng phải bằng nhau.')} {plain(said)}", size),
        line(strong(_verdict(sheet)), size),
    ]


def _verdict(sheet: DaySheet) -> str:
    if sheet.agrees:
        return "Đối soát xong: ba tổng khớp, mọi hồ sơ đủ bốn dấu."
    lacking = sum(not line.safe for line in sheet.lines)
    if lacking:
        return f"Chưa xong: {lacking} hồ sơ chưa đủ bốn dấu. Dữ liệu vẫn giữ trên máy này; đối soát lại sau khi gửi."
    return "Chưa xong: ba tổng chưa khớp. Dữ liệu vẫn giữ trên máy này; đối soát lại sau khi gửi."


def _dossiers(lines: Sequence[DayLine], size: SheetSize) -> list[Flowable]:
    rows: list[tuple[Cell, ...]] = [
        (
            str(number), plain(line.code), plain(f"{line.procedure_name} – {line.status_word}"),
            line.here, line.second_copy, line.province, line.attachments,
        )
        for number, line in enumerate(lines, start=1)
    ]  # fmt: skip
    return [ruled_table(COLUMNS, rows, size)] if rows else [line("Hôm nay không có hồ sơ nào.", size)]


def _chain_head(sheet: DaySheet, size: SheetSize) -> list[Flowable]:
    """The journal's head on signed paper: a past that was rewritten later no longer fits it."""
    head = f"đời {sheet.journal_epoch}, dòng {sheet.journal_seq}"
    return [fact("Đầu nhật ký", head, size), fact("Mã băm", sheet.journal_hash, size)]
