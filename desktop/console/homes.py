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
from dossiers.store.vault import Vault, seats, unlock

SECRET_VARIABLE = "MOTCUA_PASSPHRASE"


def default_home() -> Path:
    """Where this user's real office lies when no --home is given."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "motcua"
    return Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share"))) / "motcua"


def home_arguments(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """The options of every command that opens a home."""
    place_arguments(parser, required=required)
    parser.add_argument("--user", default="", help="who signs in (default: the first seat)")


def place_arguments(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """Where a home lies and what it is locked with."""
    parser.add_argument("--home", type=Path, required=required, help="the office's folder")
    parser.add_argument("--passphrase-file", type=Path, help=f"a file with the passphrase (or set {SECRET_VARIABLE})")


def secret(options: argparse.Namespace, prompt: str = "Mật khẩu: ") -> str:
    """The passphrase from a file, the environment or a prompt, in that order."""
    if options.passphrase_file:
        return secret_in(options.passphrase_file)
    if from_environment := os.environ.get(SECRET_VARIABLE):
        return from_environment
    if sys.stdin is None or not sys.stdin.isatty():
        raise no_secret()
    try:
        return getpass.getpass(prompt)
    except EOFError as error:
        raise no_secret() from error


def secret_in(file: Path) -> str:
    """The passphrase that a file holds; raises InvalidInput where there is none, before a try is counted."""
    try:
        text = file.read_text(encoding="utf-8-sig").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput("Không đọc được tệp mật khẩu.", field="passphrase_file") from error
    if not text:
        raise InvalidInput("Tệp mật khẩu không có gì bên trong.", field="passphrase_file")
    return text


def no_secret() -> KnownError:
    """The sentence for a command that nobody gave a passphrase."""
    return KnownError(
        "Cần mật khẩu: dùng --passphrase-file hoặc biến {variable}, hoặc chạy trong cửa sổ lệnh.",
        variable=SECRET_VARIABLE,
    )


@contextmanager
def open_home(
    options: argparse.Namespace, clock: Clock = system_clock, vault: Vault | None = None
) -> Iterator[Desk]:
    """The open desk of a home, closed again at the end; raises KnownError when it cannot be opened."""
    desk = Desk.open(options.home, vault or unlock_home(options, clock), clock, machine=platform.node())
    try:
        yield desk
    finally:
        desk.close()


def unlock_home(options: argparse.Namespace, clock: Clock = system_clock) -> Vault:
    """The vault of a home, opened by the secret of whoever is named; raises KnownError."""
    return unlock(options.home, options.user or first_seat(options.home), secret(options), clock)


def first_seat(home: Path) -> str:
    """Who signs in when nobody is named; raises NotFound where there is no home."""
    return next((seat.name for seat in seats(home)), "")
