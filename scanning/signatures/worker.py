"""The child that holds the token: requests on standard input, answers on standard output, nothing anywhere else.

The PIN comes by the pipe and is kept by nobody but the maker's library; the end of standard input ends the session.
"""

import os
import sys
from contextlib import ExitStack
from typing import BinaryIO

import msgspec

from scanning.memory_limit import bound_memory
from scanning.signatures.check import holds_by
from scanning.signatures.faults import SigningError, SigningFault
from scanning.signatures.messages import Answer, Certificates, Look, Ready, Refused, Request, Sign, Signed, Unlock
from scanning.signatures.pades import sign_pdf
from scanning.signatures.token import UnlockedToken, look, open_library, unlock
from scanning.worker import MOST_MEMORY_BYTES


def main() -> None:
    """Answer until standard input ends."""
    wire, stdin = os.fdopen(os.dup(1), "wb"), sys.stdin.buffer
    os.dup2(2, 1)  # what the maker's library prints is no answer
    bound_memory(MOST_MEMORY_BYTES)
    requests: msgspec.json.Decoder[Request] = msgspec.json.Decoder(Request)
    with ExitStack() as held:
        token: UnlockedToken | None = None
        while line := stdin.readline():
            request = requests.decode(line)
            try:
                match request:
                    case Look(library, at_ms):
                        _tell(wire, Certificates(look(open_library(library), at_ms)))
                    case Unlock(library, fingerprint, pin, at_ms):
                        token = held.enter_context(unlock(open_library(library), fingerprint, pin, at_ms))
                        _tell(wire, Ready())
                    case Sign():
                        signed = _sign(request, stdin, token)
                        _tell(wire, Signed(len(signed)), signed)
            except SigningError as error:
                _tell(wire, Refused(error.fault))


def _sign(order: Sign, stdin: BinaryIO, token: UnlockedToken | None) -> bytes:
    """The signed file, proven before it is given away; empty where this certificate's signature holds already."""
    block, pdf = stdin.read(order.block_bytes), stdin.read(order.pdf_bytes)
    if token is None:
        raise SigningError(SigningFault.NO_TOKEN)
    if holds_by(pdf, token.certificate.dump()):
        return b""
    signed = sign_pdf(pdf, token, order.at_ms, block, order.place)
    if not signed.startswith(pdf) or not holds_by(signed, token.certificate.dump()):
        raise SigningError(SigningFault.TOKEN_FAILED)
    return signed


def _tell(wire: BinaryIO, answer: Answer, data: bytes = b"") -> None:
    wire.write(msgspec.json.encode(answer) + b"\n")
    wire.write(data)
    wire.flush()


if __name__ == "__main__":
    main()
