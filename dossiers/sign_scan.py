"""Put a signed file in the place of the scan it was signed from: the same pages, the old file kept."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, require_clerk
from dossiers.attach_scans import ScansAttached
from dossiers.dossier import Dossier, Scan
from dossiers.errors import Impossible


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedFile:
    """A scan of a dossier, and the hash and size of the file that stands for it now."""

    scan: Scan
    sha256: str
    size: int


def sign_scan(act: Act, dossier_id: UUID, signed: SignedFile) -> Dossier:
    """Attach the signed file as the one in force; signed already, nothing changes.

    Raises Impossible where the scan is no longer in force: a newer file stands for it.
    """
    require_clerk(act.clerk)
    dossier = act.dossier(dossier_id)
    if any(scan.sha256 == signed.sha256 for scan in dossier.scans):
        return dossier
    if signed.scan not in dossier.scans_in_force:
        raise Impossible("Bản quét này vừa có bản khác thay. Tải lại danh sách rồi ký bản mới.")
    new = replace(signed.scan, sha256=signed.sha256, size=signed.size, signed_from=signed.scan.unsigned)
    return act.append("scans_attached", dossier_id, ScansAttached(scans=(new,)))
