"""A camera held over a citizen's card: live frames with the QR codes on them, from a child that may hang or crash.

The child reads frames as they come, so that what is shown is now; each frame is searched by the quickest reader,
every fifth by the whole cascade. A frame with a code is always told; a frame without one only where the owner
has taken in the frame before, so that a slow window never lags behind the hand.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

import msgspec

from scanning.errors import Fault, ScanError

if TYPE_CHECKING:
    import cv2

    from scanning.picture import Picture

MOST_CAMERAS = 4
_FRAME_PX = (1280, 720)
_PREVIEW_WIDTH_PX = 640
_PREVIEW_QUALITY = 70
_WHOLE_CASCADE_EVERY = 5
_ROOM_PARENT = Path(__file__).resolve().parent.parent


class CodeSeen(msgspec.Struct, frozen=True):
    """A QR on a frame: its NFC text, and its corners in the preview's pixels."""

    text: str
    corners: tuple[tuple[float, float], ...]


class Frame(msgspec.Struct, frozen=True, tag="frame"):
    """One frame as a small JPEG; `taken_at_s` is `time.monotonic()` when it left the camera."""

    jpeg: bytes
    codes: tuple[CodeSeen, ...]
    taken_at_s: float


class Ended(msgspec.Struct, frozen=True, tag="ended"):
    """No more frames: the film is over (no fault), or why there is no camera."""

    fault: Fault | None = None


CameraEvent: TypeAlias = Frame | Ended


class CardCamera:
    """One camera by number (`"0"`), or a film by its path; `close()` it.

    `on_event` is called on the camera's own thread, in order, and ends with exactly one `Ended` unless closed
    before. The owner calls `shown()` after each frame it has put on screen.
    """

    def __init__(self, source: str, on_event: Callable[[CameraEvent], None]) -> None:
        self._on_event = on_event
        self._closed = threading.Event()
        self._child = subprocess.Popen(
            (sys.executable, "-m", "scanning.card_camera", source),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=_ROOM_PARENT,
        )  # fmt: skip
        self._thread = threading.Thread(target=self._listen, name="card-camera", daemon=True)
        self._thread.start()

    def shown(self) -> None:
        """Ask for the next frame; a child that is gone is told of by its end."""
        try:
            assert self._child.stdin is not None
            self._child.stdin.write(b"\n")
            self._child.stdin.flush()
        except (OSError, ValueError):
            return

    def close(self) -> None:
        """End the child and wait for the thread; nothing is told after this."""
        self._closed.set()
        self._child.kill()
        self._thread.join()
        with self._child:
            pass

    def _listen(self) -> None:
        ended: CameraEvent = Ended(Fault.WORKER_DIED)
        for event in _events(self._child):
            if isinstance(event, Ended):
                ended = event
            elif not self._closed.is_set():
                self._on_event(event)
        if not self._closed.is_set():
            self._on_event(ended)


def _events(child: subprocess.Popen[bytes]) -> Iterator[CameraEvent]:
    """The child's lines; half a line is what a killed child leaves."""
    assert child.stdout is not None
    for line in child.stdout:
        if line.endswith(b"\n"):
            yield msgspec.json.decode(line, type=CameraEvent)


# The child.


def main(source: str) -> None:
    """Tell frames on standard output until standard input closes."""
    wire = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what native libraries print must not come between the lines
    wanted = threading.Event()
    wanted.set()
    threading.Thread(target=_heed_stdin, args=(wanted,), daemon=True).start()
    try:
        for number, (picture, taken_at_s) in enumerate(_pictures(source)):
            codes = _codes(picture, thorough=number % _WHOLE_CASCADE_EVERY == _WHOLE_CASCADE_EVERY - 1)
            if codes or wanted.is_set():
                wanted.clear()
                _say(wire, _frame(picture, codes, taken_at_s))
        _say(wire, Ended())
    except ScanError as error:
        _say(wire, Ended(error.fault))


def _pictures(source: str) -> Iterator[tuple[Picture, float]]:
    """Frames of the camera or film with the instant each was taken; raises ScanError(NO_DEVICE)."""
    import numpy as np

    capture = _open(source)
    try:
        while True:
            there, picture = capture.read()
            if not there:
                return
            yield np.asarray(picture, np.uint8), time.monotonic()
    finally:
        capture.release()


def _open(source: str) -> cv2.VideoCapture:
    """Network sources of OpenCV are not reachable from here."""
    import cv2

    if not source.isdecimal() and not Path(source).is_file():
        raise ScanError(Fault.NO_DEVICE)
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    capture = cv2.VideoCapture(int(source) if source.isdecimal() else source)
    if not capture.isOpened():
        raise ScanError(Fault.NO_DEVICE)
    if source.isdecimal():
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, _FRAME_PX[0])
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, _FRAME_PX[1])
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
    return capture


def _codes(picture: Picture, *, thorough: bool) -> tuple[CodeSeen, ...]:
    from scanning.codes import read_codes, read_frame

    found = read_frame(picture)
    if not found and thorough:
        found = [reading for reading in read_codes(picture, bool) if reading.symbology == "QRCode"]
    scale = _PREVIEW_WIDTH_PX / picture.shape[1]
    return tuple(CodeSeen(reading.text, tuple((x * scale, y * scale) for x, y in reading.corners)) for reading in found)


def _frame(picture: Picture, codes: tuple[CodeSeen, ...], taken_at_s: float) -> Frame:
    import cv2

    from scanning.picture import encode_jpeg

    height = round(picture.shape[0] * _PREVIEW_WIDTH_PX / picture.shape[1])
    small = cv2.resize(picture, (_PREVIEW_WIDTH_PX, height), interpolation=cv2.INTER_AREA)
    return Frame(encode_jpeg(small.astype("uint8"), _PREVIEW_QUALITY), codes, taken_at_s)


def _heed_stdin(wanted: threading.Event) -> None:
    """Each line asks for a frame; the end of the line is the end of the owner."""
    while sys.stdin.buffer.readline():
        wanted.set()
    os._exit(0)


def _say(wire: BinaryIO, event: CameraEvent) -> None:
    wire.write(msgspec.json.encode(event) + b"\n")
    wire.flush()


if __name__ == "__main__":
    main(sys.argv[1])
