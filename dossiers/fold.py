"""State from ops: the one table from an op's kind to the verb that folds it, the same at desk and province."""

from collections.abc import Callable
from typing import Any

import msgspec

from dossiers import (
    attach_scans,
    carry_over,
    correct,
    print_form,
    receive,
    result_ready,
    return_result,
    supplement,
    void,
)
from dossiers.dossier import Dossier
from dossiers.errors import KnownError
from dossiers.journal import Op

Fold = Callable[[Dossier | None, Op, Any], Dossier]

FOLDS: dict[str, tuple[type, Fold]] = {
    "received": (receive.Received, receive.fold),
    "carried_over": (carry_over.CarriedOver, carry_over.fold),
    "supplement_requested": (supplement.SupplementRequested, supplement.fold_requested),
    "supplement_received": (supplement.SupplementReceived, supplement.fold_received),
    "result_ready": (result_ready.ResultReady, result_ready.fold),
    "returned": (return_result.Returned, return_result.fold),
    "voided": (void.Voided, void.fold),
    "corrected": (correct.Corrected, correct.fold),
    "scans_attached": (attach_scans.ScansAttached, attach_scans.fold),
    "form_printed": (print_form.FormPrinted, print_form.fold),
}


def apply(before: Dossier | None, op: Op) -> Dossier:
    """The state after `op`; raises KnownError for an op this version cannot read or that has no dossier to act on."""
    if op.kind not in FOLDS:
        raise KnownError("Phiên bản này chưa hiểu việc “{kind}”. Dòng gốc được giữ nguyên.", kind=op.kind)
    body_type, fold = FOLDS[op.kind]
    try:
        body: Any = msgspec.json.decode(op.body, type=body_type)
    except msgspec.MsgspecError as error:
        raise KnownError("Nội dung việc “{kind}” không đúng dạng. Dòng gốc được giữ nguyên.", kind=op.kind) from error
    return fold(before, op, body)


def encode_state(dossier: Dossier) -> bytes:
    """The exact bytes of a state, so that two ends can compare states by hash."""
    return msgspec.json.encode(dossier)


def decode_state(data: bytes) -> Dossier:
    """A state read back from its bytes."""
    return msgspec.json.decode(data, type=Dossier)
