"""How a network scanner is named: where it answered last, who it is, and the certificate it showed first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlencode, urlsplit

from scanning.errors import Fault, ScanError

ROOT = "/eSCL"
PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Address:
    """`http://192.168.1.20:80/eSCL#uuid=…&pin=…`: `uuid` as the device tells it, `pin` its certificate's SHA-256."""

    scheme: str
    host: str
    port: int
    root: str = ROOT
    uuid: str = ""
    pin: str = ""

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        facts = urlencode({name: value for name, value in (("uuid", self.uuid), ("pin", self.pin)) if value})
        return f"{self.scheme}://{host}:{self.port}{self.root}" + (f"#{facts}" if facts else "")

    @property
    def is_secure(self) -> bool:
        """Whether the line is encrypted."""
        return self.scheme == "https"

    def knows(self, uuid: str) -> bool:
        """Whether a device that calls itself `uuid` may be the one meant."""
        return not self.uuid or uuid in ("", self.uuid)

    def moved_to(self, other: Address) -> Address:
        """The same device where another announcement says it is now."""
        return replace(other, uuid=self.uuid, pin=self.pin)


def parse_address(name: str) -> Address:
    """A device's name, or a URL somebody typed; raises ScanError(BAD_ADDRESS)."""
    try:
        url = urlsplit(name.strip())
        port = url.port or PORTS[url.scheme]
    except (ValueError, KeyError) as error:
        raise ScanError(Fault.BAD_ADDRESS) from error
    if not url.hostname or " " in url.netloc:
        raise ScanError(Fault.BAD_ADDRESS)
    facts = {fact: values[0] for fact, values in parse_qs(url.fragment).items()}
    root = url.path.rstrip("/") or ROOT
    return Address(url.scheme, url.hostname, port, root, facts.get("uuid", ""), facts.get("pin", ""))


def kept_name(known: str, found: str) -> str | None:
    """The name to keep of a network scanner known and found again: its new address, the certificate it has shown.

    None where they are two devices. A certificate comes with `found` only where the clerk gave its address anew; a
    plain line never takes the place of an encrypted one.
    """
    if known == found or not (known.startswith("http") and found.startswith("http")):
        return known if known == found else None
    before, now = parse_address(known), parse_address(found)
    if not before.uuid or before.uuid != now.uuid:
        return None
    if before.is_secure and not now.is_secure:
        return known
    return str(replace(now, pin=now.pin or before.pin))


def candidates(typed: str) -> Iterator[Address]:
    """Where a typed address may be meant: as it stands, or on both lines where it names none. Raises ScanError."""
    if "://" in typed:
        yield parse_address(typed)
        return
    for scheme in PORTS:
        yield parse_address(f"{scheme}://{typed.strip()}")


def same_uuid(text: str) -> str:
    """A device's UUID in one spelling, whichever of its ways it was told."""
    return text.strip().lower().removeprefix("urn:uuid:")
