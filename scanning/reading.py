"""One code as one engine read it from a picture: what every reader of this room answers with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Symbology: TypeAlias = Literal["Code128", "QRCode"]
Corners: TypeAlias = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One code as one engine read it.

    `text` is NFC. `corners` are four (x, y) pixels: top left, top right, bottom right, bottom left as the
    code is read. `agreed` is the second witness of a Code 128 that stands without an accepted QR: True the
    same text, False another text, None silent or not asked.
    """

    symbology: Symbology
    text: str
    corners: Corners
    engine: str
    agreed: bool | None = None


Accept: TypeAlias = Callable[[Reading], bool]
"""The caller's rule of which reading ends the search; the rules of what is a dossier's code live with it."""
