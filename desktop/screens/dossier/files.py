"""The scans of a dossier in words: where each lies, what that means, and what may be pressed."""

from dataclasses import dataclass

from desktop.i18n import t
from desktop.line_words import size_words
from desktop.scan_asks import ScanFile, Where
from desktop.theme.tokens import Tone
from dossiers.clock import say_date, say_time
from dossiers.dossier import TakenOff

PLACES = {
    Where.HERE: ("Máy này, chờ gửi", Tone.INFO), Where.BOTH: ("Máy này và tỉnh", Tone.OK),
    Where.PROVINCE: ("Đã lưu ở tỉnh", Tone.IDLE), Where.ELSEWHERE: ("Ở quầy khác", Tone.IDLE),
    Where.LOST: ("Không còn đọc được", Tone.BAD),
}  # fmt: skip

OFF = ("Đã gỡ", Tone.IDLE)
FOR_A_DAY = ("Giữ tạm ở máy này", Tone.INFO)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """One scan as listed; `act` is what the button does, empty where nothing can be done here."""

    file: ScanFile
    title: str
    pages: str
    size: str
    place: str
    tone: Tone
    sentence: str
    act: str

    @property
    def signable(self) -> bool:
        """Whether the office may still sign it: a PDF that lies here and bears no signature of the office."""
        scan = self.file.scan
        return self.file.here and not self.file.off and scan.mime == "application/pdf" and not scan.signed_from


def describe_file(file: ScanFile, *, sees_off: bool = False) -> FileRow:
    """A scan as words; `sees_off`: whoever asks may look at what was taken off."""
    if file.off:
        return _describe_off(file, file.off, sees_off=sees_off)
    words, tone = FOR_A_DAY if file.for_a_day else PLACES[file.where]
    return FileRow(
        file=file, title=_title(file), pages=t("{pages} trang", pages=file.scan.pages),
        size=size_words(file.scan.size), place=t(words), tone=tone, sentence=_sentence(file), act=_act(file),
    )  # fmt: skip


def _describe_off(file: ScanFile, off: TakenOff, *, sees_off: bool) -> FileRow:
    moved = t("đã chuyển sang hồ sơ {code}", code=off.moved_to) if off.moved_to else ""
    why = "; ".join(filter(None, (t(off.reason), moved)))
    may = "" if sees_off else t("Chỉ lãnh đạo và người quản trị xem được.")
    kept = t("Gỡ lúc {at}, {who}: {why}. Tệp vẫn được giữ làm chứng.", at=say_time(off.at), who=off.by, why=why)
    return FileRow(
        file=file, title=_title(file), pages=t("{pages} trang", pages=file.scan.pages), size=size_words(file.scan.size),
        place=t(OFF[0]), tone=OFF[1], sentence=" ".join(filter(None, (kept, may))), act=_act(file) if sees_off else "",
    )  # fmt: skip


def _title(file: ScanFile) -> str:
    return t("{title} · đã ký số", title=file.scan.title) if file.scan.signed_from else file.scan.title


def _sentence(file: ScanFile) -> str:
    day = say_date(file.receipt_on) if file.receipt_on else ""
    if file.for_a_day:
        return t("Vừa lấy về để xem; máy này tự bỏ bản này sau một ngày, bản gốc vẫn ở nơi giữ.")
    match file.where:
        case Where.HERE:
            return t("Nằm trên máy này, tỉnh chưa ký nhận.")
        case Where.BOTH:
            return t("Nằm trên máy này; tỉnh đã ký nhận ngày {day}.", day=day)
        case Where.PROVINCE:
            return t("Đã lưu ở tỉnh (biên nhận ngày {day}); máy này không còn giữ.", day=day)
        case Where.ELSEWHERE:
            return t("Quầy khác của đơn vị đã quét. Lấy về được khi quầy ấy đang mở, hoặc khi tỉnh đã nhận.")
        case Where.LOST:
            return t("Máy này không còn đọc được tệp và tỉnh chưa nhận. Quét lại giấy tờ này.")


def _act(file: ScanFile) -> str:
    if file.here:
        return t("&Xem bản quét")
    if file.where is Where.LOST:
        return ""
    return t("Lấy về và &xem")
