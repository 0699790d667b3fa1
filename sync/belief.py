"""What a desk writes down once an answer is proven, whichever way it came: by the line or on a stick."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from dossiers.journal import Entry, op_key
from sync import asking
from sync.faults import Deceived, Forked, UpgradeNeeded
from sync.news import News, NewsKind, compare
from sync.protocol import MAX_HELD_ASKED, Change, Held, Receipt, Settled

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

LEFT = "Cán bộ tỉnh đã xem việc này và không áp dụng."


def check(desk: "Desk", receipt: Receipt) -> None:
    """A receipt must speak of a line this journal has, with its very hash; raises Forked."""
    from dossiers.store.ledger import Head

    if not desk.journal.contains(Head(receipt.epoch, receipt.seq, receipt.hash)):
        raise Forked(receipt.epoch)


def mark(desk: "Desk", receipt: Receipt, sealed: bytes) -> None:
    """Everything up to the receipt's line is sent; one that says less than is known changes nothing."""
    if receipt.seq > desk.journal.sent.get(receipt.epoch, 0):
        desk.wire.mark_sent(receipt.epoch, receipt.seq, sealed)


def hold(desk: "Desk", device: bytes, entries: Mapping[int, Entry], held: Iterable[Held]) -> None:
    """Keep in sight what the province set aside of these lines, given by their seq; raises Deceived for any other."""
    for aside in held:
        if aside.seq not in entries:
            raise Deceived
        desk.wire.hold(op_key(device, entries[aside.seq]), aside.reason)


def held_here(desk: "Desk") -> tuple[bytes, ...]:
    """The deeds to ask about: those set aside, the oldest first."""
    return tuple(aside.op_key for aside in desk.wire.held())[:MAX_HELD_ASKED]


def settle(desk: "Desk", settled: Iterable[Settled]) -> tuple[News, ...]:
    """Take in what people at the province did with deeds set aside; returns what of it is news here."""
    held = {aside.op_key: aside for aside in desk.wire.held()}
    news = []
    for one in settled:
        aside, reason = held.get(one.op_key), f"{LEFT} {one.why}".rstrip()
        if aside is None or (aside.reason == reason and not one.taken):
            continue
        if one.taken:
            desk.wire.release(one.op_key)
        else:
            desk.wire.hold(one.op_key, reason)
        if aside.dossier_id is not None:
            kind = NewsKind.RELEASED if one.taken else NewsKind.LEFT
            news.append(News(kind, aside.dossier_id, aside.code, desk.register.get(aside.dossier_id).status))
    return tuple(news)


def take_in(desk: "Desk", changes: Sequence[Change]) -> tuple[News, ...]:
    """Keep what the province says of dossiers; returns what of it is news here.

    Raises UpgradeNeeded for what this version cannot read.
    """
    from dossiers.store.wire import Snapshot

    try:
        news = compare(desk, changes)
        desk.wire.take_in(Snapshot(rev=change.rev, state=bytes(change.state)) for change in changes)
        asking.take_in(desk, changes)
    except msgspec.MsgspecError as error:
        raise UpgradeNeeded from error
    return news
