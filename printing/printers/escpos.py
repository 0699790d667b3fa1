"""A thermal receipt printer speaking ESC/POS over TCP 9100 or a device file: asked first, fed in bands, and watched.

Of python-escpos only the raster and the command bytes are used: its printer classes set up the root logger and
leave a folder of pickles behind each process. DLE EOT is answered at once, so it tells how the printer is;
GS r is answered in turn, so its answer says that everything before it was worked off.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from itertools import count
from pathlib import Path
from socket import gaierror
from struct import pack
from time import monotonic, sleep
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from printing.printers.escpos_line import DeviceLine, Line, TcpLine
from printing.printers.escpos_status import (
    OFFLINE,
    QUESTIONS,
    STATE,
    paper_ended,
    said_at_once,
    said_in_turn,
    stoppers,
    warnings,
)
from printing.printers.ipp import LOOK_FIRST, Patience
from printing.printers.printer import KEPT_IN_QUEUE, PaperRefused, PrinterState, PrinterTrouble, PrintOutcome, Ticket
from printing.printers.reasons import PAPER_TROUBLES
from printing.thermal.rolls import ROLLS

if TYPE_CHECKING:
    from PIL.Image import Image

SCHEME = "escpos"
RAW_PORT = 9100

BAND_ROWS = 48
"""Rows sent between two looks at the printer: 3.5 kB at 80 mm, under the 4 kB buffer of the cheapest."""

LINES_TO_CUTTER = 6
WIDEST = next(iter(ROLLS))

WRONG_ADDRESS = "Địa chỉ máy in nhiệt phải có dạng escpos://máy hoặc escpos:/dev/usb/lp0. Chọn lại trong Thiết lập."
NOT_A_SLIP = "Máy in nhiệt chỉ in phiếu khổ 80 mm và 58 mm. Chọn khổ giấy trong Thiết lập rồi in lại từ hồ sơ."
UNKNOWN_NAME = f"Không tìm thấy máy in theo tên đã chọn. Xem tên máy in trong Thiết lập. {KEPT_IN_QUEUE}"
REFUSED = f"Máy ở địa chỉ đã chọn không nhận in. Xem địa chỉ máy in trong Thiết lập. {KEPT_IN_QUEUE}"
NOT_FOUND = f"Không liên lạc được với máy in: máy đang tắt hoặc rời dây mạng. {KEPT_IN_QUEUE}"
NO_DEVICE = f"Không thấy máy in ở cổng đã chọn: máy đang tắt hoặc rời dây. {KEPT_IN_QUEUE}"
NOT_ALLOWED = f"Máy tính này chưa cho phép dùng cổng máy in. Nhờ người quản trị mở quyền. {KEPT_IN_QUEUE}"
SILENT = f"Máy in đã nối nhưng không cho biết tình trạng, nên chưa gửi phiếu. {KEPT_IN_QUEUE}"
HUNG_UP = f"Máy in ngắt liên lạc trước khi nhận phiếu. {KEPT_IN_QUEUE}"

PART = "Phiếu có thể mới ra một phần; bỏ tờ dở."
CUT_OFF = f"Máy in ngắt liên lạc khi đang in. {PART} {KEPT_IN_QUEUE}"
STOOD_STILL = f"Máy in ngừng trả lời khi đang in. {PART} {KEPT_IN_QUEUE}"
NOT_REPORTED = f"Máy in đã nhận phiếu nhưng chưa báo in xong. {LOOK_FIRST}"
LOST_AFTER = f"Mất liên lạc với máy in sau khi gửi phiếu. {LOOK_FIRST}"

_job_numbers = count(1)


class EscposPrinter:
    """One receipt printer, named by `escpos://host[:port]` or `escpos:/device/file`; one job at a time."""

    def __init__(self, address: str, patience: Patience | None = None) -> None:
        try:
            parts = urlsplit(address)
            self._port = parts.port or RAW_PORT
        except ValueError as error:
            raise PrinterTrouble(WRONG_ADDRESS) from error
        self._host, self._device = parts.hostname or "", Path(parts.path)
        if parts.scheme != SCHEME or not (self._host or self._device.is_absolute()):
            raise PrinterTrouble(WRONG_ADDRESS)
        self._patience = patience or Patience()
        self._talk: _Talk | None = None

    @property
    def name(self) -> str:
        """The printer's host, or its device file."""
        return self._host or str(self._device)

    def state(self) -> PrinterState:
        """Ask the printer how it is; raises PrinterTrouble when it does not answer."""
        with closing(self._call()) as talk:
            said = stoppers(_first_answers(talk))
        return PrinterState(ready=not said, troubles=said, papers=tuple(ROLLS))

    def send(self, document: bytes, title: str, copies: int, paper: str) -> Ticket:
        """Hand over a slip, a one-bit PNG as wide as the roll prints; raises PaperRefused for another paper.

        PrinterTrouble says whether part of the slip may be out.
        """
        del title
        picture = _open_slip(document, paper)
        talk = self._call()
        try:
            answers = _first_answers(talk)
            if said := stoppers(answers):
                raise PrinterTrouble("{why} " + KEPT_IN_QUEUE, why=" ".join(said))
            _feed(talk, picture, copies)
        except PrinterTrouble:
            talk.close()
            raise
        self._talk = talk
        return Ticket(next(_job_numbers), warnings(answers))

    def watch(self, ticket: Ticket) -> PrintOutcome:
        """Wait until the printer has come to the end of the slip; never called printed without its word."""
        talk, self._talk = self._talk, None
        if talk is None:
            return PrintOutcome(printed=False, note=LOST_AFTER)
        with closing(talk):
            try:
                return self._follow(talk, ticket)
            except OSError:
                return PrintOutcome(printed=False, note=LOST_AFTER)

    def _follow(self, talk: _Talk, ticket: Ticket) -> PrintOutcome:
        started, troubled_at = monotonic(), None
        seen: dict[str, None] = {}
        while True:
            said = stoppers(talk.ask_all())
            seen |= dict.fromkeys(said)
            if talk.in_turn is not None:
                return _outcome(talk.in_turn, tuple(seen), ticket)
            now = monotonic()
            troubled_at = (troubled_at or now) if said else None
            if troubled_at is not None and now - troubled_at > self._patience.trouble_s:
                return PrintOutcome(printed=False, note=" ".join((*seen, PART, KEPT_IN_QUEUE)))
            if now - started > self._patience.job_s:
                return PrintOutcome(printed=False, note=" ".join((*seen, NOT_REPORTED)))
            sleep(self._patience.between_looks_s)

    def _call(self) -> _Talk:
        """Open the line; each way of failing has its own sentence."""
        try:
            if self._host:
                return _Talk(TcpLine(self._host, self._port, self._patience.answer_s), self._patience.answer_s)
            return _Talk(DeviceLine(self._device, self._patience.answer_s), self._patience.answer_s)
        except gaierror as error:
            raise PrinterTrouble(UNKNOWN_NAME) from error
        except ConnectionRefusedError as error:
            raise PrinterTrouble(REFUSED) from error
        except PermissionError as error:
            raise PrinterTrouble(NOT_ALLOWED) from error
        except OSError as error:
            raise PrinterTrouble(NOT_FOUND if self._host else NO_DEVICE) from error


