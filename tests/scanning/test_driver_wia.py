"""WIA with the habits of real drivers: codes for faults, properties that are missing or throw, bitmaps only."""

import threading
from collections.abc import Iterator

import cv2
import numpy as np
import pytest

from scanning.drivers import ScannedPage, ScanRequest, Source, Watch
from scanning.drivers import wia as wia_driver
from scanning.drivers.wia import WiaDriver
from scanning.drivers.wia_faults import FAULTS
from scanning.errors import Fault, ScanError
from scanning.events import Device, Waiting
from scanning.picture import decode
from tests.scanning.fake_wia import DEVICE_ID, FakeWia
from tests.scanning.sheets import number_of, sheet


def scan(machine: FakeWia, told: list[object] | None = None, **wish: object) -> Iterator[ScannedPage]:
    """Pages from its feeder at 300 dpi unless wished otherwise."""
    wishes: dict[str, object] = {"source": Source.FEEDER, **wish}
    request = ScanRequest(driver="wia", device=DEVICE_ID, **wishes)  # type: ignore[arg-type]
    watch = Watch(threading.Event(), (told if told is not None else []).append)
    return WiaDriver(machine.manager).scan(request, watch)


def as_bmp(jpeg: bytes) -> bytes:
    """The same picture as the one format every WIA driver must have."""
    return bytes(cv2.imencode(".bmp", decode(jpeg))[1])


def test_scanners_are_found_and_cameras_left_out() -> None:
    watch = Watch(threading.Event(), lambda _: None)
    assert list(WiaDriver(FakeWia().manager).find(watch)) == [Device("wia", DEVICE_ID, "Máy quét thử")]


@pytest.mark.parametrize("code", [*FAULTS, 0x80004005, 0x80210067])
def test_every_code_after_two_pages_is_a_fault_but_the_empty_feeder(code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wia_driver, "_WARM_UP_PAUSE_S", 0)
    machine = FakeWia([sheet(1), sheet(2), *[code] * 99])
    pages: list[ScannedPage] = []
    fault = None
    try:
        pages.extend(scan(machine))
    except ScanError as error:
        fault = error.fault
    assert [number_of(page.data) for page in pages] == [1, 2]
    assert fault is (None if code == 0x80210003 else FAULTS.get(code, Fault.IO_ERROR))


def test_a_lamp_that_warms_up_is_waited_for_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wia_driver, "_WARM_UP_PAUSE_S", 0)
    told: list[object] = []
    pages = list(scan(FakeWia([0x80210007, 0x80210007, sheet(1)]), told))
    assert [number_of(page.data) for page in pages] == [1]
    assert told == [Waiting(Fault.BUSY)] * 2


def test_a_driver_with_bitmaps_only_gives_the_same_pages() -> None:
    pages = list(scan(FakeWia([sheet(1), sheet(2)], only_bmp=as_bmp)))
    assert [number_of(page.data) for page in pages] == [1, 2]
    assert np.array_equal(decode(pages[0].data), decode(sheet(1)))


def test_a_device_that_lets_nobody_choose_has_a_glass_and_no_feeder() -> None:
    machine = FakeWia([sheet(1)])
    del machine.device_values["3088"]
    with pytest.raises(ScanError) as caught:
        list(scan(machine))
    assert caught.value.fault is Fault.UNSUPPORTED
    [page] = scan(machine, source=Source.FLATBED)
    assert number_of(page.data) == 1


def test_properties_that_throw_are_left_as_the_driver_has_them() -> None:
    machine = FakeWia([sheet(1)], throwing=frozenset({"6147", "6148", "6149", "6151", "4103", "3096"}))
    machine.item_values |= {"6147": 240, "6148": 240}
    [page] = scan(machine)
    assert page.dpi == 240, "the resolution it really has"


def test_a_driver_stuck_under_200_dpi_is_refused_before_paper_moves() -> None:
    machine = FakeWia([sheet(1)], throwing=frozenset({"6147", "6148"}))
    machine.item_values |= {"6147": 150}
    with pytest.raises(ScanError) as caught:
        list(scan(machine))
    assert caught.value.fault is Fault.UNSUPPORTED
    assert len(machine.transfers) == 1


def test_the_request_reaches_the_driver_in_its_own_units() -> None:
    machine = FakeWia([sheet(1)])
    list(scan(machine, colour=False, both_sides=True, width_mm=148, height_mm=210))
    assert (machine.device_values["3088"], machine.device_values["3096"]) == (5, 1), (
        "feeder and both sides, by one page"
    )
    assert [machine.item_values[name] for name in ("6147", "6151", "6152", "4103")] == [300, 1748, 2480, 2]


def test_an_empty_last_picture_is_the_end_and_a_spoilt_one_is_not() -> None:
    assert len(list(scan(FakeWia([sheet(1), b""])))) == 1
    for spoilt in (b"BM" + bytes(200), b"\xff\xd8\xff" + bytes(200)):
        with pytest.raises(ScanError) as caught:
            list(scan(FakeWia([sheet(1), spoilt])))
        assert caught.value.fault is Fault.CORRUPT_PAGE


def test_every_batch_has_a_device_object_of_its_own() -> None:
    """A driver that has served its feeder once does not switch to its glass (naps2 issue 681)."""
    machine = FakeWia([sheet(1)])
    list(scan(machine))
    machine.transfers = [sheet(2)]
    list(scan(machine, source=Source.FLATBED))
    assert machine.connected == 2


def test_a_bug_of_ours_is_not_taken_for_a_fault_of_the_device() -> None:
    def broken() -> object:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(WiaDriver(broken).find(Watch(threading.Event(), lambda _: None)))
