"""Say when a dossier received at an instant is due, and how the date was counted."""

import argparse
import json
from datetime import datetime

from dossiers.catalogue import load_builtin
from dossiers.clock import VIETNAM, local, local_date, say_time
from dossiers.deadlines import due, vietnam_calendar
from dossiers.dossier import Channel
from dossiers.errors import InvalidInput
from dossiers.office import ORDINARY_HOURS

FIRST_YEAR, LAST_YEAR = 2000, 2099
CHANNELS = {"counter": Channel.COUNTER, "online": Channel.ONLINE, "post": Channel.POST}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua due`."""
    parser.add_argument("--procedure", required=True, metavar="CODE", help="e.g. 2.000815")
    parser.add_argument("--received", required=True, metavar="ISO-TIME", help="e.g. 2026-11-23T15:10, Vietnamese time")
    parser.add_argument("--channel", choices=sorted(CHANNELS), default="counter")
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")


def run(options: argparse.Namespace) -> int:
    """Print the due instant and its reasons."""
    received = instant(options.received)
    procedure = load_builtin().get(options.procedure, local_date(received))
    appointment = due(procedure, received, vietnam_calendar(ORDINARY_HOURS), CHANNELS[options.channel])
    if options.json:
        due_at = local(appointment.due_at).isoformat() if appointment.due_at else None
        answer = {
            "procedure": procedure.code, "name": procedure.name, "received_at": local(received).isoformat(),
            "due_at": due_at, "reasons": list(appointment.reasons),
            "verified": bool(procedure.duration and procedure.duration.verified),
        }  # fmt: skip
        print(json.dumps(answer, ensure_ascii=False))
        return 0
    print(f"{procedure.code} {procedure.name}")
    print(f"Hẹn trả: {say_time(appointment.due_at) if appointment.due_at else 'không có ngày hẹn'}")
    for reason in appointment.reasons:
        print(f"  – {reason}")
    return 0


def instant(text: str) -> datetime:
    """An ISO time as an instant; without an offset it is Vietnamese wall time."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise InvalidInput("Thời điểm nhận không đúng dạng, ví dụ 2026-11-23T15:10.", field="received") from error
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise InvalidInput("Thời điểm nhận phải nằm trong các năm {first}–{last}.", field="received",
                           first=FIRST_YEAR, last=LAST_YEAR)  # fmt: skip
    return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)
