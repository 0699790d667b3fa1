"""A register of many pages: every row on paper, headings and numbers on every page, progress, and a way to stop."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest

from printing.blocks import Signature, signatures
from printing.leaves import foot_width
from printing.long_head import LongColumn
from printing.long_table import LongTable, Stopped, write
from printing.sheet_sizes import A4_LANDSCAPE
from printing.typography import paragraph
from tests.printing.pdf_reading import fonts, outside, overlapping, read_pages

COLUMNS = (
    LongColumn("TT", 0.05, align="centre"), LongColumn("Mã hồ sơ", 0.15), LongColumn("Tên thủ tục hành chính", 0.3),
    LongColumn("Nhận", 0.12, "Ngày, tháng, năm"), LongColumn("Hẹn trả", 0.12, "Ngày, tháng, năm"),
    LongColumn("Số tiền", 0.11, align="right"), LongColumn("Ghi chú", 0.15),
)  # fmt: skip
TABLE = LongTable(title="Sổ theo dõi hồ sơ", columns=COLUMNS)


def row(number: int, name: str = "Chứng thực bản sao từ bản chính", note: str = "") -> tuple[str, ...]:
    """One line of the register."""
    code = f"H26.19.103-260205-{number:04}"
    return (str(number), code, name, "08:15 05/02/2026", "17:00 05/02/2026", f"{number}.000", note)


def rows(count: int) -> Iterator[tuple[str, ...]]:
    """As a store would give them: one at a time."""
    return (row(number) for number in range(1, count + 1))


def drawn(count: int, table: LongTable = TABLE) -> bytes:
    """The PDF of a register."""
    out = BytesIO()
    write(out, table, rows(count), A4_LANDSCAPE)
    return out.getvalue()


def test_every_row_is_on_paper_and_every_page_has_its_headings_and_number() -> None:
    pdf = drawn(120)
    pages = read_pages(pdf)
    assert len(pages) > 4
    text = " ".join(page.text for page in pages)
    assert all(f"260205-{number:04}" in text for number in range(1, 121))
    for number, page in enumerate(pages, start=1):
        assert (round(page.width), round(page.height)) == (842, 595)
        assert "Mã hồ sơ" in page.text
        assert "Ngày, tháng, năm" in page.text
        assert (f"Trang {number}/{len(pages)}" in page.text) == (number > 1)
        assert (overlapping(page), outside(page)) == ([], [])
    assert all(fonts(pdf).values())


def test_it_tells_how_far_it_is_and_stops_when_asked() -> None:
    told: list[tuple[int, int]] = []
    out = BytesIO()
    with pytest.raises(Stopped, match="Đã dừng"):
        write(out, TABLE, rows(10_000_000), A4_LANDSCAPE, progress=lambda *done: told.append(done),
              stop=lambda: len(told) == 3)  # fmt: skip
    assert [pages for pages, _ in told] == [1, 2, 3]
    assert [done for _, done in told] == sorted({done for _, done in told})
    assert out.getvalue() == b""


def test_a_row_taller_than_a_page_goes_on_over_it() -> None:
    out = BytesIO()
    endless = row(1, name=" ".join(f"chữ{number}" for number in range(1500)))
    pages_written = write(out, TABLE, [endless, row(2)], A4_LANDSCAPE)
    pages = read_pages(out.getvalue())
    assert len(pages) == pages_written > 1
    text = " ".join(page.text for page in pages)
    assert all(f"chữ{number}" in text for number in (0, 700, 1499))
    assert all((overlapping(page), outside(page)) == ([], []) for page in pages)


def test_a_word_wider_than_its_column_is_broken_and_whole() -> None:
    out = BytesIO()
    write(out, TABLE, [row(1, note="x" * 70), row(2, note="000.00.19.H26-180801-0001/A/B/C/D")], A4_LANDSCAPE)
    (page,) = read_pages(out.getvalue())
    assert page.text.count("x") == 70
    assert "000.00.19.H26-180801- 0001/A/B/C/D" in page.text
    assert (overlapping(page), outside(page)) == ([], [])


def test_the_foot_never_stands_on_a_page_without_a_row() -> None:
    foot = signatures(
        [Signature("NGƯỜI LẬP SỔ"), Signature("THỦ TRƯỞNG")], foot_width(A4_LANDSCAPE, None), A4_LANDSCAPE
    )
    for count in range(20, 42):
        pages = read_pages(drawn(count, replace(TABLE, foot=foot)))
        assert ["THỦ TRƯỞNG" in page.text for page in pages] == [False] * (len(pages) - 1) + [True]
        assert f"260205-{count:04}" in pages[-1].text
        assert all((overlapping(page), outside(page)) == ([], []) for page in pages)
    assert f"Trang {len(pages)}/{len(pages)}" in pages[-1].text
    endless = row(1, name=" ".join(f"chữ{number}" for number in range(500)))
    out = BytesIO()
    write(out, replace(TABLE, foot=foot), [endless], A4_LANDSCAPE)
    assert "THỦ TRƯỞNG" in read_pages(out.getvalue())[-1].text


def test_an_opening_a_watermark_and_no_rows() -> None:
    table = replace(TABLE, opening=[paragraph("SỔ THEO DÕI HỒ SƠ", 13, "centre", after=6)], training=True)
    (page,) = read_pages(drawn(0, table))
    assert page.text.index("SỔ THEO DÕI HỒ SƠ") < page.text.index("Mã hồ sơ")
    assert page.text.count("TẬP HUẤN") == 2


def test_loose_accents_are_set_on_their_letters_and_the_same_rows_give_the_same_bytes() -> None:
    loose, composed = BytesIO(), BytesIO()
    write(loose, TABLE, [row(1, note="Đa\u0323t")], A4_LANDSCAPE)
    write(composed, TABLE, [row(1, note="Đạt")], A4_LANDSCAPE)
    assert loose.getvalue() == composed.getvalue()
    assert drawn(60) == drawn(60)
