"""A document camera, or a film of one: each sheet laid under it becomes a page once it lies still and sharp."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from scanning.drivers import ScannedPage, ScanRequest, Watch
from scanning.drivers.camera_page import find_corners, flatten, preview, sharpness
from scanning.errors import Fault, ScanError
from scanning.events import Device
from scanning.picture import ARCHIVE_FLOOR_DPI, encode_pnm, grey

if TYPE_CHECKING:
    import cv2

    from scanning.picture import Picture

PREFIX = "camera:"
_MOST_CAMERAS = 4
_LARGEST_FRAME_PX = (4160, 3120)
_NOISE_GREYS = 12
_CHANGED_SHARE = 0.005
"""A hand, another sheet or a nudged one changes more of the picture than this; sensor noise changes nothing."""
_STILL_FRAMES = 3
_SHARPER = 1.05
"""A lens that still finds its focus gains more than this from frame to frame."""


class CameraDriver:
    """Cameras by number (`camera:0`), or a film by its path (`camera:/film.avi`); never by an address on a network."""

    def find(self, watch: Watch, name: str = "") -> Iterator[Device]:
        """Cameras that give a picture now."""
        names = [name] if name else [f"{PREFIX}{number}" for number in range(_MOST_CAMERAS)]
        for each in names:
            if watch.stopped.is_set():
                return
            try:
                _open(each).release()
            except ScanError:
                if name:
                    raise
                continue
            yield Device("camera", each, f"Máy chụp {each.removeprefix(PREFIX)}")

    def scan(self, request: ScanRequest, watch: Watch) -> Iterator[ScannedPage]:
        """A page for every sheet that comes to lie still, until stopped or the film ends."""
        capture = _open(request.device)
        try:
            for frame in _rests(capture, watch):
                page = _page(frame, request)
                if page is not None:
                    yield page
        finally:
            capture.release()


def _open(name: str) -> cv2.VideoCapture:
    """The camera or film; raises ScanError(NO_DEVICE). OpenCV's own network sources are not reachable from here."""
    import cv2

    which = name.removeprefix(PREFIX)
    if not which.isdecimal() and not Path(which).is_file():
        raise ScanError(Fault.NO_DEVICE)
    cv2.utils.logging.setLogLevel(
        cv2.utils.logging.LOG_LEVEL_SILENT
    )  # a camera that is not there is an answer, not news
    capture = cv2.VideoCapture(int(which) if which.isdecimal() else which)
    if not capture.isOpened():
        capture.release()
        raise ScanError(Fault.NO_DEVICE)
    if which.isdecimal():
        for size, value in zip((cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT), _LARGEST_FRAME_PX, strict=True):
            capture.set(size, value)
    return capture


@dataclass(slots=True)
class _Lying:
    """What lies still: its sharpest frame, and for how many frames neither the sheet nor the lens has moved."""

    settled: int = 0
    sharpest: float = 0.0
    picture: Picture | None = None

    def add(self, frame: Picture) -> None:
        """One more frame in which nothing moved."""
        now = sharpness(frame)
        self.settled = 0 if now > self.sharpest * _SHARPER else self.settled + 1
        if now > self.sharpest:
            self.sharpest, self.picture = now, frame


def _rests(capture: cv2.VideoCapture, watch: Watch) -> Iterator[Picture]:
    """The sharpest frame of every rest, and only where the picture is not the one taken before."""
    before: Picture | None = None
    taken: Picture | None = None
    lying = _Lying()
    while not watch.stopped.is_set():
        there, read = capture.read()
        if not there:
            return
        frame = cast("Picture", read)
        small = preview(frame)
        if before is None or _differ(small, before):
            lying = _Lying()
        before = small
        lying.add(frame)
        if lying.settled == _STILL_FRAMES and (taken is None or _differ(small, taken)):
            taken = small
            assert lying.picture is not None
            yield lying.picture


def _differ(one: Picture, other: Picture) -> bool:
    """Whether two previews show something else, noise aside."""
    import cv2

    return bool((cv2.absdiff(one, other) > _NOISE_GREYS).mean() > _CHANGED_SHARE)


def _page(frame: Picture, request: ScanRequest) -> ScannedPage | None:
    """The sheet cut out of the frame; None where none lies there, ScanError(CAMERA_TOO_FAR) where it is too coarse."""
    corners = find_corners(frame)
    if corners is None:
        return None
    picture, dpi = flatten(frame, corners, request.width_mm, request.height_mm)
    if dpi < ARCHIVE_FLOOR_DPI:
        raise ScanError(Fault.CAMERA_TOO_FAR)
    shown = picture if request.colour else grey(picture)
    return ScannedPage(encode_pnm(shown), shown.shape[1], shown.shape[0], dpi)
