"""The paper rolls of receipt printers, measured in the dots of their heads: 8 a millimetre (203 dpi)."""

from dataclasses import dataclass

DOTS_PER_MM = 8
DPI = 203

EDGE = 4
"""Dots kept free on every side: some letters lean out of their boxes."""


@dataclass(frozen=True, slots=True)
class Roll:
    """A roll by the name the settings give it, and how many dots its printers print across."""

    name: str
    width: int

    @property
    def text_width(self) -> int:
        """What words and codes may take."""
        return self.width - 2 * EDGE


ROLLS = {roll.name: roll for roll in (Roll("80mm", 576), Roll("58mm", 384))}
"""80 mm paper prints 72 mm across, 58 mm paper 48 mm; the rest is margin no printer reaches."""


def roll_of(name: str) -> Roll:
    """The roll of a setting's name; raises ValueError for a roll nobody sells."""
    if name not in ROLLS:
        raise ValueError(f"no roll named {name}")
    return ROLLS[name]
