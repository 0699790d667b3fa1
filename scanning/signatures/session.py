"""The desk's end of the child that holds the token: one answer a request, each in time, or the child is ended."""

import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from scanning.signatures.faults import SigningError, SigningFault
from scanning.signatures.messages import (
    Answer,
    Certificates,
    Look,
    Place,
    Ready,
    Refused,
    Request,
    Seen,
    Sign,
    Signed,
    Unlock,
)  # fmt: skip

TOKEN_COMMAND = (sys.executable, "-m", "scanning.signatures.worker")
DEADLINE_S = 60.0
"""A token signs within two seconds; one that asks for a button to be pressed waits for a person."""

ANSWERS: msgspec.json.Decoder[Answer] = msgspec.json.Decoder(Answer)
"""Made at import: a thread that meets a type msgspec has half learnt crashes the process."""

_ROOM_PARENT = Path(__file__).resolve().parent.parent.parent


class TokenSession:
    """One child; used from one thread at a time, but `stop` may come from any."""

    def __init__(self, command: Sequence[str] = TOKEN_COMMAND, deadline_s: float = DEADLINE_S) -> None:
        self._child = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=_ROOM_PARENT
        )
        self._deadline_s = deadline_s
        self._ended_by: SigningFault | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def look(self, library: str, at_ms: int) -> tuple[Seen, ...]:
        """The certificates of the tokens that are plugged in; raises SigningError."""
        answer, _ = self._ask(Look(library, at_ms))
        assert isinstance(answer, Certificates)
        return answer.seen

    def unlock(self, library: str, fingerprint: str, pin: str, at_ms: int) -> None:
        """Unlock the token for the files that follow; raises SigningError, with how many tries are left."""
        answer, _ = self._ask(Unlock(library, fingerprint, pin, at_ms))
        assert isinstance(answer, Ready)

    def sign(self, pdf: bytes, at_ms: int, block: bytes = b"", place: Place | None = None) -> bytes:
        """The signed file; empty where this certificate's signature holds on it already. Raises SigningError."""
        answer, signed = self._ask(Sign(at_ms, len(pdf), len(block), place), block + pdf)
        assert isinstance(answer, Signed)
        return signed

    def stop(self) -> None:
        """End the child now: what it gave back is kept, what it has in hand is not signed."""
        self._end(SigningFault.STOPPED)

    def close(self) -> None:
        """End the child and wait for it."""
        self._end(SigningFault.STOPPED)
        with suppress(OSError), self._child:  # what it never read cannot be flushed to it
            pass

    def _end(self, fault: SigningFault) -> None:
        if self._child.poll() is None:
            self._ended_by = self._ended_by or fault
            self._child.kill()

    def _ask(self, request: Request, data: bytes = b"") -> tuple[Answer, bytes]:
        watch = threading.Timer(self._deadline_s, self._end, (SigningFault.HUNG,))
        watch.start()
        try:
            return self._converse(request, data)
        except (OSError, ValueError, msgspec.DecodeError) as error:
            raise SigningError(self._ended_by or SigningFault.DIED) from error
        finally:
            watch.cancel()

    def _converse(self, request: Request, data: bytes) -> tuple[Answer, bytes]:
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._child.stdin.write(msgspec.json.encode(request) + b"\n" + data)
        self._child.stdin.flush()
        answer = ANSWERS.decode(self._child.stdout.readline())
        if isinstance(answer, Refused):
            raise SigningError(answer.fault)
        wanted = answer.pdf_bytes if isinstance(answer, Signed) else 0
        signed = self._child.stdout.read(wanted)
        if len(signed) < wanted:
            raise OSError("the child ended in the middle of a file")
        return answer, signed
