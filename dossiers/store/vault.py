"""Who can open this home: one random data key, wrapped once for each user by what that user knows."""

import hmac
import json
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from dossiers.clock import Clock, say_time, system_clock, to_ms
from dossiers.errors import Impossible, InvalidInput, KnownError, NotFound
from dossiers.names import nfc
from dossiers.people import Clerk, Role
from dossiers.store.durable import refuse_remote, write_whole
from dossiers.store.spare_ways import RescueSet

KEYS_FILE = "keys.json"
KEY_BYTES = 32
FREE_TRIES = 5
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
SHORTEST_SECRET = 6

Running = Callable[[], float]
"""Seconds this machine has run, by a clock that nobody sets; it begins anew when the machine does."""


class WrongSecret(KnownError):
    """The passphrase or PIN does not open this user's slot; `tries_left` before the slot locks for a while."""

    def __init__(self, tries_left: int) -> None:
        super().__init__("Mật khẩu hoặc mã PIN chưa đúng. Còn {tries_left} lần thử.", tries_left=tries_left)
        self.tries_left = tries_left


class Shut(KnownError):
    """The province has stopped this desk: nobody can open this home any more, and the sentence says whom to call."""

    def __init__(self, sentence: str) -> None:
        super().__init__("{sentence}", sentence=sentence)


class LockedOut(KnownError):
    """Too many wrong tries: the slot opens again at `until`."""

    def __init__(self, until: datetime) -> None:
        super().__init__("Đã nhập sai nhiều lần. Thử lại lúc {time}.", time=say_time(until))
        self.until = until


