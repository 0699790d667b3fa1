"""The history in words: what every line of a dossier's journal did, with old and new where something moved."""

from collections.abc import Callable
from typing import Any

import msgspec

from desktop.dossier_asks import Told
from desktop.i18n import t
from desktop.screens.dossier.words import DIGITAL_WORDS, MODE_WORDS, cited, field_words, holder_words
from desktop.slips import HistoryLine
from dossiers.clock import say_date, say_time
from dossiers.dossier import Dossier
from dossiers.fees import say_vnd
from dossiers.fold import FOLDS
from dossiers.journal import Op
from dossiers.reading import read_json
from dossiers.rivals import Change
from dossiers.status import MOVES

BEGUN = {"received": "Tiếp nhận", "carried_over": "Chuyển từ sổ cũ", "form_printed": "Xác nhận đã in",
         "recovered_from_slip": "Khôi phục từ biên nhận"}  # fmt: skip
"""The acts that the table of moves does not name, or names otherwise."""


def tell(told: Told, dossier: Dossier) -> str:
    """One line: the act, what was said with it, and what it moved."""
    op = told.op
    act = t(_act(op))
    said = "; ".join(filter(None, (_said(op, dossier), *_moved(op, dossier))))
    return f"{act}: {said}" if said else act


def steps(history: tuple[Told, ...]) -> tuple[HistoryLine, ...]:
    """The acts as the printed process lists them, in Vietnamese whatever the window speaks."""
    return tuple(_step(told.op) for told in history if told.op.kind != "form_printed")


def _step(op: Op) -> HistoryLine:
    given = _read(op) if op.kind == "handed_over" else None
    return HistoryLine(
        at=op.at, person=op.actor, words=_act(op), due_at=given.due_at if given else None,
        receiver=" – ".join(filter(None, (given.receiver.person, given.receiver.office))) if given else "",
    )  # fmt: skip


def _act(op: Op) -> str:
    move = MOVES.get(op.kind)
    return BEGUN.get(op.kind, move.words if move else op.kind)


def _said(op: Op, dossier: Dossier) -> str:
    """What the body adds; a line this version cannot read says only what it was."""
    speak = _SAYINGS.get(op.kind)
    body = _read(op) if speak else None
    return speak(body, dossier) if speak and body is not None else ""


def _read(op: Op) -> Any:
    """The body of a line; None for one this version cannot read."""
    if op.kind not in FOLDS:
        return None
    try:
        return read_json(op.body, FOLDS[op.kind][0])
    except msgspec.MsgspecError:
        return None


def _moved(op: Op, dossier: Dossier) -> list[str]:
    """The pause this line ended and the date it moved, both instants of each."""
    pauses = (
        t("tạm dừng từ {begun} đến {ended}", begun=say_time(pause.begun_at), ended=say_time(pause.ended_at))
        for pause in dossier.pauses
        if pause.ended_at == op.at
    )  # fmt: skip
    dates = (
        t("hẹn {before} → {after}", before=say_time(change.before), after=say_time(change.after))
        for change in dossier.due_changes
        if change.at == op.at
    )
    begun = (t("thời hạn tạm dừng") for pause in dossier.pauses if pause.begun_at == op.at)
    return [*begun, *pauses, *dates]


