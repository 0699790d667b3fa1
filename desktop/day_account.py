"""The evening's account: each dossier of the day with its four proofs, read from the desk's own memory."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop.bridges.keeper import last_backup
from dossiers.clock import from_ms
from dossiers.dossier import Dossier
from dossiers.status import WORDS, Status
from printing.forms.day_sheet import DayLine, DaySheet

if TYPE_CHECKING:
    from desktop.jobs import Desk


def read_day_sheet(desk: "Desk", day: date, now: datetime, *, province_agrees: bool) -> DaySheet:
    """The sheet of one day; `province_agrees` is whether the last run proved that both ends hold the same day."""
    dossiers = tuple(desk.register.received_on(day))
    copied_until = last_backup(desk) or from_ms(0)
    unsent_files = {job.sha256 for job in desk.wire.blobs_waiting()}
    lines = tuple(_line(desk, dossier, copied_until, unsent_files) for dossier in dossiers)
    head, counts = desk.journal.head, desk.register.counts()
    return DaySheet(
        day=day, desk=desk.office.desk_name, as_of=now, received=len(dossiers), returned=counts.returned_today,
        voided=sum(dossier.status is Status.VOIDED for dossier in dossiers), held_count=len(dossiers),
        second_copy_count=sum(line.second_copy for line in lines) if desk.devices.backup_folder else None,
        province_count=len(dossiers) if province_agrees else None, lines=lines, journal_epoch=head.epoch.hex(),
        journal_seq=head.seq, journal_hash=head.hash.hex(), clerk=desk.clerk.name,
    )  # fmt: skip


def _line(desk: "Desk", dossier: Dossier, copied_until: datetime, unsent_files: set[str]) -> DayLine:
    deeds = desk.register.history(dossier.id)
    scans = {scan.sha256 for scan in dossier.scans}
    return DayLine(
        code=dossier.code, procedure_name=dossier.procedure_name, status_word=WORDS[dossier.status], here=True,
        second_copy=deeds[-1].at <= copied_until, province=all(deed.sent for deed in deeds),
        attachments=all(desk.files.has(scan) for scan in scans) and not scans & unsent_files,
    )  # fmt: skip
