"""`motcua report`: the office's figures as text, data, PDF and spreadsheet, and one sentence where that cannot be."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.demo.past import CLERK
from tests.console.consoles import Console, desk_of, exports
from tests.printing.pdf_reading import read_pages

ALL = ("--from", "2025-07-01", "--to", "2027-12-31")


def test_the_ministrys_sheet_adds_up(console: Console, home: Path) -> None:
    said = console("report", "--home", home, "--form", "06", *ALL, "--json")
    assert said.code == 0
    total = said.data["sum"]
    assert total["total"] == total["settled"] + total["open"] == sum(each["total"] for each in said.data["lines"])
    with desk_of(home) as desk:
        assert total["received"] == desk.register.counts().total == 12
    plain = console("report", "--home", home, "--form", "06", "--by", "procedure", *ALL)
    assert "Tổng cộng\t12\t" in plain.out
    assert "2.000815" in plain.out


def test_every_figure_carries_its_base(console: Console, home: Path) -> None:
    said = console("report", "--home", home, *ALL)
    assert "tiếp nhận trong kỳ 12 (" in said.out
    assert "tính đến" in said.out
    assert "không tính ở đây" in said.out
    data = console("report", "--home", home, *ALL, "--json").data
    assert {each["slug"] for each in data["indicators"]} >= {"progress", "digitised", "sync"}
    assert data["by_sector"]["sum"] == data["by_channel"]["sum"]
    assert data["offered"] > len(data["never_used"]) > 0


@pytest.mark.parametrize(
    ("form", "words"),
    [("06", "Biểu 06/VPCP/KSTT"), ("766", "Đồng bộ hồ sơ"), ("month", "BÁO CÁO CÔNG VIỆC")],
)
def test_each_form_is_a_pdf_and_a_spreadsheet(
    console: Console, home: Path, tmp_path: Path, form: str, words: str
) -> None:
    pdf, xlsx = tmp_path / "bao-cao.pdf", tmp_path / "bao-cao.xlsx"
    for option, file in (("--pdf", pdf), ("--xlsx", xlsx)):
        said = console("report", "--home", home, "--form", form, *ALL, option, file)
        assert (said.code, said.err) == (0, "")
        assert str(file) in said.out
    assert words in " ".join(" ".join(page.text.split()) for page in read_pages(pdf.read_bytes()))
    rows = list(load_workbook(xlsx).worksheets[0].iter_rows(values_only=True))
    assert len(rows) > 2
    assert any("tính đến" in str(cell).lower() for row in rows for cell in row if cell)
    assert sorted(each.name for each in tmp_path.glob("bao-cao*")) == ["bao-cao.pdf", "bao-cao.xlsx"]


def test_a_file_is_on_record_and_a_look_is_not(console: Console, home: Path, tmp_path: Path) -> None:
    for words in (("--pdf", tmp_path / "a.pdf"), ("--form", "766", "--xlsx", tmp_path / "b.xlsx"), ("--json",), ()):
        assert console("report", "--home", home, "--from", "2026-10-01", "--to", "2026-10-31", *words).code == 0
    days = "1/10–31/10/2026"
    assert exports(home) == [(CLERK.name, f"Chỉ số QĐ 766 {days}"), (CLERK.name, f"Báo cáo công việc {days}")]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--from", "01/10/2026"), "2026-10-01"),
        (("--from", "2026-10-02", "--to", "2026-10-01"), "ngày cuối phải từ ngày đầu"),
        (("--pdf", "/khong/co/bao-cao.pdf"), ""),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    console: Console, home: Path, options: tuple[str, ...], words: str
) -> None:
    assert console("report", "--home", home, *options).refused(words)
    assert console("verify", "--home", home).code == 0
