"""Try the program on this machine with a scratch office: dossiers, a slip read back, a scan pressed, a backup."""

import argparse
import json
import secrets
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from dossiers.errors import KnownError

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

DOSSIERS = 3


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua selftest`."""
    parser.add_argument("--slip", type=Path, metavar="FILE.pdf", help="keep the slip here, to look at or to print")
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")


def run(options: argparse.Namespace) -> int:
    """Exit 0 when all went well; what does not go well ends it. Nothing of a real office is touched."""
    took_ms: dict[str, int] = {}
    with TemporaryDirectory(prefix="motcua-selftest-") as scratch:
        started = time.monotonic()
        for sentence in try_everything(Path(scratch), options.slip):
            took_ms[sentence] = round((time.monotonic() - started) * 1000)
            if not options.json:
                print(f"ổn  {took_ms[sentence]:>6} ms  {sentence}", flush=True)
            started = time.monotonic()
    if options.json:
        print(json.dumps({"took_ms": took_ms}, ensure_ascii=False))
    return 0


def try_everything(scratch: Path, keep_slip: Path | None) -> Iterator[str]:
    """One sentence for each thing that worked; raises where one does not."""
    from desktop.demo.past import CLERK, live_a_past
    from dossiers.clock import system_clock
    from dossiers.store.desk import Desk
    from dossiers.store.vault import unlock

    home, secret = scratch / "home", secrets.token_urlsafe()
    live_a_past(home, secret, DOSSIERS, seed=1)
    yield f"Tạo văn phòng thử, tiếp nhận {DOSSIERS} hồ sơ."
    desk = Desk.open(home, unlock(home, CLERK.name, secret, system_clock), system_clock, machine="selftest")
    try:
        yield "Mở lại dữ liệu đã mã hóa."
        yield from try_paper(desk, scratch / "slip.pdf")
        yield from try_memory(desk, scratch / "backup")
    finally:
        desk.close()
    if keep_slip:
        shutil.copyfile(scratch / "slip.pdf", keep_slip)


def try_paper(desk: "Desk", slip: Path) -> Iterator[str]:
    """A slip drawn, read back by its codes, and its page made into a file of the archive by the child process."""
    from dossiers.store.register import Query
    from printing.forms import receipt
    from scanning.codes import read_codes
    from scanning.documents import read_pages
    from scanning.pages import PageImage
    from scanning.press import press

    dossier = desk.register.get(desk.register.search(Query(limit=1)).rows[0].id)
    slip.write_bytes(receipt.render(dossier, desk.office))
    yield "Vẽ giấy hẹn ra PDF."
    page = next(iter(read_pages(slip)))
    if not any(dossier.code in reading.text for reading in read_codes(page.pixels, lambda _: False, thorough=True)):
        raise KnownError("Không đọc được mã trên giấy hẹn vừa vẽ. Gửi câu này cho người hỗ trợ.")
    yield "Đọc lại mã vạch trên giấy hẹn."
    pressed = press([PageImage(page.pixels, 300)])
    yield f"Nén trang thành tệp lưu trữ, {len(pressed.data) // 1024} KB."


def try_memory(desk: "Desk", folder: Path) -> Iterator[str]:
    """A backup restored to prove it, then the whole journal checked."""
    from dossiers.store.backup import back_up
    from dossiers.store.verify import verify

    folder.mkdir()
    report = back_up(desk, folder)
    yield f"Sao lưu và khôi phục thử {report.dossiers} hồ sơ."
    if faults := verify(desk):
        raise KnownError("Kiểm tra dữ liệu không khớp: {fault}", fault=faults[0])
    yield "Kiểm tra chuỗi nhật ký, trạng thái và tệp."
