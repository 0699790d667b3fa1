"""How a command reaches a home: where it lies, and the secret that opens it, never from the arguments."""

import argparse
import getpass
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dossiers.clock import Clock, system_clock
from dossiers.errors import InvalidInput, KnownError
from dossiers.store.desk import Desk
from dossiers.store.vault import seats, unlock

SECRET_VARIABLE = "MOTCUA_PASSPHRASE"


def default_home() -> Path:
    """Where this user's real office lies when no --home is given."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "motcua"
    return Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share"))) / "motcua"


def home_arguments(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """The options of every command that opens a home."""
    parser.add_argument("--home", type=Path, required=required, default=None, help="the office's folder")
    parser.add_argument("--user", default="", help="who signs in (default: the first seat)")
    parser.add_argument("--passphrase-file", type=Path, help=f"a file with the passphrase (or set {SECRET_VARIABLE})")


def secret(options: argparse.Namespace, prompt: str = "Mật khẩu: ") -> str:
    """The passphrase from a file, the environment or a prompt, in that order."""
    if options.passphrase_file:
        try:
            return str(options.passphrase_file.read_text(encoding="utf-8").rstrip("\r\n"))
        except (OSError, UnicodeDecodeError) as error:
            raise InvalidInput("Không đọc được tệp mật khẩu.", field="passphrase_file") from error
    if SECRET_VARIABLE in os.environ:
        return os.environ[SECRET_VARIABLE]
    if not sys.stdin.isatty():
        raise KnownError(
            "Cần mật khẩu: dùng --passphrase-file hoặc biến {variable}, hoặc chạy trong cửa sổ lệnh.",
            variable=SECRET_VARIABLE,
        )
    return getpass.getpass(prompt)


@contextmanager
def open_home(options: argparse.Namespace, clock: Clock = system_clock) -> Iterator[Desk]:
    """The open desk of a home, closed again at the end; raises KnownError when it cannot be opened."""
    taken = seats(options.home)
    if not taken:
        raise KnownError("Chưa có văn phòng nào ở thư mục này. Chạy `motcua office setup` để tạo.")
    vault = unlock(options.home, options.user or taken[0].name, secret(options), clock)
    desk = Desk.open(options.home, vault, clock, machine=platform.node())
    try:
        yield desk
    finally:
        desk.close()
