"""Pictures of codes that others publish, read as their makers say: the five that pyzbar's package carries.

The larger public sets (zxing-cpp's, jsQR's and ZXing's black-box pictures) come in no package that this project
installs, and are not shown.
"""

from importlib.resources import files

import cv2
import numpy as np
import pytest

from scanning.codes import read_codes
from scanning.picture import Picture

SAMPLES = files("pyzbar") / "tests"


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
    picture = cv2.imdecode(np.frombuffer((SAMPLES / name).read_bytes(), np.uint8), cv2.IMREAD_COLOR)
    assert picture is not None
    return picture
