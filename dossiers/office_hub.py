"""Who serves an office's desks, and who may give 0001–4999: two marks that only ever grow, told from desk to desk."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from dossiers.numbering import Hub


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Leadership:
    """The desk that serves the others; the higher term wins, and of two desks promoted at once one always does."""

    term: int = 0
    device: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Baton:
    """The right to give the hub's band: one desk holds it, and it moves only by its holder's own word.

    `moves` counts how often it moved. `day` and `last` are how far the giver had counted on its last day; the new
    holder goes on from there. `since` is the first day the holder may use it: the day after, where an officer has
    declared the holder's machine lost or it was put back from an old copy: nobody knows how far it had counted.
    """

    moves: int = 0
    holder: bytes = b""
    day: date = date.min
    last: int = 0
    since: date = date.min


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What one desk believes. A desk that has never paired with another is its office's only one.

    `restored_on` is the day this desk was last put back from an old copy: how far it counted on that day nobody knows.
    From then on it is `doubtful` until every desk it is paired with has been heard again, since one of them may have
    been given the baton after that copy was made.
    """

    device: bytes
    slot: int
    paired: bool = False
    leadership: Leadership = Leadership()
    baton: Baton = Baton()
    restored_on: date | None = None
    doubtful: bool = False

    @property
    def serves(self) -> bool:
        """Whether this desk is the hub as far as it knows."""
        return self.paired and self.leadership.device == self.device

    @property
    def holds_baton(self) -> bool:
        """Before it first moves the baton is with desk 1."""
        return self.baton.holder == self.device if self.baton.moves else self.slot == 1

    def hub_on(self, day: date) -> Hub:
        """Which bands this desk counts in by itself on a day (`numbering.band_for`)."""
        if not self.paired:
            return "own"
        sure = not self.doubtful and day >= self.baton.since
        return "own" if self.holds_baton and sure else "lost"


def hear(mine: Standing, leadership: Leadership, baton: Baton) -> Standing:
    """What a desk believes after another has told what it believes."""
    newer = baton if baton.moves > mine.baton.moves else mine.baton
    return replace(mine, leadership=max(mine.leadership, leadership), baton=newer)


def promote(mine: Standing) -> Standing:
    """An officer makes this desk the hub."""
    return replace(mine, leadership=Leadership(term=mine.leadership.term + 1, device=mine.device))


def give_baton(mine: Standing, day: date, last: int) -> Standing:
    """The holder hands the baton to the hub it has met, and from now on never counts in that band again."""
    if not mine.holds_baton or mine.doubtful or mine.leadership.device in {b"", mine.device}:
        return mine
    # What this desk counted before it was put back on that day is on paper somewhere; the day after is untouched.
    since = max(mine.baton.since, _after(mine.restored_on) if mine.restored_on else date.min)
    # A baton only passing through here comes with the count of the one before.
    day, last = max((day, last), (mine.baton.day, mine.baton.last))
    moved = Baton(moves=mine.baton.moves + 1, holder=mine.leadership.device, day=day, last=last, since=since)
    return replace(mine, baton=moved)


def declare_lost(mine: Standing, today: date) -> Standing:
    """An officer declares the holder's machine lost for good; this desk holds the baton from tomorrow."""
    return replace(mine, baton=Baton(moves=mine.baton.moves + 1, holder=mine.device, since=_after(today)))


def _after(day: date) -> date:
    return day + timedelta(days=1)
