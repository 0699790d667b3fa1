"""What the window says of a file's signatures: by whom, when, whether it still is what was signed, and who vouches."""

from desktop.i18n import t
from desktop.theme.tokens import Tone
from dossiers.clock import from_ms, local_date, say_date, say_time
from scanning.signatures.check import Checked, Content, Signature, Trouble, Trust

CONTENTS = {
    Content.WHOLE: "Nội dung nguyên vẹn từ lúc ký.",
    Content.SIGNED_AGAIN: "Nội dung nguyên vẹn; sau đó chỉ có thêm chữ ký.",
    Content.ADDED_TO: "Tệp đã bị thêm nội dung sau khi ký: đừng tin phần thêm, xin lại bản gốc.",
    Content.UNPROVEN: "Chữ ký không đúng, hoặc dùng thuật toán quá cũ. Coi như chưa ký, và xin lại bản gốc.",
    Content.ALTERED: "Chữ ký không đúng: tệp đã bị sửa sau khi ký. Xin lại bản gốc.",
}
TRUSTS = {
    Trust.KNOWN: "Nơi cấp chứng thư có trong danh sách tin cậy; chưa hỏi chứng thư có bị thu hồi không.",
    Trust.UNKNOWN: "Chưa biết nơi cấp: người ký không có trong danh sách tin cậy của quầy này.",
    Trust.NO_LIST: "Chưa biết nơi cấp: quầy này chưa có danh sách tin cậy (Thiết lập, Chữ ký số).",
}
TROUBLES = {
    Trouble.UNREADABLE: "Không đọc được chữ ký trong tệp này. Coi như chưa ký, và xin lại bản gốc.",
    Trouble.TOO_MANY: "Tệp này có quá nhiều chữ ký nên không kiểm tra. Coi như chưa ký, và xin lại bản gốc.",
    Trouble.NO_CHECKER: (
        "Máy này chưa kiểm tra được chữ ký số; tệp không bị kết luận gì. Cài lại chương trình, rồi mở lại tệp."
    ),
    Trouble.TOO_LONG: "Kiểm tra chữ ký của tệp này lâu quá nên đã dừng. Coi như chưa ký, và xin lại bản gốc.",
}
NOBODY = "Tệp này chưa ai ký số."
GOOD = {Content.WHOLE, Content.SIGNED_AGAIN}


def say_checked(checked: Checked) -> str:
    """Everything about a file in a line or a few; for a file nobody signed, that."""
    if checked.trouble:
        return t(TROUBLES[checked.trouble])
    return "\n".join(say_signature(each) for each in checked.signatures) or t(NOBODY)


def tone_of(checked: Checked) -> Tone:
    """The worst of what was found."""
    if checked.trouble or any(each.content not in GOOD for each in checked.signatures):
        return Tone.BAD
    if any(each.trust is not Trust.KNOWN or each.early or each.expired_on_ms for each in checked.signatures):
        return Tone.WARN
    return Tone.OK if checked.signatures else Tone.IDLE


def say_signature(signature: Signature) -> str:
    """One signature."""
    names = ", ".join(dict.fromkeys(filter(None, (signature.signer, signature.organization))))
    at = say_time(from_ms(signature.at_ms)) if signature.at_ms is not None else t("không ghi giờ")
    said = [t("{names} ký số lúc {at} (giờ của máy người ký).", names=names or t("Không ghi tên"), at=at)]
    said += [t(CONTENTS[signature.content]), t(TRUSTS[signature.trust])]
    if signature.early:
        said.append(t("Giờ ký nằm ngoài thời hạn của chứng thư."))
    if signature.expired_on_ms is not None:
        day = say_date(local_date(from_ms(signature.expired_on_ms)))
        said.append(t("Chứng thư đã hết hạn ngày {day}.", day=day))
    return " ".join(said)
