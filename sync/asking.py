"""The desk's list of what a person must decide: kept as the province's answers come in, read as it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec

from dossiers import fold
from dossiers.dossier import Dossier
from dossiers.errors import NotFound
from sync.conflicts import Question, questions
from sync.protocol import Change, Twin

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

ASKED = "asked"
"""Dossiers that had a question when the province last spoke of them, 16 bytes each."""

TWINS = "twins"
SETTLED_TWINS = "settled_twins"
ID_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One dossier of this desk with its questions, or with another dossier that may be the same."""

    dossier_id: UUID
    code: str
    questions: tuple[Question, ...] = ()
    twin: Twin | None = None


def take_in(desk: "Desk", changes: Iterable[Change]) -> None:
    """Remember which of these dossiers have a question."""
    known = _asked(desk)
    told = {state.id for change in changes if _questions(desk, state := fold.decode_state(bytes(change.state)))}
    if not told <= known:
        _remember(desk, known | told)


def take_in_twins(desk: "Desk", twins: tuple[Twin, ...]) -> None:
    """The province's present list replaces the one before."""
    if twins != _twins(desk, TWINS):
        desk.wire.set(TWINS, msgspec.msgpack.encode(twins))


def read(desk: "Desk") -> tuple[Asked, ...]:
    """Everything that waits for somebody at this desk, by code."""
    known = _asked(desk)
    told = (theirs for identity in known if (theirs := _told(desk, identity)))
    found = [(theirs, asked) for theirs in told if (asked := _questions(desk, theirs))]
    if len(found) < len(known):
        _remember(desk, {theirs.id for theirs, _ in found})
    rows = [
        Asked(dossier_id=theirs.id, code=theirs.code, questions=asked)
        for theirs, asked in found if _all_sent(desk, theirs.id)
    ]  # fmt: skip
    settled = _twins(desk, SETTLED_TWINS)
    alike = [
        Asked(dossier_id=UUID(bytes=twin.dossier), code=twin.code, twin=twin)
        for twin in _twins(desk, TWINS) if twin not in settled
    ]  # fmt: skip
    return tuple(sorted((*rows, *alike), key=lambda asked: asked.code))


def settle_twin(desk: "Desk", twin: Twin) -> None:
    """Somebody at this desk has looked at both dossiers."""
    settled = (each for each in _twins(desk, SETTLED_TWINS) if each in _twins(desk, TWINS))
    desk.wire.set(SETTLED_TWINS, msgspec.msgpack.encode((*settled, twin)))


def questions_about(desk: "Desk", theirs: Dossier | None) -> tuple[Question, ...]:
    """What the province's word on a dossier of this desk asks.

    Nothing while a deed of this desk is still on its way: the province does not know its values yet.
    """
    return _questions(desk, theirs) if theirs and _all_sent(desk, theirs.id) else ()


def _questions(desk: "Desk", theirs: Dossier) -> tuple[Question, ...]:
    try:
        return questions(desk.register.get(theirs.id), theirs)
    except NotFound:
        return ()


def _all_sent(desk: "Desk", dossier_id: UUID) -> bool:
    return all(desk.journal.covered(entry.epoch, entry.seq) for entry in desk.journal.of(dossier_id))


def _told(desk: "Desk", identity: UUID) -> Dossier | None:
    told = desk.wire.snapshot(identity)
    return fold.decode_state(told.state) if told else None


def _asked(desk: "Desk") -> set[UUID]:
    data = desk.wire.get(ASKED) or b""
    return {UUID(bytes=data[at : at + ID_BYTES]) for at in range(0, len(data), ID_BYTES)}


def _remember(desk: "Desk", identities: set[UUID]) -> None:
    desk.wire.set(ASKED, b"".join(sorted(identity.bytes for identity in identities)))


def _twins(desk: "Desk", key: str) -> tuple[Twin, ...]:
    data = desk.wire.get(key)
    return msgspec.msgpack.decode(data, type=tuple[Twin, ...]) if data else ()
