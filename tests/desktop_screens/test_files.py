"""The scans of a dossier say where they lie, and one the desk let go of is fetched back and shown."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from desktop.bridges.scan import ScanBridge
from desktop.dossier_asks import open_dossier
from desktop.jobs import ImmediateJobs
from desktop.paper_door import DrawnPage, PaperDoor
from desktop.scan_asks import SCREEN_DPI, ScanFile, Where, read_scans
from desktop.screens.dossier.files import describe_file
from desktop.screens.dossier.files_presenter import FilesPresenter, Found
from desktop.screens.dossier.state import describe
from desktop.stage import Here
from desktop.theme.tokens import Tone
from dossiers.attach_scans import attach_scans
from dossiers.dossier import Dossier, Scan
from dossiers.journal import op_key
from dossiers.office import Devices
from dossiers.people import Clerk, Role
from dossiers.receive import receive
from dossiers.result_ready import make_result_ready
from dossiers.store.desk import Desk
from dossiers.store.paper_text import UnreadPage
from scanning.drivers import ScannedPage
from scanning.errors import Fault
from scanning.sentences import SENTENCES
from scanning.spool import seal_page
from sync.province.schema import blob
from tests.desktop_screens.conftest import Counter
from tests.desktop_screens.doors import child_that
from tests.fuzz.doors import one_page_pdf
from tests.scanning.sheets import sheet
from tests.store.homes import OFFICE, HandClock, intake
from tests.sync.provinces import Province, office, synchronise, take_in
from tests.sync.test_pruning import back_up

KEY = bytes(32)
NO_SIDES = ScanBridge(Path("nowhere"), KEY)
HERE = Here(home=Path("nowhere"), clerk=Clerk(name="Thử", role=Role.CLERK), office=OFFICE, devices=Devices())


def pages(count: int) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    canvas = Canvas(file, pagesize=(200, 300))
    for page in range(count):
        canvas.drawString(20, 250, f"{page + 1}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture(scope="module")
def door() -> Iterator[PaperDoor]:
    """One child for all of these tests, as a desk has one for all of its scans."""
    with closing(PaperDoor()) as door:
        yield door


def with_scan(desk: Desk, dossier: Dossier, data: bytes) -> Dossier:
    paper = Scan(sha256=desk.files.put(data), title="Tờ khai", mime="application/pdf", size=len(data), pages=2)
    return desk.do(attach_scans, dossier.id, (paper,))


@dataclass
class Shown:
    """The list and the pages, as far as a test hears them."""

    pages: list[tuple[int, DrawnPage]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    undrawn: list[str] = field(default_factory=list)
    found: Found = ()
    signed: list[str] = field(default_factory=list)

    def say_signatures(self, sentence: str, tone: Tone) -> None:
        """See `FilesView`."""
        del tone
        self.signed.append(sentence)

    def open_pages(self, title: str, first: int, found: Found) -> None:
        """See `FilesView`."""
        assert title.startswith("Tờ khai")
        assert first == min((page.page for page in found), default=0)
        self.found = found

    def show_page(self, number: int, page: DrawnPage) -> None:
        """See `FilesView`."""
        self.pages.append((number, page))

    def say_undrawn(self, sentence: str) -> None:
        """See `FilesView`."""
        self.undrawn.append(sentence)

    def say(self, sentence: str, tone: Tone) -> None:
        """See `FilesView`."""
        del tone
        self.said.append(sentence)


def presenting(counter: Counter, shown: Shown, door: PaperDoor, scans: ScanBridge = NO_SIDES) -> FilesPresenter:
    """Over the desk of a counter."""
    return FilesPresenter(
        jobs=counter.jobs, clock=counter.clock, here=HERE, sides=scans, door=door, view=shown,
        fetched=lambda: None,
    )  # fmt: skip


@dataclass
class LetGo:
    """A desk whose scan lies at its province only."""

    desk: Desk
    province: Province
    clock: HandClock
    dossier: Dossier
    door: PaperDoor
    shown: Shown = field(default_factory=Shown)

    def file(self) -> ScanFile:
        """The one scan, as it stands."""
        return read_scans(self.desk, self.desk.register.get(self.dossier.id))[0]

    def presenter(self, fetched: Callable[[], None] = lambda: None) -> FilesPresenter:
        """Over the real desk and the real line."""
        return FilesPresenter(
            jobs=ImmediateJobs(self.desk), clock=self.clock, here=HERE, sides=NO_SIDES, door=self.door,
            view=self.shown, fetched=fetched,
        )  # fmt: skip


@pytest.fixture
def let_go(tmp_path: Path, door: PaperDoor) -> Iterator[LetGo]:
    clock = HandClock()
    with office(tmp_path, clock) as (desk, province):
        dossier = with_scan(desk, take_in(desk, clock, 1)[0], pages(2))
        desk.do(make_result_ready, dossier.id)
        synchronise(desk, province.url, clock)
        back_up(province, desk, clock)
        clock.forward(days=31)
        synchronise(desk, province.url, clock)
        yield LetGo(desk, province, clock, dossier, door)


def test_a_scan_let_go_of_says_so_and_comes_back_for_a_day(let_go: LetGo) -> None:
    file, fetched = let_go.file(), []
    assert file.where is Where.PROVINCE
    row = describe_file(file)
    assert row.sentence == "Đã lưu ở tỉnh (biên nhận ngày 23/11/2026); máy này không còn giữ."
    assert row.act == "Lấy về và &xem"
    let_go.presenter(lambda: fetched.append(1)).look(file)
    ((number, shown),) = let_go.shown.pages
    assert (number, shown.pages) == (0, 2)
    assert fetched == [1]
    again = let_go.file()
    assert (again.where, again.for_a_day) == (Where.BOTH, True)
    assert "sau một ngày" in describe_file(again).sentence
    now_s = let_go.clock().timestamp()
    os.utime(let_go.desk.files.path(file.scan.sha256), (now_s, now_s))
    let_go.clock.forward(days=2)
    let_go.desk.files.sweep()
    assert let_go.file().where is Where.PROVINCE


def test_the_first_scan_that_bears_the_words_is_shown_with_them_marked(counter: Counter, door: PaperDoor) -> None:
    desk, shown = counter.desk, Shown()
    dossier = with_scan(desk, desk.do(receive, intake()), pages(2))
    files = read_scans(desk, dossier)
    sha = files[0].scan.sha256
    presenter = presenting(counter, shown, door)
    for page, text in enumerate(("Tờ khai", "Sổ đỏ số 36199")):
        words = [(word, at * 1000, 0, at * 1000 + 900, 500) for at, word in enumerate(text.split())]
        desk.paper_text.keep(UnreadPage(sha, page), words)
    presenter.look_for("so do", dossier.id, files)
    (found,) = shown.found
    assert (found.page, found.marks) == (1, ((0, 0, 900, 500), (1000, 0, 1900, 500)))
    presenter.look_for("không có đâu", dossier.id, files)
    assert ([number for number, _ in shown.pages], shown.said[-1]) == ([1], "")


def test_a_scan_is_saved_with_its_words_and_on_record(counter: Counter, door: PaperDoor, tmp_path: Path) -> None:
    desk, saved, target = counter.desk, list[Path](), tmp_path / "tờ khai.pdf"
    dossier = with_scan(desk, desk.do(receive, intake()), pages(2))
    file = read_scans(desk, dossier)[0]
    words = [("Sổ", 1000, 1000, 2000, 1500), ("đỏ", 2200, 1000, 3000, 1500)]
    desk.paper_text.keep(UnreadPage(file.scan.sha256, 0), words)
    presenter = presenting(counter, Shown(), door)
    presenter.save(dossier.code, target, saved.append, lambda why: pytest.fail(why.sentence))
    assert not saved, "nothing is on show"
    presenter.look(file)
    presenter.save(dossier.code, target, saved.append, lambda why: pytest.fail(why.sentence))
    assert saved == [target]
    document = pypdfium2.PdfDocument(target.read_bytes())
    assert "Sổ đỏ" in document[0].get_textpage().get_text_bounded()
    document.close()
    refused: list[str] = []
    presenter.save(dossier.code, tmp_path / "nowhere" / "x.pdf", saved.append, lambda why: refused.append(why.sentence))
    assert (len(saved), len(refused)) == (1, 1)


def test_a_scan_that_no_words_can_be_laid_over_is_saved_as_it_is(
    counter: Counter, door: PaperDoor, tmp_path: Path
) -> None:
    """Another desk's file is taken apart by the child, and what it does to it is no reason to lose the file."""
    desk, saved, data = counter.desk, list[Path](), b"%PDF- spoilt on its way"
    dossier = with_scan(desk, desk.do(receive, intake()), data)
    file = read_scans(desk, dossier)[0]
    desk.paper_text.keep(UnreadPage(file.scan.sha256, 0), [("Sổ", 1000, 1000, 2000, 1500)])
    presenter = presenting(counter, Shown(), door)
    presenter.look(file)
    presenter.save(dossier.code, tmp_path / "a.pdf", saved.append, lambda why: pytest.fail(why.sentence))
    assert [path.read_bytes() for path in saved] == [data]


