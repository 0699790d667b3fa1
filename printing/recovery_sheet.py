"""Tờ khóa phục hồi: the office's recovery key on one sheet, to be sealed and locked away, never kept as a file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dossiers.names import fold
from dossiers.office import Office
from printing.barcodes import qr
from printing.blocks import Signature, line, signatures, title
from printing.leaves import Copy, bind, foot_width
from printing.sheet_sizes import A4
from printing.typography import grid, paragraph, plain, slanted, strong
from printing.words import long_date

if TYPE_CHECKING:
    from reportlab.platypus import Flowable, Table

TITLE = "Tờ khóa phục hồi dữ liệu"
STEPS = (
    (
        "Dùng khi không ai còn mật khẩu, khi máy hỏng hoặc cài lại Windows, và khi khôi phục bản sao lưu trên máy "
        "khác: ở màn hình đăng nhập chọn “Quên mật khẩu”, rồi nhập mười bốn từ dưới đây theo thứ tự, "
        "không cần dấu, hoặc quét mã vuông."
    ),
    (
        "Ai cầm tờ này mở được mọi hồ sơ của quầy. Cho vào phong bì, ghi ngày, ký niêm phong, cất trong két; không "
        "chụp ảnh, không gửi qua mạng, không để cạnh máy tính."
    ),
    (
        "In tờ mới thì tờ này hết dùng được với quầy, nhưng vẫn mở được các bản sao lưu làm trước đó: "
        "giữ lại đến khi không còn bản sao lưu cũ, rồi hủy."
    ),
)
WORD_PT = 18
NUMBER_PT = 10
COLUMNS = 2


def render(office: Office, words: str, on: date) -> bytes:
    """The PDF: one A4 page."""
    code = qr(fold(words).upper())
    blocks: list[Flowable] = [
        *title(TITLE, A4, f"{office.name}. {office.desk_name}, {long_date(on)}"),
        *(line(plain(step), A4) for step in STEPS),
        _table(words.split()),
    ]
    people = (Signature("Người lập"), Signature("Người niêm phong, giữ"))
    foot = signatures(people, foot_width(A4, code), A4)
    copy = Copy(blocks=blocks, foot=foot, running_head=TITLE, qr=code, qr_words="Quét để mở")
    return bind([copy], A4, TITLE, training=office.training)


def _table(words: list[str]) -> Table:
    """The words in large letters, numbered, read down each column."""
    down = -(-len(words) // COLUMNS)
    rows = [[cell for at in range(row, len(words), down) for cell in _word(at + 1, words[at])] for row in range(down)]
    widths = [A4.text_width * share for share in (0.08, 0.42) * COLUMNS]
    style = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LINEBELOW", (0, 0), (-1, -1), 0.4, "grey")]
    return grid(rows, widths, style, spaceBefore=8, spaceAfter=8)


def _word(number: int, word: str) -> tuple[Flowable, Flowable]:
    return paragraph(slanted(f"{number}."), NUMBER_PT, "right"), paragraph(strong(word), WORD_PT)
