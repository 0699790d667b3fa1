"""Legal times and fees as other catalogues word them, turned into ours; what is unsure is left to the clerk."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import time

from dossiers.catalogue_import.node import Node
from dossiers.deadlines import say_duration
from dossiers.dossier import Channel
from dossiers.fees import say_vnd
from dossiers.names import fold
from dossiers.procedure import Duration, FeeBasis, FeeKind, FeeRule, TimeUnit

_UNITS = {
    "gio": (TimeUnit.HOUR, 1), "gio lam viec": (TimeUnit.HOUR, 1), "hour": (TimeUnit.HOUR, 1),
    "ngay lam viec": (TimeUnit.WORKING_DAY, 1), "working_day": (TimeUnit.WORKING_DAY, 1),
    "ngay": (TimeUnit.CALENDAR_DAY, 1), "day": (TimeUnit.CALENDAR_DAY, 1),
    "thang": (TimeUnit.MONTH, 1), "month": (TimeUnit.MONTH, 1),
    "nam": (TimeUnit.MONTH, 12), "year": (TimeUnit.MONTH, 12),
}  # fmt: skip
"""A unit, folded → ours and how many of ours it is (domain 4.6)."""

_BASES = {
    "": FeeBasis.PER_DOSSIER, "truong hop": FeeBasis.PER_DOSSIER, "ho so": FeeBasis.PER_DOSSIER,
    "viec": FeeBasis.PER_DOSSIER, "lan": FeeBasis.PER_DOSSIER, "ban": FeeBasis.PER_COPY, "ban sao": FeeBasis.PER_COPY,
}  # fmt: skip
_CURRENCIES = {"", "d", "dong", "vnd", "viet nam dong"}
_MONEY = re.compile(r"(?<![\d.,/])(\d{1,3}(?:[.,]\d{3})+|\d{4,9})(?![\d./])")
_PER = re.compile(r"(?:\d|đ|đồng|vnđ|vnd)\s*/\s*(trường hợp|hồ sơ|bản sao|bản|trang|việc|lần|\w+)", re.IGNORECASE)
_BY_PROVINCE = re.compile(r"hoi dong nhan dan|hdnd|nghi quyet|theo quy dinh")
_THREE_O_CLOCK = re.compile(r"\b15\s*(?:h|gio)")
_LEAST_VND = 500
"""No fee is less: 8.0 in a file is somebody's 8.000, and is left to the clerk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """A fee as the source words it: dong where it is a plain number, its unit, and what is said beside it."""

    amount_vnd: int | None
    unit: str = ""
    words: str = ""
    kind: FeeKind = FeeKind.FEE
    certain: bool = True

    @property
    def said(self) -> str:
        """The whole of it in words."""
        silent = self.amount_vnd is None or (self.amount_vnd == 0 and self.words)
        return " – ".join(filter(None, ("" if silent else say_vnd(self.amount_vnd or 0), self.words)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way of handing in, with the legal time and the fees that hold for it."""

    channel: Channel
    amount: int | None
    unit: str
    words: str = ""
    prices: tuple[Price, ...] = ()


def price(fee: Node, amount: str, unit: str, words: str) -> Price:
    """One fee by the names of its fields; where the amount is no plain number, all of it is words."""
    raw, said = fee.text(amount), fee.text(words)
    kind = FeeKind.CHARGE if "le phi" in fold(said) else FeeKind.FEE
    plain = plain_amount(raw)
    if plain is None:
        return Price(amount_vnd=None, words=" ".join(filter(None, (raw, fee.text(unit), said))), kind=kind)
    return Price(amount_vnd=plain, unit=fee.text(unit), words=said, kind=kind)


def plain_amount(text: str) -> int | None:
    """Dong where the text is a plain number, 8000 or 8.000; None where it says anything more."""
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", text):
        return int(re.sub(r"[.,]", "", text))
    whole = re.fullmatch(r"(\d{1,9})(?:\.0+)?", text)
    amount = int(whole[1]) if whole else None
    return amount if amount is None or amount == 0 or amount >= _LEAST_VND else None


def amounts_in(text: str) -> frozenset[int]:
    """The sums of money a text names."""
    return frozenset(int(re.sub(r"[.,]", "", each)) for each in _MONEY.findall(text))


def same_time(one: Duration | None, other: Duration | None) -> bool:
    """Whether two legal times count alike, whatever is said beside them."""
    return one is other or (one is not None and other is not None and _counted(one) == _counted(other))


def duration_of(ways: Iterable[Way], node: Node) -> Duration | None:
    """The one legal time of these ways; where they differ the first, unverified, with all of them in its note."""
    times = {_counted(each): each for each in reversed([*filter(None, map(_time, ways))])}
    first, *others = reversed(times.values()) if times else (None,)
    if first is None or not others:
        return first
    node.remark("có nhiều thời hạn tùy trường hợp; lấy thời hạn đầu, cán bộ xem lại khi hẹn.")
    said = "; ".join(" – ".join(filter(None, (say_duration(each), each.note))) for each in (first, *others))
    return replace(first, verified=False, note=f"tùy trường hợp: {said}")


def _counted(duration: Duration) -> tuple[int, TimeUnit, time | None]:
    return duration.amount, duration.unit, duration.after


def _time(way: Way) -> Duration | None:
    unit, times = _UNITS.get(fold(way.unit).strip(), (TimeUnit.UNSTATED, 0))
    within_the_day = "trong ngay" in fold(way.words)
    days = {TimeUnit.WORKING_DAY, TimeUnit.CALENDAR_DAY}
    if within_the_day and (not way.amount or not times or (way.amount == 1 and unit in days)):
        after = time(15) if _THREE_O_CLOCK.search(fold(way.words)) else None
        return Duration(amount=0, unit=TimeUnit.SAME_DAY, after=after, note=way.words)
    if way.amount and times:
        note = "" if fold(way.words).lstrip("0") == f"{way.amount} {fold(way.unit)}" else way.words
        return Duration(amount=way.amount * times, unit=unit, verified=not within_the_day, note=note)
    said = way.words or (f"{way.amount} {way.unit}" if way.amount else "")
    return Duration(amount=0, unit=TimeUnit.UNSTATED, note=said) if said else None


def fees_of(counter: Iterable[Way], online: Iterable[Way], source: str, node: Node) -> tuple[FeeRule, ...]:
    """One rule for phí and one for lệ phí, as at the counter; unverified where the way of handing in changes it."""
    here, there = _prices(counter), _prices(online)
    differs = bool(here and there and {each.amount_vnd for each in here} != {each.amount_vnd for each in there})
    if differs:
        node.remark("phí, lệ phí nộp trực tuyến khác tại quầy; cán bộ xem lại khi thu.")
    rules = []
    for kind in FeeKind:
        prices = [each for each in here or there if each.kind is kind]
        if prices:
            rule = _rule(kind, prices, node)
            note = "; ".join(filter(None, (rule.note, f"trực tuyến: {_say(there)}" if differs else "")))
            rules.append(replace(rule, source=source, verified=rule.verified and not differs, note=note))
    return tuple(rules)


def _prices(ways: Iterable[Way]) -> list[Price]:
    return list(dict.fromkeys(each for way in ways for each in way.prices if each.said))


def _rule(kind: FeeKind, prices: list[Price], node: Node) -> FeeRule:
    said = _say(prices)
    sure = all(each.certain for each in prices)
    if all(each.amount_vnd == 0 for each in prices) and not (amounts_in(said) or _BY_PROVINCE.search(fold(said))):
        return FeeRule(name="Không thu phí, lệ phí", kind=kind, basis=FeeBasis.FREE, verified=sure, note=said)
    word = "Lệ phí" if kind is FeeKind.CHARGE else "Phí"
    only = prices[0]
    basis = _basis(only) if len(prices) == 1 else None
    if basis is None or not only.amount_vnd:
        node.remark(f"{word.lower()} không phải một con số; cán bộ ghi số tiền khi thu: “{said:.200}”.")
        return FeeRule(name=word, kind=kind, basis=FeeBasis.PROVINCE, note=said)
    verified = sure and amounts_in(only.words) <= {only.amount_vnd}
    note = "" if fold(only.words) == fold(word) else only.words
    return FeeRule(name=word, kind=kind, basis=basis, amount_vnd=only.amount_vnd, verified=verified, note=note)


def _basis(price: Price) -> FeeBasis | None:
    """What the amount is counted by; None where the words do not say it plainly."""
    currency, _, by = fold(price.unit).strip().partition("/")
    counted = {by.strip()} if by else {fold(each).strip() for each in _PER.findall(price.words)} or {""}
    return _BASES.get(counted.pop()) if currency.strip() in _CURRENCIES and len(counted) == 1 else None


def _say(prices: list[Price]) -> str:
    return "; ".join(dict.fromkeys(each.said for each in prices))
