"""Which scanner and how: what the desk keeps when devices are found, chosen, renamed; what each profile asks for."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.screens.scan.machine import Machine, say_fault
from desktop.stage import Here
from dossiers.office import Devices, ScanProfile
from scanning.drivers import Source
from scanning.errors import Fault
from scanning.events import Device, Failed, Finished, Progress, Waiting
from tests.desktop_screens.conftest import CLERK, OFFICE, Counter
from tests.desktop_screens.feeding import Feeder
from tests.desktop_screens.test_scan import Desk

FOUND = Device("escl", "http://10.0.0.9:80/eSCL#uuid=4509", "Máy quét tầng 1")
MOVED = Device("escl", "http://10.0.0.77:80/eSCL#uuid=4509", "Máy quét tầng 1")
USB = Device("sane", "fujitsu:fi-7160:1", "fi-7160")


@pytest.fixture
def feeder(tmp_path: Path) -> Feeder:
    """A scanner that hears what is asked of it."""
    return Feeder(tmp_path)


@pytest.fixture
def machine(counter: Counter, feeder: Feeder, tmp_path: Path) -> Machine:
    """A desk without any scanner."""
    here = Here(home=tmp_path, clerk=CLERK, office=OFFICE, devices=Devices())
    return Machine(counter.jobs, counter.stage, here, feeder, lambda: None)


def test_what_is_found_is_kept_and_the_first_one_is_chosen(machine: Machine, counter: Counter) -> None:
    machine.find()
    for event in (Progress(30), FOUND, USB, Finished(0)):
        machine.on_found(event)
    assert counter.desk.devices.scanner == FOUND.name
    assert machine.state().scanners == ((FOUND.name, FOUND.label), (USB.name, USB.label))
    assert machine.state().said == "Tìm thấy 2 máy quét."


def test_a_scanner_found_at_another_address_stays_one_scanner_and_stays_chosen(machine: Machine) -> None:
    machine.here.devices = Devices(scanner=FOUND.name, scanners={FOUND.name: FOUND.label})
    machine.find()
    machine.on_found(MOVED)
    assert (machine.here.devices.scanner, machine.here.devices.scanners) == (MOVED.name, {MOVED.name: MOVED.label})


def test_a_scanner_that_is_gone_is_forgotten_and_another_takes_its_place(machine: Machine, counter: Counter) -> None:
    machine.here.devices = Devices(scanner=FOUND.name, scanners={FOUND.name: FOUND.label, USB.name: USB.label})
    machine.forget_scanner(FOUND.name)
    assert (counter.desk.devices.scanner, counter.desk.devices.scanners) == (USB.name, {USB.name: USB.label})
    machine.forget_scanner("typed by hand")
    assert machine.here.devices.scanner == USB.name
    machine.forget_scanner(USB.name)
    assert (counter.desk.devices.scanner, counter.desk.devices.scanners) == ("", {})
    assert machine.request() is None


def test_a_camera_is_offered_and_never_chosen_by_itself(machine: Machine) -> None:
    machine.find()
    machine.on_found(Device("camera", "camera:0", "Máy chụp 0"))
    assert (machine.here.devices.scanner, machine.state().scanners) == ("", (("camera:0", "Máy chụp 0"),))
    machine.choose_scanner("camera:0")
    request = machine.request()
    assert request is not None
    assert request.driver == "camera"


def test_a_device_that_cannot_do_both_sides_is_not_asked_for_its_glass(counter: Counter, tmp_path: Path) -> None:
    desk = Desk(counter, tmp_path)
    desk.presenter.machine.choose_profile(1)
    desk.presenter.scan()
    desk.feeder.running = False
    desk.presenter.on_event(Failed(Fault.UNSUPPORTED, 0))
    assert len(desk.feeder.requests) == 1
    assert desk.view.state.feeder.fault.startswith("Máy quét không làm được kiểu quét đã chọn.")


def test_a_search_says_how_far_it_is_and_stops_when_asked_again(machine: Machine, feeder: Feeder) -> None:
    machine.find()
    machine.on_found(Progress(42))
    assert machine.state().said == "Đang tìm… 42%"
    machine.find()
    assert feeder.searches == ["", "stop"]
    machine.on_found(Finished(0, cancelled=True))
    assert not machine.state().finding


def test_a_search_that_finds_nothing_or_fails_says_what_to_do(machine: Machine) -> None:
    machine.find()
    machine.on_found(Finished(0))
    assert machine.state().said == "Chưa thấy máy quét nào. Bật máy, cắm lại dây rồi bấm Tìm máy quét."
    machine.find("10.0.0.9")
    machine.on_found(Failed(Fault.NO_ANSWER, 0))
    assert machine.state().said.startswith("Máy quét không trả lời")


def test_the_answer_of_another_search_is_not_taken_for_ones_own(machine: Machine) -> None:
    machine.on_found(FOUND)
    assert machine.state().scanners == ()


def test_a_device_with_a_new_address_takes_the_place_of_its_old_name(machine: Machine, counter: Counter) -> None:
    machine.here.devices = Devices(scanner=FOUND.name, scanners={USB.name: USB.label, FOUND.name: FOUND.label})
    machine.renamed(MOVED)
    kept = counter.desk.devices
    assert (kept.scanner, kept.scanners) == (MOVED.name, {USB.name: USB.label, MOVED.name: MOVED.label})


def test_the_watched_folder_is_chosen_like_a_scanner(machine: Machine) -> None:
    machine.here.devices = Devices(scanner=USB.name, watched_folder="/nhan")
    assert machine.state().scanners == ((USB.name, USB.name), ("", "Thư mục /nhan"))
    machine.choose_scanner("")
    request = machine.request()
    assert request is not None
    assert (request.driver, request.paths) == ("folder", ("/nhan",))


def test_a_profile_brings_its_source_sheet_and_sides(machine: Machine) -> None:
    a3 = ScanProfile(purpose="Bản đồ", dpi=400, colour=False, both_sides=True, paper="A3")
    machine.here.devices = Devices(scanner=USB.name, scan_profiles=(a3, replace(a3, purpose="Thẻ", glass=True)))
    asked = machine.request()
    assert asked is not None
    assert (asked.driver, asked.source, asked.resolution_dpi, asked.colour) == ("sane", Source.FEEDER, 400, False)
    assert (asked.both_sides, asked.width_mm, asked.height_mm) == (True, 297, 420)
    assert machine.state().said == "A3 · 400 dpi · xám · hai mặt"
    machine.choose_profile(1)
    asked = machine.request()
    assert asked is not None
    assert (asked.source, asked.both_sides) == (Source.FLATBED, False), "a glass has one side"


def test_nothing_to_scan_with_asks_for_nothing(machine: Machine) -> None:
    assert machine.request() is None


@pytest.mark.parametrize("fault", list(Fault))
def test_every_fault_says_what_is_held_and_what_to_press(fault: Fault) -> None:
    said = say_fault(fault, next_page=4, pages_held=3)
    assert "3 trang đã giữ." in said
    assert ("trang 4" in said) is (fault in {Fault.TORN_PAGE, Fault.CORRUPT_PAGE})


def test_a_scanner_that_is_not_ready_is_said_while_the_desk_waits(counter: Counter, tmp_path: Path) -> None:
    desk = Desk(counter, tmp_path)
    desk.presenter.on_event(Waiting(Fault.BUSY))
    assert desk.view.state.feeder.said == "Máy quét đang bận việc khác. Đang chờ máy."
