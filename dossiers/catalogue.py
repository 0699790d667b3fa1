"""The catalogue of procedures: versions in force on a day, search as the clerk types, JSON in and out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import pairwise
from typing import Any
from unicodedata import normalize

import msgspec

import resources
from dossiers.clock import say_date
from dossiers.errors import InvalidInput, NotFound
from dossiers.names import fold
from dossiers.procedure import Detail, Duration, FeeBasis, FeeRule, Procedure, TimeUnit

FORMAT = "motcua.procedures/1"

_CODE = re.compile(r"[0-9]\.[0-9]{6}(?:\.[0-9A-Z]+)*")
"""National codes (2.000815) and a province's own beneath them (2.000815.000.00.00.H55), domain 2."""

_STALE_DAYS = {Detail.FULL: 90, Detail.LISTED: 365}
_LONGEST = 3650


@dataclass(frozen=True)
class Catalogue:
    """All known versions of all procedures; `version` counts editions of the whole."""

    procedures: tuple[Procedure, ...]
    version: int

    def find(self, code: str, on: date) -> Procedure | None:
        """The version of a procedure in force on a day, if any."""
        return next((each for each in self.versions(code) if in_force(each, on)), None)

    def get(self, code: str, on: date) -> Procedure:
        """The version of a procedure in force on a day; raises NotFound, naming what replaced it."""
        found = self.find(code, on)
        if found is not None:
            return found
        replaced_by = next((each.replaced_by for each in self.versions(code) if each.replaced_by), "")
        if replaced_by:
            raise NotFound("Thủ tục {code} đã được thay bằng {new}.", code=code, new=replaced_by)
        raise NotFound("Danh mục không có thủ tục {code} vào ngày {day}.", code=code, day=say_date(on))

    def all(self, on: date) -> list[Procedure]:
        """Every procedure in force on a day, in the catalogue's order."""
        return [each for each in self.procedures if in_force(each, on)]

    def search(self, text: str, on: date, usage: Mapping[str, int] | None = None) -> list[Procedure]:
        """Procedures whose words begin with what was typed, in any order, most used at this desk first.

        Initials count as words ('ct bs' finds Chứng thực bản sao) and an exact alias or code comes before all.
        """
        used = usage or {}
        tokens = re.findall(r"[\w.]+", fold(text))
        ranked = []
        for position, (procedure, key) in enumerate(zip(self.procedures, self._keys, strict=True)):
            misses = key.by_initials_only(tokens) if in_force(procedure, on) else None
            if misses is not None:
                exact = " ".join(tokens) in key.exact
                ranked.append((not exact, -used.get(procedure.code, 0), misses, position))
        return [self.procedures[position] for *_, position in sorted(ranked)]

    def find_version(self, code: str, version: int) -> Procedure | None:
        """One version of a procedure whatever the day: the one a dossier was received under."""
        return next((each for each in self.versions(code) if each.version == version), None)

    def versions(self, code: str) -> tuple[Procedure, ...]:
        """All that is known of a procedure, past and to come, in the catalogue's order."""
        return self._by_code.get(code, ())

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """Every procedure's code once, in the catalogue's order."""
        return tuple(self._by_code)

    @cached_property
    def _by_code(self) -> dict[str, tuple[Procedure, ...]]:
        versions: dict[str, list[Procedure]] = {}
        for each in self.procedures:
            versions.setdefault(each.code, []).append(each)
        return {code: tuple(each) for code, each in versions.items()}

    @cached_property
    def _keys(self) -> tuple["_Key", ...]:
        return tuple(_key(each) for each in self.procedures)


def in_force(procedure: Procedure, on: date) -> bool:
    """Whether this version is the law on that day; one that ends on the day it begins never was."""
    return procedure.effective_from <= on and (procedure.effective_to is None or on < procedure.effective_to)


@dataclass(frozen=True, slots=True)
class _Key:
    """What a procedure is found by, all folded."""

    exact: frozenset[str]
    words: tuple[str, ...]
    initials: str

    def by_initials_only(self, tokens: list[str]) -> int | None:
        """How many tokens only the initials explain; None when a token matches nothing."""
        unworded = [token for token in tokens if not any(word.startswith(token) for word in self.words)]
        return len(unworded) if all(token in self.initials for token in unworded) else None


