"""Which codes read from a paper to believe: QR before Code 128, two readers for lone bars, the register last.

The rules are those of BARCODES.md section 7: a wrong code files a citizen's papers under a stranger.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from dossiers.codes import SlipCode, accept, parse_slip


class Seen(Protocol):
    """A reading as whoever looked at the paper hands it over; `agreed` is the second reader's word on bars."""

    @property
    def symbology(self) -> str:
        """ "QRCode" or "Code128"."""
        ...

    @property
    def text(self) -> str:
        """What the code says."""
        ...

    @property
    def agreed(self) -> bool | None:
        """True: a second reader reads the same; False: it reads something else; None: it is silent."""
        ...


class Trust(StrEnum):
    """How sure the reading itself is, before any register was asked."""

    SURE = "sure"
    LONE = "lone"
    """Bars that one reader read and no other contradicts."""
    DISPUTED = "disputed"
    """Two readers, or the two codes of one paper, say different things."""


class Belief(StrEnum):
    """What may be done with a code once the register was asked."""

    ACCEPTED = "accepted"
    UNKNOWN = "unknown"
    """Well read, but in no register here: shown to the clerk, never created from paper."""
    DOUBTFUL = "doubtful"
    """Shown to the clerk with the picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCode:
    """One dossier code on one paper, and how sure its reading is; `bars` alone say no more than the code."""

    slip: SlipCode
    trust: Trust
    bars: bool = False

    def belief(self, *, registered: bool) -> Belief:
        """What may be done with it, where the register knows the dossier or does not."""
        if self.trust is Trust.DISPUTED:
            return Belief.DOUBTFUL
        if registered:
            return Belief.ACCEPTED
        return Belief.UNKNOWN if self.trust is Trust.SURE else Belief.DOUBTFUL


def settles(seen: Seen, latest: date) -> bool:
    """Whether a reading alone is sure, so that nobody need look further; `latest` as in `codes.accept`."""
    return accept(seen.text, latest) and (seen.symbology == "QRCode" or seen.agreed is True)


def weigh(readings: Iterable[Seen], latest: date) -> tuple[PaperCode, ...]:
    """The dossier codes among one paper's readings, QR before bars, each code once; impossible ones are left out.

    Where two QRs name the same dossier, the one that may lead a pile is kept.
    """
    possible = [(seen, slip) for seen in readings if accept(seen.text, latest) and (slip := parse_slip(seen.text))]
    squares = {slip.code: slip for seen, slip in reversed(possible) if seen.symbology == "QRCode"}
    squares |= {slip.code: slip for _, slip in reversed(possible) if slip.separator}
    bars = {slip.code: (seen, slip) for seen, slip in reversed(possible) if seen.symbology == "Code128"}
    strange = bars.keys() - squares.keys()
    torn = bool(squares) and bool(strange)
    found = [PaperCode(slip=slip, trust=Trust.DISPUTED if torn else Trust.SURE) for slip in reversed(squares.values())]
    found += [
        PaperCode(slip=slip, trust=Trust.DISPUTED if torn else _trust_of_lone(seen.agreed), bars=True)
        for code, (seen, slip) in reversed(bars.items())
        if code in strange
    ]
    return tuple(found)


def _trust_of_lone(agreed: bool | None) -> Trust:
    if agreed is None:
        return Trust.LONE
    return Trust.SURE if agreed else Trust.DISPUTED
