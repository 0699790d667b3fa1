"""Verify: whatever was changed behind the desk's back is named, and a sound home has nothing to say."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest

from dossiers.dossier import Scan
from dossiers.receive import receive
from dossiers.store.desk import Desk
from dossiers.store.drafts import Draft
from dossiers.store.verify import verify
from dossiers.void import void
from tests.store.homes import HandClock, intake

SCAN = b"%PDF-1.7 scan"


@pytest.fixture
def lived(desk: Desk, clock: HandClock) -> Desk:
    sha = desk.files.put(SCAN)
    scan = Scan(sha256=sha, title="Trang 1", mime="application/pdf", size=len(SCAN), pages=1)
    first = desk.do(receive, intake(scans=(scan,)), uuid4())
    desk.do(receive, intake("Đỗ Văn Thử"), uuid4())
    desk.do(void, first.id, "nhập nhầm")
    desk.prints.queue("receipt", first.id, "Giấy tiếp nhận", b"%PDF slip")
    desk.drafts.save(Draft(id=uuid4(), kind="intake", saved_at=clock(), body={}))
    return desk


@contextmanager
def behind_its_back(desk: Desk) -> Iterator[None]:
    """The triggers out of the way, as somebody with the key and a tool would do it."""
    with desk.database.begin() as connection:
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for name in connection.exec_driver_sql(query).scalars().all():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield


def test_a_sound_home_has_nothing_to_say(lived: Desk) -> None:
    assert verify(lived) == ()


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE journal SET line = CAST(replace(CAST(line AS TEXT), 'nhầm', 'nham') AS BLOB)", "từ dòng 3"),
        ("UPDATE journal SET h = zeroblob(32) WHERE seq = 2", "từ dòng 2"),
        ("DELETE FROM journal WHERE seq = 1", "từ dòng 1"),
        ("UPDATE state SET state = CAST(replace(CAST(state AS TEXT), 'nhập', 'viết') AS BLOB)", "0001: trạng thái"),
        ("DELETE FROM state WHERE dossier = 2", "0002: trạng thái"),
        ("UPDATE dossier SET name = 'Người Khác' WHERE id = 2", "0002: dòng trong sổ"),
        ("UPDATE dossier SET status = 'returned' WHERE id = 1", "0001: dòng trong sổ"),
        ("UPDATE draft SET body = x'00'", "bản nháp"),
    ],
)
def test_each_change_is_named(lived: Desk, statement: str, named: str) -> None:
    with behind_its_back(lived), lived.database.begin() as connection:
        connection.exec_driver_sql(statement)
    faults = verify(lived)
    assert any(named in fault for fault in faults), faults
    assert not any("Nguyễn" in fault or "036199001234" in fault for fault in faults)


def test_damaged_and_missing_files_are_named(lived: Desk) -> None:
    scan, slip = sorted(lived.files.folder.glob("*/*"), key=lambda path: path.stat().st_size, reverse=True)
    scan.unlink()
    slip.write_bytes(slip.read_bytes()[:-1])
    faults = verify(lived)
    assert len(faults) == 2
    assert any(fault.startswith("Bản quét của hồ sơ H99.001-261123-0001") for fault in faults)
    assert any(fault.startswith("Bản in số 1") for fault in faults)
