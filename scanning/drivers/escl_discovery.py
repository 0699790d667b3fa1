"""Network scanners that announce themselves (DNS-SD, `_uscan._tcp`), found while the clerk waits a few seconds.

An announcement is believed for its A record, not for the packet's sender: behind a print server the two differ
(naps2 issue 874). Where offices block multicast nothing is found, and the typed address remains.
"""

from __future__ import annotations

import queue
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from scanning.drivers import Watch
from scanning.drivers.escl_address import ROOT, Address, same_uuid
from scanning.errors import Fault, ScanError
from scanning.events import Device, Progress

if TYPE_CHECKING:
    from zeroconf import ServiceInfo

LOOK_S = 3.0
_SERVICES = {"_uscans._tcp.local.": "https", "_uscan._tcp.local.": "http"}
_RESOLVE_TIMEOUT_MS = 1000
_TICK_S = 0.1


def look_for(watch: Watch) -> Iterator[Device]:
    """Scanners, each once: those with an encrypted line as they are heard, the others when the time is over."""
    plain: dict[str, Device] = {}
    secure: set[str] = set()
    for address, label in _announcements(watch):
        device = Device("escl", str(address), label or address.host)
        if not address.is_secure:
            plain.setdefault(address.uuid or str(address), device)
        elif address.uuid not in secure:
            secure.add(address.uuid)
            yield device
    yield from (device for uuid, device in plain.items() if uuid not in secure)


def find_again(device: Address, watch: Watch) -> Address | None:
    """Where a known device announces itself now; None where it does not, or only on a line less private than before."""
    if not device.uuid:
        return None
    same = (address for address, _ in _announcements(watch) if address.uuid == device.uuid)
    return next((address for address in same if address.is_secure or not device.is_secure), None)


def _announcements(watch: Watch) -> Iterator[tuple[Address, str]]:
    """Addresses and labels as they are heard, for a few seconds or until stopped; tells how much time has passed."""
    with _browsing() as heard:
        begun_at = time.monotonic()
        while (passed_s := time.monotonic() - begun_at) < LOOK_S and not watch.stopped.is_set():
            try:
                found = _read(heard.get(timeout=_TICK_S))
            except queue.Empty:
                watch.tell(Progress(int(100 * passed_s / LOOK_S)))
                continue
            if found is not None:
                yield found


@contextmanager
def _browsing() -> Iterator[queue.Queue[ServiceInfo]]:
    """Announcements resolved in the background."""
    from zeroconf import ServiceBrowser, ServiceStateChange, Zeroconf

    heard: queue.Queue[ServiceInfo] = queue.Queue()

    def on_change(zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange) -> None:
        if state_change is ServiceStateChange.Removed:
            return
        info = zeroconf.get_service_info(service_type, name, timeout=_RESOLVE_TIMEOUT_MS)
        if info is not None:
            heard.put(info)

    try:
        zeroconf = Zeroconf()
    except OSError as error:  # a desk without any network
        raise ScanError(Fault.NO_DEVICE) from error
    with zeroconf:
        browser = ServiceBrowser(zeroconf, list(_SERVICES), handlers=[on_change])
        try:
            yield heard
        finally:
            browser.cancel()


def _read(info: ServiceInfo) -> tuple[Address, str] | None:
    """An announcement as an address and what the device calls itself; None without an IPv4 address or port."""
    from zeroconf import IPVersion

    hosts = info.parsed_addresses(IPVersion.V4Only)
    if not hosts or not info.port:
        return None
    facts = {name: value or "" for name, value in info.decoded_properties.items()}
    root = "/" + facts.get("rs", ROOT).strip("/")
    address = Address(
        _SERVICES[info.type], hosts[0], info.port, root, same_uuid(facts.get("uuid", facts.get("UUID", "")))
    )
    return address, facts.get("ty", "")
