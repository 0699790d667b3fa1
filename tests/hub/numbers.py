"""A world of desks that number dossiers: splits, deaths, restores, promotions; the rules are the product's own.

No clock, no disk, no line: a seed decides everything. `Desk` keeps what `dossiers.store.lan` keeps, and asks
`dossiers.office_hub` and `dossiers.numbering` what the product asks them. Two controls break one rule each.
"""

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from dossiers.numbering import HUB_BAND, Hub, band_for, next_number
from dossiers.office_hub import Baton, Leadership, Standing, declare_lost, give_baton, hear, promote

FIRST_DAY = date(2026, 11, 23)


@dataclass
class Disk:
    """What a desk has on its disk."""

    standing: Standing
    epoch: int = 0
    restored_on: date | None = None
    counters: dict[tuple[date, int], int] = field(default_factory=dict)
    ticket: tuple[int, date, int] | None = None
    """The epoch and day it is good for, and its own number."""
    hand: int = 0
    handed: dict[int, tuple[date, int]] = field(default_factory=dict)
    heard: set[int] = field(default_factory=set)


class Rules:
    """What the product does."""

    def hub_on(self, disk: Disk, day: date) -> Hub:
        """Which bands a desk counts in."""
        return disk.standing.hub_on(day)

    def restored_today(self, disk: Disk, day: date) -> bool:
        """Whether its counters may be older than its paper."""
        return disk.restored_on == day


class TermsAlone(Rules):
    """Control: whoever was promoted goes on in the hub's band from the highest number it has seen."""

    def hub_on(self, disk: Disk, day: date) -> Hub:
        del day
        return "own" if disk.standing.serves else "lost"


class NaiveCounter(Rules):
    """Control: a desk put back from an old copy goes on with the counter it finds there."""

    def restored_today(self, disk: Disk, day: date) -> bool:
        del disk, day
        return False

    def hub_on(self, disk: Disk, day: date) -> Hub:
        return replace(disk.standing, doubtful=False).hub_on(day)


