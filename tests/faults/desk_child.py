"""A desk in a process of its own, receiving until it is killed; each code is told only after its commit.

Run: python -m tests.faults.desk_child HOME. Writes one line `CODE NAME` for every acknowledged dossier. With
`--early` it breaks the promise on purpose, telling the code before the commit: the harness must catch that.
"""

import sys
from pathlib import Path
from random import Random
from uuid import uuid4

from dossiers.acting import Act
from dossiers.clock import system_clock
from dossiers.dossier import Scan
from dossiers.receive import receive
from dossiers.store.desk import Desk
from dossiers.store.drafts import Draft
from dossiers.store.vault import unlock
from tests.store.homes import CHIEF, SECRET, intake

NAME = "Đặng Thị Cắm Mốc"
NUMBER = "036188005599"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 300
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 100


def main() -> None:
    """Receive, scan, print and keep drafts for ever."""
    home, early = Path(sys.argv[1]), "--early" in sys.argv
    desk = Desk.open(home, unlock(home, CHIEF.name, SECRET, system_clock), system_clock, "may-thu", ballast_bytes=4096)
    random = Random(3)
    while True:
        desk.drafts.save(Draft(id=uuid4(), kind="intake", saved_at=system_clock(), body={"name": NAME, "id": NUMBER}))
        scans = tuple(scan(desk, random.choice((JPEG, PNG, PDF)) + random.randbytes(8)) for _ in range(2))
        if early:
            desk.do(tell_too_early, scans)
        else:
            dossier = desk.do(receive, intake(NAME, NUMBER, scans=scans), uuid4())
            tell(dossier.code)
            desk.prints.queue("receipt", dossier.id, f"Giấy tiếp nhận {NAME}", PDF + random.randbytes(8))


def scan(desk: Desk, data: bytes) -> Scan:
    """A page put into the store."""
    return Scan(sha256=desk.files.put(data), title="Trang", mime="image/jpeg", size=len(data), pages=1)


def tell(code: str) -> None:
    """Acknowledge, as the printed slip does."""
    sys.stdout.write(code + "\n")
    sys.stdout.flush()


def tell_too_early(act: Act, scans: tuple[Scan, ...]) -> None:
    """The broken promise: a dozen slips printed before the commit."""
    for _ in range(12):
        tell(receive(act, intake(NAME, NUMBER, scans=scans), uuid4()).code)


if __name__ == "__main__":
    main()
