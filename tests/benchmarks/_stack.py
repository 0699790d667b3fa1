"""Piles of many dossiers as a feeder reads them, each with one fault, by seed; what every sheet is, is known.

Leading sheets, slips and separators are the office's own forms, printed and scanned at 150 to 300 dpi; the papers
between them are those of `_pages`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from uuid import UUID

import cv2
import numpy as np
from numpy.random import Generator

from dossiers.dossier import Dossier
from dossiers.filing import Known
from printing.forms import receipt, separator
from printing.raster import pages as rasters
from tests.benchmarks import _blanks, _pages
from tests.benchmarks import _codes_wear as wear
from tests.printing.people_and_papers import OFFICE, general
from tests.scanning.paper import Picture, mm, skewed

DAY = date(2026, 11, 20)
LATEST = date(2026, 11, 30)
DPI = (150, 200, 300)
CONTENTS = tuple((kind, seed) for kind in ("letter", "certificate", "id", "form") for seed in range(4))
BACKS = tuple(_blanks.BLANK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What a sheet is: "page", "leader", "blank" or "torn"; whose, and of which component line."""

    kind: str
    owner: UUID | None
    paper: int | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side as the feeder delivers it: `content` names a picture that several piles share."""

    truth: Truth
    draw: Callable[[], Picture]
    content: tuple[str, int, int] | None = None


@dataclass(slots=True)
class Pile:
    """The sides of a pile in the feeder's order; `laid_in` dossiers were counted by the clerk."""

    fault: str
    dpi: int
    rng: Generator
    dossiers: tuple[Dossier, ...]
    sides: list[Side] = field(default_factory=list)

    @property
    def laid_in(self) -> int:
        """How many dossiers there are."""
        return len(self.dossiers)

    @property
    def known(self) -> Mapping[str, Known]:
        """What the register says of them."""
        return {each.code: Known(each.id, len(each.papers)) for each in self.dossiers}


Sheets = list[list[Side]]
"""One dossier's sides: first its leading sheets, then its papers, each with its blank back where it is duplex."""

Spoil = Callable[[Picture, Pile], Picture]


def make_pile(seed: int, number: int) -> Pile:
    """Pile `number` of a seed; its fault is number modulo the faults."""
    rng = np.random.default_rng([seed, number, 5])
    fault = tuple(FAULTS)[number % len(FAULTS)]
    pile = Pile(fault, int(rng.choice(DPI)), rng, tuple(_invent(rng, at) for at in range(int(rng.integers(3, 6)))))
    dossiers = [_lay(pile, dossier) for dossier in pile.dossiers]
    FAULTS[fault](pile, dossiers)
    pile.sides = [side for dossier in dossiers for side in dossier]
    return pile


def _invent(rng: Generator, at: int) -> Dossier:
    code = f"H26.19.103-2611{rng.integers(1, 20):02}-{40 * at + rng.integers(1, 40):04}"
    return replace(general(), code=code, id=UUID(bytes=rng.bytes(16), version=4))


def _lay(pile: Pile, dossier: Dossier) -> list[Side]:
    """The office's copy or a separator sheet, then one to three papers, sometimes with a sheet for their line."""
    copy = bool(pile.rng.random() < 0.5)
    sides = [_leader(pile, dossier, None, copy=copy)]
    if pile.rng.random() < 0.3:
        line = int(pile.rng.integers(len(dossier.papers)))
        sides += [_leader(pile, dossier, line, copy=False)]
        return sides + [_content(pile, dossier, line) for _ in range(int(pile.rng.integers(1, 3)))]
    return sides + [_content(pile, dossier, None) for _ in range(int(pile.rng.integers(1, 4)))]


def _leader(
    pile: Pile, dossier: Dossier, line: int | None, *, copy: bool, spoil: Spoil | None = None, owned: bool = True
) -> Side:
    look = int(pile.rng.integers(2**31))

    def draw() -> Picture:
        clean = _office_copy(dossier, pile.dpi) if copy else _separator(dossier, line, pile.dpi)
        rng = np.random.default_rng(look)
        spoilt = spoil(clean, replace(pile, rng=rng)) if spoil else clean
        return wear.captured(spoilt, rng, rng.uniform(0.4, 0.8), rng.uniform(2, 6), int(rng.integers(70, 92)))

    return Side(Truth(kind="leader", owner=dossier.id if owned else None, paper=line), draw)


