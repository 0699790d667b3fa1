"""The line of a world: requests are lost, replies are lost, copies arrive late; the desk sees only a broken line."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sync.batch import Batch, epoch_of, origins_of
from sync.exchange import Answer, Question
from sync.faults import Deceived, ServerReset
from sync.protocol import Header, Receipt, Reply
from tests.faults.sim.script import Fate

LINE_BYTES = 9_000
"""What a line is said to weigh, so that a handful fill one request and batches are split as on a long day."""


@dataclass(slots=True)
class Post:
    """A batch on its way; its length is what sync.records weighs."""

    batch: Batch
    line_bytes: int

    def __len__(self) -> int:
        return self.line_bytes * len(self.batch.lines)


@dataclass(slots=True)
class Network:
    """Requests between the desks and the province; `late` are those that may still arrive."""

    deliver: Callable[[Batch], tuple[Reply, Receipt]]
    late: list[Batch] = field(default_factory=list)
    line_bytes: int = LINE_BYTES
    lost_replies: int = 0

    def arrive_late(self, which: int) -> None:
        """A straggler arrives; nobody hears the answer."""
        if self.late:
            self.deliver(self.late.pop(which % len(self.late)))


class Conversation:
    """What sync.records takes for an Exchange, over a Network with the fates of one run."""

    def __init__(self, network: Network, device: bytes, fates: tuple[Fate, ...]) -> None:
        self._network = network
        self._device = device
        self._fates = list(fates)
        # Nobody has measured this line, as on a desk's first day.
        self.bits_per_s: int | None = None

    def body(self, question: Question) -> Post:
        """The batch a question makes."""
        epoch, entries = question.epoch, question.entries
        header = Header(
            device=self._device, epoch=epoch.id, first=question.after + 1, count=len(entries),
            previous=question.previous, head=entries[-1].hash if entries else question.previous, sent_at=0,
            nonce=b"nonce...", history=question.history, cursor=question.cursor, parent=epoch.parent or None,
            parent_seq=epoch.parent_seq, parent_hash=epoch.parent_hash or None, origins=origins_of(entries),
            days=question.days, repair=question.repair,
        )  # fmt: skip
        assert epoch_of(header) == epoch
        return Post(Batch(header, tuple(entry.line for entry in entries)), self._network.line_bytes)

    def ask(self, post: Post, epoch: bytes) -> Answer:
        """Send it; raises ServerReset when the line breaks, Deceived as the real one does."""
        network, fate = self._network, self._fates.pop(0) if self._fates else "passes"
        if fate == "comes late":
            network.late.append(post.batch)
        if fate in {"request lost", "comes late"}:
            raise ServerReset
        reply, receipt = network.deliver(post.batch)
        if fate == "reply lost":
            network.lost_replies += 1
            raise ServerReset
        if fate == "comes again":
            network.late.append(post.batch)
        if (receipt.device, receipt.epoch, receipt.history) != (self._device, epoch, reply.history):
            raise Deceived
        return Answer(reply, receipt, b"", 0)
