"""Connections that carry parcels side by side, block by block, each block by leave of the one who conducts them."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from queue import Empty, SimpleQueue
from threading import Semaphore
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

MOST_LANES = 2


@dataclass(frozen=True, slots=True)
class Block(Generic[T]):
    """So many bytes of a parcel want to leave; they wait for `Lanes.let_go`."""

    parcel: T
    count: int


@dataclass(frozen=True, slots=True)
class Landed(Generic[T, R]):
    """A parcel's journey has ended: `result()` is what carrying it returned, or raises what it raised."""

    parcel: T
    result: Callable[[], R]


class Blocks(BytesIO):
    """A body that leaves in blocks, telling before each how many bytes go, and stopping when asked to."""

    def __init__(self, data: bytes, on_block: Callable[[int], None]) -> None:
        """`on_block` may raise to give the upload up."""
        super().__init__(data)
        self._on_block = on_block

    def read(self, size: int | None = -1, /) -> bytes:
        """The next block."""
        block = super().read(size)
        if block:
            self._on_block(len(block))
        return block


class Closed(Exception):
    """The conductor has ended the journey; nobody asks any more how it went."""


class Lanes(Generic[T, R]):
    """Up to two parcels on their way; every method is for the conductor's thread.

    Between two blocks a lane does nothing without leave: so the conductor counts bytes before they go, and whatever
    is more urgent goes first while the lanes stand still.
    """

    def __init__(self, carry: Callable[[T, Callable[[int], None]], R]) -> None:
        """`carry` runs on a lane's own thread and calls its second argument before each block, with its bytes."""
        self._carry = carry
        self._events: SimpleQueue[Block[T] | Landed[T, R]] = SimpleQueue()
        self._leave = {lane: Semaphore(0) for lane in range(MOST_LANES)}
        self._lanes: dict[int, T] = {}
        self._closed = False
        self._threads = ThreadPoolExecutor(MOST_LANES, "lane")

    @property
    def under_way(self) -> tuple[T, ...]:
        """The parcels sent and not yet landed."""
        return tuple(self._lanes.values())

    def send(self, parcel: T) -> None:
        """Set a parcel on its way; there must be a lane free."""
        lane = min(self._leave.keys() - self._lanes.keys())
        self._lanes[lane] = parcel
        journey = self._threads.submit(self._carry, parcel, partial(self._ask_leave, lane, parcel))
        journey.add_done_callback(partial(self._land, parcel))

    def next(self, timeout_s: float) -> Block[T] | Landed[T, R] | None:
        """What happened next, or nothing within the time."""
        try:
            event = self._events.get(timeout=timeout_s)
        except Empty:
            return None
        if isinstance(event, Landed):
            del self._lanes[self._lane_of(event.parcel)]
        return event

    def let_go(self, block: Block[T]) -> None:
        """The block may leave."""
        self._leave[self._lane_of(block.parcel)].release()

    def close(self) -> None:
        """End every journey before its next block, and wait for that."""
        self._closed = True
        for leave in self._leave.values():
            leave.release()
        self._threads.shutdown(wait=True)

    def _lane_of(self, parcel: T) -> int:
        return next(lane for lane, carried in self._lanes.items() if carried is parcel)

    def _ask_leave(self, lane: int, parcel: T, count: int) -> None:
        self._events.put(Block(parcel, count))
        self._leave[lane].acquire()
        if self._closed:
            raise Closed

    def _land(self, parcel: T, journey: "Future[R]") -> None:
        self._events.put(Landed(parcel, journey.result))
