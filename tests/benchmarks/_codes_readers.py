"""The readers that the codes' benchmark compares: ours under the office's rules, and single libraries beside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from unittest.mock import patch

import cv2
import zxingcpp
from pyzbar.pyzbar import ZBarSymbol, decode

from dossiers.citizen_card import looks_like_card, parse_card
from dossiers.codes import SlipCode, accept
from dossiers.errors import InvalidInput
from dossiers.names import nfc
from dossiers.paper_codes import Belief, settles, weigh
from scanning import codes, codes_strips
from scanning.codes import read_codes
from scanning.reading import Reading
from scanning.tapir import tapir_is_here
from tests.scanning.paper import Picture

LATEST = date(2026, 12, 31)
_CODE_128 = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.Code128)
_UNIT, _BUSIEST_DAY = "H26.19.103-", 300


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader would act upon, and how often it asks a person instead."""

    texts: frozenset[str]
    asked: int = 0


ReadPage = Callable[[Picture], Answer]


def registered(slip: SlipCode) -> bool:
    """Every number that a busy year could have given: a misread code meets somebody's real dossier."""
    return slip.code.startswith(_UNIT) and 0 < int(slip.code[-4:]) < _BUSIEST_DAY


def is_card(text: str) -> bool:
    """Whether a text passes as a whole citizen card."""
    try:
        return looks_like_card(text) and bool(parse_card(text, LATEST))
    except InvalidInput:
        return False


def ours(page: Picture) -> Answer:
    """The cascade and the rules as the desk uses them."""
    return _judge(read_codes(page, lambda seen: settles(seen, LATEST) or is_card(seen.text)))


def ours_thorough(page: Picture) -> Answer:
    """As for a single picture that somebody waits for."""
    return _judge(read_codes(page, lambda seen: settles(seen, LATEST) or is_card(seen.text), thorough=True))


def ours_on_bars(page: Picture) -> Answer:
    """The same on Code 128 alone, as if nothing else were printed."""
    readings = read_codes(page, lambda seen: seen.symbology == "Code128" and settles(seen, LATEST))
    witnessed = [reading for reading in readings if reading.symbology == "Code128"]
    return _judge(witnessed)


def _judge(readings: list[Reading]) -> Answer:
    codes = [(code, code.belief(registered=registered(code.slip))) for code in weigh(readings, LATEST)]
    taken = {code.slip.code for code, belief in codes if belief is Belief.ACCEPTED}
    cards = {seen.text for seen in readings if seen.symbology == "QRCode" and is_card(seen.text)}
    return Answer(frozenset(taken | cards), sum(belief is not Belief.ACCEPTED for _, belief in codes))


def _without_tapir(read: ReadPage) -> ReadPage:
    def bare(page: Picture) -> Answer:
        absent = "tapir_is_here", lambda: False
        with patch.object(codes, *absent), patch.object(codes_strips, *absent):
            return read(page)

    return bare


def _plain(texts: list[str]) -> Answer:
    """A library's texts under the same anchored shapes, with no other rule."""
    return Answer(frozenset(_code_of(nfc(text)) for text in texts if accept(text, LATEST) or is_card(text)))


def _code_of(text: str) -> str:
    return text if "|" in text else text.removeprefix("SEP:").partition("/")[0]


def _zxing(page: Picture) -> Answer:
    return _plain([found.text for found in zxingcpp.read_barcodes(page)])


def _zxing_bars(page: Picture) -> Answer:
    return _plain([found.text for found in zxingcpp.read_barcodes(page, formats=_CODE_128)])


def _pyzbar(page: Picture) -> Answer:
    found = decode(page, symbols=[ZBarSymbol.CODE128, ZBarSymbol.QRCODE])
    return _plain([symbol.data.decode("utf-8", "replace") for symbol in found])


def _pyzbar_bars(page: Picture) -> Answer:
    return _plain([symbol.data.decode("ascii", "replace") for symbol in decode(page, symbols=[ZBarSymbol.CODE128])])


def _opencv(page: Picture) -> Answer:
    try:
        _, texts, _, _ = cv2.QRCodeDetector().detectAndDecodeMulti(page)
    except (cv2.error, UnicodeDecodeError):
        return Answer(frozenset())
    return _plain(list(texts))


def truth_of(text: str) -> str:
    """What a reader should act upon where this text stands on the paper."""
    return _code_of(nfc(text))


@dataclass(frozen=True, slots=True)
class Reader:
    """One column of the table; `bars_only` counts pages with a Code 128 as if nothing else were printed.

    `slow` ones are spared the thousands of wrecks.
    """

    read: ReadPage
    bars_only: bool = False
    slow: bool = False


OURS: Mapping[str, Reader] = {
    **(
        {
            "ours": Reader(ours),
            "ours, thorough": Reader(ours_thorough, slow=True),
            "ours, bars": Reader(ours_on_bars, True),
        }
        if tapir_is_here()
        else {}
    ),
    "ours, no tapirscan": Reader(_without_tapir(ours)),
    "ours, no tapir, bars": Reader(_without_tapir(ours_on_bars), True),
}
PEERS: Mapping[str, Reader] = {
    "zxing-cpp default": Reader(_zxing),
    "zxing-cpp, bars": Reader(_zxing_bars, True),
    "pyzbar": Reader(_pyzbar),
    "pyzbar, bars": Reader(_pyzbar_bars, True),
    "cv2 QR": Reader(_opencv),
}
