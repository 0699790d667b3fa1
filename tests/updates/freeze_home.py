"""Freeze a small lived-in home of today's schema (python -m tests.updates.freeze_home NAME).

Each release adds one, named by its number (`release-1`), to tests/updates/homes; every later version has to open all
of them. `next` is of the schema as it stands before it is released: write it anew whenever that changes.
"""

import sys
import tempfile
import zipfile
from pathlib import Path
from uuid import UUID

from dossiers.attach_scans import attach_scans
from dossiers.dossier import Scan
from dossiers.receive import receive
from dossiers.store import vault_slots as vaults
from dossiers.store.vault import create_home
from dossiers.void import void
from tests.store.homes import CHIEF, OFFICE, SECRET, HandClock, intake, open_desk

HOMES = Path(__file__).parent / "homes"
FIXED_TIME = (2026, 1, 1, 0, 0, 0)
DOSSIERS = 5
PAGE = b"%PDF-1.4 an invented page"


def live(home: Path, clock: HandClock) -> None:
    """Five dossiers, a scan, one of them void."""
    vaults.STRETCHING = vaults.Stretching(memory_kib=64, passes=1, lanes=1)
    desk = open_desk(home, clock, create_home(home, CHIEF, SECRET, clock))
    try:
        desk.set_office(OFFICE)
        for number in range(1, DOSSIERS + 1):
            desk.do(receive, intake(), UUID(int=number))
        sha256 = desk.files.put(PAGE)
        scan = Scan(sha256=sha256, title="Đơn", pages=1, mime="application/pdf", size=len(PAGE))
        desk.do(attach_scans, UUID(int=1), (scan,))
        desk.do(void, UUID(int=2), "nhập thử")
    finally:
        desk.close()


def freeze(home: Path, file: Path) -> None:
    """The closed home as one file, without the ballast, which is nothing but room."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(home.rglob("*")):
            if path.is_file() and path.name != "ballast":
                name = path.relative_to(home).as_posix()
                archive.writestr(zipfile.ZipInfo(name, FIXED_TIME), path.read_bytes(), zipfile.ZIP_DEFLATED)


def main() -> None:
    """Write one."""
    file = HOMES / f"{sys.argv[1]}.zip"
    with tempfile.TemporaryDirectory() as folder:
        live(Path(folder) / "home", HandClock())
        freeze(Path(folder) / "home", file)
    print(f"{file}: {file.stat().st_size} bytes")


if __name__ == "__main__":
    main()
