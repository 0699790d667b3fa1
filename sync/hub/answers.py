"""What a desk answers the other desks of its office: numbers, lines, and where it stands."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from dossiers.clock import Clock, to_ms
from dossiers.errors import NotFound
from dossiers.store.foreign import Told
from dossiers.store.gone_back import heed_reader
from dossiers.store.lan import Peer
from sync import protocol
from sync.batch import Batch, epoch_of, read_batch
from sync.hub.faults import StrangeDesk
from sync.hub.messages import (
    LAN_ANSWER,
    LAN_ASK,
    LAN_CODE,
    LAN_NUMBER,
    LAN_SCAN,
    LIMIT_BYTES,
    MAX_LINES,
    SCAN_BLOCK_BYTES,
    Answer,
    Ask,
    CodeAnswer,
    CodeAsk,
    Cursor,
    Relayed,
    ScanAsk,
    line_of,
)
from sync.membership import device_key
from sync.progress import Ask as AskDesk
from sync.protocol import Place
from sync.sealing import SEAL_BYTES, BadSeal, Garbled, pack, unpack

if TYPE_CHECKING:
    from dossiers.store.desk import Desk


class Answers:
    """Takes a request's exact bytes, returns the answer's; `ask` reaches the database."""

    def __init__(self, ask: AskDesk, clock: Clock, heard: Callable[[], None] = lambda: None) -> None:
        """`heard` is called after another desk has brought something new."""
        self._ask = ask
        self._clock = clock
        self._heard = heard

    def exchange(self, body: bytes, host: str) -> bytes:
        """Take a desk's batch, tell it what it has not read; raises BadSeal, Garbled or StrangeDesk."""
        answer, fresh = self._ask(lambda desk: self._exchange(desk, body, host))
        if fresh:
            self._heard()
        return answer

    def code(self, body: bytes) -> bytes:
        """Give a number; raises BadSeal, Garbled, StrangeDesk, or KnownError when the band is used up."""
        return self._ask(lambda desk: self._code(desk, body))

    def scan(self, body: bytes) -> bytes:
        """A block of a scan this desk's own deeds name; raises BadSeal, Garbled, StrangeDesk or NotFound."""
        return self._ask(lambda desk: self._scan(desk, body))

    @staticmethod
    def _scan(desk: "Desk", body: bytes) -> bytes:
        asked = _open(desk, body, LAN_SCAN, ScanAsk)
        sha256 = asked.sha256.hex()
        if desk.wire.named_file(sha256) is None:
            raise NotFound("Quầy này không có tệp ấy.")
        return desk.files.get(sha256)[asked.first : asked.first + SCAN_BLOCK_BYTES]

    def _code(self, desk: "Desk", body: bytes) -> bytes:
        with desk.database.begin():
            asked = _open(desk, body, LAN_CODE, CodeAsk)
            day, number = desk.lan.hand_out(asked.device, asked.ticket) or (date.min, 0)
        answer = CodeAnswer(request=protocol.fingerprint(body), day=day, number=number)
        return pack(protocol.seal_message(device_key(desk), LAN_NUMBER, answer), quick=True)

    def _exchange(self, desk: "Desk", body: bytes, host: str) -> tuple[bytes, bool]:
        asked = _open(desk, body, LAN_ASK, Ask)
        other = desk.lan.peer(asked.device)
        assert other is not None, "_open knows every device it lets in"
        heed_reader(desk, asked.cursor.epoch, asked.cursor.own)
        with desk.database.begin():
            here = replace(other, slot=asked.slot, name=asked.name, address=f"{host}:{asked.port}")
            if here != other:
                desk.lan.meet(here)
            desk.lan.heard(asked.device)
            standing = desk.lan.hear(asked.leadership, asked.baton)
            fresh = bool(asked.batch) and self._take(desk, other, asked)
            desk.relay.forget(asked.device, asked.had)
            epoch = desk.journal.head.epoch
            start = asked.cursor if asked.cursor.epoch == epoch else Cursor(epoch)
            page = desk.foreign.page(start.own, start.others, asked.device, MAX_LINES if standing.serves else 0)
        answer = Answer(
            request=protocol.fingerprint(body), at=to_ms(self._clock()), leadership=standing.leadership,
            baton=standing.baton, cursor=Cursor(epoch, page.own, page.others), more=page.more and standing.serves,
            stands=tuple(Place(*each) for each in desk.foreign.stands(asked.device).items()),
            lines=tuple(line_of(told) for told in page.lines),
            replies=tuple(Relayed(*each) for each in desk.relay.replies(asked.device)),
            peers=tuple(each for each in desk.lan.peers() if each.device != asked.device),
        )  # fmt: skip
        return pack(protocol.seal_message(device_key(desk), LAN_ANSWER, answer), quick=True), fresh

    @staticmethod
    def _take(desk: "Desk", other: Peer, asked: Ask) -> bool:
        """Keep what of a batch is new, if it goes on where this desk's copy of that journal ends."""
        batch = read_batch(asked.batch, lambda device: _key_of(other, device))
        if not _continues(desk, batch):
            return False
        if asked.carry:
            desk.relay.keep(asked.device, asked.batch)
        return desk.foreign.take(Told(asked.device, entry) for entry in batch.entries()) > 0


def _key_of(other: Peer, device: bytes) -> bytes:
    if device != other.device:
        raise BadSeal("Lô dữ liệu không phải của quầy gửi nó.")
    return other.public_key


def _continues(desk: "Desk", batch: Batch) -> bool:
    header = batch.header
    before = header.first - 1
    known = desk.foreign.hash_at(header.epoch, before) if before else epoch_of(header).root
    return known == header.previous


def _open(desk: "Desk", body: bytes, purpose: bytes, kind: type[protocol.M]) -> protocol.M:
    """A request of a paired desk; what it claims to be is believed only under that desk's signature."""
    plain = unpack(body, LIMIT_BYTES)
    claimed = protocol.decode(plain[SEAL_BYTES:], kind)
    other = desk.lan.peer(getattr(claimed, "device", b""))
    if other is None:
        raise StrangeDesk
    try:
        return protocol.open_message(other.public_key, purpose, plain, kind)
    except Garbled as error:
        raise BadSeal(str(error)) from error