class World:
    """Some desks of one office, and everything that befalls them."""

    def __init__(self, seed: int, rules: Rules) -> None:
        self.random = Random(seed)
        self.rules = rules
        self.day = FIRST_DAY
        count = self.random.randint(2, 5)
        self.names = list(range(1, count + 1))
        self.disks = {slot: Disk(Standing(device=_name(slot), slot=slot, paired=True)) for slot in self.names}
        first = promote(self.disks[self.random.choice(self.names)].standing).leadership
        for disk in self.disks.values():
            disk.standing = replace(disk.standing, leadership=first)
        self.backups = {slot: deepcopy(disk) for slot, disk in self.disks.items()}
        self.side = dict.fromkeys(self.names, 0)
        self.gone: set[int] = set()
        self.printed: list[tuple[date, int]] = []
        self.issued: dict[date, list[int]] = {}
        self.restores: set[tuple[int, date]] = set()
        self.tickets = 0
        self.epochs = count

    def run(self, steps: int) -> "World":
        """So many things happen."""
        happenings = (
            (self.receive, 40), (self.meet, 40), (self.split, 3), (self.heal, 3), (self.back_up, 3),
            (self.restore, 2), (self.promote, 2), (self.scrap, 0.3), (self.night, 2),
        )  # fmt: skip
        deeds, weights = zip(*happenings, strict=True)
        for _ in range(steps):
            alive = [slot for slot in self.names if slot not in self.gone]
            self.random.choices(deeds, weights)[0](self.random.choice(alive))
        return self

    def receive(self, slot: int) -> None:
        """A dossier: the number in hand, else one of this desk's own; sometimes the desk dies before the commit."""
        disk = self.disks[slot]
        if self.random.random() < 0.03:
            return
        if disk.hand and disk.ticket is not None and disk.ticket[:2] == (disk.epoch, self.day):
            self.printed.append((self.day, disk.hand))
            disk.hand, disk.ticket = 0, None
            return
        self.printed.append((self.day, self._draw(disk)))

    def meet(self, slot: int) -> None:
        """A round: two desks tell each other where they stand; a desk fetches a number from its hub."""
        others = [each for each in self.names if each not in self.gone | {slot} and self.side[each] == self.side[slot]]
        hub = self._slot_of(self.disks[slot].standing.leadership.device)
        if not others:
            return
        other = hub if hub in others and self.random.random() < 0.8 else self.random.choice(others)
        # The answer may be lost after the other desk has written down what it was told.
        self._hear(other, slot)
        if self.random.random() < 0.9:
            self._hear(slot, other)
            if self.disks[slot].standing.leadership.device == _name(other):
                self._fetch(slot, other)

    def split(self, slot: int) -> None:
        """A cable is pulled: this desk and perhaps others are on their own."""
        self.side[slot] = self.random.randint(1, 2)

    def heal(self, slot: int) -> None:
        """A cable is put back."""
        self.side[slot] = 0

    def back_up(self, slot: int) -> None:
        """A copy is made."""
        self.backups[slot] = deepcopy(self.disks[slot])

    def restore(self, slot: int) -> None:
        """The newest copy is put back: a new epoch, and doubt until every other desk has been heard.

        Once a day: the second half of a solo band has no second half (SYNC 3.8 leaves the double restore offline to
        the province, which holds the second dossier).
        """
        if (slot, self.day) in self.restores:
            return
        self.restores.add((slot, self.day))
        disk = self.disks[slot] = deepcopy(self.backups[slot])
        self.epochs += 1
        disk.epoch, disk.restored_on, disk.heard = self.epochs, self.day, set()
        disk.standing = replace(disk.standing, doubtful=True, restored_on=self.day)

    def promote(self, slot: int) -> None:
        """An officer makes this desk the hub, whatever is true elsewhere."""
        self.disks[slot].standing = promote(self.disks[slot].standing)

    def scrap(self, slot: int) -> None:
        """The machine that holds the baton burns, and an officer says so at the hub of that side."""
        holder = next((each for each in self.names if self.disks[each].standing.holds_baton), None)
        if holder is None or holder == slot or holder in self.gone or len(self.names) - len(self.gone) < 3:
            return
        if any(each.ticket for each in self.disks.values() if each.standing.baton.moves != self._moves()):
            return
        self.gone.add(holder)
        self.disks[slot].standing = declare_lost(hear(self.disks[slot].standing, *self._newest()), self.day)

    def night(self, slot: int) -> None:
        """The next day."""
        del slot
        self.day += timedelta(days=1)

    def twice(self) -> set[tuple[date, int]]:
        """Numbers that stand on more than one slip."""
        return {each for each, times in Counter(self.printed).items() if times > 1}

    def gaps(self) -> dict[date, set[int]]:
        """Numbers of the hub's band that were stepped over: neither on a slip nor handed to a desk."""
        found = {day: set(range(1, max(numbers) + 1)) - set(numbers) for day, numbers in self.issued.items()}
        return {day: missing for day, missing in found.items() if missing}

    def _draw(self, disk: Disk) -> int:
        hub, restored = self.rules.hub_on(disk, self.day), self.rules.restored_today(disk, self.day)
        band = band_for(disk.standing.slot, hub, restored)[0]
        number = next_number(band, disk.counters.get((self.day, band.first)))
        disk.counters[self.day, band.first] = number
        if band == HUB_BAND:
            self.issued.setdefault(self.day, []).append(number)
        return number

    def _fetch(self, slot: int, hub: int) -> None:
        disk, giver = self.disks[slot], self.disks[hub]
        if not giver.standing.serves or disk.standing.serves:
            return
        if disk.ticket is None or disk.ticket[:2] != (disk.epoch, self.day):
            self.tickets += 1
            disk.ticket, disk.hand = (disk.epoch, self.day, self.tickets), 0
        ticket = disk.ticket[2]
        if disk.hand or (ticket not in giver.handed and self.rules.restored_today(giver, self.day)):
            return
        if self.random.random() < 0.05:
            return
        if ticket not in giver.handed:
            giver.handed[ticket] = (self.day, self._draw(giver))
        day, number = giver.handed[ticket]
        if self.random.random() < 0.9 and day == self.day:
            disk.hand = number

    def _hear(self, slot: int, told_by: int) -> None:
        disk, teller = self.disks[slot], self.disks[told_by].standing
        disk.heard.add(told_by)
        before = disk.standing.baton
        mine = hear(disk.standing, teller.leadership, teller.baton)
        if disk.heard >= set(self.names) - {slot}:
            mine = replace(mine, doubtful=False)
        if mine.holds_baton and not mine.serves:
            mine = give_baton(mine, *self._counted(disk))
        disk.standing = mine
        if mine.baton != before and mine.holds_baton and (mine.baton.day, mine.baton.last) > self._counted(disk):
            disk.counters[mine.baton.day, HUB_BAND.first] = mine.baton.last

    @staticmethod
    def _counted(disk: Disk) -> tuple[date, int]:
        own = [(day, last) for (day, band), last in disk.counters.items() if band == HUB_BAND.first]
        return max(own, default=(date.min, 0))

    def _moves(self) -> int:
        return max(disk.standing.baton.moves for disk in self.disks.values())

    def _newest(self) -> tuple[Leadership, Baton]:
        newest = max((disk.standing for disk in self.disks.values()), key=lambda each: each.baton.moves)
        return newest.leadership, newest.baton

    def _slot_of(self, device: bytes) -> int | None:
        return next((slot for slot in self.names if _name(slot) == device), None)


def _name(slot: int) -> bytes:
    return bytes([slot]) * 16
