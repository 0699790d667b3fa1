"""Tờ cài đặt đầu đọc mã: how a reader of each make is set to USB-COM, and three sample codes to try it with.

The set-up codes themselves are the makers' own and stand in their booklets: this sheet says under which name.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import resources
from dossiers.office import Office
from dossiers.reader_trial import SAMPLE_TEXTS, Sample
from printing.barcodes import code128, qr
from printing.blocks import Column, line, ruled_table, title
from printing.leaves import Copy, bind
from printing.sheet_sizes import A4
from printing.typography import grid, paragraph, plain, slanted
from printing.words import long_date

if TYPE_CHECKING:
    from reportlab.platypus import Flowable, Table

TITLE = "Tờ cài đặt đầu đọc mã"
STEPS = (
    "1. Tìm trong sách đi kèm đầu đọc mã cài đặt có tên như bảng dưới rồi quét để chuyển từ bàn phím sang USB-COM.",
    "2. Quét tiếp mã thêm ký tự cuối CR. Tốc độ 9600, 8 bit, không chẵn lẻ, 1 bit dừng là mặc định; bảng mã UTF-8.",
    "3. Rút đầu đọc, cắm lại. Mở Thiết lập, mục Đầu đọc mã, bấm Thử đầu đọc.",
    "4. Quét ba mã mẫu cuối trang. Màn hình đánh dấu từng mã và nói phải sửa gì.",
)
COLUMNS = (Column("Hãng", 0.27), Column("Mã cài đặt cần quét", 0.31), Column("Ký tự cuối", 0.22), Column("Độ tin", 0.2))
CAPTION_PT = 10


@dataclass(frozen=True, slots=True)
class ReaderMake:
    """How one maker names what is to be set; `verified` once it was done on a reader of this make."""

    make: str
    setting: str
    ending: str
    verified: bool
    source: str


def reader_makes() -> tuple[ReaderMake, ...]:
    """The makes that the sheet knows."""
    return tuple(ReaderMake(**each) for each in json.loads(resources.read_text("readers.json")))


def render(office: Office, on: date) -> bytes:
    """The PDF: one A4 page."""
    rows = [
        (plain(each.make), plain(each.setting), plain(each.ending), "Đã thử" if each.verified else "Chưa xác minh")
        for each in reader_makes()
    ]
    blocks: list[Flowable] = [
        *title(TITLE, A4, f"{office.desk_name}, {long_date(on)}"),
        *(line(plain(step), A4) for step in STEPS),
        ruled_table(COLUMNS, rows, A4),
        line(slanted("Chưa xác minh: tên lấy từ tài liệu công khai, chưa thử trên đầu đọc của hãng này."), A4),
        code128(SAMPLE_TEXTS[Sample.BARS], A4.text_width),
        _squares(),
    ]
    foot = paragraph(slanted("Các mã mẫu không thuộc hồ sơ và người nào."), CAPTION_PT)
    return bind([Copy(blocks=blocks, foot=foot, running_head=TITLE)], A4, TITLE, training=office.training)


def _squares() -> Table:
    """The two QR samples beside each other."""
    codes = [qr(SAMPLE_TEXTS[sample]) for sample in (Sample.SLIP, Sample.CARD)]
    words = [paragraph(plain(text), CAPTION_PT, "centre") for text in ("Mẫu biên nhận", "Mẫu thẻ căn cước")]
    return grid([codes, words], [A4.text_width / 2] * 2, [("ALIGN", (0, 0), (-1, -1), "CENTER")])
