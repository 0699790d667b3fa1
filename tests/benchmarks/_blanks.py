"""Backs of papers drawn for measurements: truly blank ones with all their dirt, and pages that hold one small thing.

Every page is A4, laid on a scanner with its own optics and grain. Nothing on them is anyone's.
"""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

import resources
from tests.scanning.paper import Picture, multiply, skewed

Sheet = NDArray[np.float32]
Cover = NDArray[np.uint8]
Drawer = Callable[["Back"], None]

PAPERS = {
    "white": (250, 250, 250), "office grey": (222, 226, 228), "yellowed": (176, 212, 230), "recycled": (206, 214, 218),
    "blue copy": (236, 222, 205), "kraft": (140, 178, 200),
}  # fmt: skip
RED, BLUE, BLACK = (58, 44, 205), (165, 62, 36), (35, 35, 35)


@dataclass(eq=False)
class Back:
    """One sheet under the pen: light it gives back per pixel (BGR, 0…1), its resolution and its chance."""

    light: Sheet
    dpi: int
    rng: np.random.Generator

    def px(self, mm: float) -> int:
        """Millimetres as pixels."""
        return round(mm * self.dpi / 25.4)

    def spot(self, width_mm: float, height_mm: float, margin_mm: float = 14) -> tuple[int, int]:
        """The corner of a box that lies somewhere on the sheet, away from its edges."""
        x = self.rng.uniform(margin_mm, 210 - margin_mm - width_mm)
        return self.px(x), self.px(self.rng.uniform(margin_mm, 297 - margin_mm - height_mm))

    def ink(self, cover: Cover, colour: tuple[int, int, int], strength: float, x: int, y: int) -> None:
        """Press ink where `cover` (0…255) says so; it takes away light."""
        part = self.light[max(y, 0) : y + cover.shape[0], max(x, 0) : x + cover.shape[1]]
        cover = cover[: part.shape[0], : part.shape[1]]
        taken = (1 - np.array(colour, np.float32) / 255) * strength
        part *= 1 - cover[:, :, None].astype(np.float32) / 255 * taken

    def write(self, text: str, size_pt: float, colour: tuple[int, int, int], strength: float, font: str) -> None:
        """A line of print somewhere."""
        cover = text_cover(text, size_pt, self.dpi, font)
        x, y = self.spot(cover.shape[1] / self.dpi * 25.4, 8)
        self.ink(cover, colour, strength, x, y)

    def strokes(self, width_mm: float, height_mm: float, pen_mm: float) -> Cover:
        """One wandering pen line in a box."""
        turns = int(self.rng.integers(5, 11))
        t = np.linspace(0, 1, 60 * turns)
        xs = 0.1 + 0.8 * t + 0.08 * np.sin(2 * np.pi * turns * t + self.rng.uniform(0, 6))
        ys = 0.5 + (0.15 + 0.25 * self.rng.random()) * np.sin(2 * np.pi * (turns - 1) * t * (1 + 0.3 * t))
        points = np.stack([xs * self.px(width_mm), ys * self.px(height_mm)], 1)
        cover = np.zeros((self.px(height_mm), self.px(width_mm)), np.uint8)
        pen_px = max(1, round(pen_mm * self.dpi / 25.4))
        cv2.polylines(cover, [np.round(points * 16).astype(np.int32)], False, 255, pen_px, cv2.LINE_AA, 4)
        return cover


def text_cover(text: str, size_pt: float, dpi: int, font: str = "LiberationSerif-Regular") -> Cover:
    """Print as coverage, 0…255."""
    face = ImageFont.truetype(str(resources.path(f"fonts/{font}.ttf")), round(size_pt / 72 * dpi))
    left, top, right, bottom = (round(edge) for edge in face.getbbox(text))
    patch = Image.new("L", (right - left + 4, bottom - top + 4), 0)
    ImageDraw.Draw(patch).text((2 - left, 2 - top), text, font=face, fill=255)
    return np.asarray(patch, np.uint8)


