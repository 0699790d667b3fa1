"""Vietnamese text in QR codes by every writer a citizen's paper may come from, read by us, pyzbar and OpenCV.

Run: python -m tests.benchmarks.codes_text [--cards 300]. Clean pictures: only the text is at stake. A text counts as
wrong when it differs and still passes as a whole citizen card.
"""

import argparse
import json
from collections.abc import Callable, Mapping

import cv2
import numpy as np
import segno
import zxingcpp
from pyzbar.pyzbar import ZBarSymbol, decode

from scanning.codes import read_codes
from tests.benchmarks._codes_paper import invent_card
from tests.benchmarks._codes_readers import is_card
from tests.scanning.paper import Picture

SEED = 309
_SIDE_PX = 5


def _segno(**options: object) -> Callable[[str], Picture]:
    def write(text: str) -> Picture:
        return _framed(1 - np.array(segno.make_qr(text, error="m", **options).matrix, np.uint8))  # type: ignore[arg-type]

    return write


def _zxing(text: str) -> Picture:
    drawn = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode).to_image(scale=1, add_quiet_zones=False)
    return _framed((np.array(drawn) > 0).astype(np.uint8))


def _opencv(text: str) -> Picture:
    drawn = np.asarray(cv2.QRCodeEncoder.create().encode(text), np.uint8)
    return _framed((drawn > 0).astype(np.uint8))


def _reportlab(text: str) -> Picture:
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    made = QRCode(None, QRErrorCorrectLevel.M)
    made.addData(text)
    made.make()
    return _framed(1 - np.array(made.modules, np.uint8))


def _framed(light: Picture) -> Picture:
    """Modules (1 is paper) as a picture with its quiet zone."""
    big = np.kron(light * 255, np.ones((_SIDE_PX, _SIDE_PX), np.uint8))
    return np.pad(big, 4 * _SIDE_PX, constant_values=255).astype(np.uint8)


WRITERS: Mapping[str, Callable[[str], Picture]] = {
    "segno, UTF-8": _segno(encoding="utf-8"),
    "segno, default": _segno(),
    "segno, ECI": _segno(eci=True),
    "zxing-cpp": _zxing,
    "OpenCV": _opencv,
    "reportlab": _reportlab,
}


def read_by_us(picture: Picture) -> str:
    """The first QR's text."""
    return next((reading.text for reading in read_codes(picture, lambda _: True)), "")


def read_by_pyzbar(picture: Picture) -> str:
    """The first symbol's text as its own wrapper's users take it."""
    return next((each.data.decode("utf-8", "replace") for each in decode(picture, symbols=[ZBarSymbol.QRCODE])), "")


def read_by_opencv(picture: Picture) -> str:
    """The text, or nothing where it raises."""
    try:
        return cv2.QRCodeDetector().detectAndDecode(picture)[0]
    except (cv2.error, UnicodeDecodeError):
        return ""


READERS = {"ours": read_by_us, "pyzbar": read_by_pyzbar, "cv2": read_by_opencv}


def main() -> None:
    """Every card by every writer, read by every reader."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=300)
    options = parser.parse_args()
    rng = np.random.default_rng(SEED)
    cards = [invent_card(rng) for _ in range(options.cards)]
    exact = dict.fromkeys(READERS, 0)
    wrong = dict.fromkeys(READERS, 0)
    print(f"seed {SEED}, {len(cards)} cards; texts that came back exactly (wrong and passing for a card)")
    print(f"{'writer':18}" + "".join(f"{name:>16}" for name in READERS))
    for writer, write in WRITERS.items():
        row = []
        for name, read in READERS.items():
            texts = [read(write(card)) for card in cards]
            right = sum(text == card for text, card in zip(texts, cards, strict=True))
            bad = sum(text != card and is_card(text) for text, card in zip(texts, cards, strict=True))
            exact[name], wrong[name] = exact[name] + right, wrong[name] + bad
            row.append(f"{right} ({bad})")
        print(f"{writer:18}" + "".join(f"{each:>16}" for each in row))
    total = len(cards) * len(WRITERS)
    print(json.dumps({"texts_total": total, "texts_exact": exact["ours"], "texts_wrong": wrong["ours"],
                      "pyzbar_exact": exact["pyzbar"], "pyzbar_wrong": wrong["pyzbar"]}))  # fmt: skip


if __name__ == "__main__":
    main()