def _key(procedure: Procedure) -> _Key:
    aliases = [fold(alias) for alias in procedure.aliases]
    number = procedure.code.partition(".")[2]
    name = re.findall(r"\w+", fold(procedure.name))
    words = {*name, *re.findall(r"\w+", " ".join((*aliases, fold(procedure.sector))))}
    return _Key(
        exact=frozenset({*aliases, procedure.code, number}),
        words=(*words, procedure.code, number, number.lstrip("0")),
        initials="".join(word[0] for word in name),
    )


@cache
def load_builtin() -> Catalogue:
    """The catalogue the program ships with (domain 7)."""
    return _parse(resources.read_bytes("procedures.json"))


class _File(msgspec.Struct, forbid_unknown_fields=True):
    """The envelope of a catalogue file."""

    format: str
    version: int
    procedures: list[msgspec.Raw]


def export_json(catalogue: Catalogue) -> bytes:
    """The catalogue as JSON that `import_json` takes back unchanged."""
    content = {"format": FORMAT, "version": catalogue.version, "procedures": catalogue.procedures}
    return msgspec.json.format(msgspec.json.encode(content), indent=1)


def import_json(data: bytes, today: date) -> tuple[Catalogue, tuple[str, ...]]:
    """A catalogue from JSON, with warnings about old facts; raises InvalidInput naming the record at fault."""
    catalogue = _parse(data)
    for number, procedure in enumerate(catalogue.procedures, start=1):
        if procedure.checked_on and procedure.checked_on > today:
            raise at_fault(number, procedure.code, "ngày đối chiếu (checked_on) ở tương lai")
    return catalogue, tuple(_warnings(catalogue, today))


def _parse(data: bytes) -> Catalogue:
    """A catalogue in NFC, every record checked."""
    try:
        file = msgspec.json.decode(normalize("NFC", data.decode("utf-8-sig")), type=_File)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidInput("Tệp danh mục không đọc được. Danh mục đang dùng vẫn giữ nguyên.", field="file") from error
    if file.format != FORMAT or file.version < 1:
        raise InvalidInput("Tệp này không phải danh mục thủ tục của phần mềm.", field="file")
    procedures = tuple(_record(line, number) for number, line in enumerate(file.procedures, start=1))
    _check_versions(procedures)
    return Catalogue(procedures, file.version)


def _record(line: msgspec.Raw, number: int) -> Procedure:
    raw = msgspec.json.decode(line)
    code = str(raw.get("code", "không mã")) if isinstance(raw, dict) else "không mã"
    try:
        procedure = msgspec.convert(raw, Procedure)
    except msgspec.ValidationError as error:
        raise at_fault(number, code, f"mục “{_place(error)}” thiếu hoặc sai kiểu") from error
    unknown = _unknown_key(raw, msgspec.to_builtins(procedure))
    fault = f"không có mục nào tên “{unknown}”" if unknown else fault_of(procedure)
    if fault:
        raise at_fault(number, code, fault)
    return procedure


def _place(error: msgspec.ValidationError) -> str:
    """Where msgspec stumbled, such as fees[0].amount_vnd: the path it names, and the field it missed there."""
    path = re.search(r"at `\$\.?(.*)`$", str(error))
    missing = re.search(r"required field `(\w+)`", str(error))
    return ".".join(match[1] for match in (path, missing) if match and match[1]) or "bản ghi"


def at_fault(number: int, code: str, fault: str) -> InvalidInput:
    """The sentence for a file with one record that cannot be: which procedure, and what is wrong with it."""
    return InvalidInput(
        "Danh mục, thủ tục thứ {number} ({code}): {fault}.", field="procedures", number=number, code=code[:40],
        fault=fault,
    )  # fmt: skip


def _unknown_key(raw: Any, known: Any) -> str:
    """The first key of `raw` that no field answers to: a misspelt field must not be dropped in silence."""
    if isinstance(raw, dict):
        missing = next((str(key) for key in raw if key not in known), "")
        return missing or next(filter(None, (_unknown_key(raw[key], known[key]) for key in raw)), "")
    if isinstance(raw, list):
        return next(filter(None, map(_unknown_key, raw, known)), "")
    return ""


