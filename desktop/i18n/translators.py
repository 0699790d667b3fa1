"""Qt's side of the words: the chosen language, and Vietnamese for what Qt itself says."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

import resources
from desktop.i18n import CONTEXT, look_up_with

VIETNAMESE, ENGLISH = "vi", "en"

_QT_WORDS = {
    "OK": "Đồng ý", "&OK": "Đồng ý", "Cancel": "Hủy", "&Cancel": "Hủy", "Close": "Đóng", "&Close": "Đóng",
    "&Yes": "Có", "Yes": "Có", "&No": "Không", "No": "Không", "Yes to &All": "Có tất cả", "N&o to All": "Không tất cả",
    "Save": "Lưu", "&Save": "Lưu", "Save All": "Lưu tất cả", "Don't Save": "Không lưu", "Discard": "Bỏ",
    "Open": "Mở", "&Open": "Mở", "Apply": "Áp dụng", "Reset": "Đặt lại", "Help": "Trợ giúp", "Retry": "Thử lại",
    "Ignore": "Bỏ qua", "Abort": "Dừng", "Restore Defaults": "Về mặc định",
    "&Undo": "Hoàn tác", "&Redo": "Làm lại", "Cu&t": "Cắt", "&Copy": "Chép", "&Paste": "Dán", "Delete": "Xóa",
    "Select All": "Chọn tất cả", "Copy &Link Location": "Chép địa chỉ liên kết", "Insert Unicode control character":
    "Chèn ký tự điều khiển", "Step up": "Tăng", "Step &up": "Tăng", "Step &down": "Giảm", "&Step up": "Tăng",
    "Look in:": "Tìm trong:", "File &name:": "Tên tệp:", "Files of type:": "Loại tệp:", "Directory:": "Thư mục:",
    "&Choose": "Chọn", "Create New Folder": "Tạo thư mục mới", "Parent Directory": "Thư mục trên",
    "List View": "Danh sách", "Detail View": "Chi tiết", "Name": "Tên", "Size": "Cỡ", "Type": "Loại",
    "Date Modified": "Ngày sửa", "Back": "Trở lại", "Forward": "Tới", "Computer": "Máy tính",
    "Find Directory": "Tìm thư mục", "All Files (*)": "Mọi tệp (*)",
}  # fmt: skip


class QtWords(QTranslator):
    """Qt ships no Vietnamese: these are the words its boxes and menus can show here (UX C.5)."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """The word for Qt's own contexts; ours is left to the Linguist file."""
        del disambiguation, n
        return _QT_WORDS.get(source) if context != CONTEXT else None

    def isEmpty(self) -> bool:
        """Qt asks before it listens."""
        return False


_spoken: list[QTranslator] = []


def speak(app: QApplication, language: str) -> None:
    """Speak a language from now on; widgets made before keep their words."""
    for old in _spoken:
        app.removeTranslator(old)
    _spoken.clear()
    if language == ENGLISH:
        translator = QTranslator()
        translator.load(str(resources.path("translations/motcua_en.qm")))
        look_up_with(_look_up)
    else:
        translator = QtWords()
        look_up_with(None)
        QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    app.installTranslator(translator)
    _spoken.append(translator)


def _look_up(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
