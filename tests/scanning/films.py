"""Films of a hand that brings a card under a camera: what a camera is in tests."""

from pathlib import Path

import cv2
import numpy as np
from numpy.random import Generator

from tests.scanning.paper import Picture, paste, qr

FRAME = (1280, 720)


def desk_frame(rng: Generator) -> Picture:
    """An empty desk under the camera, with its sensor's grain."""
    return rng.normal(110, 4, (FRAME[1], FRAME[0], 3)).clip(0, 255).astype(np.uint8)


def card_frame(text: str, rng: Generator, turn_degrees: float = 8) -> Picture:
    """A card of 85.6 by 54 mm that fills half the picture, turned a little, slightly out of focus."""
    card = np.full((540, 856, 3), (214, 238, 226), np.uint8)
    cv2.putText(card, "CAN CUOC", (330, 90), 0, 1.4, (60, 60, 140), 3)
    cv2.rectangle(card, (40, 190), (250, 480), (150, 150, 160), -1)
    code = np.pad(qr(text, 200, "M"), 8, constant_values=255)
    paste(card, code, 856 - code.shape[1] - 30, 30)
    turn = cv2.getRotationMatrix2D((428, 270), turn_degrees, 1.0)
    turn[:, 2] += np.array((FRAME[0] / 2 - 428, FRAME[1] / 2 - 270))
    laid = cv2.warpAffine(card, turn, FRAME, borderValue=(110, 110, 110))
    soft = cv2.GaussianBlur(laid, (0, 0), 0.9)
    return (soft + rng.normal(0, 4, soft.shape)).clip(0, 255).astype(np.uint8)


def write_film(file: Path, frames: list[Picture]) -> Path:
    """The frames as a motion-JPEG film."""
    film = cv2.VideoWriter(str(file), cv2.VideoWriter.fourcc(*"MJPG"), 25, FRAME)
    for frame in frames:
        film.write(frame)
    film.release()
    return file