def _content(pile: Pile, dossier: Dossier | None, line: int | None) -> Side:
    kind, seed = CONTENTS[int(pile.rng.integers(len(CONTENTS)))]
    truth = Truth(kind="page", owner=dossier.id if dossier else None, paper=line)
    return Side(truth, lambda: _paper(kind, seed, pile.dpi), (kind, seed, pile.dpi))


def _back(pile: Pile, owner: UUID | None) -> Side:
    kind, seed = BACKS[int(pile.rng.integers(len(BACKS)))], int(pile.rng.integers(4))
    return Side(Truth(kind="blank", owner=owner), lambda: _blanks.draw(kind, seed, pile.dpi), (kind, seed, pile.dpi))


def _slip(pile: Pile, of: Dossier, lies_in: Dossier) -> Side:
    """The citizen's copy of some dossier among the papers of one."""

    def draw() -> Picture:
        return wear.captured(_citizen_copy(of, pile.dpi), np.random.default_rng(1), 0.6, 4, 80)

    return Side(Truth(kind="page", owner=lies_in.id), draw)


def _office_copy(dossier: Dossier, dpi: int) -> Picture:
    return next(_printed(receipt.render(dossier, OFFICE), dpi))


def _citizen_copy(dossier: Dossier, dpi: int) -> Picture:
    return list(_printed(receipt.render(dossier, OFFICE), dpi))[-1]


def _separator(dossier: Dossier, line: int | None, dpi: int) -> Picture:
    return next(_printed(separator.render((separator.Lead(dossier, line),), OFFICE, DAY), dpi))


def _printed(pdf: bytes, dpi: int) -> Iterator[Picture]:
    return (np.ascontiguousarray(page[:, :, ::-1]) for page in rasters(pdf, dpi))


@cache
def _drawn(kind: str, seed: int) -> Picture:
    return _pages.scan(_pages.draw(kind, seed).pixels, seed, degrees=float(seed % 3 - 1))


