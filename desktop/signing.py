"""The token of whoever signs, for one sitting: one child at a time holds it, and this is who stops and ends it."""

import threading
from collections.abc import Sequence
from datetime import datetime

from desktop.paper_door import PaperDoor
from dossiers.clock import to_ms
from scanning.errors import ScanError
from scanning.signatures.faults import SigningError, SigningFault
from scanning.signatures.messages import Place, Seen
from scanning.signatures.session import DEADLINE_S, TOKEN_COMMAND, TokenSession

PLACE_DPI = 100
"""Enough to see whether anything is written where the block would lie."""


class Signing:
    """Used from the pool, one call after another; `stop` and `close` come from the window."""

    def __init__(
        self, door: PaperDoor, command: Sequence[str] = TOKEN_COMMAND, deadline_s: float = DEADLINE_S
    ) -> None:
        """`door` draws the page that the block is to lie on."""
        self._door = door
        self._command, self._deadline_s = command, deadline_s
        self._session: TokenSession | None = None
        self._closed = False
        self._lock = threading.Lock()

    def look(self, library: str, at: datetime) -> tuple[Seen, ...]:
        """The certificates of the tokens that are plugged in; raises SigningError."""
        with self._begin() as session:
            return session.look(library, to_ms(at))

    def unlock(self, library: str, seen: Seen, pin: str, at: datetime) -> None:
        """Open the token for a batch; raises SigningError."""
        session = self._begin()
        try:
            session.unlock(library, seen.fingerprint, pin, to_ms(at))
        except SigningError:
            session.close()
            raise

    def sign(self, pdf: bytes, seen: Seen, office: str, at: datetime) -> bytes:
        """The signed file, empty where this certificate's signature holds on it already; raises SigningError."""
        from printing import signature_block

        session = self._session
        if session is None:
            raise SigningError(SigningFault.STOPPED)
        lines = signature_block.lines_of(seen.name, seen.organization or office, at)
        place = self._find_place(pdf, *signature_block.size_of(lines))
        block = signature_block.render(lines) if place else b""
        return session.sign(pdf, to_ms(at), block, place)

    def stop(self) -> None:
        """End the child now; whoever waits for it hears that it was stopped."""
        with self._lock:
            if self._session is not None:
                self._session.stop()

    def lock(self) -> None:
        """The batch is over: the token is let go of."""
        with self._lock:
            session, self._session = self._session, None
        if session is not None:
            session.close()

    def close(self) -> None:
        """The sitting ends: no child outlives it."""
        with self._lock:
            self._closed = True
        self.lock()

    def _find_place(self, pdf: bytes, width: float, height: float) -> Place | None:
        import numpy as np

        from scanning.signatures.place import find_place

        try:
            page = self._door.draw(pdf, 0, PLACE_DPI)
        except ScanError as error:
            raise SigningError(SigningFault.FILE_UNFIT) from error
        picture = np.frombuffer(page.rgb, np.uint8).reshape(page.height_px, page.width_px, 3)
        return find_place(picture, PLACE_DPI, width, height)

    def _begin(self) -> TokenSession:
        self.lock()
        with self._lock:
            if self._closed:
                raise SigningError(SigningFault.STOPPED)
            self._session = TokenSession(self._command, self._deadline_s)
            return self._session
