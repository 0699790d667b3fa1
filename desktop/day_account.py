"""The evening's account as a sheet of paper: the reconciliation of the day in the words of the form."""

from datetime import date
from typing import TYPE_CHECKING

from dossiers.status import WORDS
from printing.forms.day_sheet import DayLine, DaySheet

if TYPE_CHECKING:
    from desktop.jobs import Desk


def read_day_sheet(desk: "Desk", day: date) -> DaySheet:
    """What is proven of one day at this moment."""
    from dossiers.store.backup import proven_backup
    from sync.reconcile import reconcile

    account = reconcile(desk, day, proven_backup(desk))
    lines = tuple(
        DayLine(
            code=line.code, procedure_name=line.procedure_name, status_word=WORDS[line.status], here=line.here,
            second_copy=line.second_copy, province=line.province, attachments=line.attachments,
        )
        for line in account.lines
    )  # fmt: skip
    return DaySheet(
        day=day, desk=desk.office.desk_name, as_of=account.at, received=account.received, returned=account.returned,
        voided=account.voided, held_count=account.here_count, second_copy_count=account.second_copy_count,
        province_count=account.province_count, lines=lines, journal_epoch=account.head.epoch.hex(),
        journal_seq=account.head.seq, journal_hash=account.head.hash.hex(), clerk=desk.clerk.name,
    )  # fmt: skip
