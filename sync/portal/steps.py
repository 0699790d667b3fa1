"""A dossier's history as the portal's CapNhatTienDoHoSoMC steps (domain 4.3): first, what was done, last, in tens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from dossiers.clock import to_ms
from dossiers.dossier import Dossier, Hop
from dossiers.journal import Op
from dossiers.status import MOVES
from sync.portal.constants import StepWords, constants
from sync.portal.fields import HANDLER_LENGTH, NAME_LENGTH, TEXT_LENGTH, cut, stamp
from sync.portal.messages import Message

CHUNK = 10
"""How many steps one request carries; larger ones are said to be cut."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step and the `key` by which it is known to have been taken: its deed and time, whatever its words become."""

    key: str
    message: Message


def steps(dossier: Dossier, history: Sequence[Op]) -> tuple[Step, ...]:
    """The steps in order: the reception every system adds, the deeds, and the end where the work ended with a result.

    `history`: every op of the dossier, oldest first. Making a result ready and handing it over are said by the
    last step and by NgayTra. Raises KnownError for a status the portal has no place for.
    """
    first = _synthetic(dossier, constants().first_step, dossier.received_at, dossier.received_by)
    deeds = tuple(_step(dossier, op) for op in history if op.kind not in constants().not_steps)
    return (first, *deeds, *_end(dossier, history))


def chunks(taken: Sequence[Step]) -> Iterator[Sequence[Step]]:
    """The steps in requests of ten."""
    return (taken[start : start + CHUNK] for start in range(0, len(taken), CHUNK))


def _end(dossier: Dossier, history: Sequence[Op]) -> Iterator[Step]:
    if constants().status_code(dossier.status) in constants().finished_statuses and dossier.finished_at:
        by = next((op.actor for op in history if op.at == dossier.finished_at), dossier.received_by)
        yield _synthetic(dossier, constants().last_step, dossier.finished_at, by)


def _synthetic(dossier: Dossier, words: StepWords, at: datetime, by: str) -> Step:
    return Step(f"{words.status}@{to_ms(at)}", _message(dossier, at, by, words.words, words.status))


def _step(dossier: Dossier, op: Op) -> Step:
    status = constants().steps.get(op.kind, constants().default_step_status)
    message = _message(dossier, op.at, op.actor, MOVES[op.kind].words, status)
    hop = next((each for each in dossier.hops if op.kind == "handed_over" and each.given_at == op.at), None)
    return Step(f"{op.kind}@{to_ms(op.at)}", message | _custody(hop) if hop else message)


def _message(dossier: Dossier, at: datetime, by: str, words: str, status: str) -> Message:
    return {
        "MaHoSo": dossier.code,
        "NguoiXuLy": cut(by, HANDLER_LENGTH),
        "ChucDanh": "",
        "ThoiDiemXuLy": stamp(at),
        "PhongBanXuLy": "",
        "NoiDungXuLy": cut(words, TEXT_LENGTH),
        "TrangThai": status,
        "NgayBatDau": "",
        "NgayKetThucTheoQuyDinh": "",
    }


def _custody(hop: Hop) -> Message:
    """Where a hand-over leads and until when that step may take."""
    return {
        "PhongBanXuLy": cut(hop.receiver.office, NAME_LENGTH),
        "NgayBatDau": stamp(hop.given_at),
        "NgayKetThucTheoQuyDinh": stamp(hop.due_at),
    }
