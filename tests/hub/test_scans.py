"""A scan of one desk is looked at on the other: asked for by its hash, proven by it, kept for a day."""

import random
import secrets
from contextlib import closing

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.scan_asks import Where, read_scans
from dossiers.attach_scans import attach_scans
from dossiers.dossier import Dossier, Scan
from dossiers.move_scans import NewPlace, move_scans
from dossiers.store.paper_text import UnreadPage
from dossiers.store.verify import verify
from dossiers.take_off_scans import WRONG_DOSSIER
from sync.faults import LineFault, NotAdmitted
from sync.hub.messages import SCAN_BLOCK_BYTES, ScanAsk
from sync.hub.neighbour import Neighbour
from sync.hub.scans import fetch_from_desks
from sync.membership import device_key
from tests.hub.desks import Counter

PAPER = b"%PDF-1.7 an invented paper " * 400


def scanned(counter: Counter, data: bytes = PAPER, *, told: int | None = None) -> Dossier:
    """A dossier with a scan, taken in at a desk; its deed may tell another size than the file has."""
    dossier = counter.receive("Lê Thử Hai")
    paper = Scan(sha256=counter.ask(lambda desk: desk.files.put(data)), title="Bản quét", mime="application/pdf",
                 size=len(data) if told is None else told, pages=1)  # fmt: skip
    return counter.ask(lambda desk: desk.do(attach_scans, dossier.id, (paper,)))


def test_the_other_desks_scan_is_fetched_when_that_desk_is_on(two: list[Counter]) -> None:
    hub, second = two
    dossier = scanned(second)
    second.round()
    (there,) = hub.ask(lambda desk: read_scans(desk, desk.register.get(dossier.id)))
    assert there.where is Where.ELSEWHERE
    assert fetch_from_desks(hub.ask, there.scan)
    assert hub.ask(lambda desk: desk.files.get(there.scan.sha256)) == PAPER
    (here,) = hub.ask(lambda desk: read_scans(desk, desk.register.get(dossier.id)))
    assert (here.where, here.for_a_day) == (Where.HERE, True)
    assert hub.ask(lambda desk: desk.wire.blobs_waiting()) == ()


def test_a_scan_larger_than_any_answer_comes_block_by_block(two: list[Counter]) -> None:
    """Five blocks of which the last is one byte: more than an answer of the line may hold (8 MB)."""
    hub, second = two
    data = random.Random(8).randbytes(4 * SCAN_BLOCK_BYTES + 1)
    (scan,) = scanned(second, data).scans
    assert fetch_from_desks(hub.ask, scan)
    assert hub.ask(lambda desk: desk.files.get(scan.sha256)) == data


@pytest.mark.parametrize("told", [len(PAPER) - 1, len(PAPER) + 1])
def test_a_scan_of_another_size_than_its_deed_tells_is_not_kept(two: list[Counter], told: int) -> None:
    hub, second = two
    (scan,) = scanned(second, told=told).scans
    assert not fetch_from_desks(hub.ask, scan)
    assert not hub.ask(lambda desk: desk.files.has(scan.sha256))


def test_what_a_desk_does_not_have_or_has_damaged_is_not_given(two: list[Counter]) -> None:
    hub, second = two
    (scan,) = scanned(second).scans
    path = second.ask(lambda desk: desk.files.path(scan.sha256))
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    assert not fetch_from_desks(hub.ask, scan)
    path.unlink()
    assert not fetch_from_desks(hub.ask, scan)
    assert not hub.ask(lambda desk: desk.files.has(scan.sha256))
    second.line.close()
    assert not fetch_from_desks(hub.ask, scan)


def test_a_slip_and_a_stranger_get_nothing(two: list[Counter]) -> None:
    """Only scans that deeds name go between desks, and only to a desk this one is paired with."""
    hub, second = two
    (scan,) = scanned(second).scans
    slip = second.ask(lambda desk: desk.files.put(b"%PDF a slip"))
    (peer,) = [each for each in hub.ask(lambda desk: desk.lan.peers()) if each.name == "Quầy 2"]
    device = hub.ask(lambda desk: desk.lan.device)

    def ask(sha256: str, key: Ed25519PrivateKey) -> bytes:
        with closing(Neighbour(peer, key)) as line:
            return line.scan(ScanAsk(device=device, sha256=bytes.fromhex(sha256), nonce=secrets.token_bytes(16)))

    with pytest.raises(NotAdmitted):
        ask(scan.sha256, Ed25519PrivateKey.generate())
    with pytest.raises(LineFault):
        hub.ask(lambda desk: ask(slip, device_key(desk)))


def test_what_one_desk_moves_is_off_and_found_there_at_the_other(two: list[Counter]) -> None:
    """The words read on it lead to the dossier it went to, at the desk that scanned it too."""
    hub, second = two
    wrong, right = scanned(second), second.receive("Trần Văn Khác")
    second.round()
    (scan,) = wrong.scans
    words = [("Khai", 0, 0, 9, 9), ("sinh", 10, 0, 19, 9)]
    second.ask(lambda desk: desk.paper_text.keep(UnreadPage(scan.sha256, 0), words))
    assert fetch_from_desks(hub.ask, scan)
    to = NewPlace(dossier_id=right.id)
    hub.ask(lambda desk: desk.do(move_scans, wrong.id, (scan,), to, WRONG_DOSSIER))
    second.round()
    here = second.ask(lambda desk: (desk.register.get(wrong.id), desk.register.get(right.id)))
    assert [len(each.scans_in_force) for each in here] == [0, 1]
    found = second.ask(lambda desk: desk.register.dossiers(desk.paper_text.keys("khai sinh")))
    assert [each.id for each in found] == [right.id]
    assert hub.ask(verify) == second.ask(verify) == ()
