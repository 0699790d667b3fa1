"""Pictures of codes that others publish, read as their makers say: the five that pyzbar's package carries.

The larger public sets (zxing-cpp's, jsQR's and ZXing's black-box pictures) come in no package that this project
installs, and are not shown.
"""

from importlib.util import find_spec
from pathlib import Path

import cv2
import numpy as np
import pytest

from scanning.codes import read_codes
from tests.scanning.paper import Picture


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("code128.png", {("Code128", "Foramenifera"), ("Code128", "Rana temporaria")}),
        ("code128_null_character.png", {("Code128", "Hello\x00Goodbye")}),
        ("empty.png", set()),
        ("qrcode.png", {("QRCode", "Thalassiodracon")}),
        ("qrcode_rotated.png", {("QRCode", "Thalassiodracon")}),
    ],
)
def test_each_says_what_its_maker_wrote(name: str, said: set[tuple[str, str]]) -> None:
    found = read_codes(sample(name), accept=lambda _reading: False)
    assert {(reading.symbology, reading.text) for reading in found} == said


def sample(name: str) -> Picture:
    """One of pyzbar's pictures, BGR."""
    package = find_spec("pyzbar")
    assert package is not None
    assert package.origin is not None
    picture = cv2.imread(str(Path(package.origin).parent / "tests" / name), cv2.IMREAD_COLOR)
    assert picture is not None
    return picture.astype(np.uint8, copy=False)
