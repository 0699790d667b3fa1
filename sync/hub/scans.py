"""A scan from another desk of the office, when that desk is on; it stays there, and here it is kept for a day."""

import secrets
from contextlib import closing
from typing import TYPE_CHECKING

from sync.exchange import NONCE_BYTES
from sync.faults import LineFault
from sync.hub.messages import ScanAsk
from sync.hub.neighbour import Neighbour
from sync.membership import device_key
from sync.progress import Ask
from sync.scan_fetch import ScanWrong, keep
from sync.sealing import Garbled

if TYPE_CHECKING:
    from dossiers.dossier import Scan


def fetch_from_desks(ask: Ask, scan: "Scan") -> bool:
    """Ask the other desks in turn; False where none of them gives it."""
    peers, key, device = ask(lambda desk: (desk.lan.peers(), device_key(desk), desk.lan.device))
    for peer in peers:
        try:
            with closing(Neighbour(peer, key)) as other:
                keep(ask, scan, _by_blocks(other, device, scan))
        except (LineFault, Garbled, ScanWrong):
            continue
        return True
    return False


def _by_blocks(other: Neighbour, device: bytes, scan: "Scan") -> bytes:
    """However large it is; raises LineFault, or ScanWrong where it ends too soon."""
    data = bytearray()
    while len(data) < scan.size:
        nonce = secrets.token_bytes(NONCE_BYTES)
        block = other.scan(ScanAsk(device=device, sha256=bytes.fromhex(scan.sha256), nonce=nonce, first=len(data)))
        if not block:
            raise ScanWrong
        data += block
    return bytes(data)
