"""Words that several cards of the dossier screen share: fields, people, ways of paying, where copies come from."""

from desktop.i18n import t
from dossiers.books import BookEntry
from dossiers.dossier import Digital, Holder, PaymentMode

PERSON_WORDS = {"owner": "chủ hồ sơ", "filer": "người nộp", "delegate": "người được ủy quyền"}
FIELD_WORDS = {
    "name": "Họ và tên", "id_number": "Số giấy tờ", "id_kind": "Loại giấy tờ", "birth_date": "Ngày sinh",
    "sex": "Giới tính", "address": "Nơi cư trú", "phone": "Điện thoại", "email": "Thư điện tử",
    "summary": "Nội dung yêu cầu", "return_place": "Nơi nhận kết quả", "note": "Ghi chú",
}  # fmt: skip
MODE_WORDS = {
    PaymentMode.CASH: "tiền mặt", PaymentMode.TRANSFER: "chuyển khoản", PaymentMode.ONLINE: "trực tuyến",
    PaymentMode.EXEMPT: "được miễn", PaymentMode.LATER: "thu sau",
}  # fmt: skip
DIGITAL_WORDS = {
    Digital.NONE: "chưa số hóa", Digital.SCANNED: "quét tại quầy", Digital.REUSED: "dùng lại bản đã số hóa",
    Digital.REUSED_RESULT: "dùng lại kết quả điện tử",
}  # fmt: skip


IN_VOLUME = ", quyển số "
"""Between number and volume where a book's entry is cited (`BookEntry.cited`)."""


def cited(entry: BookEntry) -> str:
    """A number of a book as papers cite it, the word between in the language of the window."""
    number, _, volume = entry.cited.partition(IN_VOLUME)
    return t("{number}, quyển số {volume}", number=number, volume=volume) if volume else number


def field_words(name: str) -> str:
    """A field of `dossiers.correct.FIELDS` as people call it."""
    who, _, field = name.partition(".")
    return f"{t(FIELD_WORDS[field])} ({t(PERSON_WORDS[who])})" if field else t(FIELD_WORDS[who])


def holder_words(holder: Holder) -> str:
    """Who has a dossier in hand: the person, the office, or both."""
    return " – ".join(filter(None, (holder.person, holder.office))) or t("quầy này")
