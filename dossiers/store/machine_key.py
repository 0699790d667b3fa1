"""A key that the operating system keeps for this user on this machine, and that never lies beside the data.

Windows keeps it in the Credential Manager under DPAPI, Linux in the Secret Service (gnome-keyring, KWallet).
"""

import secrets
import sys
from typing import TYPE_CHECKING

from dossiers.errors import KnownError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "motcua"
MACHINE_KEY_BYTES = 32


def system_store() -> "KeyringBackend | None":
    """The system's own store, and no lesser one that a file would do for; None where this machine has none."""
    from keyring.core import load_keyring

    name = "Windows.WinVaultKeyring" if sys.platform == "win32" else "SecretService.Keyring"
    try:
        return load_keyring(f"keyring.backends.{name}")
    except RuntimeError:
        return None


def find_machine_key(home: str) -> bytes | None:
    """The key kept here for the home of this name; None where there is none or the store stays shut."""
    from keyring.errors import KeyringError

    store = system_store()
    try:
        kept = store.get_password(SERVICE, home) if store else None
    except KeyringError:
        return None
    return bytes.fromhex(kept) if kept else None


def make_machine_key(home: str) -> bytes:
    """The key kept here for this home, made where there is none; raises KnownError where the system keeps no keys."""
    from keyring.errors import KeyringError

    store = system_store()
    if store is None:
        raise no_store()
    key = find_machine_key(home) or secrets.token_bytes(MACHINE_KEY_BYTES)
    try:
        store.set_password(SERVICE, home, key.hex())
    except KeyringError as error:
        raise no_store() from error
    if find_machine_key(home) != key:
        raise no_store()
    return key


def no_store() -> KnownError:
    """The sentence for a machine that keeps no keys."""
    return KnownError(
        "Máy này không có kho khóa của hệ điều hành, hoặc kho đang khóa. Chưa gắn được; dữ liệu vẫn được bảo vệ "
        "bằng mật khẩu của từng người."
    )
