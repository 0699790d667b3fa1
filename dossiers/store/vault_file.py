"""The key file: every way into a home, each a sealed copy of the one data key."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from threading import Lock

import msgspec

from dossiers.errors import KnownError, NotFound
from dossiers.people import Role
from dossiers.reading import read_json, read_small
from dossiers.store.durable import write_whole
from dossiers.store.key_box import Box, RecoveryWay
from dossiers.store.key_swap import finish_change
from dossiers.store.spare_ways import RescueSet

KEYS_FILE = "keys.json"
FREE_TRIES = 5
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)

_CHANGING = Lock()


class Shut(KnownError):
    """The province has stopped this desk: nobody can open this home any more, and the sentence says whom to call."""

    def __init__(self, sentence: str) -> None:
        super().__init__("{sentence}", sentence=sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretching:
    """Cost of Argon2id (RFC 9106, the second recommended option: 64 MiB, 3 passes, 4 lanes)."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One user's way in: a box with the data key, opened by the stretched secret, bound to the name and role beside it.

    `machine` says that the secret opens it only together with the key this machine's system keeps. `vouched` ties all
    of this to the data key itself, for whoever resets a secret, or puts a new data key in, without knowing the secret.
    `failures` counts wrong tries for ever, the last of them at `failed_at_ms`, for the record of who came in.
    """

    name: str
    role: Role
    salt: bytes
    stretching: Stretching
    box: Box
    machine: bool
    vouched: bytes = b""
    wrong: int = 0
    failed_running_ms: int = 0
    failures: int = 0
    failed_at_ms: int = 0

    @property
    def wait(self) -> timedelta:
        """How long the slot stays shut after the last wrong try: nothing, then 1 minute, doubling up to an hour."""
        if self.wrong < FREE_TRIES:
            return timedelta(0)
        doublings = min(self.wrong - FREE_TRIES, 20)
        return min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)

    def wait_left(self, running_ms: int) -> timedelta:
        """What is left of the wait: time the machine has run since, or since it was started anew (decision 0511)."""
        since_ms = running_ms - self.failed_running_ms if running_ms >= self.failed_running_ms else running_ms
        return max(self.wait - timedelta(milliseconds=since_ms), timedelta(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What `keys.json` holds; `home` is a random name that ties slots to this home.

    In a `bound` home a secret counts only on this machine: each slot is tied to it when its secret is next known.
    A home that was `shut` has no slot left, and this is the sentence that says why and whom to call.
    """

    format: str
    home: str
    slots: tuple[Slot, ...]
    recovery: RecoveryWay | None = None
    bound: bool = False
    rescue: RescueSet | None = None
    shut: str = ""


def find_slot(keys: Keys, name: str) -> Slot:
    """A user's slot; raises NotFound."""
    for slot in keys.slots:
        if slot.name == name:
            return slot
    raise NotFound("Không có người dùng này trên máy.")


def change_keys(home: Path, change: Callable[[Keys], Keys]) -> None:
    """Read the key file, change it and write it, as one step among the threads of the desk; raises Shut.

    A secret takes a second to try, and meanwhile the province may stop the desk: what was read before is never
    written over what was decided since.
    """
    with _CHANGING:
        write_keys(home, change(read_keys(home)))


def replace_slot(home: Path, fresh: Slot) -> Slot:
    """Write one slot anew and return it; raises Shut."""
    change_keys(home, lambda keys: with_slot(keys, fresh))
    return fresh


def with_slot(keys: Keys, fresh: Slot) -> Keys:
    """The same keys with one slot anew."""
    return replace(keys, slots=tuple(fresh if each.name == fresh.name else each for each in keys.slots))


def read_keys(home: Path) -> Keys:
    """The key file; raises NotFound where there is no home and KnownError where the file is damaged.

    A change of key that was cut when all was ready is finished first.
    """
    finish_change(home)
    try:
        data = read_small(home / KEYS_FILE)
    except FileNotFoundError:
        raise NotFound("Chưa có dữ liệu ở thư mục này. Chạy thiết lập lần đầu, hoặc chọn đúng thư mục.") from None
    try:
        keys = read_json(data, Keys)
    except msgspec.MsgspecError as error:
        raise KnownError(
            "Tệp khóa keys.json bị hỏng nên chưa mở được dữ liệu. Dữ liệu không bị đụng tới. "
            "Chép lại tệp keys.json từ bản sao lưu gần nhất."
        ) from error
    if keys.shut:
        raise Shut(keys.shut)
    return keys


def write_keys(home: Path, keys: Keys) -> None:
    """Write the key file whole and durable."""
    write_whole(home / KEYS_FILE, [msgspec.json.format(msgspec.json.encode(keys), indent=1)])
