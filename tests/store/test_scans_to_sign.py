"""A signed file stands for its scan, the unsigned one stays, and states without signatures keep their bytes."""

from dataclasses import replace

import pytest

from dossiers.attach_scans import attach_scans
from dossiers.dossier import Dossier, PaperLine, Scan
from dossiers.errors import Impossible
from dossiers.fold import decode_state, encode_state
from dossiers.people import Clerk, Role
from dossiers.receive import receive
from dossiers.sign_scan import SignedFile, sign_scan
from dossiers.store.desk import Desk
from dossiers.store.earlier_papers import earlier_papers
from dossiers.store.scans_to_sign import scans_to_sign
from dossiers.store.verify import verify
from tests.store.homes import intake

NUMBER = "036186001234"
BIRTH = PaperLine(name="Giấy khai sinh")


def take_in(desk: Desk) -> Dossier:
    return desk.do(receive, replace(intake("Đỗ Thị Lan", NUMBER), papers=(BIRTH,)))


def scanned(desk: Desk, dossier: Dossier, data: bytes = b"%PDF birth", paper: int | None = 0) -> Scan:
    scan = Scan(
        sha256=desk.files.put(data), title="Giấy khai sinh", mime="application/pdf", size=len(data), pages=1,
        paper=paper,
    )  # fmt: skip
    desk.do(attach_scans, dossier.id, (scan,))
    return scan


def signed(desk: Desk, dossier: Dossier, scan: Scan, signature: bytes) -> Dossier:
    data = desk.files.get(scan.sha256) + signature
    return desk.do(sign_scan, dossier.id, SignedFile(scan=scan, sha256=desk.files.put(data), size=len(data)))


def waiting(desk: Desk) -> list[str]:
    return [each.scan.sha256 for each in scans_to_sign(desk)]


def test_a_signed_file_takes_the_scans_place_and_the_scan_stays(desk: Desk) -> None:
    dossier = take_in(desk)
    scan = scanned(desk, dossier)
    assert waiting(desk) == [scan.sha256]
    after = signed(desk, dossier, scan, b" by the clerk")
    [new] = after.scans_in_force
    assert (new.signed_from, new.paper, new.title) == (scan.sha256, 0, scan.title)
    assert after.scans == (scan, new)
    assert waiting(desk) == []
    assert {job.sha256 for job in desk.wire.blobs_waiting()} == {scan.sha256, new.sha256}
    assert desk.files.get(scan.sha256) == b"%PDF birth"
    assert verify(desk) == ()
    next_time = take_in(desk)
    [earlier] = earlier_papers(desk, NUMBER, next_time.papers)[0]
    assert earlier.scans == (new,)


def test_signing_twice_writes_one_line_and_a_second_signer_stands_for_both(desk: Desk) -> None:
    dossier = take_in(desk)
    scan = scanned(desk, dossier)
    first = signed(desk, dossier, scan, b" by the clerk")
    lines = desk.journal.count()
    assert signed(desk, dossier, scan, b" by the clerk") == first
    assert desk.journal.count() == lines
    both = signed(desk, dossier, first.scans_in_force[0], b" by the office")
    [last] = both.scans_in_force
    assert last.signed_from == scan.sha256
    with pytest.raises(Impossible):
        signed(desk, dossier, scan, b" too late")


def test_one_file_on_two_lines_is_signed_for_each(desk: Desk) -> None:
    dossier = take_in(desk)
    first, other = scanned(desk, dossier), scanned(desk, dossier, paper=None)
    after = signed(desk, dossier, first, b" by the clerk")
    assert [scan.paper for scan in after.scans_in_force] == [None, 0]
    assert other in after.scans_in_force


def test_a_state_without_signatures_has_the_bytes_it_had(desk: Desk) -> None:
    dossier = take_in(desk)
    scan = scanned(desk, dossier)
    unsigned = encode_state(desk.register.get(dossier.id))
    assert b"signed_from" not in unsigned
    after = signed(desk, dossier, scan, b" by the clerk")
    assert decode_state(encode_state(after)) == after


def test_who_may_only_look_signs_nothing(desk: Desk) -> None:
    dossier = take_in(desk)
    scan = scanned(desk, dossier)
    desk.clerk = Clerk(name="Trưởng", role=Role.LEADER)
    with pytest.raises(Impossible):
        signed(desk, dossier, scan, b" by the leader")
