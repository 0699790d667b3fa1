"""What the store's tests build on: a clock in hand, an invented office, an ordinary intake."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from dossiers.dossier import Appointment, PaperCheck, PaperLine, Scan
from dossiers.office import Office
from dossiers.people import Clerk, Person, Role
from dossiers.receive import Intake
from dossiers.store.desk import Desk
from dossiers.store.vault import Vault, unlock

SECRET = "mật khẩu thử"
CHIEF = Clerk(name="Phạm Thị Thử", role=Role.ADMINISTRATOR)
OFFICE = Office(unit="H99.001", name="ỦY BAN NHÂN DÂN XÃ THỬ NGHIỆM")
CERTIFIED_COPY = "2.000815"


class HandClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **parts: float) -> None:
        self.now += timedelta(**parts)


def open_desk(home: Path, clock: HandClock, vault: Vault | None = None, machine: str = "may-thu") -> Desk:
    """The desk of a home, with a ballast small enough for tests."""
    return Desk.open(home, vault or unlock(home, CHIEF.name, SECRET, clock), clock, machine, ballast_bytes=1 << 20)


def intake(
    name: str = "Nguyễn Thị Hồng Nhung", id_number: str = "036199001234", phone: str = "", scans: tuple[Scan, ...] = ()
) -> Intake:
    """An ordinary certified-copy intake."""
    return Intake(
        procedure_code=CERTIFIED_COPY, owner=Person(name=name, id_number=id_number, phone=phone),
        papers=(PaperLine(name="Bằng tốt nghiệp", originals=1, pages=2, copies=3, check=PaperCheck.OK),), fees=(),
        appointment=Appointment(due_at=datetime(2026, 11, 23, 10, tzinfo=UTC), confirmed_by="Phạm Thị Thử"),
        scans=scans,
    )  # fmt: skip
