"""What an inspector finds: which part of a home, and a sentence without personal data."""

from enum import StrEnum
from typing import NamedTuple


class Part(StrEnum):
    """The parts of a home, as a protocol of an inspection names them."""

    KEYS = "tệp khóa"
    DATABASE = "tệp dữ liệu"
    LOG = "nhật ký ghi trước"
    ANCHOR = "mốc neo"
    MANIFEST = "bản kê sao lưu"
    TABLE = "bảng"
    EPOCH = "đời nhật ký"
    LINE = "dòng nhật ký"
    RECEIPT = "biên nhận của tỉnh"
    STATE = "trạng thái hồ sơ"
    ROW = "dòng trong sổ"
    DEED = "việc chung của cơ quan"
    BOOK = "sổ và số"
    FILE = "tệp quét, bản in"
    DRAFT = "bản nháp"
    SETTING = "thiết lập"
    PRINT = "sổ in"
    HEAD = "đầu nhật ký đã in"


class Finding(NamedTuple):
    """One fault."""

    part: Part
    sentence: str

    def __str__(self) -> str:
        return f"{self.part.value.capitalize()}: {self.sentence}"
