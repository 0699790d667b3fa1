"""A scan back to the desk: from the province that signed for it, or from another desk of the office that has it."""

from hashlib import sha256
from typing import TYPE_CHECKING

from dossiers.clock import Clock, to_ms
from dossiers.errors import KnownError
from sync import budget
from sync.client import Client, Partial
from sync.faults import NotTheProvince, ServerReset, SlowLine
from sync.membership import authorization, membership
from sync.progress import Ask
from sync.protocol import BLOB_TYPE
from sync.sealing import Garbled

if TYPE_CHECKING:
    from dossiers.dossier import Scan


class ScanAway(KnownError):
    """Nobody who was asked gives the file out now."""

    def __init__(self) -> None:
        super().__init__(
            "Chưa lấy lại được tệp quét này. Bản đã có biên nhận vẫn nằm ở tỉnh; thử lại sau, hoặc báo cán bộ tỉnh."
        )


class ScanElsewhere(KnownError):
    """Only another desk has it, and that desk is off."""

    def __init__(self) -> None:
        super().__init__("Bản quét này nằm ở quầy khác đang tắt, và tỉnh chưa nhận. Mở quầy ấy rồi thử lại.")


class ScanWrong(KnownError):
    """What came is not the file that was sent; nothing of it is kept."""

    def __init__(self) -> None:
        super().__init__("Tệp nhận về không đúng với bản đã quét nên không dùng. Báo cán bộ tỉnh.")


def fetch_from_province(ask: Ask, client: Client, clock: Clock, scan: "Scan") -> None:
    """Fetch a file and keep it for a while; raises LineFault, ScanAway or ScanWrong."""
    member, path, part = ask(membership), f"/v1/blobs/{scan.sha256}", Partial()
    before = client.moved_bytes
    try:
        while not _fetched(client, path, part, scan.size, authorization(member, "GET", path, to_ms(clock()))):
            pass
    except NotTheProvince as error:
        raise ScanAway from error
    except Garbled as error:
        raise ScanWrong from error
    finally:
        ask(lambda desk: budget.spend(desk, clock(), client.moved_bytes - before))
    keep(ask, scan, bytes(part.data))


def _fetched(client: Client, path: str, part: Partial, size: int, signed: str) -> bool:
    """Whether all has come; a cut after some bytes goes on from them, one without any is raised."""
    had = len(part.data)
    try:
        client.fetch(path, part, BLOB_TYPE, size, signed)
    except (ServerReset, SlowLine):
        if len(part.data) == had:
            raise
        return False
    return True


def keep(ask: Ask, scan: "Scan", data: bytes) -> None:
    """Keep a fetched file, which the sweep takes away once it is a day old; raises ScanWrong for any other bytes."""
    if len(data) != scan.size or sha256(data).hexdigest() != scan.sha256:
        raise ScanWrong
    ask(lambda desk: desk.files.put(data))
