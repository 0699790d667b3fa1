"""The receipt on its way to paper: on sheets or on a roll, its copies signed by this desk."""

from typing import TYPE_CHECKING

from dossiers.dossier import Dossier
from dossiers.slip_header import UNSIGNED, SlipProofs

if TYPE_CHECKING:
    from desktop.jobs import Desk
    from desktop.slips import Letterhead


def sign(desk: "Desk", dossier: Dossier) -> SlipProofs:
    """The signed codes of a dossier as it stands; a training office signs nothing."""
    from sync.slip_keys import prove_slip

    return UNSIGNED if desk.office.training else prove_slip(desk, dossier)


def draw(dossier: Dossier, head: "Letterhead", reprint: int) -> bytes:
    """The PDF of both copies, or the picture for the roll."""
    from printing.forms import receipt as sheets
    from printing.thermal import receipt as roll

    if head.receipt_roll:
        return roll.render(dossier, head.office, width=head.receipt_roll, reprint=reprint, proofs=head.proofs)
    return sheets.render(
        dossier, head.office, paper=head.paper, reprint=reprint, overrides=head.words, proofs=head.proofs
    )
