"""What the settings ask about the desks of this office, and change by an officer's word; on the database thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossiers.people import Right
from dossiers.permissions import needs, rights_of

if TYPE_CHECKING:
    from desktop.jobs import Desk
    from dossiers.store.lan import Unused as Unused
    from sync.hub.discovery import FoundDesk as FoundDesk


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherDesk:
    """Another desk of the office; `device` is its own name on the wire."""

    device: bytes
    name: str
    address: str
    serves: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeState:
    """Who is paired with this desk, who serves, in which bands this desk counts, and numbers given but not used.

    `paired`: with any desk now or ever; `port` is where this desk answers the others.
    """

    name: str
    paired: bool
    port: int
    others: tuple[OtherDesk, ...]
    serves: bool
    hub_name: str
    term: int
    holds_band: bool
    doubtful: bool
    in_hand: bool
    unused: "tuple[Unused, ...]"
    may_change: bool


def read_office_state(desk: "Desk") -> OfficeState:
    """Everything in one turn."""
    from sync.hub.place import read_port

    standing, peers, today = desk.lan.standing(), desk.lan.peers(), desk.business_day()
    hub = standing.leadership.device
    names = {peer.device: peer.name for peer in peers} | {desk.lan.device: desk.office.desk_name}
    return OfficeState(
        name=desk.office.desk_name, paired=standing.paired, port=read_port(desk),
        serves=standing.serves, hub_name=names.get(hub, ""), term=standing.leadership.term,
        others=tuple(
            OtherDesk(device=peer.device, name=peer.name, address=peer.address, serves=peer.device == hub)
            for peer in peers
        ),
        holds_band=standing.hub_on(today) == "own", doubtful=standing.doubtful,
        in_hand=bool(desk.lan.in_hand(today)), unused=desk.lan.unused(today),
        may_change=Right.OFFICE in rights_of(desk.clerk),
    )  # fmt: skip


@needs(Right.OFFICE)
def promote_desk(desk: "Desk") -> OfficeState:
    """Make this desk the hub; raises Impossible for anybody but an administrator."""
    desk.lan.promote()
    return read_office_state(desk)


@needs(Right.OFFICE)
def declare_band_lost(desk: "Desk") -> OfficeState:
    """Declare that the machine holding 0001–4999 is gone for good; raises Impossible for others than administrators."""
    desk.lan.declare_lost()
    return read_office_state(desk)


@needs(Right.OFFICE)
def forget_desk(desk: "Desk", device: bytes) -> OfficeState:
    """Let a desk in no more until it is paired anew; raises Impossible for others than administrators."""
    desk.lan.forget(device)
    return read_office_state(desk)


@needs(Right.OFFICE)
def change_port(desk: "Desk", port: int) -> None:
    """Answer the other desks elsewhere; raises Impossible for others than administrators, InvalidInput."""
    from sync.hub.place import set_port

    set_port(desk, port)
