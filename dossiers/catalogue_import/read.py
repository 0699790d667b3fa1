"""Read a catalogue file of any known shape, recognised by its content: all of it, or a refusal that says where."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

import msgspec

from dossiers.catalogue import at_fault, fault_of, import_json
from dossiers.catalogue_import import commune, formality, lay_thu_tuc
from dossiers.catalogue_import.node import Node
from dossiers.errors import InvalidInput
from dossiers.procedure import Procedure

LARGEST_BYTES = 64 * 1024 * 1024
_WRAPPERS = ("thu_tuc", "result", "data", "items")
_DEEPEST = 4
"""A list of answers, each with its data, each with its items, each a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a file says, checked; `dated` where it is our own shape and says itself from when each version holds."""

    procedures: tuple[Procedure, ...]
    remarks: tuple[str, ...]
    dated: bool = False


Reader = Callable[[Node, date, str], Procedure | None]
Shape = tuple[str, Reader]
"""The field of the code, and the reader of a record."""

_SHAPES: tuple[tuple[str, Reader, frozenset[str]], ...] = (
    (lay_thu_tuc.CODE, lay_thu_tuc.read, frozenset({"MATTHC"})),
    (commune.CODE, commune.read, frozenset({"muc_do_chi_tiet"})),
    (formality.CODE, formality.read, frozenset({"executionMethods", "executionCases"})),
)
"""Each shape, with the keys of which one tells it."""


def read_catalogue(data: bytes, today: date, source: str) -> Imported:
    """The procedures of a file; raises InvalidInput, naming procedure and field, and then nothing of it counts.

    `source` says in words where the file came from (an address, a decision's number) and is kept with every record.
    """
    if len(data) > LARGEST_BYTES:
        raise too_large()
    if not source.strip():
        raise InvalidInput("Ghi nguồn của tệp danh mục: số quyết định hoặc địa chỉ nơi lấy.", field="source")
    content = _decode(data)
    if isinstance(content, dict) and "format" in content:
        own, remarks = import_json(data, today)
        return Imported(procedures=own.procedures, remarks=remarks, dated=True)
    records = list(_records(content, _DEEPEST))
    shape = _shape(records[0]) if records else None
    if shape is None:
        raise _unknown()
    return _read_all(records, shape, today, source)


def too_large() -> InvalidInput:
    """The refusal of a file that no catalogue of procedures comes near."""
    return InvalidInput(
        "Tệp danh mục lớn hơn {megabytes} MB. Danh mục đang dùng vẫn giữ nguyên.", field="file",
        megabytes=LARGEST_BYTES >> 20,
    )  # fmt: skip


def _decode(data: bytes) -> object:
    try:
        return msgspec.json.decode(normalize("NFC", data.decode("utf-8-sig")))
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise InvalidInput("Tệp danh mục không đọc được. Danh mục đang dùng vẫn giữ nguyên.", field="file") from error


def _unknown() -> InvalidInput:
    return InvalidInput(
        "Không nhận ra tệp danh mục này: cần tệp của Cổng dịch vụ công quốc gia, của xã lập, hoặc do phần mềm xuất.",
        field="file",
    )


def _records(content: object, depth: int) -> Iterator[object]:
    """What stands where procedures stand, out of the lists and envelopes around it."""
    inner = content
    if isinstance(content, dict) and _shape(content) is None:
        inner = next((content[key] for key in _WRAPPERS if key in content), content)
    if isinstance(inner, list) and depth:
        for each in inner:
            yield from _records(each, depth - 1)
    elif inner is not content and depth:
        yield from _records(inner, depth - 1)
    else:
        yield content


def _shape(record: object) -> Shape | None:
    keys = record.keys() if isinstance(record, dict) else set()
    return next(((code, reader) for code, reader, telling in _SHAPES if telling & keys), None)


def _read_all(records: list[object], shape: Shape, today: date, source: str) -> Imported:
    """All records by the shape of the first: one that has another shape is at fault like any other."""
    code_key, read = shape
    procedures: dict[str, Procedure] = {}
    remarks: list[str] = []
    for number, record in enumerate(records, start=1):
        if not isinstance(record, dict):
            raise at_fault(number, "không mã", "không phải một bản ghi")
        nameless = Node(record, number, "không mã", remarks)
        code = nameless.text(code_key)
        if not code:
            remarks.append(f"Thủ tục thứ {number} chưa có mã nên không nhập; phần mềm không tự đặt mã.")
            continue
        procedure = _read_one(Node(record, number, code, remarks), read, today, source)
        if procedure and code in procedures:
            raise at_fault(number, code, "mã này đã có ở trên trong cùng tệp")
        if procedure:
            procedures[code] = procedure
    return Imported(procedures=tuple(procedures.values()), remarks=tuple(remarks))


def _read_one(record: Node, read: Reader, today: date, source: str) -> Procedure | None:
    procedure = read(record, today, source.strip())
    if procedure is None:
        return None
    fault = fault_of(procedure)
    if not fault and procedure.checked_on and procedure.checked_on > today:
        fault = "ngày đối chiếu ở tương lai"
    if fault:
        raise at_fault(record.number, record.code, fault)
    return procedure
