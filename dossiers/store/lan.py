"""What a desk remembers of the other desks of its office: who they are, who serves, and the numbers that go between."""

import secrets
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert

from dossiers.clock import to_ms
from dossiers.codes import normalise
from dossiers.errors import NotFound
from dossiers.numbering import HUB_BAND, band_for, dossier_code
from dossiers.office_hub import Baton, Leadership, Standing, declare_lost, give_baton, hear, promote
from dossiers.store import schema
from dossiers.store.writer import Count, Writer, draw

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

peer, handed, dossier, wire = schema.peer, schema.handed, schema.dossier, schema.wire
LEADERSHIP, BATON, HAND, FORGOTTEN = "lan_leadership", "lan_baton", "lan_hand", "lan_forgotten"
TICKET_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Another desk of this office; `address` is `host:port`, `certificate` the PEM it answers with."""

    device: bytes
    public_key: bytes
    slot: int
    name: str
    address: str
    certificate: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """The number kept ready for the next dossier, or the ticket it is being asked for with (`number` 0).

    It belongs to one run of the journal: an old copy put back, or a clone, must not use it a second time.
    """

    epoch: bytes
    day: date
    ticket: bytes
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """A number given to another desk that no dossier known here bears."""

    code: str
    desk: str


class Lan:
    """This desk's part in its office."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk

    @property
    def device(self) -> bytes:
        """This desk's own name on the wire."""
        return self._desk.journal.epochs()[-1].device

    def standing(self) -> Standing:
        """What this desk believes of its office."""
        with self._desk.database.begin():
            leadership, baton = self._get(LEADERSHIP), self._get(BATON)
            return Standing(
                device=self.device, slot=self._desk.office.desk_slot, paired=self.paired(),
                leadership=msgspec.json.decode(leadership, type=Leadership) if leadership else Leadership(),
                baton=msgspec.json.decode(baton, type=Baton) if baton else Baton(),
                restored_on=self._desk.restored_on, doubtful=self._doubtful(),
            )  # fmt: skip

    def hear(self, leadership: Leadership, baton: Baton) -> Standing:
        """Take in what another desk believes; meeting a hub, the holder of the baton hands it over at once."""
        mine = hear(self.standing(), leadership, baton)
        if mine.holds_baton and not mine.serves:
            mine = give_baton(mine, *self._counted())
        return self._keep(mine)

    def promote(self) -> Standing:
        """Make this desk the hub, by an officer's word; raises NotFound for a desk that knows no other."""
        self._require_paired()
        return self._keep(promote(self.standing()))

    def declare_lost(self) -> Standing:
        """An officer declares the holder of the hub's band lost for good."""
        self._require_paired()
        return self._keep(declare_lost(self.standing(), self._desk.business_day()))

    def peers(self) -> tuple[Peer, ...]:
        """The other desks, by slot."""
        with self._desk.database.begin() as connection:
            rows = connection.execute(select(peer).order_by(peer.c.slot, peer.c.device)).all()
        return tuple(
            Peer(device=row.device, public_key=row.public_key, slot=row.slot, name=row.name, address=row.address,
                 certificate=row.certificate)
            for row in rows
        )  # fmt: skip

    def peer(self, device: bytes) -> Peer | None:
        """One of them."""
        return next((each for each in self.peers() if each.device == device), None)

    def paired(self) -> bool:
        """Whether there is any, or ever was: a forgotten desk may still count in the hub's band."""
        with self._desk.database.begin() as connection:
            return bool(self._forgotten()) or connection.execute(select(peer.c.device).limit(1)).first() is not None

    def meet(self, other: Peer) -> None:
        """Pair with a desk, once more if it was forgotten, or learn where it answers now; its first key stays."""
        row = {name: getattr(other, name) for name in Peer.__dataclass_fields__}
        fresh = {name: value for name, value in row.items() if name not in {"device", "public_key"}}
        with self._desk.database.begin() as connection:
            put = insert(peer).values(row | {"heard_at": 0}).on_conflict_do_update(set_=fresh)
            connection.execute(put)
            if self.forgot(other.device):
                self._set(FORGOTTEN, msgspec.json.encode(self._forgotten() - {other.device.hex()}))

    def forget(self, device: bytes) -> None:
        """Let a desk in no more, whoever tells of it, until it is paired anew; its lines and dossiers stay."""
        with self._desk.database.begin() as connection:
            self._set(FORGOTTEN, msgspec.json.encode(self._forgotten() | {device.hex()}))
            connection.execute(peer.delete().where(peer.c.device == device))
            connection.execute(schema.relay.delete().where(schema.relay.c.device == device))

    def forgot(self, device: bytes) -> bool:
        """Whether a desk was paired with this one and is no more."""
        return device.hex() in self._forgotten()

    def heard(self, device: bytes) -> None:
        """A desk has just spoken."""
        with self._desk.database.begin() as connection:
            now = to_ms(self._desk.clock())
            connection.execute(peer.update().where(peer.c.device == device).values(heard_at=now))

    def heard_at(self) -> dict[bytes, int]:
        """When each desk last spoke, in ms; 0 for never."""
        with self._desk.database.begin() as connection:
            return {row.device: row.heard_at for row in connection.execute(select(peer.c.device, peer.c.heard_at))}

    def hand_out(self, device: bytes, ticket: bytes) -> tuple[date, int] | None:
        """The day and number for a ticket, the same however often it is asked; None while this desk may give none.

        Raises KnownError when the band is used up. The hub counts in its own bands while it does not hold the
        baton, so that whatever other hub there is can give none of these numbers.
        """
        desk = self._desk
        with desk.database.begin() as connection:
            given = connection.execute(select(handed).where(handed.c.ticket == ticket)).first()
            if given is not None:
                return date.fromisoformat(given.day), given.number
            standing, day = self.standing(), desk.business_day()
            if not standing.serves or desk.restored_on == day:
                return None
            writer = Writer(connection, desk.journal.unbroken)
            taken = draw(writer, desk.office.unit, band_for(standing.slot, standing.hub_on(day), False), day)
            writer.count(taken)
            row = {"ticket": ticket, "day": day.isoformat(), "number": taken.last, "device": device}
            connection.execute(handed.insert().values(row | {"at": to_ms(desk.clock())}))
        return day, taken.last

    def unused(self, day: date) -> tuple[Unused, ...]:
        """The numbers of a day given to other desks and borne by no dossier known here: cấp – chưa dùng."""
        names = {each.device: each.name for each in self.peers()}
        query = select(handed.c.number, handed.c.device).where(handed.c.day == day.isoformat())
        with self._desk.database.begin() as connection:
            rows = connection.execute(query.order_by(handed.c.number)).all()
            codes = {dossier_code(self._desk.office.unit, day, row.number): names.get(row.device, "") for row in rows}
            keys = {normalise(code): code for code in codes}
            bound = select(dossier.c.code_key).where(dossier.c.code_key.in_(list(keys)))
            borne = {keys[key] for key in connection.execute(bound).scalars()}
        return tuple(Unused(code=code, desk=name) for code, name in codes.items() if code not in borne)

    def wanted(self) -> Hand | None:
        """The ticket to ask the hub with, remembered before it is sent; None while a number is in hand, or here.

        A lost answer, or a crash before it, asks again with the same ticket and gets the same number.
        """
        standing, day = self.standing(), self._desk.business_day()
        if not standing.paired or standing.serves:
            return None
        hand, epoch = self.hand(), self._desk.journal.head.epoch
        if hand is None or (hand.epoch, hand.day) != (epoch, day):
            hand = Hand(epoch=epoch, day=day, ticket=secrets.token_bytes(TICKET_BYTES))
            self._set(HAND, msgspec.json.encode(hand))
        return None if hand.number else hand

    def put_in_hand(self, ticket: bytes, day: date, number: int) -> None:
        """The hub's answer; one for another day, or to a ticket no longer asked with, stays unused at the hub."""
        hand = self.hand()
        if hand is not None and (hand.ticket, hand.day, hand.number) == (ticket, day, 0):
            self._set(HAND, msgspec.json.encode(replace(hand, number=number)))

    def hand(self) -> Hand | None:
        """What is in hand."""
        kept = self._get(HAND)
        return msgspec.json.decode(kept, type=Hand) if kept else None

    def use_hand(self) -> None:
        """The number in hand is on a dossier: within that dossier's transaction."""
        with self._desk.database.begin() as connection:
            connection.execute(wire.delete().where(wire.c.key == HAND))

    def in_hand(self, day: date) -> int:
        """The number ready for a day in this run of the journal; 0 where there is none."""
        hand = self.hand()
        fits = hand is not None and (hand.epoch, hand.day) == (self._desk.journal.head.epoch, day)
        return hand.number if hand is not None and fits else 0

    def _counted(self) -> tuple[date, int]:
        """The last day this desk counted in the hub's band, and how far."""
        counter = schema.counter
        query = select(counter).where(counter.c.band == HUB_BAND.first).order_by(counter.c.day.desc()).limit(1)
        with self._desk.database.begin() as connection:
            row = connection.execute(query).first()
        return (date.fromisoformat(row.day), row.last) if row else (date.min, 0)

    def _keep(self, mine: Standing) -> Standing:
        """Write down what is believed now; a baton just received brings its count along."""
        with self._desk.database.begin() as connection:
            before = self.standing()
            if mine.leadership != before.leadership:
                self._set(LEADERSHIP, msgspec.json.encode(mine.leadership))
            if mine.baton != before.baton:
                self._set(BATON, msgspec.json.encode(mine.baton))
                if mine.holds_baton and (mine.baton.day, mine.baton.last) > self._counted():
                    count = Count(mine.baton.day, HUB_BAND.first, mine.baton.last)
                    Writer(connection, frozenset()).count(count)
        return mine

    def _doubtful(self) -> bool:
        """Put back from an old copy, and not every desk has been heard since."""
        journal = self._desk.journal
        if journal.reason == "install":
            return False
        with self._desk.database.begin() as connection:
            oldest = connection.execute(select(func.min(peer.c.heard_at))).scalar()
        return oldest is not None and oldest < to_ms(journal.opened_at)

    def _forgotten(self) -> set[str]:
        kept = self._get(FORGOTTEN)
        return msgspec.json.decode(kept, type=set[str]) if kept else set()

    def _require_paired(self) -> None:
        if not self.paired():
            raise NotFound("Quầy này chưa kết nối với quầy nào khác, nên tự cấp số của mình.")

    def _get(self, key: str) -> bytes | None:
        return self._desk.wire.get(key)

    def _set(self, key: str, value: bytes) -> None:
        self._desk.wire.set(key, value)