def draw(kind: str, seed: int, dpi: int = 200) -> Picture:
    """One scanned back of a kind from `BLANK` or `NEAR_BLANK`; the same seed gives the same page."""
    rng = np.random.default_rng(seed)
    paper = PAPERS[list(PAPERS)[seed % len(PAPERS)]]
    size = (round(297 * dpi / 25.4), round(210 * dpi / 25.4))
    light = np.empty((*size, 3), np.float32)
    light[:] = np.array(paper, np.float32) / 255
    back = Back(light, dpi, rng)
    if paper == PAPERS["recycled"]:
        _fibres(back, 260)
    {**BLANK, **NEAR_BLANK}[kind](back)
    turned = skewed((back.light.clip(0, 1) * 255).astype(np.uint8), float(rng.uniform(-1.5, 1.5)), bed=paper[1])
    return _scanned(turned, back)


def _scanned(page: Picture, back: Back) -> Picture:
    """Optics, uneven lamp, grain, JPEG."""
    rng = back.rng
    soft: Sheet = np.asarray(cv2.GaussianBlur(page, (0, 0), 0.09 * back.dpi / 25.4), np.float32)
    lamp: Sheet = 1 - np.float32(rng.uniform(0, 0.06)) * np.linspace(-1, 1, page.shape[1], dtype=np.float32) ** 2
    soft *= lamp[None, :, None] * np.float32(0.96)
    soft += rng.normal(0, rng.uniform(2, 5), soft.shape).astype(np.float32)
    _, data = cv2.imencode(".jpg", soft.clip(0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, 80])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)


# Blank, and what time and machines do to it.


def _clean(_: Back) -> None:
    """Paper alone."""


def _bleed_through(back: Back) -> None:
    """The other side's print, mirrored and softened by the paper."""
    cover: Cover = np.zeros((back.light.shape[0], back.light.shape[1]), np.uint8)
    for row in range(24):
        line = text_cover("Nội dung đã khai là đúng sự thật và chịu trách nhiệm trước pháp luật", 13, back.dpi)
        y, x = back.px(35 + 8 * row), back.px(25)
        cover[y : y + line.shape[0], x : x + line.shape[1]] = line[:, : cover.shape[1] - x]
    seen = cv2.GaussianBlur(cover[:, ::-1], (0, 0), back.rng.uniform(0.35, 0.6) * back.dpi / 25.4)
    back.ink(np.asarray(seen, np.uint8), BLACK, float(back.rng.uniform(0.05, 0.16)), 0, 0)


def _crease(back: Back) -> None:
    """Folded in three and flattened: a shadow beside a highlight."""
    height, width = back.light.shape[:2]
    for share in (1 / 3, 2 / 3):
        middle = height * share + back.rng.uniform(-3, 3) + np.linspace(0, back.rng.uniform(-6, 6), width)
        far = (np.arange(height, dtype=np.float32)[:, None] - middle[None, :]) / (back.dpi / 25.4)
        shade = back.rng.uniform(0.06, 0.16) * np.exp(-((far / 0.5) ** 2)) - 0.05 * np.exp(-(((far - 1) / 0.6) ** 2))
        back.light *= (1 - shade)[:, :, None].astype(np.float32)


def _holes(back: Back) -> None:
    """Two punch holes, the bed showing through, light or dark."""
    bed = float(back.rng.choice([0.16, 0.5, 0.98]))
    for y_mm in (108.5, 188.5):
        centre = (back.px(11 + back.rng.uniform(-2, 2)), back.px(y_mm))
        cv2.circle(back.light, centre, back.px(2.75), (0.55, 0.55, 0.55), 2, cv2.LINE_AA)
        cv2.circle(back.light, centre, back.px(2.75) - 1, (bed, bed, bed), -1, cv2.LINE_AA)


def _dust(back: Back) -> None:
    """Specks on the glass and in the paper."""
    for _ in range(int(back.rng.integers(10, 60))):
        x, y = back.spot(1, 1, 3)
        radius = max(1, round(back.rng.uniform(0.05, 0.2) * back.dpi / 25.4))
        shade = float(back.rng.uniform(0.2, 0.8))
        cv2.circle(back.light, (x, y), radius, (shade, shade, shade), -1, cv2.LINE_AA)


