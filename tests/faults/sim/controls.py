"""The positive controls: four designs that each leave one rule out; the harness must see them lose or double deeds."""

from collections import Counter

from dossiers.journal import Epoch, decode
from sync.batch import Batch
from sync.exchange import Question
from sync.protocol import Receipt, Reply
from tests.faults.sim import desk as desks
from tests.faults.sim.desk import Case, Journal, deed_of
from tests.faults.sim.home import Home
from tests.faults.sim.network import Conversation
from tests.faults.sim.province import Keyless, ModelProvince, Upserting
from tests.faults.sim.script import Fate
from tests.faults.sim.world import World


class WithoutKeys(World):
    """Chains, epochs and re-homing, but a re-homed line is applied wherever it arrives."""

    def make_province(self) -> ModelProvince:
        """A province that does not know an op again."""
        return Keyless()


class WithoutRehoming(World):
    """A fork begins a new epoch, and the lines that were already in the old one stay there."""

    def rehome(self, home: Home, forked: Epoch, agreed: int) -> None:
        """Only later deeds are written in the new epoch."""
        desks.leave(home.memory, forked, agreed, self.random.randbytes(8), self.now)


class WithoutEpochs(World):
    """One chain a device for ever: where the two ends part, the desk takes the province's side."""

    def open(self, home: Home) -> None:
        """Nothing is noticed."""
        home.mark = home.mark_at_start = (home.memory.head, home.machine)

    def rehome(self, home: Home, forked: Epoch, _agreed: int) -> None:
        """The desk's own lines after the place make room for the province's."""
        theirs = self.province.store.shelves[home.device, forked.id].entries
        home.memory.lines[forked.id] = list(theirs)
        home.memory.sent[forked.id] = len(theirs)
        for op in (decode(entry.line) for entry in theirs):
            home.memory.cases.setdefault(op.dossier_id, Case(op.at, "", ()))


class Naive(World):
    """Rows under (device, seq), an upsert, and a desk that believes its own "already sent" mark."""

    def make_province(self) -> Upserting:
        """A table with a key too small."""
        return Upserting()

    def open(self, home: Home) -> None:
        """Nothing is noticed."""
        home.mark = home.mark_at_start = (home.memory.head, home.machine)

    def converse(self, home: Home, fates: tuple[Fate, ...]) -> None:
        """Push what is not marked, mark it when the line did not break."""
        epoch = home.memory.epochs[-1]
        sent = home.memory.sent[epoch.id]
        entries = Journal(home.memory).entries(epoch.id, sent, 1000)
        previous = entries[0].hash if entries else epoch.root
        talk = Conversation(self.network, home.device, fates)
        talk.ask(talk.body(Question(epoch=epoch, after=sent, previous=previous, entries=entries)), epoch.id)
        home.memory.sent[epoch.id] = sent + len(entries)

    def _deliver(self, batch: Batch) -> tuple[Reply, Receipt]:
        assert isinstance(self.province, Upserting)
        header, history = batch.header, self.province.history
        deeds = [deed_of(line) for line in batch.lines]
        self.province.upsert(batch, deeds)
        self.entrusted.update(deeds)
        receipt = Receipt(device=header.device, epoch=header.epoch, seq=0, hash=b"", history=history, at=0)
        return Reply(request=b"", history=history, at=0, ack=b""), receipt

    def deeds_at_the_province(self) -> Counter[int]:
        """The rows there are."""
        assert isinstance(self.province, Upserting)
        return Counter(self.province.rows.values())


CONTROLS: dict[str, type[World]] = {
    "naive (device, seq) upsert": Naive,
    "chain without epochs": WithoutEpochs,
    "epochs without re-homing": WithoutRehoming,
    "re-homing without op keys": WithoutKeys,
}
