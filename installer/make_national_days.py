"""Write resources/national_days.json: Vietnam's national holidays of every year the desk knows, by PyPI `holidays`.

Run `.venv/bin/python installer/make_national_days.py` after a new version of `holidays` has been locked, and read the
difference before committing it.
"""

from datetime import date
from importlib.metadata import version
from pathlib import Path

import msgspec
from holidays import country_holidays
from holidays.countries.vietnam import VietnamStaticHolidays

from dossiers.calendars import YEARS, DayKind, DayRule
from dossiers.names import nfc

FILE = Path(__file__).parent.parent / "resources" / "national_days.json"


def compute_year(year: int) -> dict[date, DayRule]:
    """Holidays, days off in lieu and make-up Saturdays of one year, in order of date."""
    known = country_holidays("VN", years=year, language="vi")
    days = {day: _day_off(nfc(name)) for day, name in known.items()}
    for worked in known.weekend_workdays:
        off = next((day for day, rule in days.items() if f"{worked:%d/%m/%Y}" in rule.note), None)
        # A swap across New Year (31/12/2018 for 05/01/2019) has its day off in the other year.
        note = f"làm bù cho ngày {off:%d/%m/%Y}" if off else "làm bù"
        days[worked] = DayRule(kind=DayKind.MAKE_UP, note=note)
    return {day: rule for day, rule in sorted(days.items()) if day.year == year}


def projected_from() -> int:
    """The first year whose swapped days the library does not have from an official notice."""
    return max(VietnamStaticHolidays.special_public_holidays) + 1


def compose() -> str:
    """The whole file: where it comes from, then one day a line."""
    years = ",\n".join(f'    "{year}": [\n{_lines(compute_year(year))}\n    ]' for year in YEARS)
    source = f"PyPI holidays {version('holidays')}, country VN, language vi"
    head = f'  "source": {_json(source)},\n  "projected_from": {projected_from()},\n'
    return f'{{\n{head}  "years": {{\n{years}\n  }}\n}}\n'


def _day_off(name: str) -> DayRule:
    in_lieu = "thay cho" in name or "nghỉ bù" in name
    return DayRule(kind=DayKind.OFF_IN_LIEU if in_lieu else DayKind.OFF, note=name)


def _lines(days: dict[date, DayRule]) -> str:
    rows = [{"date": day, "type": rule.kind, "note": rule.note} for day, rule in days.items()]
    return ",\n".join(f"      {_json(row)}" for row in rows)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


if __name__ == "__main__":
    FILE.write_text(compose(), encoding="utf-8")
