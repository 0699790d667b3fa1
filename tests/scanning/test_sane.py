"""SANE scanners through real scanimage: glass, feeder, every status, real page images, and the device's limits."""

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from scanning.drivers import ScannedPage, ScanRequest, Source, Watch, sane
from scanning.drivers.pnm import find_header, whole_rows
from scanning.drivers.sane import SaneDriver
from scanning.drivers.sane_options import choose_arguments, parse_options
from scanning.errors import Fault, ScanError
from scanning.events import Progress
from scanning.picture import decode, encode_pnm
from tests.scanning.paper import Slip, draw_slip, scanned

pytestmark = pytest.mark.usefixtures("sane")

STATUSES = {
    "JAMMED": Fault.JAM,
    "NO_DOCS": Fault.NO_DOCS,
    "COVER_OPEN": Fault.COVER_OPEN,
    "DEVICE_BUSY": Fault.BUSY,
    "IO_ERROR": Fault.IO_ERROR,
    "UNSUPPORTED": Fault.UNSUPPORTED,
    "NO_MEM": Fault.NO_MEMORY,
    "ACCESS_DENIED": Fault.ACCESS_DENIED,
    "EOF": Fault.TORN_PAGE,
}


def scan(told: list[object] | None = None, **wish: object) -> Iterator[ScannedPage]:
    request = ScanRequest(driver="sane", **wish)  # type: ignore[arg-type]
    return SaneDriver().scan(request, Watch(threading.Event(), (told if told is not None else []).append))


def test_lists_the_scanners_that_answer() -> None:
    assert {device.name for device in SaneDriver().find(Watch(threading.Event(), print))} >= {"test:0", "pnm:0"}


def test_network_scanners_are_left_to_the_driver_that_loses_no_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = "escl:http://10.0.0.9:80\tMáy A\nairscan:e0:Máy A\tMáy A\nairscan:w0:Máy B\tMáy B\ntest:0\tTest\n"
    monkeypatch.setattr(sane, "_scanimage", lambda *_: listed)
    watch = Watch(threading.Event(), print)
    assert [device.name for device in SaneDriver().find(watch)] == ["airscan:w0:Máy B", "test:0"]
    [asked_for] = SaneDriver().find(watch, "escl:http://10.0.0.9:80")
    assert asked_for.label == "Máy A"


def test_glass_gives_one_page_at_the_asked_resolution() -> None:
    told: list[object] = []
    [page] = scan(told, device="test:0", resolution_dpi=200)
    assert page.dpi == 200
    assert (page.width_px, page.height_px) == (int(210 / 25.4 * 200), int(297 / 25.4 * 200))
    assert decode(page.data).shape == (page.height_px, page.width_px, 3)
    assert told[-1] == Progress(100)


def test_feeder_gives_all_ten_sheets_and_ends_without_fault() -> None:
    pages = list(scan(device="test:0", source=Source.FEEDER, resolution_dpi=200))
    assert len(pages) == 10
    assert all(decode(page.data).shape[0] == page.height_px for page in pages)


@pytest.mark.parametrize("source", list(Source))
@pytest.mark.parametrize("status", STATUSES)
def test_every_device_status_is_named(status: str, source: Source) -> None:
    options = {"read-return-value": f"SANE_STATUS_{status}"}
    with pytest.raises(ScanError) as caught:
        list(scan(device="test:0", source=source, options=options))
    assert caught.value.fault is STATUSES[status]


def test_a_missing_device_is_named() -> None:
    with pytest.raises(ScanError) as caught:
        list(scan(device="test:9"))
    assert caught.value.fault is Fault.NO_DEVICE


def test_a_flatbed_without_feeder_says_so() -> None:
    with pytest.raises(ScanError) as caught:
        list(scan(device="pnm:0", source=Source.FEEDER))
    assert caught.value.fault is Fault.UNSUPPORTED


def test_a_real_page_comes_through_pixel_for_pixel(tmp_path: Path) -> None:
    paper = scanned(draw_slip(Slip("H26.19.103-261121-0042", "x", 200)), seed=1)
    (tmp_path / "page.ppm").write_bytes(encode_pnm(paper))
    [page] = scan(device="pnm:0", options={"filename": str(tmp_path / "page.ppm")})
    assert np.array_equal(decode(page.data), paper)


def test_a_hand_scanner_of_unknown_length_is_read_whole() -> None:
    [page] = scan(device="test:0", options={"hand-scanner": "yes"})
    assert decode(page.data).shape[:2] == (page.height_px, page.width_px)
    assert page.height_px > 1000


