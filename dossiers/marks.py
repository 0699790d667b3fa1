"""What is asked of a dossier besides its dates, as bits for counting and finding (QĐ 766/QĐ-TTg, domain 4.5)."""

from enum import IntFlag

from dossiers.dossier import Digital, Dossier, PaymentMode
from dossiers.standing import counts_overdue


class Mark(IntFlag):
    """One yes or no each; all follow from the state."""

    PAPERS_DIGITISED = 1
    RESULT_DIGITISED = 2
    REUSED = 4
    CHARGED = 8
    PAID_ONLINE = 16
    ASKED_TWICE = 32
    ASKED = 64
    RECOVERED = 128
    SCANS_OFF = 256


def marks_of(dossier: Dossier) -> Mark:
    """The marks of a dossier."""
    papers, scans = {paper.digital for paper in dossier.papers}, dossier.scans_in_force
    facts = {
        Mark.PAPERS_DIGITISED: Digital.SCANNED in papers or any(not scan.result for scan in scans),
        Mark.RESULT_DIGITISED: any(scan.result for scan in scans),
        Mark.REUSED: bool(papers & {Digital.REUSED, Digital.REUSED_RESULT}),
        Mark.CHARGED: dossier.fee_total_vnd > 0,
        Mark.PAID_ONLINE: any(each.mode is PaymentMode.ONLINE and not each.voided_at for each in dossier.receipts),
        Mark.ASKED_TWICE: counts_overdue(dossier),
        Mark.ASKED: bool(dossier.supplements),
        Mark.RECOVERED: dossier.recovered is not None,
        Mark.SCANS_OFF: bool(dossier.taken_off),
    }
    return Mark(sum(mark for mark, true in facts.items() if true))
