"""Every colour and every measure of the desk, in one place; all lengths are logical pixels."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a coloured word means; always beside a word and an icon, never colour alone."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"
    HOLD = "hold"
    IDLE = "idle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One colour scheme; a tone's `*_ground` is what its text stands on."""

    name: str
    canvas: str
    surface: str
    sunken: str
    border: str
    outline: str
    text: str
    muted: str
    primary: str
    primary_hover: str
    on_primary: str
    row_selected: str
    ok: str
    ok_ground: str
    warn: str
    warn_ground: str
    bad: str
    bad_ground: str
    info: str
    info_ground: str
    hold: str
    hold_ground: str
    idle: str
    idle_ground: str

    def tone(self, tone: Tone) -> tuple[str, str]:
        """The text colour and the ground of a tone."""
        return getattr(self, tone), getattr(self, f"{tone}_ground")


LIGHT = Colours(
    name="light",
    canvas="#F4F6F8", surface="#FFFFFF", sunken="#EAEEF2", border="#C9D1DA", outline="#7A8694",
    text="#17212B", muted="#51606F", primary="#0A5A9C", primary_hover="#084B82", on_primary="#FFFFFF",
    row_selected="#D3E6F8",
    ok="#1B6E45", ok_ground="#E6F4EC", warn="#855100", warn_ground="#FFF3DB", bad="#A3261B", bad_ground="#FCEBE9",
    info="#0A5A9C", info_ground="#E5F0FA", hold="#5A3E91", hold_ground="#F0EBFA", idle="#51606F", idle_ground="#EAEEF2",
)  # fmt: skip

DARK = Colours(
    name="dark",
    canvas="#12181F", surface="#1A222B", sunken="#0E1318", border="#36424F", outline="#7E8C9B",
    text="#E7ECF1", muted="#A3B0BD", primary="#6BB3F2", primary_hover="#8CC5F6", on_primary="#0A1A28",
    row_selected="#1D3F5E",
    ok="#67CB98", ok_ground="#15301F", warn="#EDB458", warn_ground="#36280F", bad="#F28B82", bad_ground="#3B1B18",
    info="#6BB3F2", info_ground="#142B40", hold="#BBA3EE", hold_ground="#2A2140", idle="#A3B0BD", idle_ground="#26303A",
)  # fmt: skip

MARKER = "#FFE27A"
"""What a marker leaves on paper, which is white by day and by night."""

TEXT_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3: text against its ground."""
SHAPE_CONTRAST = 3.0
"""WCAG 2.2, 1.4.11: outlines and focus rings against their ground."""


def contrast_pairs(colours: Colours) -> tuple[tuple[str, str, str, float], ...]:
    """Every pair that is drawn: name, foreground, background, least contrast."""
    c = colours
    drawn = [
        ("text on surface", c.text, c.surface, TEXT_CONTRAST),
        ("text on canvas", c.text, c.canvas, TEXT_CONTRAST),
        ("text on sunken", c.text, c.sunken, TEXT_CONTRAST),
        ("text on selected row", c.text, c.row_selected, TEXT_CONTRAST),
        ("muted on surface", c.muted, c.surface, TEXT_CONTRAST),
        ("muted on canvas", c.muted, c.canvas, TEXT_CONTRAST),
        ("muted on sunken", c.muted, c.sunken, TEXT_CONTRAST),
        ("primary on surface", c.primary, c.surface, TEXT_CONTRAST),
        ("on primary", c.on_primary, c.primary, TEXT_CONTRAST),
        ("on primary, hovered", c.on_primary, c.primary_hover, TEXT_CONTRAST),
        ("error on surface", c.bad, c.surface, TEXT_CONTRAST),
        ("warning on surface", c.warn, c.surface, TEXT_CONTRAST),
        ("outline on surface", c.outline, c.surface, SHAPE_CONTRAST),
        ("outline on canvas", c.outline, c.canvas, SHAPE_CONTRAST),
        ("focus ring on surface", c.primary, c.surface, SHAPE_CONTRAST),
        ("focus ring on canvas", c.primary, c.canvas, SHAPE_CONTRAST),
    ]
    toned = [(f"{tone} on its ground", *c.tone(tone), TEXT_CONTRAST) for tone in Tone]
    return tuple((f"{c.name}: {name}", ink, ground, least) for name, ink, ground, least in drawn + toned)


CONTRAST_PAIRS = contrast_pairs(LIGHT) + contrast_pairs(DARK)

# Lengths.
GAP = 8
SMALL_GAP = 4
PAGE_MARGIN = 24
CARD_PADDING = (16, 12)
CARD_GAP = 16
CONTROL_HEIGHT = 32
PRIMARY_HEIGHT = 36
ROW_HEIGHT = 32
TOP_BOX_HEIGHT = 36
ACTION_BAR_HEIGHT = 52
RAIL_WIDTH = 184
RAIL_ICONS_WIDTH = 64
RAIL_ITEM_HEIGHT = 44
RADIUS = 4
CARD_RADIUS = 8
FOCUS_RING = 2
ICON = 20
SMALL_ICON = 16

NARROW_WINDOW = 1200
"""Under this width the rail shows icons only."""
STACKED_WINDOW = 1000
"""Under this width cards stand under each other."""
LEAST_WINDOW = (1093, 582)
"""What a 1366 × 728 work area leaves at 125 %; nothing scrolls at this size."""
LOWEST_WINDOW = (910, 485)
"""The same at 150 %: forms scroll, the action bar never does."""

# Type sizes, in pixels at 100 %.
CAPTION = 12
BODY = 14
TOP_BOX = 15
CARD_TITLE = 16
PAGE_TITLE = 20
FIGURE = 28

TEXT_SCALES = (100, 115, 130)
"""Percentages offered in the settings."""