def _dark_edge(back: Back) -> None:
    """The dark bed along one or two sides, straight or as a wedge."""
    height, width = back.light.shape[:2]
    for side in back.rng.choice(4, int(back.rng.integers(1, 3)), replace=False):
        near, far = (back.px(back.rng.uniform(0.5, 6)) for _ in range(2))
        strips = (
            [(0, 0), (width, 0), (width, far), (0, near)], [(0, 0), (near, 0), (far, height), (0, height)],
            [(0, height), (width, height), (width, height - far), (0, height - near)],
            [(width, 0), (width - near, 0), (width - far, height), (width, height)],
        )  # fmt: skip
        cv2.fillPoly(back.light, [np.array(strips[side], np.int32)], (0.15, 0.15, 0.16))


def _streak(back: Back) -> None:
    """A dirty spot under the feeder's glass draws a line down the whole page."""
    x = back.px(back.rng.uniform(20, 190))
    back.light[:, x : x + max(1, back.px(0.15))] *= back.rng.uniform(0.75, 0.92)


def _shadow(back: Back) -> None:
    """A page that does not lie flat: one side dims."""
    depth = back.rng.uniform(0.15, 0.4)
    back.light *= 1 - depth * np.linspace(0, 1, back.light.shape[1], dtype=np.float32)[None, :, None] ** 3


