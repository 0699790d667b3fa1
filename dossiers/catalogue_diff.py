"""What differs between two catalogues, procedure by procedure, in words a clerk understands."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from dossiers.catalogue import Catalogue, in_force
from dossiers.deadlines import say_duration
from dossiers.fees import say_vnd
from dossiers.procedure import Case, Duration, FeeBasis, FeeKind, FeeRule, PaperRule, Procedure


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One thing that differs: nothing in `old` where it came, nothing in `new` where it went."""

    field: str
    label: str
    old: str
    new: str


class ChangeKind(StrEnum):
    """What became of a procedure."""

    ADDED = "added"
    CHANGED = "changed"
    REPEALED = "repealed"
    REPLACED = "replaced"


KIND_WORDS = {
    ChangeKind.ADDED: "Thêm mới", ChangeKind.CHANGED: "Thay đổi", ChangeKind.REPEALED: "Bãi bỏ",
    ChangeKind.REPLACED: "Được thay thế",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What happens to one procedure from a day on."""

    code: str
    name: str
    kind: ChangeKind
    from_on: date
    fields: tuple[FieldChange, ...] = ()
    replaced_by: str = ""


def compare(before: Catalogue, after: Catalogue) -> tuple[Change, ...]:
    """Every version that is new, differs or ends, in the order of `after`; empty between equal catalogues."""
    return tuple(change for code in after.codes for change in _changes(code, before, after))


def missing(before: Catalogue, imported: tuple[Procedure, ...], on: date) -> tuple[Procedure, ...]:
    """Procedures in force on a day of which an import that calls itself complete says nothing."""
    codes = {each.code for each in imported}
    return tuple(each for each in before.all(on) if each.code not in codes)


def differences(old: Procedure, new: Procedure) -> tuple[FieldChange, ...]:
    """What the law says otherwise in `new`; provenance, dates and search words are not law."""
    return (*_plain_differences(old, new), *_listed_differences(old, new))


def _changes(code: str, before: Catalogue, after: Catalogue) -> Iterator[Change]:
    for each in sorted(after.versions(code), key=lambda version: (version.effective_from, version.version)):
        same = before.find_version(code, each.version)
        held = same or before.find(code, each.effective_from)
        ends = each.effective_to is not None and not _followed(each, after)
        if (fields := differences(held, each) if held else ()) or (not held and not ends):
            kind = ChangeKind.CHANGED if held else ChangeKind.ADDED
            yield Change(code=code, name=each.name, kind=kind, from_on=each.effective_from, fields=fields)
        known = same is not None and (same.effective_to, same.replaced_by) == (each.effective_to, each.replaced_by)
        if each.effective_to is not None and ends and not known:
            kind = ChangeKind.REPLACED if each.replaced_by else ChangeKind.REPEALED
            yield Change(
                code=code, name=each.name, kind=kind, from_on=each.effective_to, replaced_by=each.replaced_by
            )  # fmt: skip


def _followed(version: Procedure, catalogue: Catalogue) -> bool:
    """Whether another version of the procedure holds from the day this one ends."""
    end = version.effective_to
    return end is not None and any(
        each is not version and in_force(each, end) for each in catalogue.versions(version.code)
    )


def _plain_differences(old: Procedure, new: Procedure) -> Iterator[FieldChange]:
    for field, (label, say) in _PLAIN.items():
        before, after = say(getattr(old, field)), say(getattr(new, field))
        if before != after:
            yield FieldChange(field=field, label=label, old=before, new=after)


def _listed_differences(old: Procedure, new: Procedure) -> Iterator[FieldChange]:
    for field, (label, say) in _LISTED.items():
        before, after = getattr(old, field), getattr(new, field)
        said_before, said_after = [say(each) for each in before], [say(each) for each in after]
        if said_before != said_after:
            pairs = list(_pairs(before, after, say)) or [("; ".join(said_before), "; ".join(said_after))]
            yield from (FieldChange(field=field, label=label, old=was, new=now) for was, now in pairs)


def _pairs(before: tuple[Any, ...], after: tuple[Any, ...], say: Callable[[Any], str]) -> Iterator[tuple[str, str]]:
    """What left and what came; of one name both together. Nothing where only the order or a repetition differs."""
    said_before, said_after = set(map(say, before)), set(map(say, after))
    gone = {each.name: say(each) for each in before if say(each) not in said_after}
    come = {each.name: say(each) for each in after if say(each) not in said_before}
    for name in {**gone, **come}:
        yield gone.get(name, ""), come.get(name, "")


def say_time(duration: Duration | None) -> str:
    """A legal time with all that qualifies it."""
    if duration is None:
        return "chưa ghi"
    after = f"nhận từ {duration.after:%H:%M} trả ngày làm việc tiếp theo" if duration.after else ""
    doubt = "" if duration.verified else "chưa xác minh"
    return "; ".join(filter(None, (say_duration(duration), after, _say_more(duration), duration.note, doubt)))


def _say_more(duration: Duration) -> str:
    more = duration.extension
    if more is None:
        return ""
    count = say_duration(Duration(amount=more.amount, unit=more.unit))
    doubt = "" if more.verified else " (chưa xác minh)"
    return f"{'tổng cộng' if more.total else 'thêm'} {count} khi {more.reason}{doubt}"


def say_fee(fee: FeeRule) -> str:
    """A fee with how it is counted, and whether anybody vouches for it."""
    kind = "lệ phí" if fee.kind is FeeKind.CHARGE else "phí"
    less = (f"{each.words} giảm {each.percent} % khi có {each.paper}" for each in fee.exemptions)
    doubt = "" if fee.verified else "chưa xác minh"
    return "; ".join(filter(None, (f"{fee.name} ({kind}): {_say_amount(fee)}", fee.note, *less, doubt)))


def _say_amount(fee: FeeRule) -> str:
    match fee.basis:
        case FeeBasis.FREE:
            return "không thu"
        case FeeBasis.PROVINCE:
            return "cán bộ ghi số tiền"
        case FeeBasis.PER_PAGE:
            first, more = say_vnd(fee.amount_vnd), say_vnd(fee.next_amount_vnd)
            most = f", tối đa {say_vnd(fee.cap_per_copy_vnd)} mỗi bản" if fee.cap_per_copy_vnd else ""
            return f"{first} mỗi trang cho {fee.first_pages} trang đầu, {more} mỗi trang sau{most}"
        case FeeBasis.PER_COPY:
            return f"{say_vnd(fee.amount_vnd)} mỗi bản"
        case FeeBasis.PER_DOSSIER:
            return f"{say_vnd(fee.amount_vnd)} mỗi hồ sơ"


def say_paper(paper: PaperRule) -> str:
    """A paper with its counts: 'Tờ khai (1 bản chính)'."""
    counts = ((paper.originals, "bản chính"), (paper.copies, "bản sao"))
    parts = [f"{count} {what}" for count, what in counts if count]
    parts += ["chỉ xuất trình"] if paper.shown_only else []
    parts += [] if paper.required else ["nếu có"]
    return f"{paper.name} ({', '.join(parts) or 'không ghi số bản'}){f' – {paper.note}' if paper.note else ''}"


def _say_case(case: Case) -> str:
    return f"{case.name}: {'; '.join(map(say_paper, case.papers)) or 'không giấy tờ'}"


def _yes(value: bool) -> str:
    return "có" if value else "không"


_PLAIN: dict[str, tuple[str, Callable[[Any], str]]] = {
    "name": ("Tên", str),
    "sector": ("Lĩnh vực", str),
    "duration": ("Thời hạn giải quyết", say_time),
    "online_duration": ("Thời hạn khi nộp trực tuyến", say_time),
    "second_duration": ("Thời hạn giai đoạn hai", say_time),
    "appointment": ("Hẹn ngày trả", _yes),
    "result": ("Kết quả", str),
    "certification": ("Chứng thực bản sao", _yes),
}
"""Field of a procedure → its label and how it is said."""

_LISTED: dict[str, tuple[str, Callable[[Any], str]]] = {
    "fees": ("Phí, lệ phí", say_fee),
    "papers": ("Giấy tờ", say_paper),
    "cases": ("Trường hợp", _say_case),
}
"""The same for fields that hold several things, each told by itself."""
