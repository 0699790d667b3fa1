"""Serial readers over a pty pair: whole lines, split bytes, no terminator, twins, unplug and replug."""

import os
import threading
import time
import tty
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from scanning.readers import ScanLines, SerialReader, find_reader_ports

CARD = "036301000001||Đặng Thị Ỷ Lan|01012001|Nữ|Xóm Ụ, Nghĩa Hưng, Ninh Bình|01072024"
DEADLINE_S = 10


class Desk:
    """What the reader told, waited for."""

    def __init__(self) -> None:
        self.scans: list[str] = []
        self.states: list[bool] = []
        self._told = threading.Condition()

    def on_scan(self, text: str) -> None:
        with self._told:
            self.scans.append(text)
            self._told.notify_all()

    def on_state(self, connected: bool) -> None:
        with self._told:
            self.states.append(connected)
            self._told.notify_all()

    def until(self, reached: Callable[[], bool]) -> None:
        with self._told:
            assert self._told.wait_for(reached, DEADLINE_S), (self.scans, self.states)


class Plug:
    """A reader's USB end: a pty whose slave is reached through a name that comes and goes."""

    def __init__(self, name: Path) -> None:
        self.name = name
        self.plug_in()

    def plug_in(self) -> None:
        self._ours, theirs = os.openpty()
        tty.setraw(theirs)
        self.name.symlink_to(os.ttyname(theirs))
        self._theirs = theirs

    def send(self, data: bytes) -> None:
        os.write(self._ours, data)

    def pull(self) -> None:
        self.name.unlink()
        os.close(self._theirs)
        os.close(self._ours)


@pytest.fixture
def plug(tmp_path: Path) -> Plug:
    return Plug(tmp_path / "reader")


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def reader(plug: Plug, desk: Desk) -> Iterator[SerialReader]:
    reader = SerialReader(desk.on_scan, desk.on_state, port=str(plug.name))
    reader.start()
    desk.until(lambda: desk.states == [True])
    yield reader
    reader.close()


@pytest.mark.usefixtures("reader")
def test_codes_and_cards_arrive_whole(plug: Plug, desk: Desk) -> None:
    for line in (b"H26.19.103-261121-0042\r\n", CARD.encode() + b"\r", b"H26.19.103-261121-0043\n"):
        plug.send(line)
    desk.until(lambda: len(desk.scans) == 3)
    assert desk.scans == ["H26.19.103-261121-0042", CARD, "H26.19.103-261121-0043"]


@pytest.mark.usefixtures("reader")
def test_a_reader_without_terminator_is_heard_after_a_silence(plug: Plug, desk: Desk) -> None:
    plug.send(b"H26.19.103-261121-0044")
    desk.until(lambda: desk.scans == ["H26.19.103-261121-0044"])


def test_unplugged_and_plugged_again_it_goes_on(plug: Plug, desk: Desk, reader: SerialReader) -> None:
    plug.send(b"FIRST-1\r")
    desk.until(lambda: desk.scans == ["FIRST-1"])
    plug.pull()
    desk.until(lambda: desk.states == [True, False])
    plug.plug_in()
    desk.until(lambda: desk.states == [True, False, True])
    plug.send(b"SECOND-2\r")
    desk.until(lambda: desk.scans == ["FIRST-1", "SECOND-2"])
    asked_at = time.monotonic()
    reader.close()
    assert time.monotonic() - asked_at < 1


def test_a_port_that_is_not_there_is_waited_for(tmp_path: Path, desk: Desk) -> None:
    reader = SerialReader(desk.on_scan, desk.on_state, port=str(tmp_path / "later"))
    reader.start()
    plug = Plug(tmp_path / "later")
    desk.until(lambda: desk.states == [True])
    plug.send(b"AT-LAST\r")
    desk.until(lambda: desk.scans == ["AT-LAST"])
    reader.close()
    assert desk.states == [True]


# Bytes into scans, by a clock of our own.


class Clock:
    """Seconds that pass only when told."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


def feed(lines: ScanLines, clock: Clock, *chunks: tuple[float, bytes]) -> list[str]:
    """Feed each chunk after a wait in seconds."""
    scans = []
    for wait_s, data in chunks:
        clock.now_s += wait_s
        scans += lines.feed(data)
    return scans


def test_every_split_of_a_card_gives_the_card(clock: Clock) -> None:
    data = CARD.encode() + b"\r\n"
    for cut in range(1, len(data)):
        clock.now_s += 2
        assert feed(ScanLines(clock), clock, (0, data[:cut]), (0.01, data[cut:])) == [CARD]


def test_a_held_trigger_is_one_scan_and_a_later_one_is_another(clock: Clock) -> None:
    lines = ScanLines(clock)
    assert feed(lines, clock, (0, b"CODE-1\r"), (1.4, b"CODE-1\r"), (1.4, b"CODE-1\r")) == ["CODE-1"]
    assert feed(lines, clock, (1.6, b"CODE-1\r")) == ["CODE-1"]
    assert feed(lines, clock, (0.1, b"CODE-2\r"), (0.1, b"CODE-1\r")) == ["CODE-2", "CODE-1"]


def test_silence_ends_a_scan_only_after_60_ms(clock: Clock) -> None:
    lines = ScanLines(clock)
    assert feed(lines, clock, (0, b"CO"), (0.05, b""), (0.0, b"DE"), (0.05, b"")) == []
    assert feed(lines, clock, (0.02, b"")) == ["CODE"]


def test_text_is_composed_and_dirt_is_shown_not_dropped(clock: Clock) -> None:
    lines = ScanLines(clock)
    assert feed(lines, clock, (0, unicodedata.normalize("NFD", CARD).encode() + b"\r")) == [CARD]
    assert feed(lines, clock, (0, b"Nguy\xeb V\xe3n\r")) == ["Nguy\ufffd V\ufffdn"]
    assert feed(lines, clock, (0, b"\0\r\n \r\r\n")) == []


def test_a_line_without_end_cannot_fill_memory(clock: Clock) -> None:
    lines = ScanLines(clock)
    scans = feed(lines, clock, *((0.001, b"x" * 1000) for _ in range(20)))
    assert scans
    assert max(map(len, scans)) < 6000


def test_half_a_scan_is_forgotten_with_its_reader(clock: Clock) -> None:
    lines = ScanLines(clock)
    feed(lines, clock, (0, b"HALF"))
    lines.drop()
    assert feed(lines, clock, (0, b"WHOLE\r")) == ["WHOLE"]


def test_ports_are_found_by_description_makers_first(monkeypatch: pytest.MonkeyPatch) -> None:
    def port(device: str, description: str, manufacturer: str = "") -> ListPortInfo:
        info = ListPortInfo(device, skip_link_detection=True)
        info.description, info.manufacturer = description, manufacturer
        return info

    ports = [
        port("COM1", "Communications Port"),
        port("COM3", "USB-SERIAL CH340"),
        port("COM7", "USB Serial Device", "Newland Auto-ID"),
        port("COM9", "Honeywell Barcode"),
    ]
    monkeypatch.setattr(list_ports, "comports", lambda: ports)
    assert find_reader_ports() == ["COM7", "COM9", "COM3"]
