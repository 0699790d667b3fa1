"""What happens to papers between printer and program: inks, folds, light, lenses, sensors, JPEG.

Every function takes a BGR picture and a generator, and returns a new picture; sizes are in px of the picture.
"""

import cv2
import numpy as np
from numpy.random import Generator

from tests.benchmarks._codes_paper import Sheet, Spot
from tests.scanning.paper import BLUE_PEN, RED_SEAL, Picture, multiply, skewed

# Ink and injury, aimed at a code.


def stamped(sheet: Sheet, spot: Spot, rng: Generator) -> Picture:
    """A red seal of 36 mm pressed over part of the code."""
    ink = np.full_like(sheet.picture, 255)
    x, y, width, height = spot.box
    at = (int(x + rng.uniform(0.1, 0.9) * width), int(y + rng.uniform(0, 1) * height))
    radius = round(18 * sheet.dpi / 25.4)
    for ring in (1.0, 0.9, 0.45):
        cv2.circle(ink, at, round(radius * ring), RED_SEAL, max(2, radius // 14), cv2.LINE_AA)
    cv2.putText(
        ink, "UBND XA", (at[0] - radius // 2, at[1] + radius // 3), 0, radius / 80, RED_SEAL, max(2, radius // 18)
    )
    return multiply(sheet.picture, ink)


def written_on(sheet: Sheet, spot: Spot, rng: Generator) -> Picture:
    """Blue handwriting across the code; one pen in five is black."""
    ink = np.full_like(sheet.picture, 255)
    x, y, width, height = spot.box
    steps = np.linspace(x - 10, x + width + 10, 30), y + height * rng.uniform(0.1, 0.9, 30)
    colour = (40, 40, 40) if rng.random() < 0.2 else BLUE_PEN
    thick = max(1, round(0.5 * sheet.dpi / 25.4))
    cv2.polylines(ink, [np.stack(steps, axis=1).astype(np.int32)], False, colour, thick, cv2.LINE_AA)
    return multiply(sheet.picture, ink)


def folded(sheet: Sheet, spot: Spot, rng: Generator) -> Picture:
    """A crease through the code: toner cracked along a jagged line, and a soft shadow beside it."""
    page = sheet.picture.copy()
    x, y, width, height = spot.box
    along = rng.random() < 0.5
    length = page.shape[0] if along else page.shape[1]
    place = x + rng.uniform(0.1, 0.9) * width if along else y + rng.uniform(0.1, 0.9) * height
    line = (place + np.cumsum(rng.normal(0, 0.25, length))).astype(int)
    soft = sheet.dpi // 16
    for step in range(length):
        at, depth = line[step], max(1, sheet.dpi // 120)
        crack, dark = slice(max(0, at), max(0, at + depth)), slice(max(0, at + depth), max(0, at + soft))
        if along:
            page[step, crack], page[step, dark] = 245, page[step, dark] // 5 * 4
        else:
            page[crack, step], page[dark, step] = 245, page[dark, step] // 5 * 4
    return page


def damaged(sheet: Sheet, spot: Spot, rng: Generator) -> Picture:
    """One of: scratch, white-out, blot, streak of the printer, dropped toner."""
    page = sheet.picture.copy()
    x, y, width, height = spot.box
    mm = sheet.dpi / 25.4
    at = (int(x + rng.uniform(0, 1) * width), int(y + rng.uniform(0, 1) * height))
    match int(rng.integers(5)):
        case 0:
            to = (int(x + rng.uniform(0, 1) * width), int(y + rng.uniform(0, 1) * height))
            cv2.line(page, at, to, (250, 250, 250), max(1, round(0.4 * mm)))
        case 1:
            cv2.ellipse(page, at, (round(3 * mm), round(1.6 * mm)), 0, 0, 360, (252, 252, 252), -1)
        case 2:
            cv2.circle(page, at, round(rng.uniform(1, 2.2) * mm), (30, 30, 30), -1)
        case 3:
            cv2.line(page, (at[0], 0), (at[0], page.shape[0]), (235, 235, 235), max(1, round(0.3 * mm)))
        case _:
            lost = rng.random((height // 3 + 1, width // 3 + 1)) < 0.12
            big = cv2.resize(lost.astype(np.uint8), (width, height), interpolation=cv2.INTER_NEAREST) > 0
            page[y : y + height, x : x + width][big] = 250
    return page


# Tone, geometry, light.


def paled(picture: Picture, rng: Generator) -> Picture:
    """28 to 60 grey levels are left between ink and paper."""
    levels = rng.uniform(28, 60)
    paper = rng.uniform(150, 245)
    pale: Picture = np.clip(picture.astype(np.float32) * (levels / 255) + paper - levels, 0, 255).astype(np.uint8)
    return pale


def bitonal(picture: Picture, rng: Generator) -> Picture:
    """A 1-bit scan, by threshold or dithered."""
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    if rng.random() < 0.6:
        _, made = cv2.threshold(grey, float(rng.uniform(110, 170)), 255, cv2.THRESH_BINARY)
    else:
        tile = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) * 12 + 36
        rows, columns = grey.shape
        made = np.where(grey > np.tile(tile, (rows // 4 + 1, columns // 4 + 1))[:rows, :columns], 255, 0)
    return np.repeat(np.asarray(made, np.uint8)[:, :, None], 3, axis=2)


def turned(picture: Picture, rng: Generator, largest: float) -> Picture:
    """Askew by up to `largest` degrees on a white or dark bed."""
    return skewed(picture, float(rng.uniform(-largest, largest)), int(rng.choice([255, 60])))


def seen_by_camera(
    picture: Picture, size: tuple[int, int], rng: Generator, tilt: float, turn: float, least_fill: float
) -> Picture:
    """The paper in a camera's frame: perspective (`tilt` is the share by which far sides shrink) and rotation."""
    height, width = picture.shape[:2]
    scale = min(size[0] / width, size[1] / height) * rng.uniform(least_fill, 0.96)
    half = np.array([[-width, -height], [width, -height], [width, height], [-width, height]]) * scale / 2
    side = int(rng.integers(4))
    half[[side, (side + 1) % 4]] *= 1 - tilt * rng.uniform(0.6, 1)
    angle = np.radians(rng.uniform(-turn, turn))
    spin = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    quad = half @ spin
    fit = min(1.0, *(size[axis] * 0.98 / np.ptp(quad[:, axis]) for axis in (0, 1)))
    quad = (quad - quad.mean(axis=0)) * fit + np.array(size) / 2
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    if fit * scale < 0.5:
        picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), 0.35 / (fit * scale)), np.uint8)
    warp = cv2.getPerspectiveTransform(corners, quad.astype(np.float32))
    desk = (int(rng.integers(60, 150)),) * 3
    return np.asarray(cv2.warpPerspective(picture, warp, size, flags=cv2.INTER_AREA, borderValue=desk), np.uint8)


def dimmed(picture: Picture, rng: Generator) -> Picture:
    """A dark room: 12 to 35 % of the light."""
    return (picture * rng.uniform(0.12, 0.35)).astype(np.uint8)


def glaring(picture: Picture, rng: Generator) -> Picture:
    """A lamp mirrored in the paper."""
    height, width = picture.shape[:2]
    spot = np.zeros((height, width), np.float32)
    at = (int(rng.uniform(0.2, 0.8) * width), int(rng.uniform(0.2, 0.8) * height))
    cv2.ellipse(spot, at, (width // 9, height // 8), 0, 0, 360, 255.0, -1)
    soft = cv2.GaussianBlur(spot, (0, 0), width / 40)[:, :, None] * rng.uniform(0.6, 1.1)
    return np.clip(picture + soft, 0, 255).astype(np.uint8)


def shadowed(picture: Picture, rng: Generator) -> Picture:
    """The edge of a hand's shadow across the paper."""
    height, width = picture.shape[:2]
    ys, xs = np.mgrid[0:height, 0:width]
    angle, place = rng.uniform(0, np.pi), rng.uniform(0.35, 0.65)
    across = (xs / width - place) * np.cos(angle) + (ys / height - place) * np.sin(angle)
    light = 0.3 + 0.7 / (1 + np.exp(-across * rng.uniform(40, 160)))
    dimmed: Picture = (picture * light[:, :, None]).astype(np.uint8)
    return dimmed


# Lens, sensor, file.


def motion(picture: Picture, rng: Generator) -> Picture:
    """A hand that moved while the shutter was open."""
    length = int(rng.integers(3, 8))
    kernel = np.zeros((length, length), np.float32)
    kernel[length // 2] = 1 / length
    spin = cv2.getRotationMatrix2D((length / 2 - 0.5, length / 2 - 0.5), float(rng.uniform(0, 180)), 1)
    kernel = np.asarray(cv2.warpAffine(kernel, spin, (length, length)), np.float32)
    return np.asarray(cv2.filter2D(picture, -1, kernel / kernel.sum()), np.uint8)


def captured(picture: Picture, rng: Generator, blur_px: float, noise: float, jpeg: int) -> Picture:
    """Optics, sensor grain and JPEG: a decoded file as the program gets it."""
    soft = cv2.GaussianBlur(picture, (0, 0), blur_px) if blur_px else picture
    cv2.setRNGSeed(int(rng.integers(2**31)))
    grain = np.zeros(picture.shape[:2], np.int16)
    cv2.randn(grain, np.zeros(1), np.full(1, noise))
    grainy = cv2.add(soft, cv2.merge([grain] * 3), dtype=cv2.CV_8U)
    _, data = cv2.imencode(".jpg", grainy, [cv2.IMWRITE_JPEG_QUALITY, jpeg])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)
