"""Two desks get to know each other by six digits that one shows and the other types (SRP-6a, both ways proven)."""

import secrets
import ssl
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from dossiers.clock import Clock
from dossiers.errors import InvalidInput
from dossiers.store.lan import Peer
from sync import protocol
from sync.client import REFUSAL, Client
from sync.faults import Deceived
from sync.hub import srp
from sync.hub.certificate import NAME, digest, identity
from sync.hub.faults import HubUnreachable, NotPaired
from sync.hub.messages import PairHello, PairProof, PairSalt, PairWelcome
from sync.membership import device_key
from sync.progress import Ask
from sync.protocol import Refusal

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

DIGITS = 6
OPEN_FOR = timedelta(minutes=10)
TRIES = 3
SALT_BYTES = 16
CONNECT_S = 5.0
JOINER, HOST = b"joiner", b"host"


@dataclass(slots=True)
class _Open:
    """One pairing being waited for."""

    until: datetime
    salt: bytes
    verifier: int
    secret: int
    tries: int = TRIES


class Door:
    """The side that shows the code; one pairing at a time, one code for one desk."""

    def __init__(self, ask: Ask, clock: Clock, paired: Callable[[], None] = lambda: None) -> None:
        """`paired` is called when a desk has come in."""
        self._ask = ask
        self._clock = clock
        self._paired = paired
        self._open: _Open | None = None
        self._burnt = False

    def open(self) -> str:
        """Wait for one desk for ten minutes; returns the six digits to show."""
        code, salt = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}", secrets.token_bytes(SALT_BYTES)
        self._open = _Open(self._clock() + OPEN_FOR, salt, srp.verifier(code, salt), srp.secret())
        self._burnt = False
        return code

    def hello(self, body: bytes) -> bytes:
        """Salt and public value; raises NotPaired while no code is shown."""
        protocol.decode(body, PairHello)
        waiting = self._waiting()
        return msgspec.json.encode(PairSalt(salt=waiting.salt, b=srp.public_of_hub(waiting.secret, waiting.verifier)))

    def pair(self, body: bytes, host: str) -> bytes:
        """Check a desk's proof, take it in and prove this desk in turn; raises NotPaired."""
        asked, waiting = protocol.decode(body, PairProof), self._waiting()
        key = srp.key_of_hub(asked.a, waiting.secret, waiting.verifier)
        seen = self._ask(lambda desk: digest(identity(desk).certificate))
        wanted = srp.proof(key or secrets.token_bytes(32), JOINER, seen, asked.a, asked.card)
        if key is None or not secrets.compare_digest(wanted, asked.proof):
            self._wrong(waiting)
        welcome = self._ask(lambda desk: _admit(desk, asked, host, seen, key or b""))
        self._open = None
        self._paired()
        return welcome

    def _waiting(self) -> _Open:
        if self._open is None or self._clock() > self._open.until:
            raise NotPaired("burnt" if self._burnt else "closed")
        return self._open

    def _wrong(self, waiting: _Open) -> None:
        waiting.tries -= 1
        if not waiting.tries:
            self._open, self._burnt = None, True
        raise NotPaired("wrong" if waiting.tries else "burnt")


def join(ask: Ask, address: str, code: str, port: int) -> Peer:
    """Pair this desk, which answers at `port`, with the one at `address` that shows `code`; returns that desk.

    Raises InvalidInput, NotPaired, HubUnreachable, LineFault; then nothing has changed here.
    """
    certificate = _certificate_at(address)
    client = Client(f"https://{address}", certificate, CONNECT_S, NAME)
    try:
        a, digits = srp.secret(), "".join(letter for letter in code if letter.isdigit())
        salt = _asked(client, "/lan/pair/hello", PairHello(a=srp.public(a)), PairSalt)
        key = srp.key_of_desk(digits, salt.salt, a, salt.b)
        if key is None:
            raise Deceived
        unit, card = ask(lambda desk: (desk.office.unit, msgspec.json.encode(own_card(desk, f":{port}"))))
        seen = digest(certificate)
        proof = srp.proof(key, JOINER, seen, srp.public(a), card)
        said = PairProof(a=srp.public(a), unit=unit, card=card, proof=proof)
        welcome = _asked(client, "/lan/pair", said, PairWelcome)
    finally:
        client.close()
    if not secrets.compare_digest(srp.proof(key, HOST, seen, srp.public(a), welcome.card), welcome.proof):
        raise Deceived
    return ask(lambda desk: _meet(desk, welcome, address, certificate))


def own_card(desk: "Desk", address: str) -> Peer:
    """This desk as others will know it."""
    return Peer(
        device=desk.lan.device, public_key=device_key(desk).public_key().public_bytes_raw(),
        slot=desk.office.desk_slot, name=desk.office.desk_name, address=address, certificate=identity(desk).certificate,
    )  # fmt: skip


def _admit(desk: "Desk", asked: PairProof, host: str, seen: bytes, key: bytes) -> bytes:
    if asked.unit != desk.office.unit:
        raise NotPaired("other_unit")
    card = msgspec.json.decode(asked.card, type=Peer)
    if card.slot == desk.office.desk_slot or any(
        other.slot == card.slot and other.device != card.device for other in desk.lan.peers()
    ):
        raise NotPaired("same_slot")
    with desk.database.begin():
        desk.lan.meet(replace(card, address=f"{host}{card.address}"))
        if not desk.lan.standing().leadership.term:
            desk.lan.promote()
        standing = desk.lan.standing()
    own = msgspec.json.encode(own_card(desk, ""))
    proof = srp.proof(key, HOST, seen, asked.a, own)
    return msgspec.json.encode(
        PairWelcome(card=own, proof=proof, leadership=standing.leadership, baton=standing.baton)
    )


def _meet(desk: "Desk", welcome: PairWelcome, address: str, certificate: bytes) -> Peer:
    told = msgspec.json.decode(welcome.card, type=Peer)
    host = replace(told, address=address, certificate=certificate)
    with desk.database.begin():
        desk.lan.meet(host)
        desk.lan.hear(welcome.leadership, welcome.baton)
    return host


def _asked(client: Client, path: str, message: protocol.Message, kind: type[protocol.M]) -> protocol.M:
    status, raw = client.ask_admission(path, msgspec.json.encode(message))
    if status == REFUSAL:
        raise NotPaired(protocol.decode(raw, Refusal).refused)
    return protocol.decode(raw, kind)


def _certificate_at(address: str) -> bytes:
    """What answers there; that it is the desk showing the code is what the pairing proves."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal():
        raise InvalidInput("Địa chỉ quầy cần có cả cổng, ví dụ 192.168.1.10:8770.", field="address")
    try:
        return ssl.get_server_certificate((host, int(port)), timeout=CONNECT_S).encode()
    except OSError as error:
        raise HubUnreachable from error
