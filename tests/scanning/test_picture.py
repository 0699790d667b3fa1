"""A picture for the screen is the same picture, worked out no further than the screen needs."""

import cv2
import numpy as np
import pytest

from scanning.errors import ScanError
from scanning.picture import decode, decode_for_screen, encode_jpeg, encode_pnm
from tests.scanning.paper import Picture

SIDE_PX = 400


def page(*, colour: bool) -> Picture:
    """A page with something on it, in colour or grey."""
    drawn = np.full((1200, 900, 3), 255, np.uint8)
    cv2.rectangle(drawn, (100, 150), (700, 500), (40, 40, 200), -1)
    cv2.putText(drawn, "Ho so", (120, 900), cv2.FONT_HERSHEY_SIMPLEX, 5, (30, 30, 30), 12)
    return drawn if colour else cv2.cvtColor(drawn, cv2.COLOR_BGR2GRAY).astype(np.uint8)


@pytest.mark.parametrize("colour", [True, False])
def test_a_jpeg_is_worked_out_as_far_as_the_screen_needs(colour: bool) -> None:
    whole = page(colour=colour)
    shown = decode_for_screen(encode_jpeg(whole, 85), SIDE_PX)
    assert SIDE_PX <= max(shown.shape) < max(whole.shape)
    assert shown.ndim == whole.ndim
    least = cv2.resize(whole, shown.shape[1::-1], interpolation=cv2.INTER_AREA)
    assert np.abs(least.astype(int) - shown).mean() < 3


def test_a_small_one_and_another_kind_are_shown_as_they_are() -> None:
    whole = page(colour=True)
    assert decode_for_screen(encode_jpeg(whole, 85), 5_000).shape == whole.shape
    assert np.array_equal(decode_for_screen(encode_pnm(whole), SIDE_PX), decode(encode_pnm(whole)))


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff nonsense", b"nonsense"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(ScanError):
        decode_for_screen(data, SIDE_PX)