def _paper(kind: str, seed: int, dpi: int) -> Picture:
    scale = dpi / _pages.DPI
    return np.asarray(cv2.resize(_drawn(kind, seed), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)


# What a sheet suffers. Places are those of the forms in mm.


def _bars_scored(page: Picture, pile: Pile) -> Picture:
    """A pen or a stapler along the bars: no scan line is left whole."""
    spoilt, top = page.copy(), mm(28, pile.dpi)
    for x in range(mm(40, pile.dpi), page.shape[1], mm(9, pile.dpi)):
        cv2.line(spoilt, (x, top), (x + mm(4, pile.dpi), mm(70, pile.dpi)), (30, 30, 30), mm(1.6, pile.dpi))
    return spoilt


def _corner_torn(page: Picture, pile: Pile) -> Picture:
    """The lower right corner with its QR is gone."""
    spoilt = page.copy()
    spoilt[page.shape[0] - mm(70, pile.dpi) :, page.shape[1] - mm(75, pile.dpi) :] = 245
    return spoilt


def _upside_down(page: Picture, _: Pile) -> Picture:
    return np.asarray(page[::-1, ::-1].copy(), np.uint8)


def _askew(page: Picture, pile: Pile) -> Picture:
    return skewed(page, float(pile.rng.choice([-1, 1]) * pile.rng.uniform(6, 12)))


def _pale(page: Picture, pile: Pile) -> Picture:
    return wear.paled(page, pile.rng)


def _hardly_there(page: Picture, pile: Pile) -> Picture:
    """The cartridge is empty: 16 to 28 grey levels of print are left."""
    levels = pile.rng.uniform(16, 28)
    return np.asarray(np.clip(page * (levels / 255) + 235 - levels, 0, 255), np.uint8)


def _upper_half(page: Picture, _: Pile) -> Picture:
    """A jam: what passed the lamp before it."""
    half = page.copy()
    half[page.shape[0] // 2 :] = 235
    return half


def _over_another(page: Picture, pile: Pile) -> Picture:
    """A double feed: the next sheet sticks out below."""
    under = _paper("letter", 0, pile.dpi)
    shift = int(pile.rng.uniform(0.1, 0.4) * page.shape[0])
    both = np.full((page.shape[0] + shift, *page.shape[1:]), 245, np.uint8)
    tall, wide = min(both.shape[0] - shift, under.shape[0]), min(page.shape[1], under.shape[1])
    both[shift : shift + tall, :wide] = under[:tall, :wide]
    both[: page.shape[0]] = page
    return both


# One fault in a pile.


def _spoilt(spoil: Spoil) -> "Fault":
    """One dossier's first leading sheet."""

    def fault(pile: Pile, dossiers: Sheets) -> None:
        at = int(pile.rng.integers(len(dossiers)))
        dossier, copy = pile.dossiers[at], bool(pile.rng.random() < 0.5)
        dossiers[at][0] = _leader(pile, dossier, None, copy=copy, spoil=spoil)

    return fault


def _fed_again(spoil: Spoil | None, kind: str) -> "Fault":
    """A leading sheet whose first picture is spoilt, and which is then fed again."""

    def fault(pile: Pile, dossiers: Sheets) -> None:
        at = int(pile.rng.integers(len(dossiers)))
        first = _leader(pile, pile.dossiers[at], None, copy=True, spoil=spoil)
        again = _leader(pile, pile.dossiers[at], None, copy=True)
        dossiers[at][:1] = [replace(first, truth=replace(first.truth, kind=kind)), again]

    return fault


def _no_leader_at_all(pile: Pile, dossiers: Sheets) -> None:
    """The pile begins without one: its first papers are nobody's."""
    del dossiers[0][0]
    papers = [side for side in dossiers[0] if side.truth.kind == "page"]
    dossiers[0][:] = [replace(side, truth=replace(side.truth, owner=None, paper=None)) for side in papers]


def _leader_lost(pile: Pile, dossiers: Sheets) -> None:
    """A later dossier without one, laid on the others or swallowed by a double feed."""
    at = int(pile.rng.integers(1, len(dossiers)))
    dossiers[at][:] = [side for side in dossiers[at] if side.truth.kind == "page"]


def _blank_backs(pile: Pile, dossiers: Sheets) -> None:
    for dossier in dossiers:
        dossier[:] = [each for side in dossier for each in (side, _back(pile, side.truth.owner))]


def _old_slip(pile: Pile, dossiers: Sheets) -> None:
    """Of the same dossier, of another of the pile, or of one long done."""
    at = int(pile.rng.integers(len(dossiers)))
    of = (pile.dossiers[at], pile.dossiers[at - 1], _invent(pile.rng, 9))[int(pile.rng.integers(3))]
    line = dossiers[at][-1].truth.paper
    slip = _slip(pile, of, pile.dossiers[at])
    dossiers[at].append(replace(slip, truth=replace(slip.truth, paper=line)))


def _stranger(pile: Pile, dossiers: Sheets) -> None:
    """A dossier of another office with its own leading sheet."""
    stranger = _invent(pile.rng, 9)
    stranger = replace(stranger, code=stranger.code.replace("H26.19.103", "H31.08.044"))
    lead = _leader(pile, stranger, None, copy=bool(pile.rng.random() < 0.5), owned=False)
    dossiers.insert(int(pile.rng.integers(len(dossiers) + 1)), [lead, _content(pile, None, None)])


def _empty_dossier(pile: Pile, dossiers: Sheets) -> None:
    """Two leading sheets in a row."""
    del dossiers[int(pile.rng.integers(len(dossiers)))][1:]


Fault = Callable[[Pile, Sheets], None]
FAULTS: dict[str, Fault] = {
    "begins without a leading sheet": _no_leader_at_all,
    "leading sheet lost": _leader_lost,
    "bars scored": _spoilt(_bars_scored),
    "corner with the QR torn off": _spoilt(_corner_torn),
    "upside down": _spoilt(_upside_down),
    "askew by 6 to 12 degrees": _spoilt(_askew),
    "light toner": _spoilt(_pale),
    "toner all but gone": _spoilt(_hardly_there),
    "jam, sheet fed again": _fed_again(_upper_half, "torn"),
    "double feed, sheet fed again": _fed_again(_over_another, "leader"),
    "printed twice": _fed_again(None, "leader"),
    "two leading sheets in a row": _empty_dossier,
    "blank backs": _blank_backs,
    "old slip inside": _old_slip,
    "separator of another office": _stranger,
}