class Forged(KnownError):
    """A seat's name or role is not what it was made with: somebody edited the key file."""

    def __init__(self) -> None:
        super().__init__(
            "Vai trò của người dùng này trong tệp khóa không khớp với lúc lập, nên chưa đặt lại mật khẩu. "
            "Người quản trị xóa người dùng này rồi thêm lại."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretching:
    """Cost of Argon2id (RFC 9106, the second recommended option: 64 MiB, 3 passes, 4 lanes)."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


STRETCHING = Stretching()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One user's way in: the data key sealed under the stretched secret, bound to the name and role beside it.

    `vouched` ties name and role to the data key itself, for whoever resets a secret without knowing the old one.
    `failures` counts wrong tries for ever, the last of them at `failed_at_ms`, for the record of who came in.
    """

    name: str
    role: Role
    salt: bytes
    nonce: bytes
    sealed: bytes
    stretching: Stretching
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

    A home that was `shut` has no slot left, and this is the sentence that says why and whom to call.
    """

    format: str
    home: str
    slots: tuple[Slot, ...]
    rescue: RescueSet | None = None
    shut: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """A user as the sign-in screen shows one; `locked_until` is None while tries are free."""

    name: str
    role: Role
    locked_until: datetime | None
    failures: int
    failed_at_ms: int


class Vault:
    """An opened home: whoever is signed in, and the keys for each purpose."""

    def __init__(self, home: Path, clerk: Clerk, data_key: bytes) -> None:
        self.home = home
        self.clerk = clerk
        self._data_key = data_key
        self._shut = ""

    def key(self, purpose: str) -> bytes:
        """The 32-byte key for one purpose (HKDF-SHA-256, RFC 5869): knowing one tells nothing of another."""
        return derive(self._data_key, purpose)

    def add(self, clerk: Clerk, secret: str) -> None:
        """Let one more user in; administrators only, and a name only once."""
        self._require_administrator()
        keys = read_keys(self.home)
        if any(slot.name == clerk.name for slot in keys.slots):
            raise InvalidInput("Đã có người dùng tên này. Chọn một tên khác.", field="name")
        self._write(keys, (*keys.slots, seal(keys.home, clerk, secret, self._data_key)))

    def change(self, secret: str) -> None:
        """Give the signed-in user a new secret; the data stay under the same key."""
        keys = read_keys(self.home)
        self._replace(keys, reseal(keys.home, find_slot(keys, self.clerk.name), secret, self._data_key))

    def reset(self, name: str, secret: str) -> None:
        """Give somebody who forgot theirs a new secret; administrators only. Raises NotFound, Forged."""
        self._require_administrator()
        keys = read_keys(self.home)
        self._replace(keys, reseal(keys.home, find_slot(keys, name), secret, self._data_key))

    def keep_rescue(self, desk: str, label: str, codes: Sequence[str]) -> None:
        """Let each of these codes open this home once; whatever codes were good before are not any more."""
        from dossiers.store.rescue import wrap

        keys = read_keys(self.home)
        slots = tuple(wrap(keys.home, label, number, code, self._data_key) for number, code in enumerate(codes, 1))
        write_keys(self.home, replace(keys, rescue=RescueSet(desk=desk, label=label, slots=slots)))

    def remove(self, name: str) -> None:
        """Take a user's way in away; one's own and the last administrator's stay."""
        self._require_administrator()
        keys = read_keys(self.home)
        find_slot(keys, name)
        if name == self.clerk.name:
            raise Impossible("Không thể xóa chính người dùng đang đăng nhập.")
        self._write(keys, [slot for slot in keys.slots if slot.name != name])

    def shut(self, sentence: str) -> None:
        """Let go of every way in, for good; the data stay where they are, and nobody here can read them again."""
        write_keys(self.home, replace(read_keys(self.home), slots=(), rescue=None, shut=sentence))
        self._shut = sentence

    def require_open(self) -> None:
        """Refuse every further deed once the home is shut; raises Shut."""
        if self._shut:
            raise Shut(self._shut)

    def _require_administrator(self) -> None:
        if self.clerk.role is not Role.ADMINISTRATOR:
            raise Impossible("Chỉ người quản trị được thêm hoặc xóa người dùng.")

    def _replace(self, keys: Keys, fresh: Slot) -> None:
        self._write(keys, [fresh if slot.name == fresh.name else slot for slot in keys.slots])

    def _write(self, keys: Keys, slots: Sequence[Slot]) -> None:
        write_keys(self.home, replace(keys, slots=tuple(slots)))


def create_home(home: Path, first: Clerk, secret: str, clock: Clock) -> Vault:
    """Make a new home whose first user is an administrator; raises Impossible where a home already is."""
    refuse_remote(home)
    if first.role is not Role.ADMINISTRATOR:
        raise InvalidInput("Người dùng đầu tiên phải là người quản trị.", field="role")
    if home.exists() and any(home.iterdir()):
        raise Impossible("Thư mục dữ liệu này đã có nội dung. Chọn một thư mục trống.")
    name = secrets.token_hex(8)
    data_key = secrets.token_bytes(KEY_BYTES)
    slot = seal(name, first, secret, data_key)
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_keys(home, Keys(format="motcua/keys/1", home=name, slots=(slot,)))
    return unlock(home, first.name, secret, clock)


def seats(home: Path, clock: Clock = system_clock, running: Running = time.monotonic) -> tuple[Seat, ...]:
    """Everybody who has a way in, for the tiles of the sign-in screen."""
    running_ms, now = round(running() * 1000), clock()

    def seat(slot: Slot) -> Seat:
        left = slot.wait_left(running_ms)
        return Seat(slot.name, slot.role, now + left if left else None, slot.failures, slot.failed_at_ms)

    return tuple(seat(slot) for slot in read_keys(home).slots)


def unlock(home: Path, name: str, secret: str, clock: Clock, running: Running = time.monotonic) -> Vault:
    """Open a home; raises WrongSecret, LockedOut, or NotFound for an unknown name.

    A try is counted on disk before it is made, so that pulling the plug never buys a free one.
    """
    keys = read_keys(home)
    slot = find_slot(keys, nfc(name))
    running_ms = round(running() * 1000)
    if slot.wait and running_ms < slot.failed_running_ms:
        slot = replace_slot(home, keys, replace(slot, failed_running_ms=0))  # the machine was started anew
    if left := slot.wait_left(running_ms):
        raise LockedOut(clock() + left)
    counted = replace_slot(
        home, keys,
        replace(
            slot, wrong=slot.wrong + 1, failed_running_ms=running_ms, failures=slot.failures + 1,
            failed_at_ms=to_ms(clock()),
        ),
    )  # fmt: skip
    try:
        data_key = AESGCM(stretch(secret, slot)).decrypt(slot.nonce, slot.sealed, bound_to(keys.home, slot))
    except InvalidTag:
        if counted.wait:
            raise LockedOut(clock() + counted.wait) from None
        raise WrongSecret(FREE_TRIES - counted.wrong) from None
    replace_slot(home, keys, replace(slot, wrong=0, failed_running_ms=0))
    return Vault(home, Clerk(name=slot.name, role=slot.role), data_key)


def seal(home: str, clerk: Clerk, secret: str, data_key: bytes) -> Slot:
    """Wrap the data key for one user; raises InvalidInput for a secret too short to stretch."""
    if len(nfc(secret)) < SHORTEST_SECRET:
        raise InvalidInput("Mật khẩu hoặc mã PIN cần ít nhất {least} ký tự.", field="secret", least=SHORTEST_SECRET)
    if not nfc(clerk.name):
        raise InvalidInput("Chưa có tên người dùng.", field="name")
    blank = Slot(
        name=nfc(clerk.name), role=clerk.role, salt=secrets.token_bytes(16), nonce=secrets.token_bytes(12), sealed=b"",
        stretching=STRETCHING, vouched=vouch(home, clerk, data_key),
    )  # fmt: skip
    return replace(blank, sealed=AESGCM(stretch(secret, blank)).encrypt(blank.nonce, data_key, bound_to(home, blank)))


def reseal(home: str, slot: Slot, secret: str, data_key: bytes) -> Slot:
    """The same seat under another secret; raises Forged where its name or role was edited in the file."""
    clerk = Clerk(name=slot.name, role=slot.role)
    if not hmac.compare_digest(slot.vouched, vouch(home, clerk, data_key)):
        raise Forged
    fresh = seal(home, clerk, secret, data_key)
    return replace(fresh, failures=slot.failures, failed_at_ms=slot.failed_at_ms)


def vouch(home: str, clerk: Clerk, data_key: bytes) -> bytes:
    """What proves a seat's name and role to whoever holds the data key (HMAC-SHA-256)."""
    return hmac.digest(derive(data_key, "seats"), json.dumps([home, nfc(clerk.name), clerk.role]).encode(), "sha256")


def derive(data_key: bytes, purpose: str) -> bytes:
    """The 32-byte key for one purpose (HKDF-SHA-256, RFC 5869)."""
    info = f"motcua/{purpose}/1".encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(data_key)


def stretch(secret: str, slot: Slot) -> bytes:
    """The 32-byte wrapping key of a slot (Argon2id, RFC 9106); the same letters give it however they were typed."""
    cost = slot.stretching
    kdf = Argon2id(
        salt=slot.salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return kdf.derive(nfc(secret).encode())


def bound_to(home: str, slot: Slot) -> bytes:
    """What the seal also vouches for: nobody turns a clerk into an administrator with a text editor."""
    return json.dumps([home, slot.name, slot.role]).encode()


def find_slot(keys: Keys, name: str) -> Slot:
    """A user's slot; raises NotFound."""
    for slot in keys.slots:
        if slot.name == name:
            return slot
    raise NotFound("Không có người dùng này trên máy.")


def replace_slot(home: Path, keys: Keys, fresh: Slot) -> Slot:
    """Write one slot anew and return it."""
    write_keys(home, replace(keys, slots=tuple(fresh if s.name == fresh.name else s for s in keys.slots)))
    return fresh


def read_keys(home: Path) -> Keys:
    """The key file; raises NotFound where there is no home and KnownError where the file is damaged."""
    try:
        data = (home / KEYS_FILE).read_bytes()
    except FileNotFoundError:
        raise NotFound("Chưa có dữ liệu ở thư mục này. Chạy thiết lập lần đầu, hoặc chọn đúng thư mục.") from None
    try:
        keys = msgspec.json.decode(data, type=Keys)
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
