"""What the box for trying a reader says of each scan: which code it was and how whole it came, never what is on it."""

from desktop.i18n import t
from desktop.theme.tokens import Tone
from dossiers.citizen_card import looks_like_card
from dossiers.codes import parse_slip
from dossiers.reader_trial import Fault, Sample, Trial, try_reading

SAMPLES = {Sample.BARS: "mã vạch", Sample.SLIP: "QR biên nhận", Sample.CARD: "QR thẻ căn cước"}
CHARSETS = {"windows-1258": "Windows-1258", "tcvn3": "TCVN3 (ABC)", "vni": "VNI"}


def say_scan(text: str, charset: str) -> tuple[str, Tone]:
    """A sentence about one scan in NFC and the code page it came in."""
    trial = try_reading(text)
    if trial is not None:
        return _say_trial(trial, charset)
    if looks_like_card(text):
        if "\ufffd" in text:
            words = t("Đọc được mã thẻ căn cước nhưng chữ có dấu bị hỏng. Đặt đầu đọc về UTF-8, chế độ USB-COM.")
            return words, Tone.WARN
        return t("Đọc được mã thẻ căn cước, chữ Việt còn nguyên."), Tone.OK
    if parse_slip(text):
        return t("Đọc được mã hồ sơ."), Tone.OK
    return t("Đọc được một mã gồm {count} ký tự.", count=len(text)), Tone.OK


def say_half() -> tuple[str, Tone]:
    """A sentence about a scan that broke off."""
    words = t("Đầu đọc chỉ gửi nửa mã rồi dừng. Quét lại; nếu vẫn vậy, đặt ký tự cuối CR theo tờ cài đặt.")
    return words, Tone.WARN


def say_progress(done: frozenset[Sample]) -> str:
    """The three samples, each with a mark once it came whole."""
    return " · ".join(f"{'✓' if sample in done else '–'} {t(words)}" for sample, words in SAMPLES.items())


def _say_trial(trial: Trial, charset: str) -> tuple[str, Tone]:
    match trial.fault:
        case Fault.MARKS_LOST:
            words = t("Chữ có dấu trên thẻ mẫu bị hỏng. Đặt đầu đọc về USB-COM và UTF-8 theo tờ cài đặt.")
            return words, Tone.WARN
        case Fault.SIGNS_CHANGED:
            words = t("Dấu chấm, gạch trong mã bị đổi; tra cứu vẫn nhận ra. Nên đặt đầu đọc về USB-COM.")
            return words, Tone.WARN
        case Fault.CUT_SHORT:
            return t("Mã mẫu bị cắt cụt. Đặt ký tự cuối CR theo tờ cài đặt rồi quét lại."), Tone.WARN
    if charset in CHARSETS:
        words = t(
            "Mã mẫu đọc đúng, nhưng đầu đọc gửi theo bảng mã cũ {charset}. Nên đặt về UTF-8.", charset=CHARSETS[charset]
        )
        return words, Tone.INFO
    return t("Mã mẫu đọc đúng từng ký tự."), Tone.OK
