"""A desk with many invented dossiers in its past, written by the real verbs in large transactions."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from dossiers.acting import Act
from dossiers.dossier import Appointment, PaperCheck, PaperLine
from dossiers.ids import new_id
from dossiers.office import Office
from dossiers.people import Clerk, Person, Role
from dossiers.receive import Intake, receive
from dossiers.result_ready import make_result_ready
from dossiers.store.desk import Desk
from dossiers.store.vault import create_home

CHIEF = Clerk(name="Phạm Thị Thử", role=Role.ADMINISTRATOR)
CERTIFIED_COPY = "2.000815"
A_DAY = 300
GAP = timedelta(seconds=90)
PER_TRANSACTION = 1000
CITIZENS_PER_DOSSIER = 0.2
STILL_OPEN = 300

FAMILIES = ("Nguyễn",) * 38 + ("Trần",) * 11 + ("Lê",) * 10 + ("Phạm",) * 7 + ("Hoàng", "Huỳnh", "Phan", "Vũ", "Võ",
    "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý")  # fmt: skip
"""Vietnamese family names at about their true shares: Nguyễn 38 %, Trần 11 %, Lê 9.5 %, Phạm 7 %."""

MIDDLES = ("Thị", "Thị", "Thị", "Văn", "Văn", "Hữu", "Đức", "Minh", "Ngọc", "Thanh", "Quang", "Hồng", "Thị Thu",
    "Thị Ngọc", "Thị Hồng", "Xuân", "Đình", "Công", "Kim", "Bảo")  # fmt: skip
GIVEN = ("An", "Anh", "Ánh", "Bình", "Châu", "Chi", "Cường", "Dung", "Dũng", "Đạt", "Đào", "Đông", "Đức", "Giang", "Hà",
    "Hải", "Hạnh", "Hằng", "Hiền", "Hiếu", "Hòa", "Hoa", "Hồng", "Hùng", "Hương", "Huy", "Khánh", "Khoa", "Lan", "Liên",
    "Linh", "Loan", "Long", "Mai", "Minh", "My", "Nam", "Nga", "Ngân", "Ngọc", "Nhung", "Oanh", "Phong", "Phúc",
    "Phương", "Quân", "Quyên", "Sơn", "Tâm", "Thảo", "Thắng", "Thành", "Thu", "Thủy", "Trang", "Trung", "Tú", "Tuấn",
    "Uyên", "Vân", "Việt", "Vinh", "Vy", "Xuân", "Yến")  # fmt: skip


class Past:
    """The clock of a desk that lives its years quickly: A_DAY dossiers a day."""

    def __init__(self, days: int) -> None:
        self.now = datetime(2026, 11, 20, 0, 30, tzinfo=UTC) - timedelta(days=days)
        self._done = 0

    def __call__(self) -> datetime:
        return self.now

    def next_visitor(self) -> None:
        """A minute and a half on, or the next morning."""
        self._done += 1
        self.now += GAP if self._done % A_DAY else timedelta(days=1) - GAP * (A_DAY - 1)


def citizen(random: Random) -> Person:
    """An invented person; no citizen number begins with 099."""
    name = f"{random.choice(FAMILIES)} {random.choice(MIDDLES)} {random.choice(GIVEN)}"
    number = f"099{random.randint(0, 999_999_999):09d}"
    phone = f"0900{random.randint(0, 999_999):06d}" if random.random() < 0.7 else ""
    return Person(name=name, id_number=number, phone=phone)


def intake(person: Person, now: datetime) -> Intake:
    """An ordinary certified-copy intake."""
    paper = PaperLine(name="Bằng tốt nghiệp", originals=1, pages=2, copies=3, check=PaperCheck.OK)
    appointment = Appointment(due_at=now + timedelta(hours=6), confirmed_by=CHIEF.name)
    return Intake(
        procedure_code=CERTIFIED_COPY, owner=person, papers=(paper,), fees=(), appointment=appointment,
        summary="Chứng thực bản sao",
    )  # fmt: skip


def fill(desk: Desk, clock: Past, count: int, random: Random) -> list[Person]:
    """Receive `count` dossiers and finish all but the last few hundred; returns the citizens."""
    citizens: list[Person] = []

    def many(act: Act, first: int, last: int) -> None:
        for place in range(first, last):
            if not citizens or random.random() < CITIZENS_PER_DOSSIER:
                citizens.append(citizen(random))
            dossier = receive(act, intake(random.choice(citizens), act.now), new_id(act.now))
            if place < count - STILL_OPEN:
                make_result_ready(act, dossier.id)
            clock.next_visitor()

    for first in range(0, count, PER_TRANSACTION):
        desk.do(many, first, min(first + PER_TRANSACTION, count))
    return citizens


@contextmanager
def filled_desk(count: int, seed: int) -> Iterator[tuple[Desk, Past, list[Person], float]]:
    """An open desk with `count` dossiers in a throw-away home, its clock, its citizens, and dossiers a second."""
    with TemporaryDirectory(prefix="motcua-benchmark-") as folder:
        home, clock = Path(folder) / "home", Past(count // A_DAY)
        desk = Desk.open(home, create_home(home, CHIEF, "mật khẩu thử", clock), clock, "benchmark")
        try:
            desk.set_office(Office(unit="H99.001", name="ỦY BAN NHÂN DÂN XÃ THỬ NGHIỆM"))
            started = time.perf_counter()
            citizens = fill(desk, clock, count, Random(seed))
            rate = count / (time.perf_counter() - started)
            desk.idle()
            yield desk, clock, citizens, rate
        finally:
            desk.close()
