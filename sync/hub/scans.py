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
        asked = ScanAsk(device=device, sha256=bytes.fromhex(scan.sha256), nonce=secrets.token_bytes(NONCE_BYTES))
        try:
            with closing(Neighbour(peer, key)) as other:
                keep(ask, scan, other.scan(asked))
        except (LineFault, Garbled, ScanWrong):
            continue
        return True
    return False
