"""Run the reference provincial server; or make a one-time enrolment code; or check its database."""

import argparse
import json
from pathlib import Path

from desktop.console.homes import default_home


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua province`."""
    parser.add_argument("--folder", type=Path, default=default_home() / "province", help="its keys, files and database")
    parser.add_argument("--database", default="", metavar="URL", help="PostgreSQL URL (default: SQLite in the folder)")
    parser.add_argument("--host", default="127.0.0.1", help="plain HTTP only on loopback, else give a certificate")
    parser.add_argument("--port", type=int, default=8750, help="0 takes a free port")
    parser.add_argument("--tls-cert", type=Path, metavar="PEM")
    parser.add_argument("--tls-key", type=Path, metavar="PEM")
    parser.add_argument("--new-code", metavar="UNIT", help="print a one-time code that enrols a desk of this office")
    parser.add_argument("--slot", type=int, default=1, choices=range(1, 7), help="the desk's slot, with --new-code")
    parser.add_argument("--verify", action="store_true", help="check chains, states and files, then exit")
    parser.add_argument("--json", action="store_true", help="answer as JSON")
