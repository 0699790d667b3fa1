"""Serial readers over pty pairs: lines, split bytes, terminators, twins, halves, several at once, unplugging."""

import os
import termios
import threading
import time
import tty
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from scanning.readers import SerialReaders, find_reader_ports
from scanning.scan_lines import Heard, ScanLines

CARD = "036301000001||Đặng Thị Ỷ Lan|01012001|Nữ|Xóm Ụ, Nghĩa Hưng, Ninh Bình|01072024"
DEADLINE_S = 10


class Desk:
    """What the readers told, waited for."""

    def __init__(self) -> None:
        self.scans: list[str] = []
        self.halves = 0
        self.states: list[tuple[str, ...]] = []
        self._told = threading.Condition()

    def on_heard(self, heard: Heard) -> None:
        with self._told:
            if heard.half:
                self.halves += 1
            else:
                self.scans.append(heard.text)
            self._told.notify_all()

    def on_ports(self, ports: tuple[str, ...]) -> None:
        with self._told:
            self.states.append(ports)
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
        self.theirs = theirs

    def send(self, data: bytes) -> None:
        os.write(self._ours, data)

    def pull(self) -> None:
        self.name.unlink()
        os.close(self.theirs)
        os.close(self._ours)


@pytest.fixture
def plug(tmp_path: Path) -> Plug:
    return Plug(tmp_path / "reader")


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def readers(plug: Plug, desk: Desk) -> Iterator[SerialReaders]:
    readers = SerialReaders(desk.on_heard, desk.on_ports, ports=(str(plug.name),))
    readers.start()
    desk.until(lambda: desk.states == [(str(plug.name),)])
    yield readers
    readers.close()


@pytest.mark.usefixtures("readers")
def test_codes_and_cards_arrive_whole(plug: Plug, desk: Desk) -> None:
    for line in (b"H26.19.103-261121-0042\r\n", CARD.encode() + b"\r", b"H26.19.103-261121-0043\n"):
        plug.send(line)
    desk.until(lambda: len(desk.scans) == 3)
    assert desk.scans == ["H26.19.103-261121-0042", CARD, "H26.19.103-261121-0043"]


@pytest.mark.usefixtures("readers")
def test_a_reader_is_listened_to_as_readers_are_sold(plug: Plug) -> None:
    """9600 baud, eight bits, no parity, one stop bit."""
    _, _, flags, _, heard, told, _ = termios.tcgetattr(plug.theirs)
    assert (heard, told) == (termios.B9600, termios.B9600)
    assert flags & termios.CSIZE == termios.CS8
    assert not flags & (termios.PARENB | termios.CSTOPB)


@pytest.mark.usefixtures("readers")
def test_a_reader_without_terminator_is_heard_after_a_silence(plug: Plug, desk: Desk) -> None:
    plug.send(b"H26.19.103-261121-0044")
    desk.until(lambda: desk.scans == ["H26.19.103-261121-0044"])


def test_unplugged_in_the_middle_of_a_code_and_plugged_again_it_goes_on(
    plug: Plug, desk: Desk, readers: SerialReaders
) -> None:
    name = str(plug.name)
    plug.send(b"FIRST-1\r")
    desk.until(lambda: desk.scans == ["FIRST-1"])
    plug.send(b"HALF-A-CO")
    plug.pull()
    desk.until(lambda: desk.states == [(name,), ()])
    plug.plug_in()
    desk.until(lambda: desk.states == [(name,), (), (name,)])
    plug.send(b"SECOND-2\r")
    desk.until(lambda: desk.scans == ["FIRST-1", "SECOND-2"])
    asked_at = time.monotonic()
    readers.close()
    assert time.monotonic() - asked_at < 1