def _row(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _papers(body: Any, _: Dossier) -> str:
    return _row(", ".join(paper.name for paper in body.papers), body.reason)


def _handed(body: Any, _: Dossier) -> str:
    due = t("hạn bước {due}", due=say_time(body.due_at)) if body.due_at else ""
    return _row(holder_words(body.receiver), due, body.note)


def _numbered(body: Any, _: Dossier) -> str:
    numbers = "; ".join(t("số {number}", number=cited(entry)) for entry in body.entries)
    return _row(numbers, _signer(body.signer))


def _ready(body: Any, _: Dossier) -> str:
    paper = body.paper
    number = t("số {number}", number=paper.number) if paper.number else ""
    expires = t("hết hạn {day}", day=say_date(paper.expires_on)) if paper.expires_on else ""
    issued = t("cấp ngày {day}", day=say_date(paper.issued_on)) if paper.issued_on else ""
    return _row(body.description, body.shelf, paper.kind, number, paper.issuer, _signer(paper.signer), issued, expires)


def _returned(body: Any, _: Dossier) -> str:
    signed = t("có chữ ký") if body.signature else ""
    return _row(body.name, body.id_number, body.evidence, body.originals_kept, signed)


def _ended(body: Any, _: Dossier) -> str:
    return _row(body.reason, body.decision, body.stage, body.finances, _signer(body.signer))


def _apologised(body: Any, _: Dossier) -> str:
    return _row(t("hẹn lại {at}", at=say_time(body.promised_at)), body.reason, _signer(body.signer))


def _corrected(body: Any, _: Dossier) -> str:
    return "; ".join(_change(change) for change in body.changes)


def _change(change: Change) -> str:
    return f"{field_words(change.field)}: {change.before or '–'} → {change.after or '–'}"


def _marked(body: Any, dossier: Dossier) -> str:
    name = dossier.papers[body.paper].name if body.paper < len(dossier.papers) else ""
    return f"{name}: {t(DIGITAL_WORDS[body.before])} → {t(DIGITAL_WORDS[body.after])}"


def _attached(body: Any, dossier: Dossier) -> str:
    source = t("dùng lại bản quét của hồ sơ {code}", code=body.reused_from) if body.reused_from else ""
    if body.moved_from:
        source = t("chuyển từ hồ sơ {code}", code=body.moved_from)
        if body.moved_from == dossier.code:
            source = t("chuyển từ giấy tờ khác của hồ sơ này")
    if not source and body.puts_back:
        source = t("gắn lại bản đã gỡ")
    if not source and all(scan.signed_from for scan in body.scans):
        source = t("đã ký số")
    return _row(", ".join(scan.title for scan in body.scans), source)


def _taken_off(body: Any, dossier: Dossier) -> str:
    moved = ""
    if body.moved_to:
        moved = t("chuyển sang hồ sơ {code}, “{line}”", code=body.moved_to, line=body.line)
    if body.moved_to == dossier.code:
        moved = t("chuyển sang “{line}”", line=body.line)
    return _row(", ".join(scan.title for scan in body.scans), t(body.reason), moved)


def _taken(body: Any, _: Dossier) -> str:
    total = sum(line.amount_vnd for line in body.lines)
    return _row(say_vnd(total), t(MODE_WORDS[body.mode]), t("số {number}", number=cited(body.entry)), body.payer)


def _on_receipt(body: Any, _: Dossier) -> str:
    amount = say_vnd(body.amount_vnd) if hasattr(body, "amount_vnd") else ""
    return _row(t("số {number}", number=cited(body.entry)), amount, body.reason)


def _signer(name: str) -> str:
    return t("người ký {name}", name=name) if name else ""


_SAYINGS: dict[str, Callable[[Any, Dossier], str]] = {
    "received": lambda body, _: t("số {number}", number=cited(body.entry)),
    "supplement_requested": _papers,
    "duty_demanded": lambda body, _: _row(say_vnd(body.amount_vnd), body.basis),
    "duty_fulfilled": lambda body, _: body.evidence,
    "handed_over": _handed,
    "taken_over": lambda body, _: body.person,
    "certified": _numbered,
    "result_ready": _ready,
    "posted": lambda body, _: _row(body.tracking, body.address),
    "post_came_back": lambda body, _: body.reason,
    "returned": _returned,
    "refused": _ended,
    "withdrawn": _ended,
    "stopped": _ended,
    "reopened": lambda body, _: body.reason,
    "voided": lambda body, _: body.reason,
    "apologised": _apologised,
    "rescheduled": lambda body, _: body.notice,
    "reissued": lambda body, _: t("{procedure}, bản {version}", procedure=body.procedure_name,
                                  version=body.procedure_version),
    "corrected": _corrected,
    "paper_marked": _marked,
    "scans_attached": _attached,
    "scans_taken_off": _taken_off,
    "fee_taken": _taken,
    "fee_voided": _on_receipt,
    "fee_refunded": _on_receipt,
    "noted": lambda body, _: body.text,
    "shelved": lambda body, _: body.shelf or t("không còn ở đó"),
}