class _Talk:
    """Questions and answers on one line; `in_turn` is the answer to GS r once it has come."""

    def __init__(self, line: Line, answer_s: float) -> None:
        self._line = line
        self._answer_s = answer_s
        self._heard = b""
        self.in_turn: int | None = None

    def say(self, data: bytes) -> None:
        self._line.write(data)

    def ask(self, question: int) -> int:
        """The answer to DLE EOT; raises TimeoutError or another OSError."""
        from escpos.constants import RT_STATUS

        self._line.write(RT_STATUS + bytes([question]))
        deadline = monotonic() + self._answer_s
        while True:
            while self._heard:
                byte, self._heard = self._heard[0], self._heard[1:]
                if said_at_once(byte):
                    return byte
                if said_in_turn(byte):
                    self.in_turn = byte
            if monotonic() > deadline:
                raise TimeoutError
            self._heard = self._line.read()

    def ask_all(self) -> dict[int, int]:
        """Each question with its answer."""
        return {question: self.ask(question) for question in QUESTIONS}

    def close(self) -> None:
        self._line.close()


def _first_answers(talk: _Talk) -> dict[int, int]:
    try:
        return talk.ask_all()
    except TimeoutError as error:
        raise PrinterTrouble(SILENT) from error
    except OSError as error:
        raise PrinterTrouble(HUNG_UP) from error


def _open_slip(document: bytes, paper: str) -> Image:
    """The picture of a slip; raises PaperRefused for what was made for another paper."""
    from PIL import Image

    try:
        picture = Image.open(BytesIO(document), formats=["PNG"])
        picture.load()
    except OSError as error:
        raise PaperRefused(NOT_A_SLIP, offered=WIDEST) from error
    if paper not in ROLLS or (picture.mode, picture.width) != ("1", ROLLS[paper].width):
        raise PaperRefused(NOT_A_SLIP, offered=WIDEST)
    return picture


def _feed(talk: _Talk, picture: Image, copies: int) -> None:
    """Send the slips, each cut off, and ask for a report in turn."""
    from escpos.constants import ESC, GS, HW_INIT, PAPER_FULL_CUT

    no_unasked_status, report_in_turn = GS + b"a\x00", GS + b"r\x01"
    try:
        talk.say(HW_INIT + no_unasked_status)
        for _ in range(copies):
            _feed_bands(talk, picture)
            talk.say(ESC + b"d" + bytes([LINES_TO_CUTTER]) + PAPER_FULL_CUT)
        talk.say(report_in_turn)
    except TimeoutError as error:
        raise PrinterTrouble(STOOD_STILL) from error
    except OSError as error:
        raise PrinterTrouble(CUT_OFF) from error


def _feed_bands(talk: _Talk, picture: Image) -> None:
    """A printer in trouble gets no more of the slip."""
    for band in _bands(picture):
        talk.say(band)
        if talk.ask(STATE) & OFFLINE:
            why = " ".join(stoppers(talk.ask_all()))
            raise PrinterTrouble("{why} " + f"{PART} {KEPT_IN_QUEUE}", why=why)


def _bands(picture: Image) -> Iterator[bytes]:
    """The slip as raster commands (GS v 0), a dot for a dot."""
    from escpos.constants import GS
    from escpos.image import EscposImage

    for top in range(0, picture.height, BAND_ROWS):
        band = EscposImage(picture.crop((0, top, picture.width, min(top + BAND_ROWS, picture.height))))
        yield GS + b"v0\x00" + pack("<HH", band.width_bytes, band.height) + band.to_raster_format()


def _outcome(in_turn: int, seen: tuple[str, ...], ticket: Ticket) -> PrintOutcome:
    """Paper trouble seen meanwhile leaves the slip in doubt, although the printer came to its end."""
    doubts = [trouble for trouble in seen if trouble in PAPER_TROUBLES]
    if paper_ended(in_turn) and not doubts:
        doubts = ["Máy in hết giấy."]
    if doubts:
        return PrintOutcome(printed=False, note=" ".join((*doubts, LOOK_FIRST)))
    return PrintOutcome(printed=True, note=" ".join(ticket.known_troubles))