def _crumpled(back: Back) -> None:
    """Soft relief all over."""
    height, width = back.light.shape[:2]
    relief = cv2.resize(
        back.rng.normal(0, 1, (40, 28)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC
    )
    back.light *= 1 + 0.035 * relief[:, :, None]


def _fibres(back: Back, count: int) -> None:
    """What recycled paper carries."""
    for _ in range(count):
        x, y = back.spot(1, 1, 1)
        end = (x + int(back.rng.integers(-5, 6)), y + int(back.rng.integers(-5, 6)))
        shade = back.light[y, x] * float(back.rng.uniform(0.82, 0.95))
        cv2.line(back.light, (x, y), end, shade.tolist(), 1, cv2.LINE_AA)


def _dirty_bleed(back: Back) -> None:
    for wear in (_bleed_through, _dust, _dark_edge):
        wear(back)


def _punched_and_folded(back: Back) -> None:
    for wear in (_holes, _crease, _shadow):
        wear(back)


# Almost blank: one small thing, and it must stay.


def _one_line(back: Back) -> None:
    back.write("Xác nhận đã nhận đủ hồ sơ ngày 12 tháng 5 năm 2026", 12, BLACK, float(back.rng.uniform(0.6, 1)),
               "LiberationSerif-Regular")  # fmt: skip


def _page_number(back: Back) -> None:
    number = str(back.rng.integers(1, 40))
    cover = text_cover(str(back.rng.choice([number, f"- {number} -", f"{number}/40"])), 11, back.dpi)
    back.ink(cover, BLACK, float(back.rng.uniform(0.6, 1)), back.px(back.rng.choice([103, 190])), back.px(282))


def _faint_seal(back: Back) -> None:
    cover = np.zeros((back.px(40), back.px(40)), np.uint8)
    centre = (back.px(20), back.px(20))
    for radius, pen in ((18, 0.7), (16.6, 0.3), (10.5, 0.3)):
        cv2.circle(cover, centre, back.px(radius), 255, max(1, back.px(pen)), cv2.LINE_AA)
    star = np.deg2rad(-90 + 144 * np.arange(5))
    points = np.stack([np.cos(star), np.sin(star)], 1) * back.px(6) + centre[0]
    cv2.polylines(cover, [points.astype(np.int32)], True, 255, max(1, back.px(0.5)), cv2.LINE_AA)
    worn = cv2.resize(back.rng.uniform(0.4, 1, (12, 12)).astype(np.float32), cover.shape[::-1])
    back.ink((cover * worn).astype(np.uint8), RED, float(back.rng.uniform(0.2, 0.5)), *back.spot(40, 40))


def _signature(back: Back) -> None:
    back.ink(back.strokes(40, 16, 0.5), BLUE, float(back.rng.uniform(0.5, 0.95)), *back.spot(40, 16))


def _initials(back: Back) -> None:
    """The small sign with which a drafter answers for a page."""
    back.ink(back.strokes(8, 7, 0.4), BLUE, float(back.rng.uniform(0.5, 0.95)), *back.spot(8, 7))


def _pencil(back: Back) -> None:
    back.ink(back.strokes(30, 9, 0.4), (90, 90, 90), float(back.rng.uniform(0.22, 0.5)), *back.spot(30, 9))


def _fingerprint(back: Back) -> None:
    """Who cannot write presses a finger."""
    y, x = np.mgrid[-1 : 1 : back.px(20) * 1j, -1 : 1 : back.px(15) * 1j].astype(np.float32)
    ridges = np.sin((np.hypot(x, y + 0.3 * x * x) * 9 + 0.6 * np.sin(3 * y)) * 2 * np.pi) * 0.5 + 0.5
    cover = ridges * (np.hypot(x, y) < 0.95) * back.rng.uniform(0.6, 1, x.shape)
    back.ink((cover * 255).astype(np.uint8), RED, float(back.rng.uniform(0.35, 0.8)), *back.spot(15, 20))


def _dotted_line(back: Back) -> None:
    back.write("." * 60, 12, (110, 110, 110), float(back.rng.uniform(0.8, 1)), "LiberationSerif-Regular")


def _one_word(back: Back) -> None:
    back.write(str(back.rng.choice(["Hết", "đã trả", "BS", "số 7"])), float(back.rng.uniform(9, 13)), BLACK,
               float(back.rng.uniform(0.6, 1)), "LiberationSerif-Italic")  # fmt: skip


def _tick(back: Back) -> None:
    cover = np.zeros((back.px(6), back.px(7)), np.uint8)
    points = np.array([[0.1, 0.5], [0.4, 0.9], [0.9, 0.1]]) * (cover.shape[1], cover.shape[0])
    cv2.polylines(cover, [points.astype(np.int32)], False, 255, max(1, back.px(0.45)), cv2.LINE_AA)
    back.ink(cover, BLUE, float(back.rng.uniform(0.5, 0.95)), *back.spot(7, 6))


def _pale_stamp(back: Back) -> None:
    cover = text_cover("ĐÃ THU TIỀN", 20, back.dpi, "NotoSans-SemiBold")
    back.ink(cover, (190, 90, 120), float(back.rng.uniform(0.25, 0.5)), *back.spot(70, 9))


def _carbon_copy(back: Back) -> None:
    """A written line that came through blue carbon paper, a little soft."""
    cover = cv2.GaussianBlur(back.strokes(60, 9, 0.45), (0, 0), 0.12 * back.dpi / 25.4)
    back.ink(np.asarray(cover, np.uint8), (150, 80, 60), float(back.rng.uniform(0.4, 0.7)), *back.spot(60, 9))


BLANK: dict[str, Drawer] = {
    "clean": _clean, "bleed-through": _bleed_through, "crease": _crease, "holes": _holes, "dust": _dust,
    "dark edge": _dark_edge, "streak": _streak, "shadow": _shadow, "crumpled": _crumpled,
    "bleed, dust, edge": _dirty_bleed, "holes, crease, shadow": _punched_and_folded,
}  # fmt: skip
NEAR_BLANK: dict[str, Drawer] = {
    "one line": _one_line, "page number": _page_number, "faint seal": _faint_seal, "signature": _signature,
    "initials": _initials, "pencil": _pencil, "fingerprint": _fingerprint, "dotted line": _dotted_line,
    "one word": _one_word, "tick": _tick, "pale stamp": _pale_stamp, "carbon copy": _carbon_copy,
}  # fmt: skip


def under_dirt(kind: str, seed: int, dpi: int = 200) -> Picture:
    """A near-blank page that also suffered one of the wears of `BLANK`."""
    wear = list(BLANK)[1 + seed % (len(BLANK) - 1)]
    page, dirt = draw(kind, seed, dpi), draw(wear, seed + len(PAPERS) * 1000, dpi)
    height, width = (min(page.shape[side], dirt.shape[side]) for side in (0, 1))
    paper = np.median(dirt.reshape(-1, 3), axis=0).astype(np.uint16)
    relief = (dirt[:height, :width].astype(np.uint16) * 255 // np.maximum(paper, 1)).clip(0, 255).astype(np.uint8)
    return multiply(np.ascontiguousarray(page[:height, :width]), relief)