def fault_of(procedure: Procedure) -> str:
    """What is wrong with one record by itself, or nothing."""
    end = procedure.effective_to
    times = (procedure.duration, procedure.online_duration, procedure.second_duration)
    durations = [each for each in times if each]
    papers = [*procedure.papers, *(paper for case in procedure.cases for paper in case.papers)]
    checks = (
        (not _CODE.fullmatch(procedure.code), "mã thủ tục (code) không đúng dạng"),
        (not procedure.name.strip(), "thiếu tên (name)"),
        (not procedure.sector.strip(), "thiếu lĩnh vực (sector)"),
        (not procedure.source.strip(), "thiếu nguồn (source)"),
        (procedure.checked_on is None, "thiếu ngày đối chiếu (checked_on)"),
        (procedure.version < 1, "phiên bản (version) phải từ 1"),
        (end is not None and end < procedure.effective_from, "ngày hết hiệu lực trước ngày bắt đầu"),
        (not all(map(_countable, durations)), "thời hạn (duration) không hợp lý"),
        (not all(map(_payable, procedure.fees)), "phí, lệ phí (fees) không hợp lý"),
        (any(min(each.originals, each.copies) < 0 for each in papers), "số bản giấy tờ âm"),
    )
    return next((fault for wrong, fault in checks if wrong), "")


def _countable(duration: Duration) -> bool:
    if duration.extension is not None and not 1 <= duration.extension.amount <= _LONGEST:
        return False
    if duration.unit in {TimeUnit.SAME_DAY, TimeUnit.UNSTATED}:
        return duration.amount == 0
    return 1 <= duration.amount <= _LONGEST


def _payable(fee: FeeRule) -> bool:
    amounts = (fee.amount_vnd, fee.next_amount_vnd, fee.cap_per_copy_vnd, fee.first_pages)
    by_page = fee.basis is not FeeBasis.PER_PAGE or fee.first_pages > 0
    return bool(fee.name.strip()) and min(amounts) >= 0 and by_page and all(each.is_sound for each in fee.exemptions)


def _check_versions(procedures: tuple[Procedure, ...]) -> None:
    """Never two versions of one procedure in force on one day, nor two under one version number."""
    number = {id(each): place for place, each in enumerate(procedures, start=1)}
    by_code: dict[str, list[Procedure]] = {}
    for each in procedures:
        by_code.setdefault(each.code, []).append(each)
    for code, versions in by_code.items():
        versions.sort(key=lambda each: (each.effective_from, each.version))
        for before, after in pairwise(versions):
            if before.effective_to is None or before.effective_to > after.effective_from:
                day = say_date(after.effective_from)
                raise at_fault(number[id(after)], code, f"ngày {day} có hai phiên bản cùng hiệu lực")
        if len({each.version for each in versions}) < len(versions):
            raise at_fault(number[id(versions[-1])], code, "hai phiên bản trùng số (version)")


def _warnings(catalogue: Catalogue, today: date) -> Iterable[str]:
    codes = {each.code for each in catalogue.procedures}
    current = catalogue.all(today)
    for detail, what in ((Detail.FULL, "thủ tục chi tiết"), (Detail.LISTED, "thủ tục trong danh sách")):
        days = _STALE_DAYS[detail]
        oldest = today - timedelta(days=days)
        stale = [
            each.code for each in current if each.detail is detail and each.checked_on and each.checked_on < oldest
        ]
        if stale:
            yield f"{len(stale)} {what} quá {days} ngày chưa đối chiếu: {_some(stale)}."
    bare = [each.code for each in current if each.detail is Detail.FULL and not (each.duration and each.papers)]
    if bare:
        yield f"{len(bare)} thủ tục chi tiết thiếu thời hạn hoặc thành phần hồ sơ: {_some(bare)}."
    lost = [each.code for each in catalogue.procedures if each.replaced_by and each.replaced_by not in codes]
    if lost:
        yield f"{len(lost)} thủ tục được thay bằng mã không có trong danh mục: {_some(lost)}."


def _some(codes: list[str]) -> str:
    return ", ".join(codes[:5]) + ("…" if len(codes) > 5 else "")
