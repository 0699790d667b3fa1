"""Send everything unsent to the province and take in its answers; also enrols a desk by one-time code."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from dossiers.store.desk import Desk
from sync.client import Client
from sync.engine import Engine
from sync.enrolment import enrol, province_of

from desktop.console.homes import home_arguments, open_home
from dossiers.clock import system_clock
from dossiers.errors import KnownError

T = TypeVar("T")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua sync`."""
    home_arguments(parser)
    parser.add_argument("--enrol", metavar="URL", help="enrol this desk with the province at URL first")
    parser.add_argument("--code", default="", help="the one-time enrolment code")
    parser.add_argument("--ca", type=Path, help="the province's CA certificate (PEM), required for https")
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")


def run(options: argparse.Namespace) -> int:
    """Exit 0 when everything is covered by a verified receipt, 1 when something still waits."""
    with open_home(options) as desk:

        def ask(question: Callable[[Desk], T]) -> T:
            return question(desk)

        if options.enrol:
            ca = options.ca.read_bytes() if options.ca else None
            enrol(ask, Client(options.enrol, ca), options.code)
        place = province_of(desk)
        if place is None:
            raise KnownError("Quầy này chưa đăng ký với tỉnh. Dùng --enrol URL --code MÃ do tỉnh cấp.")
        report = Engine(ask, Client(place.url, place.ca), system_clock).run()
    if options.json:
        print(json.dumps(report.as_json(), ensure_ascii=False))
    else:
        print(report.sentence)
    return 0 if report.complete else 1
