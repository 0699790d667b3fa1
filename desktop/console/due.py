"""Say when a dossier received now or at an instant is due, how the date was counted, and when it would change."""

import argparse
import json
from datetime import datetime
from typing import Any

import msgspec

from dossiers.catalogue import load_builtin
from dossiers.clock import VIETNAM, local, local_date, say_time, system_clock
from dossiers.deadlines import legal_duration, vietnam_calendar
from dossiers.dossier import Appointment, Channel
from dossiers.dry_run import DryRun, dry_run
from dossiers.errors import InvalidInput
from dossiers.office import ORDINARY_HOURS
from dossiers.procedure import Procedure

FIRST_YEAR, LAST_YEAR = 2000, 2099
CHANNELS = {"counter": Channel.COUNTER, "online": Channel.ONLINE, "post": Channel.POST}
CHANNEL_WORDS = {Channel.COUNTER: "trực tiếp", Channel.ONLINE: "trực tuyến", Channel.POST: "bưu chính"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua due`."""
    parser.add_argument("--procedure", required=True, metavar="CODE", help="e.g. 2.000815")
    parser.add_argument(
        "--received", default="", metavar="ISO-TIME", help="e.g. 2026-11-23T15:10, Vietnamese time (default: now)"
    )
    parser.add_argument("--channel", choices=sorted(CHANNELS), default="counter")
    parser.add_argument("--extended", action="store_true", help="with the extension the law allows for a reason")
    parser.add_argument("--json", action="store_true", help="answer as one JSON object")


def run(options: argparse.Namespace) -> int:
    """Print the due instant and its reasons, and from when on the promised day would be another."""
    received = instant(options.received) if options.received else system_clock()
    procedure = load_builtin().get(options.procedure, local_date(received))
    channel = CHANNELS[options.channel]
    runs = dry_run(procedure, received, vietnam_calendar(ORDINARY_HOURS), channel, extended=options.extended)
    if options.json:
        print(json.dumps(as_data(procedure, channel, runs) | {"extended": options.extended}, ensure_ascii=False))
        return 0
    print(f"{procedure.code} {procedure.name}")
    print(f"Nhận lúc {say_time(received)}, {CHANNEL_WORDS[channel]}")
    for sentence in say_dates(runs[0].appointment):
        print(sentence)
    for reason in runs[0].appointment.reasons:
        print(f"  – {reason}")
    for later in runs[1:]:
        print(f"Nếu nhận từ {say_time(later.when)}: {'; '.join(say_dates(later.appointment)).lower()}")
    return 0


def say_dates(appointment: Appointment) -> tuple[str, ...]:
    """The promise in a sentence for each stage."""
    if appointment.due_at is None:
        return ("Hẹn trả: không có ngày hẹn",)
    second = appointment.second_stage
    then = (f"Giai đoạn 2: từ {say_time(second.begins_at)}, hẹn trả {say_time(second.due_at)}",) if second else ()
    return (f"Hẹn trả: {say_time(appointment.due_at)}", *then)


def as_data(procedure: Procedure, channel: Channel, runs: tuple[DryRun, ...]) -> dict[str, Any]:
    """The answer as data; instants in Vietnamese time with their offset."""
    first, duration = runs[0], legal_duration(procedure, channel)
    return {
        "procedure": procedure.code, "name": procedure.name, "received_at": local(first.when).isoformat(),
        "channel": channel.name.lower(), **dates_as_data(first.appointment),
        "legal_time": first.appointment.legal_time, "reasons": list(first.appointment.reasons),
        "verified": bool(duration and duration.verified),
        "extension": msgspec.to_builtins(duration.extension) if duration else None,
        "changes": [{"from": local(run.when).isoformat(), **dates_as_data(run.appointment)} for run in runs[1:]],
    }  # fmt: skip


def dates_as_data(appointment: Appointment) -> dict[str, Any]:
    """Both stages' instants."""
    second = appointment.second_stage
    stage = {"begins_at": iso(second.begins_at), "due_at": iso(second.due_at)} if second else None
    return {"due_at": iso(appointment.due_at), "second_stage": stage}


def iso(moment: datetime | None) -> str | None:
    """An instant in Vietnamese time."""
    return local(moment).isoformat() if moment else None


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
