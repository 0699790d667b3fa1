"""Every colour pair the desk draws reaches its contrast, recomputed here from WCAG 2.2's definition."""

import pytest

from desktop.theme.tokens import CONTRAST_PAIRS


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB` (WCAG 2.2, definition)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_is_right() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize(("name", "ink", "ground", "least"), CONTRAST_PAIRS, ids=str)
def test_the_pair_can_be_read(name: str, ink: str, ground: str, least: float) -> None:
    assert contrast(ink, ground) >= least, name
