"""A line to one other desk of the office: signed questions, and answers that prove themselves."""

import secrets

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dossiers.store.lan import Hand, Peer
from sync import protocol
from sync.client import Client
from sync.exchange import NONCE_BYTES
from sync.faults import Deceived
from sync.hub.certificate import NAME
from sync.hub.messages import (
    LAN_ANSWER,
    LAN_ASK,
    LAN_CODE,
    LAN_NUMBER,
    LAN_SCAN,
    LIMIT_BYTES,
    Answer,
    Ask,
    CodeAnswer,
    CodeAsk,
    ScanAsk,
)
from sync.sealing import BadSeal, Garbled, pack, unpack

REACH_S = 2.0
"""A desk that does not answer within this is out of reach (SYNC 3.8)."""


class Neighbour:
    """Used by one thread; `peer` as it was when the line was opened."""

    def __init__(self, peer: Peer, key: Ed25519PrivateKey, timeout_s: float = REACH_S) -> None:
        self.peer = peer
        self._key = key
        self._client = Client(f"https://{peer.address}", peer.certificate, timeout_s, NAME)

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    def exchange(self, asked: Ask) -> Answer:
        """Tell and ask; raises LineFault."""
        return self._say("/lan/exchange", LAN_ASK, asked, LAN_ANSWER, Answer)

    def number(self, device: bytes, hand: Hand) -> CodeAnswer:
        """Ask for the number of a ticket; raises LineFault."""
        asked = CodeAsk(device=device, ticket=hand.ticket, nonce=secrets.token_bytes(NONCE_BYTES))
        return self._say("/lan/code", LAN_CODE, asked, LAN_NUMBER, CodeAnswer)

    def scan(self, asked: ScanAsk) -> bytes:
        """A block of a scan, as yet unproven; raises LineFault, also where that desk does not have it."""
        return self._client.post("/lan/scan", pack(protocol.seal_message(self._key, LAN_SCAN, asked), quick=True))

    def _say(
        self, path: str, purpose: bytes, message: protocol.Message, answered: bytes, kind: type[protocol.M]
    ) -> protocol.M:
        body = pack(protocol.seal_message(self._key, purpose, message), quick=True)
        raw = self._client.post(path, body)
        try:
            answer = protocol.open_message(self.peer.public_key, answered, unpack(raw, 2 * LIMIT_BYTES), kind)
        except (BadSeal, Garbled) as error:
            raise Deceived from error
        if getattr(answer, "request", b"") != protocol.fingerprint(body):
            raise Deceived
        return answer
