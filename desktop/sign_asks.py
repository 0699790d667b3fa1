"""What the signing screen asks of the desk: what may be signed, its bytes, and to keep what was signed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from dossiers.dossier import Scan
from dossiers.people import Right
from dossiers.permissions import needs
from dossiers.sign_scan import SignedFile, sign_scan

if TYPE_CHECKING:
    from desktop.jobs import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A scan that may be signed, and whose."""

    dossier_id: UUID
    code: str
    owner: str
    scan: Scan


def read_papers(desk: "Desk", asked: UUID | None = None) -> tuple[Paper, ...]:
    """Scans that nobody of the office has signed yet and whose file lies here; see `scans_to_sign`."""
    from dossiers.store.scans_to_sign import scans_to_sign

    return tuple(
        Paper(dossier_id=each.dossier.id, code=each.dossier.code, owner=each.dossier.owner.name, scan=each.scan)
        for each in scans_to_sign(desk, asked)
    )


@needs(Right.ACT)
def read_file(desk: "Desk", paper: Paper) -> bytes:
    """The file's bytes; raises KnownError where it is spoilt or gone."""
    return desk.files.get(paper.scan.sha256)


@needs(Right.ACT)
def keep_signed(desk: "Desk", paper: Paper, signed: bytes) -> None:
    """Make the signed file durable, then let it stand for the scan; an op in the journal says who did."""
    sha256 = desk.files.put(signed)
    desk.do(sign_scan, paper.dossier_id, SignedFile(scan=paper.scan, sha256=sha256, size=len(signed)))
