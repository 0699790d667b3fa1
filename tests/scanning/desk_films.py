"""Films as a document camera would make them: sheets laid on a dark desk by a hand, a lens that finds its focus."""

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from scanning.picture import decode
from tests.scanning.sheets import sheet

Picture = NDArray[np.uint8]
FRAME_PX = (1150, 1330)
SHEET_MM = (105, 148)
LAID = np.array([(140, 40), (1000, 52), (990, 1284), (130, 1272)], np.float32)
"""Where the corners of a sheet come to lie, from the top left clockwise."""


def film(path: Path, *numbers: int, distance: float = 1.0) -> Path:
    """Each sheet: a hand, a soft frame while the lens finds its focus, then sharp and still."""
    rng = np.random.default_rng(1)
    frames = []
    for number in numbers:
        lying = on_desk(number, distance)
        frames += [hand_over(lying), np.asarray(cv2.GaussianBlur(lying, (0, 0), 6), np.uint8)]
        frames += [_noisy(lying, rng) for _ in range(4)]
    return save(path, *frames)


def save(path: Path, *frames: Picture) -> Path:
    """A film of these frames."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 10, FRAME_PX)
    for frame in frames:
        writer.write(frame)
    writer.release()
    return path


def on_desk(number: int, distance: float = 1.0) -> Picture:
    """The sheet a little askew on the desk."""
    paper = decode(sheet(number, width_mm=SHEET_MM[0], height_mm=SHEET_MM[1]))
    height, width = paper.shape[:2]
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    turn = cv2.getPerspectiveTransform(corners, (LAID / distance).astype(np.float32))
    desk = empty_desk()
    return np.asarray(cv2.warpPerspective(paper, turn, FRAME_PX, desk, borderMode=cv2.BORDER_TRANSPARENT), np.uint8)


def empty_desk() -> Picture:
    """Nothing lies there."""
    return np.full((FRAME_PX[1], FRAME_PX[0], 3), 40, np.uint8)


def hand_over(frame: Picture) -> Picture:
    """A hand across the picture."""
    covered = frame.copy()
    covered[300:1000, 300:1150] = (120, 150, 200)
    return covered


def _noisy(frame: Picture, rng: np.random.Generator) -> Picture:
    """Sensor noise."""
    return np.asarray(cv2.add(frame, rng.integers(0, 5, frame.shape, np.uint8)), np.uint8)
