"""State from ops: the one table from an op's kind to the verb that folds it, the same at desk and province."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec

from dossiers import (
    apologise,
    attach_scans,
    carry_over,
    certify,
    correct,
    end_without_result,
    financial_duty,
    hand_over,
    mark_paper,
    note,
    post,
    print_form,
    receive,
    recover,
    reissue,
    reopen,
    reschedule,
    result_ready,
    return_result,
    supplement,
    take_fee,
    take_off_scans,
    void,
)
from dossiers.dossier import Dossier
from dossiers.errors import KnownError
from dossiers.journal import Op
from dossiers.reading import read_json
from dossiers.status import AT_WORK

Fold = Callable[[Dossier | None, Op, Any], Dossier]

FOLDS: dict[str, tuple[type, Fold]] = {
    "received": (receive.Received, recover.fold_received),
    "carried_over": (carry_over.CarriedOver, carry_over.fold),
    "supplement_requested": (supplement.SupplementRequested, supplement.fold_requested),
    "supplement_received": (supplement.SupplementReceived, supplement.fold_received),
    "duty_demanded": (financial_duty.DutyDemanded, financial_duty.fold_demanded),
    "duty_fulfilled": (financial_duty.DutyFulfilled, financial_duty.fold_fulfilled),
    "handed_over": (hand_over.HandedOver, hand_over.fold_handed_over),
    "taken_over": (hand_over.TakenOver, hand_over.fold_taken_over),
    "certified": (certify.Certified, certify.fold),
    "result_ready": (result_ready.ResultReady, result_ready.fold),
    "posted": (post.Posted, post.fold_posted),
    "post_came_back": (post.PostCameBack, post.fold_came_back),
    "returned": (return_result.Returned, return_result.fold),
    "refused": (end_without_result.Ended, end_without_result.fold),
    "withdrawn": (end_without_result.Ended, end_without_result.fold),
    "stopped": (end_without_result.Ended, end_without_result.fold),
    "reopened": (reopen.Reopened, reopen.fold),
    "voided": (void.Voided, void.fold),
    "recovered_from_slip": (recover.RecoveredFromSlip, recover.fold),
    "recovery_undone": (void.Voided, recover.fold_undone),
    "apologised": (apologise.Apologised, apologise.fold),
    "rescheduled": (reschedule.Rescheduled, reschedule.fold),
    "reissued": (reissue.Reissued, reissue.fold),
    "corrected": (correct.Corrected, correct.fold),
    "paper_marked": (mark_paper.PaperMarked, mark_paper.fold),
    "scans_attached": (attach_scans.ScansAttached, attach_scans.fold),
    "scans_taken_off": (take_off_scans.ScansTakenOff, take_off_scans.fold),
    "fee_taken": (take_fee.FeeTaken, take_fee.fold_taken),
    "fee_voided": (take_fee.FeeVoided, take_fee.fold_voided),
    "fee_refunded": (take_fee.FeeRefunded, take_fee.fold_refunded),
    "noted": (note.Noted, note.fold_noted),
    "shelved": (note.Shelved, note.fold_shelved),
    "form_printed": (print_form.FormPrinted, print_form.fold),
}


def apply(before: Dossier | None, op: Op) -> Dossier:
    """The state after `op`; raises KnownError for an op this version cannot read or that has no dossier to act on."""
    if op.kind not in FOLDS:
        raise KnownError("Phiên bản này chưa hiểu việc “{kind}”. Dòng gốc được giữ nguyên.", kind=op.kind)
    body_type, fold = FOLDS[op.kind]
    try:
        body: Any = read_json(op.body, body_type)
    except msgspec.MsgspecError as error:
        raise KnownError("Nội dung việc “{kind}” không đúng dạng. Dòng gốc được giữ nguyên.", kind=op.kind) from error
    after = fold(before, op, body)
    late_since = after.late_since if before is None else _late_since(before, op, after)
    # A copy of all fields is the dearest part of a fold, and seldom needed here.
    return after if after.late_since == late_since else replace(after, late_since=late_since)


def _late_since(before: Dossier, op: Op, after: Dossier) -> datetime | None:
    """The due instant the office's clock had run past when this op came; whatever the op says, it stays.

    An end that is taken back counts as work that went on: its clock is judged as if it had run all along.
    """
    due_at = before.appointment.due_at
    taken_back = before.finished_at is not None and after.finished_at is None
    ran = before.status in AT_WORK or taken_back
    if before.late_since is not None or due_at is None or not ran or op.at <= due_at:
        return before.late_since
    return due_at


def encode_state(dossier: Dossier) -> bytes:
    """The exact bytes of a state, so that two ends can compare states by hash."""
    return msgspec.json.encode(dossier)


def decode_state(data: bytes) -> Dossier:
    """A state read back from its bytes."""
    return read_json(data, Dossier)
