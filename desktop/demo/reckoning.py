"""After the day: both ends are verified, and every promise is checked against what was printed and stored."""

import json
import platform
from collections import Counter
from datetime import timedelta
from typing import Any

from desktop.demo.director import Progress
from desktop.demo.plan import LINE_UP, Play
from desktop.demo.processes import run_motcua
from desktop.demo.stage_clock import StageClock
from desktop.demo.stage_set import CLERK, UNIT, Folders, environment
from dossiers.books import BookKind
from dossiers.dossier import Dossier
from dossiers.finance import owed_vnd
from dossiers.numbering import dossier_code
from dossiers.status import Status
from dossiers.store.backup import proven_backup
from dossiers.store.desk import Desk
from dossiers.store.vault import unlock
from sync.reconcile import Reconciliation, reconcile

AFTER_CLOSING = timedelta(minutes=10)


def reckon(folders: Folders, play: Play, progress: Progress) -> tuple[dict[str, Any], list[str]]:
    """Facts of the day, and a sentence for each promise that did not hold."""
    faults = [*verified(folders, ["verify", "--home", str(folders.home), "--json"], "desk")]
    faults += verified(folders, ["province", "--folder", str(folders.province), "--verify", "--json"], "province")
    clock = StageClock(play.instant(LINE_UP) + AFTER_CLOSING)
    vault = unlock(folders.home, CLERK, folders.passphrase.read_text(encoding="utf-8"), clock)
    desk = Desk.open(folders.home, vault, clock, machine=platform.node())
    try:
        account = reconcile(desk, play.day, proven_backup(desk))
        dossiers = list(desk.register.received_on(play.day))
        lines, unsent = desk.journal.count(), desk.journal.unsent_count()
        gaps = tuple(desk.books.gaps())
    finally:
        desk.close()
    faults += [*kept(play, progress, dossiers), *paid(dossiers), *gaps, *ticked(account)]
    facts = {
        "journal_lines": lines, "unsent": unsent, "power_cuts": progress.power_cuts, "line_cuts": progress.line_cuts,
        "slips": len(list(folders.slips.glob("*.pdf"))), "scans": sum(len(each.scans) for each in dossiers),
        "four_ticks": {"here": account.here_count, "second_copy": account.second_copy_count,
                       "province": account.province_count,
                       "attachments": sum(line.attachments for line in account.lines)},
        "certified": sum(each.entry(BookKind.COPIES) is not None for each in dossiers),
        "fee_receipts": sum(len(each.receipts) for each in dossiers),
        "fees_vnd": sum(each.fee_kept_vnd for each in dossiers),
        "states": dict(Counter(each.status.value for each in dossiers)),
    }  # fmt: skip
    return facts, faults


def verified(folders: Folders, words: list[str], end: str) -> list[str]:
    """What `motcua … --verify` finds wrong at one end."""
    code, said, complaint = run_motcua(words, environment(folders))
    if code not in (0, 1) or not said:
        return [f"{end} could not be verified: {complaint.strip()}"]
    answer = json.loads(said)
    return [f"{end}: {fault}" for fault in answer.get("faults", [answer.get("error", "")])]


def kept(play: Play, progress: Progress, dossiers: list[Dossier]) -> list[str]:
    """No slip without its dossier, no dossier twice, no gap and no stranger in the numbers."""
    faults = []
    by_code = {dossier.code: dossier for dossier in dossiers}
    for visitor in play.visitors:
        taken = progress.taken.get(visitor.number)
        dossier = by_code.get(taken.code) if taken else None
        if dossier is None:
            faults.append(f"visitor {visitor.number} holds a slip whose dossier is not in the register")
        elif dossier.owner.id_number != visitor.citizen.person.id_number:
            faults.append(f"the slip of visitor {visitor.number} leads to somebody else")
        elif visitor.fetches_today and not visitor.missing and dossier.status is not Status.RETURNED:
            faults.append(f"visitor {visitor.number} fetched a result that is not recorded as returned")
        elif visitor.at_once and (dossier.status is not Status.RETURNED or not dossier.entry(BookKind.COPIES)):
            faults.append(f"visitor {visitor.number} waited for copies that are not recorded as certified and returned")
    wanted = {dossier_code(UNIT, play.day, number) for number in range(1, len(play.visitors) + 1)}
    if set(by_code) != wanted or len(by_code) != len(dossiers):
        faults.append(f"{len(dossiers)} dossiers for {len(play.visitors)} visitors, or a gap in their numbers")
    if progress.power_cuts < 1 or progress.line_cuts < 1:
        faults.append("the power cut or the line cut was not played")
    return faults


def paid(dossiers: list[Dossier]) -> list[str]:
    """What was due at the counter was taken, to the dong, under a number."""
    return [f"{each.code} owes {owed_vnd(each)} VND at the end of the day" for each in dossiers if owed_vnd(each)]


def ticked(account: Reconciliation) -> list[str]:
    """Every dossier here, in the second copy, under the province's receipt, with all its files."""
    faults = [f"{line.code} lacks one of its four ticks" for line in account.lines if not line.done]
    if not account.done:
        faults.append("the three sums of the evening do not agree")
    return faults
