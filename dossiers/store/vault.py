"""Who can open this home: one random data key, wrapped once for each user by what that user knows."""

import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag

from dossiers import recovery_words
from dossiers.clock import Clock, say_time, system_clock, to_ms
from dossiers.errors import Impossible, InvalidInput, KnownError, NotFound
from dossiers.names import nfc
from dossiers.people import Clerk, Role
from dossiers.store.durable import refuse_remote
from dossiers.store.key_box import open_box, public_of
from dossiers.store.machine_key import find_machine_key, make_machine_key
from dossiers.store.spare_ways import RescueSet
from dossiers.store.vault_file import (
    FREE_TRIES,
    Keys,
    Shut,
    Slot,
    change_keys,
    find_slot,
    read_keys,
    replace_slot,
    write_keys,
)
from dossiers.store.vault_file import KEYS_FILE as KEYS_FILE
from dossiers.store.vault_slots import (
    KEY_BYTES,
    bound_to,
    bound_to_recovery,
    derive,
    hand_on,
    hand_on_recovery,
    opens,
    private_of,
    recovery_private,
    recovery_way,
    reseal,
    seal,
    stretch,
)

RECOVERER = Clerk(name="Khóa phục hồi", role=Role.ADMINISTRATOR)
"""Who is said to act in a home opened by its recovery key: nobody's own name stands for what a sheet of paper did."""

Running = Callable[[], float]
"""Seconds this machine has run, by a clock that nobody sets; it begins anew when the machine does."""


class WrongSecret(KnownError):
    """The passphrase or PIN does not open this user's slot; `tries_left` before the slot locks for a while."""

    def __init__(self, tries_left: int) -> None:
        super().__init__("Mật khẩu hoặc mã PIN chưa đúng. Còn {tries_left} lần thử.", tries_left=tries_left)
        self.tries_left = tries_left


class LockedOut(KnownError):
    """Too many wrong tries: the slot opens again at `until`."""

    def __init__(self, until: datetime) -> None:
        super().__init__("Đã nhập sai nhiều lần. Thử lại lúc {time}.", time=say_time(until))
        self.until = until


class OtherMachine(KnownError):
    """The secret counts only together with a key that another machine keeps, or that this one has lost."""

    def __init__(self) -> None:
        super().__init__(
            "Mật khẩu của quầy này chỉ mở được trên máy đã gắn, và máy này không giữ khóa đó. Mở bằng khóa phục hồi "
            "trên tờ giấy đã cất, rồi đặt lại mật khẩu."
        )


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
        self.by = ""
        """By what it was opened where that was no secret, for the record of who came in."""
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
        fresh = seal(keys, clerk, secret, self._data_key)
        change_keys(self.home, lambda now: replace(now, slots=(*now.slots, fresh)))

    def change(self, secret: str) -> None:
        """Give the signed-in user a new secret; the data stay under the same key.

        The one that opens the seat now is refused: where it was set by another, typing it again would replace nothing.
        """
        keys = read_keys(self.home)
        slot = find_slot(keys, self.clerk.name)
        if opens(keys, slot, secret):
            raise InvalidInput(
                "Đây vẫn là mật khẩu cũ, người khác có thể đã biết. Chọn một mật khẩu khác, chỉ mình bạn biết.",
                field="secret",
            )
        replace_slot(self.home, reseal(keys, slot, secret, self._data_key))

    def reset(self, name: str, secret: str) -> None:
        """Give somebody who forgot theirs a new secret; administrators only. Raises NotFound, Forged."""
        self._require_administrator()
        keys = read_keys(self.home)
        replace_slot(self.home, reseal(keys, find_slot(keys, name), secret, self._data_key))

    def keep_recovery(self, key: bytes, clock: Clock) -> None:
        """Let this 16-byte key open the home; the one before it does not any more. Administrators only."""
        self._require_administrator()
        keys = read_keys(self.home)
        public = public_of(recovery_private(keys.home, key))
        way = recovery_way(keys.home, public, to_ms(clock()), self._data_key)
        change_keys(self.home, lambda now: replace(now, recovery=way))

    def bind(self) -> None:
        """Let secrets count on this machine only: one's own from the next sign-in on, as everybody else's.

        Administrators only, and not before the recovery key is on paper: without it a machine that is lost or set up
        anew would take the data with it. Raises KnownError where the system keeps no keys.
        """
        self._require_administrator()
        keys = read_keys(self.home)
        if keys.recovery is None:
            raise Impossible("Chưa có khóa phục hồi trên giấy. In tờ khóa phục hồi trước, rồi mới gắn với máy này.")
        make_machine_key(keys.home)
        change_keys(self.home, lambda now: replace(now, bound=True))

    def successor(self) -> tuple["Vault", Keys]:
        """A vault of a new data key and the key file that goes with it; nothing is written yet.

        The same secrets and the same recovery words open it, though nobody types them; the province's rescue codes
        do not, and are made anew at the next run of the line. Raises Forged where a slot is not this home's own.
        """
        keys, fresh = read_keys(self.home), secrets.token_bytes(KEY_BYTES)
        slots = tuple(hand_on(keys.home, slot, self._data_key, fresh) for slot in keys.slots)
        recovery = keys.recovery and hand_on_recovery(keys.home, keys.recovery, self._data_key, fresh)
        heir = Vault(self.home, self.clerk, fresh)
        return heir, replace(keys, slots=slots, recovery=recovery, rescue=None)

    def keep_rescue(self, desk: str, label: str, codes: Sequence[str]) -> None:
        """Let each of these codes open this home once; whatever codes were good before are not any more."""
        from dossiers.store.rescue import wrap

        keys = read_keys(self.home)
        slots = tuple(wrap(keys.home, label, number, code, self._data_key) for number, code in enumerate(codes, 1))
        change_keys(self.home, lambda now: replace(now, rescue=RescueSet(desk=desk, label=label, slots=slots)))

    def remove(self, name: str) -> None:
        """Take a user's way in away; one's own and the last administrator's stay."""
        self._require_administrator()
        keys = read_keys(self.home)
        find_slot(keys, name)
        if name == self.clerk.name:
            raise Impossible("Không thể xóa chính người dùng đang đăng nhập.")
        change_keys(
            self.home, lambda now: replace(now, slots=tuple(slot for slot in now.slots if slot.name != name))
        )

    def shut(self, sentence: str) -> None:
        """Let go of every way in, for good; the data stay where they are, and nobody here can read them again."""
        change_keys(self.home, lambda now: replace(now, slots=(), recovery=None, rescue=None, shut=sentence))
        self._shut = sentence

    def require_open(self) -> None:
        """Refuse every further deed once the home is shut; raises Shut."""
        if self._shut:
            raise Shut(self._shut)

    def _require_administrator(self) -> None:
        if self.clerk.role is not Role.ADMINISTRATOR:
            raise Impossible("Chỉ người quản trị được thêm hoặc xóa người dùng.")


