"""Show a year of the office's calendar, compare it with a file, or import the file and list the dossiers it touches."""

import argparse
import json
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

from desktop.calendar_asks import Effect, changed, effect_on
from desktop.console.homes import home_arguments, open_home
from dossiers.calendar_diff import say_day
from dossiers.calendar_files import read_calendar_file
from dossiers.calendars import YEARS, DayRule, WorkCalendar, vietnam_calendar
from dossiers.change_calendar import note_calendar_change
from dossiers.clock import local, say_date, say_time
from dossiers.counting import WEEKDAYS, days_between
from dossiers.errors import KnownError
from dossiers.holiday_sweep import Moved
from dossiers.people import Right
from dossiers.permissions import require
from dossiers.reschedule import Rescheduled, reschedule
from dossiers.store.desk import Desk


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `motcua calendar show`, `diff` and `import`."""
    actions = parser.add_subparsers(dest="action", required=True)
    show = actions.add_parser("show", help="the days of a year that are not what their weekday says")
    show.add_argument("--year", type=year_of, required=True, help="e.g. 2027")
    diff = actions.add_parser("diff", help="what a file would change; nothing is written")
    bring = actions.add_parser("import", help="use the days of a file from now on")
    bring.add_argument("--notice", default="", help="number of the notice, where the file does not give it")
    bring.add_argument("--reschedule", action="store_true", help="also write the new dates of the dossiers listed")
    for action in (show, diff, bring):
        home_arguments(action, required=action is bring)
        action.add_argument("--json", action="store_true", help="answer as one JSON object")
    for action in (diff, bring):
        action.add_argument("file", type=Path, metavar="FILE", help=".csv, .xlsx or .json: date, type, note, notice")


def run(options: argparse.Namespace) -> int:
    """Show, compare or import, as asked; without a home the national calendar is meant."""
    with nullcontext() if options.home is None else open_home(options) as desk:
        if options.action == "show":
            show_year(options, desk.calendar if desk else vietnam_calendar())
        elif options.action == "import" and desk:
            import_file(options, desk)
        else:
            say_effect(options, effect_of(desk, read_calendar_file(options.file)), "Chưa ghi gì.")
    return 0


def show_year(options: argparse.Namespace, calendar: WorkCalendar) -> None:
    """Every holiday, day in lieu, make-up day and half day of a year, and how many days the office works."""
    year = days_between(date(options.year, 1, 1), date(options.year, 12, 31))
    working = sum(map(calendar.works, year))
    if options.json:
        days = [day_as_data(calendar, day, calendar.days[day]) for day in year if day in calendar.days]
        print(json.dumps({"year": options.year, "working_days": working, "days": days}, ensure_ascii=False))
        return
    for day in year:
        if day in calendar.days:
            print(f"{say_date(day)} {WEEKDAYS[day.weekday()]}: {say_day(calendar, day)}")
    print(f"Năm {options.year} có {working} ngày làm việc.")


def import_file(options: argparse.Namespace, desk: Desk) -> None:
    """Put the days of a file beside the office's own; dates of dossiers move only where that was asked for."""
    require(desk.clerk, Right.RULES)
    days = {
        day: replace(rule, notice=rule.notice or options.notice)
        for day, rule in read_calendar_file(options.file).items()
    }
    effect = effect_of(desk, days)
    if effect.changes:
        notice = "; ".join(dict.fromkeys(change.notice for change in effect.changes if change.notice))
        desk.do(note_calendar_change, notice, tuple(change.day for change in effect.changes))
    desk.set_calendar_days({**desk.calendar_days, **days})
    what = say_moves(desk, effect.moved) if options.reschedule else "Chưa hồ sơ nào bị đổi ngày hẹn."
    say_effect(options, effect, f"Lịch mới đã có hiệu lực. {what}")


def say_moves(desk: Desk, moved: tuple[Moved, ...]) -> str:
    """Write the new dates; one that cannot be written keeps no other from it, and is named."""
    refused = []
    for each in moved:
        body = Rescheduled(due_at=each.due_after, reasons=each.reasons, notice=each.notice)
        try:
            desk.do(reschedule, each.dossier_id, body)
        except KnownError as fault:
            refused.append(f"{each.code} giữ ngày cũ: {fault}")
    written = f"Đã ghi ngày hẹn mới cho {len(moved) - len(refused)} hồ sơ; in giấy hẹn lại tại quầy."
    return " ".join((written, *refused))


def effect_of(desk: Desk | None, days: Mapping[date, DayRule]) -> Effect:
    """What the days would change in an office, its own rows for other days kept, or in the national calendar."""
    if desk is None:
        return Effect(changed(days, vietnam_calendar(), vietnam_calendar(overrides=days)))
    return effect_on(desk, {**desk.calendar_days, **days})


def say_effect(options: argparse.Namespace, effect: Effect, then: str) -> None:
    """The changed days and the dossiers touched, as sentences or as data."""
    if options.json:
        print(json.dumps(effect_as_data(effect) | {"answer": then}, ensure_ascii=False))
        return
    for change in effect.changes:
        print(change.sentence)
    for each in (touched.moved for touched in effect.touched):
        where = "giữ nguyên" if each.stays else f"hẹn lại {say_time(each.due_after)}"
        print(f"{each.code}: {say_time(each.due_before)}, {where}")
        for reason in each.reasons:
            print(f"  – {reason}")
    counts = f"Hồ sơ liên quan: {len(effect.touched)}, trong đó hẹn lại: {len(effect.moved)}."
    print(f"Ngày thay đổi: {len(effect.changes)}. {counts} {then}")


def effect_as_data(effect: Effect) -> dict[str, Any]:
    """The same as data; instants in Vietnamese time with their offset."""
    return {
        "changes": [asdict(change) | {"day": change.day.isoformat()} for change in effect.changes],
        "dossiers": [
            {
                "code": each.code, "due_before": local(each.due_before).isoformat(),
                "due_after": local(each.due_after).isoformat(), "late": each.late, "reasons": list(each.reasons),
            }
            for each in (touched.moved for touched in effect.touched)
        ],
    }  # fmt: skip


def day_as_data(calendar: WorkCalendar, day: date, rule: DayRule) -> dict[str, Any]:
    """One row of the calendar as data."""
    hours = [f"{part.start:%H:%M}-{part.end:%H:%M}" for part in calendar.hours_on(day)]
    return {"date": day.isoformat(), "type": rule.kind.value, "note": rule.note, "notice": rule.notice, "hours": hours}


def year_of(text: str) -> int:
    """A year whose holidays are known."""
    if not text.isdecimal() or int(text) not in YEARS:
        raise argparse.ArgumentTypeError(f"a year is {YEARS[0]} to {YEARS[-1]}")
    return int(text)