def test_the_sides_behind_a_scan_are_shown_while_they_are_kept(
    counter: Counter, door: PaperDoor, tmp_path: Path
) -> None:
    dossier = with_scan(counter.desk, counter.desk.do(receive, intake()), pages(2))
    file = read_scans(counter.desk, dossier)[0]
    scans, shown = ScanBridge(tmp_path, KEY), Shown()
    side = seal_page(tmp_path, ScannedPage(sheet(1), 787, 1102, 200), KEY)
    assert side is not None
    scans.put_by([side], file.scan.sha256)
    presenter = presenting(counter, shown, door, scans)
    presenter.look_behind(file)
    ((number, drawn),) = shown.pages
    assert (number, drawn.pages, drawn.width_px) == (0, 1, round(787 * SCREEN_DPI / 200))
    (kept,) = scans.sides_behind(file.scan.sha256)
    kept.path.write_bytes(b"spoilt")
    presenter.look_behind(file)
    kept.path.unlink()
    presenter.look_behind(file)
    assert len(shown.pages) == 1
    assert "Bản gốc không còn ở máy này" in shown.said[-1]
    assert shown.undrawn == [str(SENTENCES[Fault.SPOOL_UNREADABLE])]


def test_without_a_line_or_the_file_it_says_what_is_safe(let_go: LetGo) -> None:
    file = let_go.file()
    with let_go.province.database.writing("") as connection:
        connection.execute(blob.update().values(unit="H99.999"))
    let_go.presenter().look(file)
    assert let_go.shown.said[-1] == (
        "Chưa lấy lại được tệp quét này. Bản đã có biên nhận vẫn nằm ở tỉnh; thử lại sau, hoặc báo cán bộ tỉnh."
    )
    let_go.province.close()
    let_go.presenter().look(file)
    assert "an toàn" in let_go.shown.said[-1]
    assert (let_go.shown.pages, let_go.shown.undrawn) == ([], [])
    assert let_go.file().where is Where.PROVINCE


