"""The list on show, printed as the register and written as a spreadsheet: whole, told as it goes, stoppable."""

from pathlib import Path

import pytest

from desktop.screens.register.output import Output
from desktop.screens.register.progress import Progress
from dossiers.open_list import sheet_rows
from dossiers.register_table import HEADINGS
from dossiers.result_ready import make_result_ready
from dossiers.void import void
from tests.desktop_screens.conftest import Counter
from tests.desktop_screens.register_desk import HeardView, keys_of, take_in

STOP_AFTER = 500
"""The spreadsheet looks up from its work so often."""


class StoppingView(HeardView):
    """A clerk who presses stop at once."""

    def show_progress(self, progress: Progress, words: str) -> None:
        """See `OutputView`."""
        progress.stop = True
        super().show_progress(progress, words)


def output(counter: Counter, view: HeardView) -> Output:
    """The long work of the register at a desk."""
    return Output(**counter.services, slips=counter.slips, view=view)


def test_a_spreadsheet_holds_the_list_in_its_order(counter: Counter, tmp_path: Path) -> None:
    view, file = HeardView(), tmp_path / "so.xlsx"
    first, second, third = (take_in(counter, name) for name in ("=Một", "Hai", "Ba"))
    counter.desk.do(make_result_ready, second.id, "Bản sao", "Tủ B")
    counter.desk.do(void, third.id, "nhập nhầm")
    output(counter, view).export(keys_of(counter, [third, first, second]), file)
    headings, *rows = sheet_rows(file)
    assert headings == HEADINGS
    assert [row[0] for row in rows] == [third.code, first.code, second.code]
    at = {heading: place for place, heading in enumerate(HEADINGS)}
    assert rows[1][at["Chủ hồ sơ"]] == "=Một"
    assert rows[1][at["Ai đang giữ"]] == "Trần Thị Hạnh"
    assert (rows[0][at["Tình trạng"]], rows[0][at["Ghi chú"]]) == ("Đã hủy", "nhập nhầm")
    assert (rows[2][at["Tình trạng"]], bool(rows[2][at["Có kết quả"]])) == ("Có kết quả", True)
    assert counter.stage.said == ["Đã ghi 3 hồ sơ ra bảng tính."]
    assert view.progress[0].ended


def test_a_stopped_spreadsheet_leaves_the_old_file(counter: Counter, tmp_path: Path) -> None:
    file = tmp_path / "so.xlsx"
    file.write_bytes(b"cu")
    keys = keys_of(counter, [take_in(counter, "Một")]) * (STOP_AFTER + 1)
    output(counter, StoppingView()).export(keys, file)
    assert (file.read_bytes(), [path.name for path in tmp_path.glob("*.xlsx*")]) == (b"cu", ["so.xlsx"])
    assert "Đã dừng" in counter.stage.complaints[0]


def test_a_folder_that_is_gone_is_said_and_nothing_lost(counter: Counter, tmp_path: Path) -> None:
    view = HeardView()
    output(counter, view).export(keys_of(counter, [take_in(counter, "Một")]), tmp_path / "khong-co" / "so.xlsx")
    assert "Không ghi được" in counter.stage.complaints[0]
    assert view.progress[0].ended


def test_the_register_is_printed_in_the_order_of_reception(counter: Counter) -> None:
    import pypdfium2

    dossiers = [take_in(counter, name) for name in ("Một", "Hai", "Ba")]
    counter.clock.now = counter.clock.now.replace(month=12)
    late = take_in(counter, "Tháng Sau")
    output(counter, HeardView()).print_register([*reversed(keys_of(counter, [*dossiers, late]))])
    (job,) = counter.desk.prints.waiting()
    with pypdfium2.PdfDocument(counter.desk.prints.pdf(job.id)) as pdf:
        words = " ".join("".join(page.get_textpage().get_text_bounded() for page in pdf).split())
    assert "ngày 23/11/2026 đến ngày 23/12/2026" in words
    places = [words.index(each.owner.name) for each in (*dossiers, late)]
    assert places == sorted(places)
    assert (job.form, job.title) == ("register", "Sổ theo dõi 4 hồ sơ")


def test_a_stopped_register_is_not_queued(counter: Counter) -> None:
    keys = keys_of(counter, [take_in(counter, "Một")]) * 60
    output(counter, StoppingView()).print_register(keys)
    assert counter.forms() == []
    assert "Đã dừng" in counter.stage.complaints[0]


@pytest.mark.parametrize("count", [0, 1])
def test_who_holds_it_is_empty_once_it_is_out_of_the_house(counter: Counter, count: int) -> None:
    from dossiers.dossier import Receiver
    from dossiers.register_table import line
    from dossiers.return_result import Returned, return_result

    dossier = take_in(counter, "Một")
    if count:
        counter.desk.do(make_result_ready, dossier.id)
        dossier = counter.desk.do(return_result, dossier.id, Returned(receiver=Receiver.OWNER, name="Một"))
    cells = dict(zip(HEADINGS, line(dossier, counter.clock()), strict=True))
    assert (cells["Ai đang giữ"] == "", bool(cells["Đã trả"])) == (bool(count), bool(count))
