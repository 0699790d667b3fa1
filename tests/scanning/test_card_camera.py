"""A card under a camera: told with the frame it is on, whichever way it lies; a camera that is not there is said."""

import threading
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from scanning.card_camera import CameraEvent, CardCamera, Ended, Frame
from scanning.errors import Fault
from tests.scanning.films import card_frame, desk_frame, write_film

CARD = "036301000001||Đặng Thị Ỷ Lan|01012001|Nữ|Xóm Ụ, Nghĩa Hưng, Ninh Bình|01072024||||"
DEADLINE_S = 20


class Owner:
    """Takes in every frame at once, as a quick window does, unless told to look away."""

    def __init__(self, *, looks: bool = True) -> None:
        self.events: list[CameraEvent] = []
        self._looks = looks
        self._told = threading.Condition()
        self.camera: CardCamera | None = None

    def open(self, source: str) -> None:
        self.camera = CardCamera(source, self._on_event)

    def _on_event(self, event: CameraEvent) -> None:
        with self._told:
            self.events.append(event)
            self._told.notify_all()
        if self._looks and self.camera is not None:
            self.camera.shown()

    def until_ended(self) -> None:
        with self._told:
            assert self._told.wait_for(lambda: any(isinstance(e, Ended) for e in self.events), DEADLINE_S)

    @property
    def frames(self) -> list[Frame]:
        return [event for event in self.events if isinstance(event, Frame)]


@pytest.fixture
def owner() -> Iterator[Owner]:
    owner = Owner()
    yield owner
    if owner.camera is not None:
        owner.camera.close()


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """An empty desk, then a card that lies upside down."""
    rng = np.random.default_rng(1)
    frames = [desk_frame(rng) for _ in range(6)] + [card_frame(CARD, rng, 172) for _ in range(3)]
    return write_film(tmp_path / "the.avi", frames)


def test_a_card_is_told_with_its_place_on_the_picture(owner: Owner, film: Path) -> None:
    owner.open(str(film))
    owner.until_ended()
    assert owner.events[-1] == Ended()
    with_code = [frame for frame in owner.frames if frame.codes]
    assert {code.text for frame in with_code for code in frame.codes} == {CARD}
    [code] = with_code[0].codes
    shown = cv2.imdecode(np.frombuffer(with_code[0].jpeg, np.uint8), cv2.IMREAD_COLOR)
    assert shown is not None
    xs, ys = zip(*code.corners, strict=True)
    assert 0 < min(xs) < max(xs) < shown.shape[1]
    assert 0 < min(ys) < max(ys) < shown.shape[0]
    assert 40 < max(xs) - min(xs) < 200


def test_a_window_that_looks_away_misses_empty_frames_and_never_a_card(film: Path) -> None:
    owner = Owner(looks=False)
    owner.open(str(film))
    owner.until_ended()
    assert [bool(frame.codes) for frame in owner.frames] == [False, True, True, True]
    assert owner.camera is not None
    owner.camera.close()


@pytest.mark.parametrize("source", ["/khong/co.avi", "rtsp://vi.du/1", "9"])
def test_a_camera_that_is_not_there_is_said_and_no_network_is_reached(owner: Owner, source: str) -> None:
    owner.open(source)
    owner.until_ended()
    assert owner.events == [Ended(Fault.NO_DEVICE)]


def test_a_camera_closed_in_the_middle_says_nothing_more(film: Path) -> None:
    owner = Owner()
    owner.open(str(film))
    assert owner.camera is not None
    owner.camera.close()
    before = len(owner.events)
    owner.camera.shown()
    assert not any(isinstance(event, Ended) for event in owner.events)
    assert len(owner.events) == before
