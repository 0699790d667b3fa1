"""The dossiers of some days as a file of the portal's data arrays, without an envelope and without a session."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from dossiers.dossier import Dossier
from dossiers.errors import KnownError
from dossiers.journal import Op
from sync.portal.constants import constants
from sync.portal.messages import Message, Sender, dossier_message
from sync.portal.steps import steps

FORMAT = "motcua.portal-export/1"


@dataclass(slots=True)
class Export:
    """The two arrays, what has no place in them (code, reason), and how many voided dossiers were left out."""

    dossiers: list[Message] = field(default_factory=list)
    steps: list[Message] = field(default_factory=list)
    unmapped: list[tuple[str, str]] = field(default_factory=list)
    voided: int = 0

    def as_file(self, unit: str, first: date, last: date) -> Message:
        """The file's content (resources/portal/export.schema.json)."""
        return {
            "format": FORMAT,
            "unit": unit,
            "received_from": first.isoformat(),
            "received_to": last.isoformat(),
            "DongBoHoSoMC": self.dossiers,
            "CapNhatTienDoHoSoMC": self.steps,
            "unmapped": [{"code": code, "reason": reason} for code, reason in self.unmapped],
        }


def export(received: Iterable[tuple[Dossier, Sequence[Op]]], sender: Sender) -> Export:
    """Each dossier with its history, in the order given; one that cannot be mapped is named and leaves no trace."""
    made = Export()
    for dossier, history in received:
        if not constants().reports(dossier.status):
            made.voided += 1
            continue
        try:
            message, taken = dossier_message(dossier, sender), steps(dossier, history)
        except KnownError as error:
            made.unmapped.append((dossier.code, str(error)))
            continue
        made.dossiers.append(message)
        made.steps.extend(step.message for step in taken)
    return made
