"""Move scans to where they belong, another dossier of this office or another paper of this one: one deed, no copy."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, require_move
from dossiers.attach_scans import ScansAttached
from dossiers.dossier import Digital, Dossier, Scan
from dossiers.errors import Impossible, InvalidInput
from dossiers.mark_paper import mark_paper
from dossiers.names import nfc
from dossiers.scans_off import CLAIMS, are_off
from dossiers.take_off_scans import ScansTakenOff, check

OTHER_PAPER, RESULT = "Giấy tờ khác", "Kết quả"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPlace:
    """A dossier, and what a scan is there: a paper by its place among the component lines, no such, or the result."""

    dossier_id: UUID
    paper: int | None = None
    result: bool = False


def move_scans(act: Act, dossier_id: UUID, scans: tuple[Scan, ...], to: NewPlace, reason: str) -> Dossier:
    """Take scans off and attach the same files elsewhere; returns the dossier they were taken off.

    Raises what `take_off_scans.check` does, Impossible where the other dossier takes no scans in its state, and
    InvalidInput for a place that is not there or is theirs already.
    """
    source, target = act.dossier(dossier_id), act.dossier(to.dossier_id)
    check(act, source, scans, reason)
    require_move("scans_attached", target)
    line = _line(target, to)
    moved = tuple(replace(scan, paper=to.paper, result=to.result, title=line) for scan in scans)
    if target.id == source.id and any(scan.place == new.place for scan, new in zip(scans, moved, strict=True)):
        raise InvalidInput("Bản quét đang nằm đúng ở giấy tờ này. Chọn giấy tờ khác.", field="line")
    claim = _claim(source, scans)
    carry(act, source, target, scans, moved, reason)
    if to.paper is not None and claim and act.dossier(target.id).papers[to.paper].digital is Digital.NONE:
        mark_paper(act, target.id, to.paper, claim)
    return act.dossier(source.id)


def carry(
    act: Act, source: Dossier, target: Dossier, scans: tuple[Scan, ...], moved: tuple[Scan, ...], reason: str
) -> Dossier:
    """Off the one and onto the other, each saying where; taking a move back is the same the other way."""
    off = ScansTakenOff(scans=scans, reason=nfc(reason), moved_to=target.code, line=moved[0].title)
    act.append("scans_taken_off", source.id, off)
    back = are_off(act.dossier(target.id), moved)
    body = ScansAttached(scans=moved, moved_from=source.code, puts_back=back)
    return act.append("scans_attached", target.id, body)


def move_back(act: Act, dossier_id: UUID, scans: tuple[Scan, ...], to: NewPlace, reason: str) -> Dossier:
    """Undo `move_scans` with the same words: the files count again where they did; returns the dossier they are in."""
    source, target = act.dossier(dossier_id), act.dossier(to.dossier_id)
    places = {(scan.unsigned, to.paper, to.result) for scan in scans}
    there = tuple(scan for scan in target.scans_in_force if scan.place in places)
    if not there:
        raise Impossible("Bản quét không còn ở hồ sơ {code} nên không hoàn tác được.", code=target.code)
    check(act, target, there, reason)
    return carry(act, target, source, there, scans, reason)


def _line(target: Dossier, to: NewPlace) -> str:
    """What the scan is called there."""
    if to.result:
        return RESULT
    if to.paper is None:
        return OTHER_PAPER
    if not 0 <= to.paper < len(target.papers):
        raise InvalidInput("Không có giấy tờ này trong hồ sơ.", field="line")
    return target.papers[to.paper].name


def _claim(source: Dossier, scans: tuple[Scan, ...]) -> Digital | None:
    """What the line of the first scan says of its electronic copy: the paper keeps it where it goes."""
    lines = dict(enumerate(source.papers))
    line = lines.get(-1 if scans[0].paper is None else scans[0].paper)
    return line.digital if line and line.digital in CLAIMS else None
