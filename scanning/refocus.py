"""Bars out of focus brought back by Wiener's filter: a level strip of bars is one line, told many times over."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from scanning.picture import Picture

_BANDS = 5
"""The mean along the bars takes the grain away; five of them, for a fold, a pen or bars that lean spoil some."""

REFOCUSED_ROWS = 40
"""Of what `refocus` gives: between two bands their mixture stands, more lines to try without another transform."""

_BLURS_PX = 0.75, 1.0, 1.5, 2.0, 2.5
"""How far the light of a point is spread on the page (a Gaussian's standard deviation); nobody knows: all are tried."""

_NOISES = 0.01, 0.001
"""Power of noise beside power of bars: the less is assumed, the more of fine bars comes back, and of the grain."""

_MARGIN_PX = 64


def refocus(strip: Picture, enlarged: float) -> Iterator[Picture]:
    """A level grey strip for every blur it may have had: as wide, 40 rows, print near 0 and paper near 255.

    `enlarged` is how many of its pixels one pixel of the page became. N. Wiener, Extrapolation, Interpolation, and
    Smoothing of Stationary Time Series, 1949; strengths measured in docs/decisions/0111.
    """
    import cv2
    import numpy as np

    width = strip.shape[1]
    bands = cv2.resize(strip, (width, _BANDS), interpolation=cv2.INTER_AREA).astype(np.float32)
    padded = np.pad(bands, ((0, 0), (_MARGIN_PX, _MARGIN_PX)), mode="edge")
    samples = cv2.getOptimalDFTSize(padded.shape[1])
    spectrum = np.fft.rfft(padded, samples, axis=1)
    for wiener in _filters(samples, enlarged):
        sharp = np.fft.irfft(spectrum * wiener, samples, axis=1)[:, _MARGIN_PX : _MARGIN_PX + width]
        yield cast("Picture", cv2.resize(_full_contrast(sharp), (width, REFOCUSED_ROWS), interpolation=cv2.INTER_CUBIC))


def _filters(samples: int, enlarged: float) -> Iterator[NDArray[np.float64]]:
    """Gains by frequency; a Gaussian's transform is a Gaussian."""
    import numpy as np

    frequencies = np.fft.rfftfreq(samples)
    for noise in _NOISES:
        for blur_px in _BLURS_PX:
            passed = np.exp(-2 * (np.pi * frequencies * blur_px * enlarged) ** 2)
            yield passed / (passed * passed + noise)


def _full_contrast(sharp: NDArray[np.float64]) -> Picture:
    import numpy as np

    ink, paper = np.percentile(sharp[:, ::4], (2, 98))
    deep = np.clip((sharp - ink) * (255 / max(paper - ink, 1.0)), 0, 255)
    return cast("Picture", deep.astype(np.uint8))
