"""Use a paper again that was scanned for an earlier dossier: nobody is asked twice for what was digitised.

What an office has digitised it may not ask for again (NĐ 118/2025/NĐ-CP); the new dossier names the same files, so
that nothing is copied, and the line is marked for the indicator of QĐ 766/QĐ-TTg.
"""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from dossiers.acting import Act, require_clerk
from dossiers.attach_scans import ScansAttached
from dossiers.dossier import Digital, Dossier, PaperLine, Scan
from dossiers.errors import Impossible, InvalidInput
from dossiers.mark_paper import mark_paper
from dossiers.names import fold, nfc
from dossiers.scans_off import are_off

DECLARATIONS = ("to khai", "don ")
"""How the folded names of forms begin that a citizen fills in: tờ khai, đơn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierPaper:
    """A paper of the same person in an earlier dossier, with its files; `here` where all of them lie on this desk."""

    dossier_id: UUID
    code: str
    name: str
    scanned_on: date
    scans: tuple[Scan, ...]
    here: bool

    @property
    def pages(self) -> int:
        """How many pages were scanned."""
        return sum(scan.pages for scan in self.scans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """A component line, by its place, that an earlier paper stands in for."""

    paper: int
    earlier: EarlierPaper


def same_component(one: PaperLine, other: PaperLine) -> bool:
    """Whether two lines ask for the same paper: by its code in the national catalogue, else by its name.

    A declaration is none: it is written anew for each dossier.
    """
    coded = bool(one.code) and one.code == other.code
    name = fold(nfc(one.name))
    return not name.startswith(DECLARATIONS) and (coded or name == fold(nfc(other.name)))


def reuse_scan(act: Act, dossier_id: UUID, reuse: Reuse) -> Dossier:
    """Let a line use the files of an earlier paper; used already, nothing changes.

    Raises InvalidInput for a line that is not there, or for a paper that is not the same person's.
    """
    require_clerk(act.clerk)
    dossier, source = act.dossier(dossier_id), act.dossier(reuse.earlier.dossier_id)
    if not 0 <= reuse.paper < len(dossier.papers):
        raise InvalidInput("Không có giấy tờ này trong hồ sơ.", field="papers")
    if not dossier.owner.id_number or dossier.owner.id_number != source.owner.id_number:
        raise InvalidInput(
            "Bản quét của hồ sơ {code} thuộc số định danh khác. Bỏ dùng lại bản đó.", field="papers", code=source.code
        )
    if any(scan not in source.scans_in_force for scan in reuse.earlier.scans):
        raise Impossible("Hồ sơ {code} không còn bản quét này.", code=source.code)
    scans = tuple(replace(scan, paper=reuse.paper) for scan in reuse.earlier.scans)
    if any(scan not in dossier.scans_in_force for scan in scans):
        body = ScansAttached(scans=scans, reused_from=source.code, puts_back=are_off(dossier, scans))
        dossier = act.append("scans_attached", dossier_id, body)
    if dossier.papers[reuse.paper].digital is not Digital.REUSED:
        dossier = mark_paper(act, dossier_id, reuse.paper, Digital.REUSED)
    return dossier
