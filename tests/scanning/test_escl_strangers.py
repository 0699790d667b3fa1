"""What a stranger on the network may be or send: certificates, addresses, announcements, XML that bites."""

import datetime as dt
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from zeroconf import ServiceInfo, Zeroconf

from scanning.drivers import ScanRequest, Source, Watch, escl_discovery
from scanning.drivers.escl import EsclDriver
from scanning.drivers.escl_address import Address, candidates, kept_name, parse_address
from scanning.drivers.escl_xml import MAX_XML_BYTES, read_capabilities, read_status
from scanning.errors import Fault, ScanError
from scanning.events import Device, Progress
from tests.scanning.escl_machine import FaultyScanner, stack
from tests.scanning.escl_papers import capabilities_xml
from tests.scanning.escl_server import serving
from tests.scanning.sheets import sheet


@pytest.fixture(autouse=True)
def _look_briefly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(escl_discovery, "LOOK_S", 1.0)


def self_signed(folder: Path, name: str) -> Path:
    """A certificate as a scanner makes it for itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    certificate = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now)
        .not_valid_after(now + dt.timedelta(days=3650)).sign(key, hashes.SHA256())
    )  # fmt: skip
    file = folder / f"{name}.pem"
    plain = serialization.NoEncryption()
    file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    return file


def find(name: str) -> Device:
    """The one device at this name or address."""
    [device] = EsclDriver().find(Watch(threading.Event(), lambda _: None), name)
    return device


def scan_glass(device: str) -> list[object]:
    """What is said while one page is read from the glass."""
    told: list[object] = []
    request = ScanRequest(driver="escl", device=device, source=Source.FLATBED, resolution_dpi=200)
    assert len(list(EsclDriver().scan(request, Watch(threading.Event(), told.append)))) == 1
    return told


def test_a_self_signed_certificate_is_kept_on_first_use_and_no_other_is_taken(tmp_path: Path) -> None:
    first, second = self_signed(tmp_path, "first"), self_signed(tmp_path, "second")
    scanner = FaultyScanner(glass=sheet(1))
    with serving(scanner, first) as address:
        [kept] = [event for event in scan_glass(address) if isinstance(event, Device)]
        assert parse_address(kept.name).pin
        assert parse_address(kept.name).uuid == scanner.uuid
        assert not any(isinstance(event, Device) for event in scan_glass(kept.name)), "nothing new to keep"
        assert find(address).name == kept.name
    with serving(scanner, second) as other:
        strange = parse_address(other).port
        with pytest.raises(ScanError) as caught:
            scan_glass(kept.name.replace(f":{parse_address(kept.name).port}/", f":{strange}/"))
    assert caught.value.fault is Fault.STRANGE_CERTIFICATE
    assert len(scanner.tickets) == 2, "the stranger was sent nothing"


def test_stopping_ends_an_encrypted_page_that_does_not_come(tmp_path: Path) -> None:
    scanner = stack([sheet(1), sheet(2)])
    scanner.hold_sheet = 1
    stopped = threading.Event()

    def stop_when_asked() -> None:
        scanner.asked.wait(10)
        stopped.set()

    with serving(scanner, self_signed(tmp_path, "own")) as address:
        request = ScanRequest(driver="escl", device=address, source=Source.FEEDER, resolution_dpi=200)
        threading.Thread(target=stop_when_asked).start()
        assert list(EsclDriver().scan(request, Watch(stopped, lambda _: None))) == []
        assert stopped.is_set()
        assert scanner.cancelled == [scanner.job]


def test_an_address_answered_by_another_machine_is_not_scanned_from() -> None:
    """The office's DHCP gave the scanner's old address to the neighbour's."""
    neighbour = FaultyScanner(glass=sheet(1), uuid="11111111-0000-0000-0000-000000000000")
    with serving(neighbour) as address, pytest.raises(ScanError) as caught:
        scan_glass(f"{address}#uuid=22222222-0000-0000-0000-000000000000")
    assert caught.value.fault is Fault.NO_ANSWER


@contextmanager
def announced(address: Address, packet_says: str = "127.0.0.1") -> Iterator[None]:
    """The scanner announces itself as office scanners do."""
    service = f"_uscan{'s' if address.is_secure else ''}._tcp.local."
    facts = {"ty": "Máy quét thử", "rs": "eSCL", "uuid": address.uuid, "pdl": "image/jpeg"}
    info = ServiceInfo(
        service, f"Scanner {address.uuid}.{service}", port=address.port, properties=facts,
        server=f"scanner-{address.uuid}.local.", addresses=[socket.inet_aton(packet_says)],
    )  # fmt: skip
    with Zeroconf(interfaces=["127.0.0.1"]) as zeroconf:
        zeroconf.register_service(info, cooperating_responders=True)
        yield


def test_a_scanner_that_announces_itself_is_found_with_its_name_and_progress_is_told() -> None:
    scanner = FaultyScanner(glass=sheet(1))
    told: list[object] = []
    stopped = threading.Event()
    with serving(scanner) as address, announced(parse_address(f"{address}#uuid={scanner.uuid}")):
        found = [device for device in EsclDriver().find(Watch(stopped, told.append)) if scanner.uuid in device.name]
    assert [(device.label, parse_address(device.name).port) for device in found] == [
        ("Máy quét thử", parse_address(address).port)
    ]
    assert sum(isinstance(event, Progress) for event in told) > 3


