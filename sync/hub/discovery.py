"""Desks of an office announce themselves (DNS-SD), so that nobody has to type an address; who they are, pairing proves.

An announcement is only a suggestion: its A record says where to knock, and the six digits decide (SYNC 3.14). Where
an office blocks multicast nothing is found, and the typed address works as ever.
"""

import queue
import socket
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossiers.errors import KnownError

if TYPE_CHECKING:
    from zeroconf import ServiceStateChange, Zeroconf

    from dossiers.store.desk import Desk

SERVICE = "_motcua._tcp.local."
LOOK_S = 3.0
RESOLVE_MS = 1000
GROUP = ("224.0.0.251", 5353)
"""Where announcements go (RFC 6762); the way there is the address other desks can reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What a desk tells of itself: a label of its own, its name, its office's code."""

    label: str
    name: str
    unit: str


@dataclass(frozen=True, slots=True, order=True)
class FoundDesk:
    """A desk that announces itself, and where it says it answers (`host:port`)."""

    name: str
    address: str


class NoMulticast(KnownError):
    """This machine or its network lets no announcement through."""

    def __init__(self) -> None:
        super().__init__("Mạng này không cho tìm quầy tự động. Gõ địa chỉ của quầy kia.")


def sign(desk: "Desk") -> Sign:
    """This desk's."""
    return Sign(label=desk.lan.device.hex(), name=desk.office.desk_name, unit=desk.office.unit)


class Announcement:
    """This desk's sign on the network until closed."""

    def __init__(self, own: Sign, port: int, address: str = "") -> None:
        """Tell that the desk answers at `port` of `address`, by default where this machine is reached.

        Raises NoMulticast.
        """
        from zeroconf import Error, ServiceInfo

        host = address or own_address()
        info = ServiceInfo(
            SERVICE, f"{own.label}.{SERVICE}", port=port, parsed_addresses=[host],
            properties={"name": own.name, "unit": own.unit},
        )  # fmt: skip
        self._line = _open(host)
        try:
            self._line.register_service(info)
        except (OSError, Error) as error:
            self._line.close()
            raise NoMulticast from error

    def close(self) -> None:
        """Say good-bye."""
        self._line.close()


def look(own: Sign, address: str = "", seconds: float = LOOK_S) -> tuple[FoundDesk, ...]:
    """The other desks of this office that announce themselves within so many seconds; raises NoMulticast."""
    from zeroconf import ServiceBrowser

    names: queue.Queue[str] = queue.Queue()

    def heard(zeroconf: "Zeroconf", service_type: str, name: str, state_change: "ServiceStateChange") -> None:
        del zeroconf, service_type, state_change
        names.put(name)

    found, ends_s = set(), time.monotonic() + seconds
    line = _open(address or own_address())
    try:
        ServiceBrowser(line, SERVICE, handlers=[heard])
        while (left_s := ends_s - time.monotonic()) > 0:
            try:
                name = names.get(timeout=left_s)
            except queue.Empty:
                break
            if name != f"{own.label}.{SERVICE}" and (desk := _resolve(line, name, own.unit)) is not None:
                found.add(desk)
    finally:
        line.close()
    return tuple(sorted(found))


def own_address() -> str:
    """The IPv4 address under which this machine talks to its neighbours; raises NoMulticast."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
            way.connect(GROUP)
            return str(way.getsockname()[0])
    except OSError as error:
        raise NoMulticast from error


def _open(address: str) -> "Zeroconf":
    from zeroconf import IPVersion, Zeroconf

    try:
        return Zeroconf(interfaces=[address], ip_version=IPVersion.V4Only)
    except OSError as error:
        raise NoMulticast from error


def _resolve(line: "Zeroconf", name: str, unit: str) -> FoundDesk | None:
    """What a name stands for, if it is a desk of this office."""
    from zeroconf import IPVersion

    info = line.get_service_info(SERVICE, name, timeout=RESOLVE_MS)
    hosts = info.parsed_addresses(IPVersion.V4Only) if info is not None else []
    if info is None or not hosts or info.decoded_properties.get("unit") != unit:
        return None
    return FoundDesk(info.decoded_properties.get("name") or hosts[0], f"{hosts[0]}:{info.port}")
