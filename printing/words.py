"""Dates, times and money as Vietnamese papers write them (NĐ 30/2020/NĐ-CP)."""

from datetime import date, datetime

from dossiers.clock import local, local_date


def long_date(day: date) -> str:
    """A day with the leading zeros NĐ 30 asks for: 'ngày 05 tháng 02 năm 2026'.

    NĐ 30 pads days below 10 and the months 1 and 2 only.
    """
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def long_time(instant: datetime) -> str:
    """An instant in Vietnamese wall time: '08 giờ 15 phút, ngày 05 tháng 02 năm 2026'."""
    wall = local(instant)
    return f"{wall.hour:02} giờ {wall.minute:02} phút, {long_date(local_date(instant))}"


def money(amount_vnd: int) -> str:
    """An amount with dots between thousands: '20.000 đồng'."""
    return f"{figures(amount_vnd)} đồng"


def figures(amount: int) -> str:
    """A number with dots between thousands: '20.000', and a true minus before what is lacking: '−2.000'."""
    return f"{amount:,}".replace(",", ".").replace("-", "−")


def unstopped(words: str) -> str:
    """Words that go on inside a sentence, without a full stop of their own."""
    return words.rstrip(" .")