def test_every_reader_that_is_plugged_in_is_heard_and_late_ones_too(
    tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two at once, by their USB descriptions; the second comes when the desk is already open."""
    first, second = Plug(tmp_path / "one"), tmp_path / "two"
    names = [str(first.name), str(second)]
    monkeypatch.setattr("scanning.readers.find_reader_ports", lambda: names)
    readers = SerialReaders(desk.on_heard, desk.on_ports)
    readers.start()
    desk.until(lambda: desk.states == [(names[0],)])
    late = Plug(second)
    desk.until(lambda: desk.states[-1] == tuple(names))
    late.send(b"FROM-TWO\r")
    desk.until(lambda: desk.scans == ["FROM-TWO"])
    first.send(b"FROM-ONE\r")
    desk.until(lambda: desk.scans == ["FROM-TWO", "FROM-ONE"])
    late.pull()
    desk.until(lambda: desk.states[-1] == (names[0],))
    first.send(b"STILL-ONE\r")
    desk.until(lambda: desk.scans[-1] == "STILL-ONE")
    readers.close()


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
    """Feed each chunk after a wait in seconds; a half is told as "½"."""
    scans = []
    for wait_s, data in chunks:
        clock.now_s += wait_s
        scans += ["½" if heard.half else heard.text for heard in lines.feed(data)]
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


def test_a_reader_known_to_end_its_scans_never_gives_half_a_code_for_a_whole_one(clock: Clock) -> None:
    """A busy USB line paused inside a card: its first half is no search text, and the rest still joins it."""
    lines = ScanLines(clock)
    assert feed(lines, clock, (0, b"CODE-1\r"), (2, b"036301"), (0.5, b""), (0.1, b"000001\r")) == [
        "CODE-1", "036301000001",
    ]  # fmt: skip
    assert feed(lines, clock, (2, b"03630"), (0.9, b""), (0.2, b"")) == ["½"]


def test_a_reader_set_up_anew_without_terminator_is_heard_the_second_time(clock: Clock) -> None:
    lines = ScanLines(clock)
    assert feed(lines, clock, (0, b"CODE-1\r"), (2, b"CODE-2"), (1.1, b"")) == ["CODE-1", "½"]
    assert feed(lines, clock, (2, b"CODE-3"), (0.1, b"")) == ["CODE-3"]


def test_text_is_composed_and_dirt_is_shown_not_dropped(clock: Clock) -> None:
    lines = ScanLines(clock)
    assert feed(lines, clock, (0, unicodedata.normalize("NFD", CARD).encode() + b"\r")) == [CARD]
    assert feed(lines, clock, (0, b"Nguy\xff\xfe V\xffn\r")) == ["Nguy\ufffd\ufffd V\ufffdn"]
    assert feed(lines, clock, (0, b"\0\r\n \r\r\n")) == []


def test_a_line_without_end_cannot_fill_memory(clock: Clock) -> None:
    lines = ScanLines(clock)
    assert set(feed(lines, clock, *((0.001, b"x" * 1000) for _ in range(20)))) == {"½"}
    assert feed(lines, clock, (0.001, b"\r"), (0, b"CODE-1\r"))[-1] == "CODE-1"


def test_half_a_scan_is_forgotten_with_its_reader(clock: Clock) -> None:
    lines = ScanLines(clock)
    feed(lines, clock, (0, b"HALF"))
    assert [heard.half for heard in lines.drop()] == [True]
    assert lines.drop() == []
    assert feed(lines, clock, (0, b"WHOLE\r")) == ["WHOLE"]


def named_port(device: str, description: str, manufacturer: str = "") -> ListPortInfo:
    info = ListPortInfo(device, skip_link_detection=True)
    info.description, info.manufacturer = description, manufacturer
    return info


def test_readers_are_known_by_their_makers_and_bare_chips_only_where_no_maker_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A chip without a name may be anything: it is opened only where no reader says it is one."""
    chip, board = named_port("COM3", "USB-SERIAL CH340"), named_port("COM1", "Communications Port")
    makers = [named_port("COM7", "USB Serial Device", "Newland Auto-ID"), named_port("COM9", "Honeywell Barcode")]
    for there, expected in (([board, chip, *makers], ["COM7", "COM9"]), ([board, chip], ["COM3"]), ([board], [])):
        monkeypatch.setattr(list_ports, "comports", lambda there=there: there)
        assert find_reader_ports() == expected
