"""The corpus of damaged pages: scanner, camera and card families with every damage BARCODES.md lists, by seed.

Page n of a seed is always the same picture, whatever was made before it, so a run can be cut into chunks.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.random import Generator

from tests.benchmarks import _codes_wear as wear
from tests.benchmarks._codes_bare import KINDS, draw_bare, draw_decoys
from tests.benchmarks._codes_paper import (
    Sheet,
    Spot,
    bars,
    draw_card,
    draw_paper,
    invent_card,
    invent_code,
    invent_identity,
)
from tests.scanning.paper import Picture

SCANNER_DPI = (150, 200, 200, 300)
PAPERS = ("receipt A4", "receipt A4", "receipt A5", "cover", "sticker", "roll 80", "roll 58")


@dataclass(frozen=True, slots=True)
class Page:
    """One picture as the program gets it, and the codes that stand on it."""

    family: str
    picture: Picture
    codes: tuple[Spot, ...]

    @property
    def group(self) -> str:
        """ "scanner", "camera", "card", "decoys" or "codeless"."""
        return self.family.partition(" ")[0]


Make = Callable[[Generator], tuple[Picture, Sheet]]

_INJURIES = (wear.stamped, wear.written_on, wear.folded, wear.damaged)


def _paper(rng: Generator) -> Sheet:
    return draw_paper(str(rng.choice(PAPERS)), int(rng.choice(SCANNER_DPI)), invent_code(rng), invent_identity(rng))


def _scanned(picture: Picture, rng: Generator) -> Picture:
    return wear.captured(picture, rng, rng.uniform(0.4, 0.8), rng.uniform(2, 6), int(rng.integers(70, 92)))


def _injure(sheet: Sheet, injury: Callable[[Sheet, Spot, Generator], Picture], rng: Generator) -> Sheet:
    """Every code of the sheet gets its own."""
    for spot in sheet.spots:
        sheet = replace(sheet, picture=injury(sheet, spot, rng))
    return sheet


def _injured(injury: Callable[[Sheet, Spot, Generator], Picture]) -> Make:
    def make(rng: Generator) -> tuple[Picture, Sheet]:
        sheet = _paper(rng)
        return _scanned(_injure(sheet, injury, rng).picture, rng), sheet

    return make


def _scan(change: Callable[[Picture, Generator], Picture]) -> Make:
    def make(rng: Generator) -> tuple[Picture, Sheet]:
        sheet = _paper(rng)
        return _scanned(change(sheet.picture, rng), rng), sheet

    return make


def _worn_scan(blur: tuple[float, float], noise: tuple[float, float], jpeg: tuple[int, int]) -> Make:
    def make(rng: Generator) -> tuple[Picture, Sheet]:
        sheet = _paper(rng)
        return wear.captured(
            sheet.picture, rng, rng.uniform(*blur), rng.uniform(*noise), int(rng.integers(*jpeg))
        ), sheet

    return make


def _quarter(picture: Picture, rng: Generator) -> Picture:
    return np.ascontiguousarray(np.rot90(picture, int(rng.integers(1, 4))))


def _scan_combination(rng: Generator) -> tuple[Picture, Sheet]:
    """Three of the accidents at once."""
    sheet = _paper(rng)
    worn = _injure(sheet, _INJURIES[int(rng.integers(4))], rng)
    picture = wear.paled(worn.picture, rng) if rng.random() < 0.3 else worn.picture
    picture = wear.turned(picture, rng, 7)
    return wear.captured(picture, rng, rng.uniform(0.6, 1.3), rng.uniform(5, 20), int(rng.integers(30, 75))), sheet


def _camera(
    tilt: float = 0.1, turn: float = 5, blur: tuple[float, float] = (0.5, 1.0),
    light: Callable[[Picture, Generator], Picture] | None = None,
) -> Make:  # fmt: skip
    def make(rng: Generator) -> tuple[Picture, Sheet]:
        size = (1280, 720) if rng.random() < 0.5 else (1920, 1080)
        sheet = draw_paper("at the camera", 300, invent_code(rng), invent_identity(rng))
        frame = wear.seen_by_camera(sheet.picture, size, rng, tilt, turn, 0.5)
        frame = light(frame, rng) if light else frame
        return wear.captured(frame, rng, rng.uniform(*blur), rng.uniform(2, 6), int(rng.integers(70, 92))), sheet

    return make


_LIGHTS = (wear.dimmed, wear.glaring, wear.shadowed, wear.motion)


def _camera_combination(rng: Generator) -> tuple[Picture, Sheet]:
    return _camera(0.3, 180, (0.6, 1.2), _LIGHTS[int(rng.integers(4))])(rng)


def _card_of(rng: Generator, dpi: int) -> Sheet:
    level = str(rng.choice(["L", "M"]))
    return draw_card(dpi, invent_card(rng), rng.uniform(13.5, 16), level, new_layout=bool(rng.random() < 0.5))


def _card_scan(rng: Generator) -> tuple[Picture, Sheet]:
    sheet = _card_of(rng, int(rng.choice([200, 300, 400, 600])))
    return _scanned(wear.turned(sheet.picture, rng, 6), rng), sheet


def _card_copy(rng: Generator) -> tuple[Picture, Sheet]:
    """A photocopy, scanned."""
    sheet = _card_of(rng, int(rng.choice([200, 300])))
    grey = np.repeat(sheet.picture[:, :, 1:2], 3, axis=2).astype(np.float32)
    toned = np.clip((grey - 60) * rng.uniform(1.1, 1.5), 20, 250).astype(np.uint8)
    return _scanned(toned, rng), sheet


def _card_photo(light: tuple[Callable[[Picture, Generator], Picture], ...] = (), tilt: float = 0.2) -> Make:
    def make(rng: Generator) -> tuple[Picture, Sheet]:
        sheet = _card_of(rng, 600)
        size = ((1200, 780), (1600, 1200), (2560, 1920))[int(rng.integers(3))]
        photo = wear.seen_by_camera(sheet.picture, size, rng, tilt, 25, 0.75)
        if light:
            photo = light[int(rng.integers(len(light)))](photo, rng)
        return wear.captured(photo, rng, rng.uniform(0.5, 1.2), rng.uniform(2, 8), int(rng.integers(60, 92))), sheet

    return make


def _bare(draw: Callable[[int, Generator], Sheet]) -> Make:
    def make(rng: Generator) -> tuple[Picture, Sheet]:
        sheet = draw(int(rng.choice(SCANNER_DPI)), rng)
        return _scanned(wear.turned(sheet.picture, rng, 5), rng), sheet

    return make


FAMILIES: tuple[tuple[str, int, Make], ...] = (
    ("scanner clean", 30, _scan(lambda picture, _: picture)),
    ("scanner skewed", 30, _scan(lambda picture, rng: wear.turned(picture, rng, 7))),
    ("scanner by quarters", 24, _scan(_quarter)),
    ("scanner any angle", 18, _scan(lambda picture, rng: wear.turned(picture, rng, 180))),
    ("scanner pale", 24, _scan(wear.paled)),
    ("scanner squeezed", 24, _worn_scan((0.4, 0.8), (2, 6), (30, 80))),
    ("scanner blurred", 30, _worn_scan((0.7, 1.9), (2, 6), (70, 92))),
    ("scanner noisy", 24, _worn_scan((0.4, 0.8), (12, 35), (70, 92))),
    ("scanner stamped", 28, _injured(wear.stamped)),
    ("scanner written on", 24, _injured(wear.written_on)),
    ("scanner folded", 20, _injured(wear.folded)),
    ("scanner damaged", 40, _injured(wear.damaged)),
    ("scanner 1-bit", 25, _scan(wear.bitonal)),
    ("scanner combination", 48, _scan_combination),
    ("camera clean", 14, _camera()),
    ("camera tilted", 22, _camera(tilt=0.45)),
    ("camera turned", 18, _camera(turn=180)),
    ("camera defocused", 16, _camera(blur=(1.2, 2.4))),
    ("camera moved", 12, _camera(light=wear.motion)),
    ("camera dim", 14, _camera(light=wear.dimmed)),
    ("camera glare", 12, _camera(light=wear.glaring)),
    ("camera shadow", 12, _camera(light=wear.shadowed)),
    ("camera combination", 22, _camera_combination),
    ("card scan", 40, _card_scan),
    ("card copy", 20, _card_copy),
    ("card photo", 30, _card_photo()),
    ("card light", 14, _card_photo((wear.dimmed, wear.glaring, wear.shadowed))),
    ("card combination", 8, _card_photo((wear.motion, wear.glaring), 0.35)),
    ("decoys", 48, _bare(draw_decoys)),
    *((f"codeless {kind}", 6 if at < 3 else 5, _bare(partial(draw_bare, kind))) for at, kind in enumerate(KINDS)),
)
PAGES = sum(count for _, count, _ in FAMILIES)


def make_page(seed: int, number: int) -> Page:
    """Page `number` (0 … PAGES - 1) of a seed."""
    rest = number
    for family, count, make in FAMILIES:
        if rest < count:
            picture, sheet = make(np.random.default_rng([seed, number]))
            return Page(family, np.ascontiguousarray(picture), sheet.spots)
        rest -= count
    raise IndexError(number)


def pages(seed: int, numbers: range) -> Iterator[Page]:
    """Pages one by one; the picture of one is gone when the next is made."""
    return (make_page(seed, number) for number in numbers)


def make_wreck(seed: int, number: int) -> Page:
    """A Code 128 near the edge of the readable: 1.1 to 4 px a module, scratched, cut, blurred, squeezed."""
    rng = np.random.default_rng([seed, number, 128])
    code = invent_code(rng)
    strip = np.pad(bars(code, rng.uniform(1.1, 4.0), int(rng.integers(30, 90))), 40, constant_values=255)
    for _ in range(int(rng.integers(0, 5))):
        x, wide = int(rng.integers(0, strip.shape[1] - 8)), int(rng.integers(1, 7))
        strip[:, x : x + wide] = rng.choice([0, 255])
    if rng.random() < 0.3:  # a strip is missing, the rest closes up: well-formed halves of nothing
        x = int(rng.integers(40, strip.shape[1] - 80))
        strip = np.delete(strip, slice(x, x + int(rng.integers(2, 30))), axis=1)
    picture = np.repeat(np.ascontiguousarray(strip)[:, :, None], 3, axis=2)
    picture = wear.turned(picture, rng, 3)
    worn = wear.captured(picture, rng, rng.uniform(0.3, 1.4), rng.uniform(2, 25), int(rng.integers(30, 90)))
    return Page("wreck", worn, (Spot("Code128", code, (0, 0, 0, 0)),))
