"""Open the desk: the window of the reception, on this user's office or the one given by --home."""

import argparse
import os
import sys
from pathlib import Path

from desktop.console.homes import default_home
from desktop.plain_import import restore_import
from dossiers.errors import KnownError

SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
"""Without any of these Qt ends the process where it stands."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua` without a command."""
    parser.add_argument("--home", type=Path, default=default_home(), help="the office's folder")


def run(options: argparse.Namespace) -> int:
    """Run the window until it is closed."""
    if sys.platform == "linux" and not SCREENS & os.environ.keys():
        raise KnownError("Ở đây không có màn hình để mở quầy. Chạy trên máy có màn hình, hoặc dùng `xvfb-run motcua`.")
    restore_import()
    from desktop.app import open_desk

    return open_desk(options.home)
