"""Open the desk: the window of the reception, on this user's office or the one given by --home."""

import argparse
from pathlib import Path

from desktop.console.homes import default_home


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua` without a command."""
    parser.add_argument("--home", type=Path, default=default_home(), help="the office's folder")


def run(options: argparse.Namespace) -> int:
    """Run the window until it is closed."""
    from desktop.app import open_desk

    return open_desk(options.home)