def test_a_scan_of_this_desk_waits_is_read_and_when_lost_is_to_be_scanned_again(
    counter: Counter, door: PaperDoor
) -> None:
    desk = counter.desk
    dossier = with_scan(desk, desk.do(receive, intake()), pages(1))
    (file,) = read_scans(desk, dossier)
    assert (file.where, describe_file(file).place) == (Where.HERE, "Máy này, chờ gửi")
    shown = Shown()
    presenter = presenting(counter, shown, door)
    presenter.look(file)
    assert shown.pages[0][1].pages == 1
    desk.files.path(file.scan.sha256).unlink()
    (lost,) = read_scans(desk, dossier)
    row = describe_file(lost)
    assert (lost.where, row.act, row.tone) == (Where.LOST, "", Tone.BAD)
    assert "Quét lại" in row.sentence
    presenter.look(file)
    assert shown.said[-1] == "Không thấy tệp này trên máy."


@pytest.mark.parametrize("data", [b"%PDF- rubbish", one_page_pdf(20_000), one_page_pdf(1_000_000), b"no picture"])
def test_a_scan_another_desk_made_to_fill_the_memory_is_refused_in_words(
    data: bytes, counter: Counter, door: PaperDoor
) -> None:
    """A page of seven metres was drawn in the window's own process: five gigabytes."""
    dossier, shown = with_scan(counter.desk, counter.desk.do(receive, intake()), data), Shown()
    presenting(counter, shown, door).look(read_scans(counter.desk, dossier)[0])
    assert shown.pages == []
    assert shown.undrawn[0] in {str(SENTENCES[fault]) for fault in (Fault.FILE_UNREADABLE, Fault.FILE_KIND)}


def test_pages_are_drawn_as_they_are_turned_to_and_one_that_kills_its_child_may_be_tried_again(
    counter: Counter, tmp_path: Path
) -> None:
    """The child dies over the second page, once: the window says so, and trying again shows it."""
    dossier, shown = with_scan(counter.desk, counter.desk.do(receive, intake()), pages(3)), Shown()
    with closing(PaperDoor(child_that("import os; os.abort()", tmp_path, on_page=1))) as door:
        presenter = presenting(counter, shown, door)
        presenter.look(read_scans(counter.desk, dossier)[0])
        for number in (1, 1, 2):
            presenter.turn(number)
    assert [number for number, _ in shown.pages] == [0, 1, 2]
    assert shown.undrawn == [str(SENTENCES[Fault.DRAWING_DIED])]


def test_a_held_deed_is_said_on_its_dossier(counter: Counter) -> None:
    desk = counter.desk
    dossier = desk.do(receive, intake())
    (line,) = desk.journal.of(dossier.id)
    desk.wire.hold(op_key(desk.journal.epochs()[-1].device, line), "Thiếu số định danh.")
    notices = describe(open_dossier(desk, dossier.id), counter.clock()).notices
    assert notices[:2] == ("Tỉnh chưa nhận: Thiếu số định danh.", "Sửa xong, bấm Đã xử lý ở Đồng bộ (F12).")
