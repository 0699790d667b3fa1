"""What happens to scanned pages, from the feeder to the dossier: nothing is dropped, nothing is named too early."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.screens.scan.binding import say_large
from desktop.screens.scan.pile import Page, Pile, scan_of
from desktop.screens.scan.presenter import ScanPresenter
from desktop.screens.scan.state import ScanState
from desktop.stage import Here
from dossiers.dossier import Appointment, Dossier, PaperLine
from dossiers.office import Devices
from dossiers.people import Person
from dossiers.receive import Intake, receive
from scanning.drivers import Source
from scanning.errors import Fault
from scanning.events import Failed, FileRefused, Finished, PageRead
from tests.desktop_screens.conftest import CLERK, OFFICE, Counter
from tests.desktop_screens.feeding import Feeder


class HeardView:
    """A screen that remembers what it was shown."""

    def __init__(self) -> None:
        self.state: ScanState
        self.pictures: list[tuple[Page, bytes]] = []

    def present(self, state: ScanState) -> None:
        """See `ScanView.present`."""
        self.state = state

    def show_picture(self, page: Page, jpeg: bytes) -> None:
        """See `ScanView.show_picture`."""
        self.pictures.append((page, jpeg))


class Desk:
    """One dossier with two papers, and the scan screen aimed at it."""

    def __init__(self, counter: Counter, folder: Path) -> None:
        self.counter, self.feeder, self.view = counter, Feeder(folder), HeardView()
        intake = Intake(
            procedure_code="2.000815", owner=Person(name="Đặng Văn Khuể"), fees=(),
            papers=(PaperLine(name="Tờ khai"), PaperLine(name="Bản chính")), appointment=Appointment(due_at=None),
        )  # fmt: skip
        self.taken: Dossier = counter.desk.do(receive, intake)
        here = Here(home=folder, clerk=CLERK, office=OFFICE, devices=Devices(scanner="test:0"))
        self.presenter = ScanPresenter(
            jobs=counter.jobs, stage=counter.stage, here=here, scanner=self.feeder, view=self.view
        )

    def feed(self, *shades: int) -> None:
        """Pages come out of the machine, and it stops."""
        for shade in shades:
            self.presenter.on_event(self.feeder.page(shade))
        self.feeder.running = False
        self.presenter.on_event(Finished(len(shades)))

    def scans(self) -> list[tuple[str, int]]:
        """Title and pages of what the dossier holds."""
        scans = self.counter.desk.register.get(self.taken.id).scans
        assert all(self.counter.desk.files.has(scan.sha256) for scan in scans)
        return [(scan.title, scan.pages) for scan in scans]


@pytest.fixture
def desk(counter: Counter, tmp_path: Path) -> Desk:
    """The scan screen with an empty spool."""
    folder = tmp_path / "spool"
    folder.mkdir()
    return Desk(counter, folder)


def test_pages_go_to_their_papers_and_leave_the_spool(desk: Desk) -> None:
    desk.presenter.enter(desk.taken.id)
    desk.feed(250, 200, 150)
    assert [page.read.number for page, _ in desk.view.pictures] == [1, 1, 2, 2, 3, 3]
    desk.presenter.pages.assign(1)
    desk.presenter.pages.assign(0)
    desk.presenter.pages.assign(1)
    assert desk.view.state.papers == (("Tờ khai", 1), ("Bản chính", 2))
    desk.presenter.save()
    assert desk.scans() == [("Tờ khai", 1), ("Bản chính", 2)]
    assert desk.feeder.kept() == []
    scans = desk.counter.desk.register.get(desk.taken.id).scans
    assert [len(desk.feeder.originals.of(scan.sha256)) for scan in scans] == [1, 2]
    assert desk.counter.desk.wire.files_of_open_work() == {scan.sha256 for scan in scans}
    assert desk.counter.stage.opened[-1] == ("dossier", {"dossier_id": desk.taken.id})


def test_a_dossier_seen_to_be_the_wrong_one_right_after_gives_its_scans_back(desk: Desk) -> None:
    desk.presenter.enter(desk.taken.id)
    desk.feed(250)
    desk.presenter.save()
    stage = desk.counter.stage
    assert stage.said[-1] == f"Đã gắn 1 bản quét vào {desk.taken.code}|Hoàn tác|30"
    assert stage.undo is not None
    stage.undo()
    after = desk.counter.desk.register.get(desk.taken.id)
    assert (after.scans_in_force, len(after.scans)) == ((), 1)
    assert stage.said[-1].startswith(f"Đã gỡ 1 bản quét khỏi {desk.taken.code}. Tệp và lý do vẫn được giữ")
    assert stage.opened[-1] == ("dossier", {"dossier_id": desk.taken.id, "scans": True})


def test_pages_of_a_result_are_marked_as_it(desk: Desk) -> None:
    desk.presenter.enter(desk.taken.id, result=True)
    desk.feed(250, 200)
    assert (desk.view.state.target, desk.view.state.papers) == (f"kết quả của {desk.taken.code}", ())
    desk.presenter.save()
    (scan,) = desk.counter.desk.register.get(desk.taken.id).scans
    assert (scan.title, scan.pages, scan.paper, scan.result) == ("Kết quả", 2, None, True)


def test_pages_of_an_intake_travel_with_it(desk: Desk) -> None:
    desk.presenter.enter(papers=("Tờ khai",))
    desk.feed(250)
    desk.presenter.save()
    screen, what = desk.counter.stage.opened[-1]
    assert screen == "intake"
    (scan,) = what["scans"]
    assert (scan.title, desk.counter.desk.files.has(scan.sha256)) == ("Giấy tờ khác", True)


def test_a_machine_that_dies_keeps_its_pages_and_goes_on(desk: Desk) -> None:
    desk.presenter.enter(desk.taken.id)
    desk.presenter.on_event(desk.feeder.page(250))
    desk.presenter.on_event(Failed(Fault.WORKER_DIED, 1))
    assert "1 trang đã giữ." in desk.view.state.feeder.fault
    desk.presenter.scan()
    assert desk.view.state.feeder.fault == ""
    desk.feed(200)
    desk.presenter.save()
    assert desk.scans() == [("Giấy tờ khác", 2)]


def test_a_page_that_took_too_long_is_still_named_when_the_others_have_come(desk: Desk) -> None:
    desk.presenter.bring_in(("đơn.pdf",))
    desk.presenter.on_event(FileRefused("/mnt/usb/đơn.pdf", Fault.PAGE_TOO_SLOW, 2))
    desk.feed(250, 200)
    assert desk.view.state.feeder.said == "Đã quét 2 trang."
    assert desk.view.state.feeder.refused == (
        "đơn.pdf, trang 2: Trang này mở quá 30 giây nên được bỏ qua. Tệp gốc vẫn nằm nguyên chỗ cũ, các trang khác vẫn "
        "được nhận. In trang đó ra giấy rồi bấm Quét, hoặc chụp lại rồi bấm Nhập tệp."
    )
    desk.presenter.bring_in(("đơn.pdf",))
    assert desk.view.state.feeder.refused == ""


def test_pages_left_from_before_are_offered(desk: Desk) -> None:
    desk.feeder.page(250)
    desk.presenter.enter(desk.taken.id)
    assert desk.view.state.feeder.said == "Máy này còn giữ 1 trang đã quét."
    assert len(desk.view.state.pile.pages) == 1


def test_a_device_without_a_feeder_uses_its_glass(desk: Desk) -> None:
    desk.presenter.scan()
    desk.feeder.running = False
    desk.presenter.on_event(Failed(Fault.UNSUPPORTED, 0))
    assert [request.source for request in desk.feeder.requests] == [Source.FEEDER, Source.FLATBED]


def test_a_dropped_page_comes_back_with_undo(desk: Desk) -> None:
    desk.presenter.enter(desk.taken.id)
    desk.feed(250, 200)
    desk.presenter.pages.drop()
    assert len(desk.view.state.pile.pages) == 1
    undo = desk.counter.stage.undo
    assert undo is not None
    undo()
    desk.presenter.save()
    assert desk.scans() == [("Giấy tờ khác", 2)]


def test_an_altered_page_stops_the_save_and_loses_nothing(desk: Desk) -> None:
    desk.presenter.enter(desk.taken.id)
    desk.feed(250)
    (page,) = desk.feeder.kept()
    page.path.write_bytes(page.path.read_bytes()[:-1] + b"\0")
    desk.presenter.save()
    assert desk.scans() == []
    assert len(desk.feeder.kept()) == 1
    assert desk.view.state.may_save


def test_files_over_the_ceiling_are_told_of() -> None:
    scans = tuple(scan_of("00" * 32, "Tờ khai", size, 1, None) for size in (5_999_999, 6_000_001))
    assert say_large(scans, 6) == (
        "Đã giữ đủ bản quét. 1 tệp vẫn lớn hơn 6 MB dù đã nén thêm; nếu cổng không nhận, hãy quét lại và chia thành "
        "nhiều giấy tờ."
    )
    assert say_large(scans, 7) == ""
    assert say_large(scans, 0) == ""


def test_a_slip_chooses_the_dossier(desk: Desk) -> None:
    desk.feed(250)
    assert not desk.view.state.may_save
    desk.presenter.aim_at(desk.taken.code)
    assert (desk.view.state.target, desk.view.state.may_save) == (desk.taken.code, True)


@pytest.mark.parametrize(
    ("change", "files"),
    [
        (lambda pile: pile.drop(), ["b", "c"]),
        (lambda pile: pile.look_at(9).drop(), ["a", "b"]),
        (lambda pile: pile.assign(0).drop(), ["a", "c"]),
        (lambda pile: pile.move(0, 1), ["b", "a", "c"]),
        (lambda pile: pile.look_at(2).move(2, 0), ["c", "a", "b"]),
        (lambda pile: pile.set_aside(pile.pages[1]).take_back(Page(read=read("b"))), ["a", "c", "b"]),
        (lambda pile: pile.cut(), ["a", "a", "b", "c"]),
        (lambda pile: pile.join(), ["a", "c"]),
        (lambda pile: pile.exchange(pile.pages[0], Page(read=read("d"))), ["d", "b", "c"]),
        (lambda pile: pile.add((read("a"), read("e"))), ["a", "b", "c", "e"]),
    ],
)
def test_the_pile_keeps_its_order(change: Callable[[Pile], Pile], files: list[str]) -> None:
    pile: Any = change(Pile().add((read("a"), read("b"), read("c"))))
    assert [page.read.file for page in pile.pages] == files
    assert 0 <= pile.current < len(pile.pages)


def read(file: str) -> PageRead:
    """A page that was read."""
    return PageRead(1, file, 10, 10, 300)