def test_a_scanner_that_moved_is_found_again_by_who_it_is_and_its_new_name_is_told() -> None:
    scanner = FaultyScanner(glass=sheet(1))
    with serving(FaultyScanner()) as old:
        pass
    with serving(scanner) as address, announced(parse_address(f"{address}#uuid={scanner.uuid}")):
        told = scan_glass(f"{old}#uuid={scanner.uuid}")
    assert Device("escl", f"{address}#uuid={scanner.uuid}", "Máy quét thử") in told


def test_a_desk_without_network_finds_nothing_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network() -> Zeroconf:
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr("zeroconf.Zeroconf", no_network)
    with pytest.raises(ScanError) as caught:
        list(EsclDriver().find(Watch(threading.Event(), lambda _: None)))
    assert caught.value.fault is Fault.NO_DEVICE


def test_a_search_stops_when_told() -> None:
    stopped = threading.Event()
    told: list[object] = []

    def tell(event: object) -> None:
        told.append(event)
        stopped.set()

    list(EsclDriver().find(Watch(stopped, tell)))
    assert len(told) == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("192.168.1.20", ["http://192.168.1.20:80/eSCL", "https://192.168.1.20:443/eSCL"]),
        (" may-quet.local:8080 ", ["http://may-quet.local:8080/eSCL", "https://may-quet.local:8080/eSCL"]),
        ("https://10.0.0.9/", ["https://10.0.0.9:443/eSCL"]),
        ("http://[fe80::1]/other", ["http://[fe80::1]:80/other"]),
    ],
)
def test_a_typed_address_is_understood(typed: str, meant: list[str]) -> None:
    assert [str(address) for address in candidates(typed)] == meant


@pytest.mark.parametrize("typed", ["", "http://", "ftp://10.0.0.9", "máy quét", "10.0.0.9:cổng", "http://[fe80", "a b"])
def test_what_is_no_address_is_said_so(typed: str) -> None:
    with pytest.raises(ScanError) as caught:
        find(typed) if typed else list(candidates(typed))
    assert caught.value.fault is Fault.BAD_ADDRESS


@pytest.mark.parametrize(
    ("known", "found", "kept"),
    [
        ("https://a:443/eSCL#uuid=1&pin=p", "https://b:443/eSCL#uuid=1", "https://b:443/eSCL#uuid=1&pin=p"),
        ("https://a:443/eSCL#uuid=1&pin=p", "https://a:443/eSCL#uuid=1&pin=q", "https://a:443/eSCL#uuid=1&pin=q"),
        ("https://a:443/eSCL#uuid=1&pin=p", "http://a:80/eSCL#uuid=1", "https://a:443/eSCL#uuid=1&pin=p"),
        ("http://a:80/eSCL#uuid=1", "https://a:443/eSCL#uuid=1", "https://a:443/eSCL#uuid=1"),
        ("http://a:80/eSCL#uuid=1", "http://a:80/eSCL#uuid=2", None),
        ("http://a:80/eSCL", "http://a:80/eSCL#uuid=2", None),
        ("fujitsu:1", "http://a:80/eSCL#uuid=2", None),
        ("fujitsu:1", "fujitsu:1", "fujitsu:1"),
    ],
    ids=["moved", "new certificate", "plain again", "encrypted now", "another", "unknown", "of SANE", "the same"],
)
def test_a_device_found_again_keeps_what_was_known_of_it(known: str, found: str, kept: str | None) -> None:
    assert kept_name(known, found) == kept


def test_a_name_survives_being_written_down() -> None:
    address = Address("https", "10.0.0.9", 443, "/eSCL", "4509a320-00a0", "ab" * 32)
    assert parse_address(str(address)) == address


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (letter + 1, b"&%c;" % letter * 10) for letter in range(ord("a"), ord("j")))
    + b"]><x>&j;</x>"
)
FILE = (
    b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><ScannerStatus><AdfState>&f;</AdfState></ScannerStatus>'
)


@pytest.mark.parametrize(
    "data",
    [
        BOMB, FILE, FILE.decode().encode("utf-16"), b"", b"<", b"<html/>" * 2, b"\0" * 999,
        b"<ScannerStatus>" + b" " * MAX_XML_BYTES + b"</ScannerStatus>",
        b'<?xml version="1.0" encoding="no-such-thing"?><ScannerStatus/>',
    ],
    ids=["bomb", "file", "file in UTF-16", "empty", "half", "two roots", "zeros", "too long", "odd encoding"],
)  # fmt: skip
def test_xml_that_bites_is_a_fault_and_nothing_more(data: bytes) -> None:
    with pytest.raises(ScanError) as caught:
        read_status(data, "/eSCL/ScanJobs/1")
    assert caught.value.fault is Fault.IO_ERROR


def test_a_page_that_is_no_scanner_is_told_apart() -> None:
    with pytest.raises(ScanError) as caught:
        read_capabilities(b"<html><body>Hello</body></html>")
    assert caught.value.fault is Fault.UNSUPPORTED


def test_capabilities_are_read_whatever_the_prefixes() -> None:
    known = capabilities_xml("4509A320-00A0")
    renamed = known.replace(b"scan:", b"s:").replace(b"xmlns:scan", b"xmlns:s").replace(b"pwg:", b"p:")
    renamed = renamed.replace(b"xmlns:pwg", b"xmlns:p").replace(b"<s:UUID>", b"<s:UUID>urn:uuid:")
    assert read_capabilities(renamed) == read_capabilities(known)
    assert read_capabilities(known).uuid == "4509a320-00a0"