def create_home(home: Path, first: Clerk, secret: str, clock: Clock) -> Vault:
    """Make a new home whose first user is an administrator; raises Impossible where a home already is."""
    refuse_remote(home)
    if first.role is not Role.ADMINISTRATOR:
        raise InvalidInput("Người dùng đầu tiên phải là người quản trị.", field="role")
    if home.exists() and any(home.iterdir()):
        raise Impossible("Thư mục dữ liệu này đã có nội dung. Chọn một thư mục trống.")
    name = secrets.token_hex(8)
    data_key = secrets.token_bytes(KEY_BYTES)
    keys = Keys(format="motcua/keys/1", home=name, slots=())
    keys = replace(keys, slots=(seal(keys, first, secret, data_key),))
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_keys(home, keys)
    return unlock(home, first.name, secret, clock)


def seats(home: Path, clock: Clock = system_clock, running: Running = time.monotonic) -> tuple[Seat, ...]:
    """Everybody who has a way in, for the tiles of the sign-in screen."""
    running_ms, now = round(running() * 1000), clock()

    def seat(slot: Slot) -> Seat:
        left = slot.wait_left(running_ms)
        return Seat(slot.name, slot.role, now + left if left else None, slot.failures, slot.failed_at_ms)

    return tuple(seat(slot) for slot in read_keys(home).slots)


def unlock(home: Path, name: str, secret: str, clock: Clock, running: Running = time.monotonic) -> Vault:
    """Open a home; raises WrongSecret, LockedOut, OtherMachine, or NotFound for an unknown name.

    A try is counted on disk before it is made, so that pulling the plug never buys a free one.
    """
    keys = read_keys(home)
    slot = find_slot(keys, nfc(name))
    running_ms = round(running() * 1000)
    if slot.wait and running_ms < slot.failed_running_ms:
        slot = replace_slot(home, replace(slot, failed_running_ms=0))  # the machine was started anew
    if left := slot.wait_left(running_ms):
        raise LockedOut(clock() + left)
    machine = find_machine_key(keys.home) if slot.machine else b""
    if machine is None:
        raise OtherMachine
    counted = replace_slot(
        home,
        replace(
            slot, wrong=slot.wrong + 1, failed_running_ms=running_ms, failures=slot.failures + 1,
            failed_at_ms=to_ms(clock()),
        ),
    )  # fmt: skip
    try:
        private = private_of(stretch(secret, slot.salt, slot.stretching), machine)
        data_key = open_box(private, slot.box, bound_to(keys.home, slot))
    except InvalidTag:
        if counted.wait:
            raise LockedOut(clock() + counted.wait) from None
        raise WrongSecret(FREE_TRIES - counted.wrong) from None
    if keys.bound and not slot.machine:
        slot = reseal(keys, slot, secret, data_key)
    replace_slot(home, replace(slot, wrong=0, failed_running_ms=0))
    return Vault(home, Clerk(name=slot.name, role=slot.role), data_key)


def unlock_with_recovery(home: Path, words: str, clock: Clock) -> Vault:
    """Open a home by the words of its recovery sheet, as an administrator under a name of its own.

    That it was used, and when, stays in the key file. Raises NotFound where none was made, InvalidInput for others.
    """
    keys = read_keys(home)
    if keys.recovery is None:
        raise NotFound("Quầy này chưa lập khóa phục hồi. Nhờ người quản trị hoặc cán bộ tỉnh đặt lại mật khẩu.")
    private = recovery_private(keys.home, recovery_words.read(words))
    try:
        data_key = open_box(private, keys.recovery.box, bound_to_recovery(keys.home))
    except InvalidTag:
        raise InvalidInput(
            "Đây không phải khóa phục hồi hiện nay của quầy này. Tìm tờ khóa in gần nhất.", field="words"
        ) from None
    used = replace(keys.recovery, used_at_ms=to_ms(clock()))
    change_keys(home, lambda now: replace(now, recovery=used))
    return Vault(home, RECOVERER, data_key)
