"""The province's common data in words: which edition holds here, what it changed, and from which day."""

from typing import TYPE_CHECKING

from desktop.i18n import t
from dossiers.clock import say_date

if TYPE_CHECKING:
    from desktop.line_asks import PackNews

NAMES = {
    "catalogue": "Danh mục thủ tục và phí", "holidays": "Lịch làm việc", "forms": "Lời trên biểu mẫu",
    "desk_keys": "Khóa ký biên nhận của các quầy",
}  # fmt: skip
UNCOUNTED = ("forms", "desk_keys")


def pack_words(pack: "PackNews") -> str:
    """What an edition changed here, and from which day that holds."""
    facts = {"name": t(NAMES[pack.name]), "number": pack.number}
    if pack.from_on is None:
        return t("{name}, bản số {number}: quầy này đã dùng đúng như vậy từ trước.", **facts)
    if pack.name in UNCOUNTED:
        return t("{name}, bản số {number}: dùng từ {day}.", **facts, day=say_date(pack.from_on))
    return t("{name}, bản số {number}: {count} thay đổi, có hiệu lực từ {day}.",
             **facts, count=pack.changes, day=say_date(pack.from_on))  # fmt: skip
