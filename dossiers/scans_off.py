"""Which scans of a dossier do not count: what taking off and attaching again do to its state, in any order."""

from collections.abc import Iterable
from dataclasses import replace

from msgspec import UNSET

from dossiers.dossier import Digital, Dossier, PaperLine, Scan, TakenOff

CLAIMS = (Digital.SCANNED, Digital.REUSED)
"""What a line says of its electronic copy that a scan in this dossier may be the ground of."""


def are_off(dossier: Dossier, scans: Iterable[Scan]) -> bool:
    """Whether any of these was taken off, as far as is known here."""
    return not {each.place for each in dossier.taken_off or ()}.isdisjoint(scan.place for scan in scans)


def take_off(dossier: Dossier, off: Iterable[TakenOff]) -> Dossier:
    """The dossier without these scans; a line that loses its last one claims no electronic copy.

    A scan that no line has named yet may be among them: two desks are heard in any order.
    """
    older = {each.place: each for each in dossier.taken_off or ()}
    # Taken off twice, a line has nothing left to claim the second time.
    news = {each.place: replace(each, digital=_claimed(dossier, older.get(each.place), each)) for each in off}
    kept = tuple(each for each in older.values() if each.place not in news)
    after = replace(dossier, taken_off=(*kept, *news.values()))
    left = {scan.paper for scan in after.scans_in_force if not scan.result}
    bare = {each.paper for each in news.values() if not each.result} - left
    return replace(after, papers=tuple(_bare(line, place in bare) for place, line in enumerate(after.papers)))


def put_back(dossier: Dossier, scans: Iterable[Scan]) -> Dossier:
    """The dossier with these scans in force again, and the claims of their lines."""
    back = {scan.place for scan in scans}
    off = dossier.taken_off or ()
    claims = {each.paper: each.digital for each in off if each.place in back and not each.result}
    kept = tuple(each for each in off if each.place not in back)
    papers = tuple(_claiming(line, claims.get(place, Digital.NONE)) for place, line in enumerate(dossier.papers))
    return replace(dossier, papers=papers, taken_off=kept or UNSET)


def _claimed(dossier: Dossier, older: TakenOff | None, off: TakenOff) -> Digital:
    if older:
        return older.digital
    lines = dict(enumerate(dossier.papers))
    line = None if off.result or off.paper is None else lines.get(off.paper)
    return line.digital if line and line.digital in CLAIMS else Digital.NONE


def _bare(line: PaperLine, bare: bool) -> PaperLine:
    return replace(line, digital=Digital.NONE) if bare and line.digital in CLAIMS else line


def _claiming(line: PaperLine, claim: Digital) -> PaperLine:
    return replace(line, digital=claim) if line.digital is Digital.NONE else line
