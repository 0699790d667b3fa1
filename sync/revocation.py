"""A desk that must stop: it obeys only the province's offline key, seals what is unsent, and deletes nothing.

What a server says of itself, honest or not, is a banner and no more (DECISIONS, Revoked).
"""

from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dossiers.clock import Clock, from_ms, local_date, say_date
from sync import protocol
from sync.membership import REFERENCE_KEY, membership
from sync.progress import Ask
from sync.protocol import Revocation
from sync.sealing import BadSeal, Garbled

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

PURPOSE = b"motcua/revocation/1"
SEALED_FOLDER = "sealed"
STOPPED = "Tỉnh đã thu hồi máy này ngày {day}. Không có gì bị xóa. Gọi {contact}."
STOPPED_AND_SEALED = (
    "Tỉnh đã thu hồi máy này ngày {day}. Không có gì bị xóa; việc chưa gửi nằm trong thư mục {folder}, "
    "chỉ tỉnh mở được. Gọi {contact}."
)


def sign(key: Ed25519PrivateKey, device: bytes, contact: str, at_ms: int) -> bytes:
    """A revocation, made with the reference key where no line reaches; `contact` is whom the clerk calls."""
    return protocol.seal_message(key, PURPOSE, Revocation(device=device, contact=contact, at=at_ms))


def read(reference_key: bytes, sealed: bytes) -> Revocation:
    """A proven revocation; raises BadSeal or Garbled."""
    return protocol.open_message(reference_key, PURPOSE, sealed, Revocation)


def meant_for(desk: "Desk", sealed: bytes) -> Revocation | None:
    """The revocation, if the reference key pinned here signed it for this very device; any other is nothing."""
    pinned = desk.wire.get(REFERENCE_KEY)
    if not sealed or not pinned:
        return None
    try:
        notice = read(pinned, sealed)
    except (BadSeal, Garbled):
        return None
    return notice if notice.device == membership(desk).device else None


def obey(ask: Ask, sealed: bytes, clock: Clock) -> bool:
    """Stop this desk if the notice is proven; True when it has stopped, and its home opens no more.

    What no receipt covers is sealed to the province's intake first and read back; only then does the desk let go of
    its key. Raises CourierFault where it could not be sealed: the desk then keeps its key and tries at the next run.
    """
    notice = ask(lambda desk: meant_for(desk, sealed))
    if notice is None:
        return False
    folder = ask(lambda desk: desk.home) / SEALED_FOLDER
    while True:
        lines = ask(lambda desk: desk.journal.count())
        kept = ask(_waits) and _seal(ask, folder, clock)
        sentence = _sentence(notice, folder if kept else None)
        if ask(lambda desk: _shut_at(desk, lines, sentence)):  # noqa: B023 — runs now
            return True


def _shut_at(desk: "Desk", lines: int, sentence: str) -> bool:
    """Let go of the key, unless somebody at the counter has done one more deed meanwhile."""
    if desk.journal.count() != lines:
        return False
    desk.vault.shut(sentence)
    return True


def _waits(desk: "Desk") -> bool:
    return bool(desk.journal.unsent_count() or desk.wire.blobs_waiting())


def _seal(ask: Ask, folder: Path, clock: Clock) -> bool:
    from sync.courier.export import export

    folder.mkdir(mode=0o700, exist_ok=True)
    return bool(export(ask, folder, clock))


def _sentence(notice: Revocation, folder: Path | None) -> str:
    """What the clerk reads from now on, and whom to call."""
    words = STOPPED_AND_SEALED if folder else STOPPED
    return words.format(day=say_date(local_date(from_ms(notice.at))), folder=folder, contact=notice.contact)
