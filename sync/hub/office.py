"""A desk among the desks of its office: it answers them, and goes round to them, each in a thread of its own."""

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

import uvicorn
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from fastapi import FastAPI

from dossiers.clock import Clock, to_ms
from dossiers.errors import KnownError
from dossiers.office_hub import Standing
from dossiers.store.lan import Peer
from sync.client import Client
from sync.faults import LineFault
from sync.hub import carrying, pairing
from sync.hub.answers import Answers
from sync.hub.app import create_app
from sync.hub.certificate import Identity, identity, server_context
from sync.hub.neighbour import Neighbour
from sync.hub.pairing import Door
from sync.hub.place import PORT
from sync.hub.rounds import Rounds
from sync.membership import connect, device_key
from sync.progress import Ask

ROUND_S = 0.8
"""Between two rounds: a line goes up in one and comes down in another's next, so within two of these (SYNC 3.14)."""

SILENT = timedelta(seconds=5)
"""A desk not heard for this long is knocked at by the hub: it may not know who serves now."""

KEEP_ALIVE_S = 30
PROVINCE_PAUSE_S = 15.0
PROVINCE_TIMEOUT_S = 10.0


@dataclass(frozen=True, slots=True)
class OfficeNews:
    """How things stand: what this desk believes, and whether the desk that serves it answered the last round."""

    standing: Standing
    reachable: bool
    fresh: int


class OfficeLine:
    """Begins to answer when made, and to go round with `begin`; `close` ends both."""

    def __init__(
        self, ask: Ask, clock: Clock, host: str = "0.0.0.0", port: int = PORT,
        tell: Callable[[OfficeNews], None] = lambda _news: None,
    ) -> None:  # fmt: skip
        """`tell` is called from this line's threads. Raises KnownError where the port is taken."""
        self._ask, self._clock, self._tell = ask, clock, tell
        self._socket = _listen(host, port)
        self.port = int(self._socket.getsockname()[1])
        self.door = Door(ask, clock, self.wake)
        self._rounds = Rounds(ask, clock, self.port)
        self._neighbour: Neighbour | None = None
        self._awake, self._stopped = threading.Event(), threading.Event()
        self._province_after = 0.0
        self._server = _server(ask(identity), create_app(Answers(ask, clock, self._on_heard), self.door))
        self._serving = threading.Thread(target=self._serve, name="lan-door", daemon=True)
        self._going = threading.Thread(target=self._go_round, name="lan-round", daemon=True)
        self._serving.start()

    def begin(self) -> None:
        """Go round from now on."""
        self._going.start()

    def wake(self) -> None:
        """Something was just committed here: go round now."""
        self._awake.set()

    def join(self, address: str, code: str) -> Peer:
        """Pair with the desk that shows this code; see `pairing.join`."""
        host = pairing.join(self._ask, address, code, self.port)
        self.wake()
        return host

    def close(self) -> None:
        """Finish what is on the line, and end."""
        self._stopped.set()
        self._awake.set()
        # Other desks keep their connections open; whatever is cut, they ask again.
        self._server.should_exit = self._server.force_exit = True
        if self._going.is_alive():
            self._going.join()
        self._serving.join()
        self._socket.close()

    def round(self) -> OfficeNews:
        """One round: to the hub, or as the hub to whoever has been silent, and to the province for the others."""
        standing = self._ask(lambda desk: desk.lan.standing())
        if not standing.paired:
            return OfficeNews(standing, reachable=True, fresh=0)
        if standing.serves:
            return self._serve_round(standing)
        peer, key = self._ask(lambda desk: (desk.lan.peer(standing.leadership.device), device_key(desk)))
        if peer is None:
            return OfficeNews(standing, reachable=False, fresh=0)
        try:
            line = self._line_to(peer, key)
            done = self._rounds.meet(line)
            if done.standing.leadership == standing.leadership:
                self._rounds.fetch_number(line)
        except LineFault:
            self._rounds.forget()
            return OfficeNews(standing, reachable=False, fresh=0)
        return OfficeNews(done.standing, reachable=True, fresh=done.fresh)

    def _serve_round(self, standing: Standing) -> OfficeNews:
        heard, peers, key, now = self._ask(
            lambda desk: (desk.lan.heard_at(), desk.lan.peers(), device_key(desk), to_ms(self._clock()))
        )
        silent = [each for each in peers if now - heard[each.device] > SILENT / timedelta(milliseconds=1)]
        for peer in silent:
            self._rounds.forget()
            try:
                standing = self._rounds.meet(self._line_to(peer, key)).standing
            except LineFault:
                continue
        self._carry()
        return OfficeNews(standing, reachable=True, fresh=0)

    def _carry(self) -> None:
        """Other desks' batches to the province, at most every 15 s while it does not answer."""
        now_s = time.monotonic()
        if now_s < self._province_after or not self._ask(lambda desk: carrying.wanted(desk) and desk.relay.waiting()):
            return
        client: Client = self._ask(lambda desk: connect(desk, PROVINCE_TIMEOUT_S))
        try:
            carrying.carry(self._ask, client)
        except LineFault:
            self._province_after = now_s + PROVINCE_PAUSE_S
        finally:
            client.close()

    def _line_to(self, peer: Peer, key: Ed25519PrivateKey) -> Neighbour:
        if self._neighbour is None or self._neighbour.peer != peer:
            if self._neighbour is not None:
                self._neighbour.close()
            self._neighbour = Neighbour(peer, key)
            self._rounds.forget()
        return self._neighbour

    def _go_round(self) -> None:
        while not self._stopped.is_set():
            self._awake.clear()
            with suppress(KnownError):  # a full disk, say: the desk's own work tells the clerk, and this goes on
                self._tell(self.round())
            self._awake.wait(ROUND_S)
        if self._neighbour is not None:
            self._neighbour.close()

    def _serve(self) -> None:
        self._server.run(sockets=[self._socket])

    def _on_heard(self) -> None:
        self._tell(OfficeNews(self._ask(lambda desk: desk.lan.standing()), reachable=True, fresh=1))


def _server(own: Identity, app: FastAPI) -> uvicorn.Server:
    config = uvicorn.Config(
        app, log_config=None, lifespan="off", ws="none", access_log=False, server_header=False,
        timeout_keep_alive=KEEP_ALIVE_S,
    )  # fmt: skip
    config.load()
    config.ssl = server_context(own)
    return uvicorn.Server(config)


def _listen(host: str, port: int) -> socket.socket:
    try:
        door = socket.create_server((host, port))
        # asyncio leaves this out for such a socket, and every answer would wait 40 ms for a delayed acknowledgement.
        door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return door
    except OSError as error:
        sentence = "Không mở được cổng {port} cho các quầy khác. Đóng chương trình đang dùng cổng ấy rồi thử lại."
        raise KnownError(sentence, port=port) from error