def test_stopping_leaves_no_process_holding_the_device() -> None:
    stopped = threading.Event()
    told: list[object] = []

    def tell(event: object) -> None:
        told.append(event)
        stopped.set()

    slow = {"read-delay": "yes", "read-delay-duration": "100000"}
    request = ScanRequest(driver="sane", device="test:0", options=slow)
    assert list(SaneDriver().scan(request, Watch(stopped, tell))) == []
    assert told
    assert "scanimage" not in _commands_of_children()


def _commands_of_children() -> str:
    """Command names of this process's living children (Linux)."""
    children = Path("/proc/thread-self/children").read_text().split()
    return " ".join(Path(f"/proc/{child}/comm").read_text() for child in children)


LISTING = """
    --mode Lineart|Gray|Color [Gray]
    --resolution 75|100|150|240|600dpi [75]
    --source Flatbed|ADF Duplex|ADF [Flatbed]
    --contrast -100..100% [inactive]
  -l 0..215.9mm [0]
  -x 0..215.9mm [215.9]
  -y 0..297.18mm (in steps of 0.0211639) [297.18]
"""


def test_a_request_is_fitted_to_what_the_device_lists() -> None:
    options = parse_options(LISTING)
    request = ScanRequest(driver="sane", source=Source.FEEDER, height_mm=299)
    arguments, dpi = choose_arguments(options, request)
    assert dpi == 600, "the nearest at or above 300"
    assert arguments == [
        "--source=ADF",
        "--mode=Color",
        "--resolution=600",
        "-x",
        "210",
        "-y",
        "297.18",
    ]


@pytest.mark.parametrize(
    ("options", "arguments"),
    [
        ({"source": "Flatbed|ADF|ADF Duplex"}, ["--source=ADF Duplex"]),
        ({"source": "Flatbed|ADF", "adf-mode": "Simplex|Duplex"}, ["--source=ADF", "--adf-mode=Duplex"]),
    ],
)
def test_both_sides_are_asked_for_in_either_of_the_ways_devices_have(
    options: dict[str, str], arguments: list[str]
) -> None:
    request = ScanRequest(driver="sane", source=Source.FEEDER, both_sides=True)
    assert choose_arguments(options, request)[0] == arguments


@pytest.mark.parametrize(
    ("request_", "fault"),
    [
        (ScanRequest(driver="sane", source=Source.FEEDER, both_sides=True), Fault.UNSUPPORTED),
        (ScanRequest(driver="sane", width_mm=297, height_mm=420), Fault.WRONG_PAPER),
    ],
    ids=["both sides", "A3"],
)
def test_what_the_device_cannot_do_is_named_before_paper_moves(request_: ScanRequest, fault: Fault) -> None:
    with pytest.raises(ScanError) as caught:
        choose_arguments({"source": "Flatbed|ADF", "x": "0..215.9mm [0]", "y": "0..297mm [0]"}, request_)
    assert caught.value.fault is fault


@pytest.mark.parametrize(
    ("listed", "asked", "given"),
    [("75|150|240|600dpi", 200, 240), ("50..250dpi (in steps of 1)", 300, 250), ("auto||75|200|225dpi", 300, 225)],
)
def test_resolution_is_at_or_above_or_the_highest_legal(listed: str, asked: int, given: int) -> None:
    request = ScanRequest(driver="sane", resolution_dpi=asked)
    assert choose_arguments({"resolution": listed}, request)[1] == given


@pytest.mark.parametrize("listed", ["75|100|150dpi", "50..199dpi"])
def test_a_device_that_cannot_reach_200_dpi_is_refused(listed: str) -> None:
    with pytest.raises(ScanError) as caught:
        choose_arguments({"resolution": listed}, ScanRequest(driver="sane"))
    assert caught.value.fault is Fault.UNSUPPORTED


def test_nobody_can_ask_for_less_than_200_dpi() -> None:
    with pytest.raises(ValueError):
        ScanRequest(driver="sane", resolution_dpi=150)


def test_a_sheet_shorter_than_announced_keeps_the_rows_that_came() -> None:
    whole = encode_pnm(np.arange(3 * 40 * 30, dtype=np.uint32).reshape(40, 30, 3).astype(np.uint8))
    header = find_header(whole)
    assert header is not None
    data, short = whole_rows(whole[: header.offset + header.row_bytes * 25 + 7], least_rows=10)
    assert short.height == 25
    assert np.array_equal(decode(data), decode(whole)[:25])


@pytest.mark.parametrize("data", [b"", b"P6\n", b"P6\n30 40\n255\n" + bytes(90), b"garbage" * 100])
def test_a_page_without_rows_is_torn(data: bytes) -> None:
    with pytest.raises(ScanError) as caught:
        whole_rows(data, least_rows=10)
    assert caught.value.fault is Fault.TORN_PAGE
