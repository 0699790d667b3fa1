"""What the clerk reads for each fault: what happened, what is kept, what to press."""

from dataclasses import dataclass

from scanning.errors import Fault


@dataclass(frozen=True, slots=True)
class Sentence:
    """Three short Vietnamese sentences (NFC) for one fault; `str()` joins them into one line."""

    happened: str
    kept: str
    press: str

    def __str__(self) -> str:
        return f"{self.happened} {self.kept} {self.press}"


_PAGES_KEPT = "Các trang đã quét vẫn còn nguyên."
_NOTHING_LOST = "Không có trang nào bị mất."
_FILE_KEPT = "Tệp gốc vẫn nằm nguyên chỗ cũ."
_PRINT_IT = "In trang đó ra giấy rồi bấm Quét, hoặc chụp lại rồi bấm Nhập tệp."

SENTENCES: dict[Fault, Sentence] = {
    Fault.JAM: Sentence("Máy quét bị kẹt giấy.", _PAGES_KEPT, "Gỡ tờ kẹt, đặt lại từ tờ đó rồi bấm Quét tiếp."),
    Fault.NO_DOCS: Sentence("Khay nạp không có giấy.", _PAGES_KEPT, "Đặt giấy vào khay rồi bấm Quét."),
    Fault.COVER_OPEN: Sentence("Nắp máy quét đang mở.", _PAGES_KEPT, "Đóng nắp rồi bấm Quét tiếp."),
    Fault.DOUBLE_FEED: Sentence(
        "Máy quét cuốn nhiều tờ cùng lúc.", _PAGES_KEPT, "Tách rời các tờ dính nhau, đặt lại rồi bấm Quét tiếp."
    ),
    Fault.MISFEED: Sentence(
        "Máy quét không cuốn được tờ giấy.", _PAGES_KEPT, "So cho thẳng chồng giấy, đặt lại rồi bấm Quét tiếp."
    ),
    Fault.WRONG_PAPER: Sentence(
        "Khổ giấy không hợp với máy quét.",
        _PAGES_KEPT,
        "Chọn khổ giấy khác, hoặc đặt tờ đó lên mặt kính rồi bấm Quét tiếp.",
    ),
    Fault.STOPPED_EARLY: Sentence(
        "Máy quét dừng giữa chừng mà không nói vì sao.",
        _PAGES_KEPT,
        "Còn giấy trong khay thì bấm Quét tiếp.",
    ),
    Fault.STOPPED_BY_HAND: Sentence(
        "Có người bấm dừng trên máy quét.", _PAGES_KEPT, "Đặt lại các tờ chưa quét rồi bấm Quét tiếp."
    ),
    Fault.BUSY: Sentence("Máy quét đang bận việc khác.", _PAGES_KEPT, "Chờ máy xong việc rồi bấm Quét lại."),
    Fault.IO_ERROR: Sentence(
        "Mất liên lạc với máy quét giữa chừng.", _PAGES_KEPT, "Kiểm tra dây cáp và nguồn rồi bấm Quét tiếp."
    ),
    Fault.UNSUPPORTED: Sentence(
        "Máy quét không làm được kiểu quét đã chọn.",
        _PAGES_KEPT,
        "Chọn kiểu quét hoặc nguồn giấy khác rồi bấm Quét.",
    ),
    Fault.ACCESS_DENIED: Sentence(
        "Máy tính chưa cho phép dùng máy quét này.",
        _NOTHING_LOST,
        "Báo người quản trị cấp quyền rồi bấm Quét lại.",
    ),
    Fault.NO_MEMORY: Sentence(
        "Máy quét hết bộ nhớ cho trang này.", _PAGES_KEPT, "Tắt bật lại máy quét rồi bấm Quét tiếp."
    ),
    Fault.NO_DEVICE: Sentence(
        "Không tìm thấy máy quét.", _NOTHING_LOST, "Bật máy quét, cắm lại dây rồi bấm Tìm máy quét."
    ),
    Fault.NO_ANSWER: Sentence(
        "Máy quét không trả lời, có thể đang tắt, đang ngủ hoặc mất mạng.",
        _PAGES_KEPT,
        "Bấm một nút trên máy quét để đánh thức, xem lại dây mạng rồi bấm Quét tiếp.",
    ),
    Fault.BAD_ADDRESS: Sentence(
        "Địa chỉ máy quét chưa đúng dạng.", _NOTHING_LOST, "Gõ địa chỉ in trên máy, ví dụ 192.168.1.20."
    ),
    Fault.STRANGE_CERTIFICATE: Sentence(
        "Máy quét xuất trình chứng thư khác lần trước nên chưa quét.",
        _PAGES_KEPT,
        "Nếu máy vừa được thay hoặc cài lại, thêm lại máy theo địa chỉ trong Thiết lập.",
    ),
    Fault.NO_PROGRAM: Sentence(
        "Máy tính thiếu phần mềm điều khiển máy quét.",
        _NOTHING_LOST,
        "Báo người quản trị cài đặt rồi bấm Quét lại.",
    ),
    Fault.TORN_PAGE: Sentence(
        "Trang vừa quét không trọn vẹn nên không được nhận.",
        _PAGES_KEPT,
        "Đặt lại đúng tờ đó rồi bấm Quét tiếp.",
    ),
    Fault.PAGE_MISSING: Sentence(
        "Đường truyền bị đứt nên thiếu ít nhất một trang.",
        _PAGES_KEPT,
        "So chồng giấy với các trang rồi quét bổ sung tờ còn thiếu.",
    ),
    Fault.CORRUPT_PAGE: Sentence(
        "Ảnh của tờ vừa quét bị hỏng nên không được nhận.",
        _PAGES_KEPT,
        "Đặt lại đúng tờ đó rồi bấm Quét tiếp.",
    ),
    Fault.CAMERA_TOO_FAR: Sentence(
        "Máy chụp chưa đủ nét cho tờ giấy này (dưới 200 dpi theo quy định).",
        _PAGES_KEPT,
        "Hạ máy chụp gần tờ giấy hơn, hoặc dùng máy quét.",
    ),
    Fault.LOW_RESOLUTION: Sentence(
        "Ảnh có độ phân giải dưới mức 200 dpi theo quy định.",
        _FILE_KEPT,
        "Quét lại tờ này ở 300 dpi rồi nhập lại.",
    ),
    Fault.FILE_MISSING: Sentence(
        "Không tìm thấy tệp đã chọn.", _NOTHING_LOST, "Kiểm tra lại vị trí tệp rồi bấm Chọn tệp."
    ),
    Fault.FILE_UNREADABLE: Sentence(
        "Tệp bị hỏng hoặc chép chưa xong nên không mở được.", _FILE_KEPT, "Chép lại tệp rồi bấm Chọn tệp."
    ),
    Fault.FILE_LOCKED: Sentence("Tệp PDF có đặt mật khẩu.", _FILE_KEPT, "Bỏ mật khẩu của tệp rồi bấm Chọn tệp."),
    Fault.FILE_TOO_BIG: Sentence(
        "Ảnh trong tệp quá lớn để mở an toàn.", _FILE_KEPT, "Quét lại ở 300 dpi rồi bấm Chọn tệp."
    ),
    Fault.FILE_KIND: Sentence("Chỉ nhận tệp JPEG, PNG, TIFF hoặc PDF.", _FILE_KEPT, "Chọn tệp thuộc các loại này."),
    Fault.PAGE_TOO_SLOW: Sentence(
        "Trang này mở quá 30 giây nên được bỏ qua.",
        "Tệp gốc vẫn nằm nguyên chỗ cũ, các trang khác vẫn được nhận.",
        _PRINT_IT,
    ),
    Fault.FILE_TOO_SLOW: Sentence(
        "Đây là trang thứ hai của tệp này mở quá 30 giây nên tệp không được đọc tiếp.",
        "Tệp gốc vẫn nằm nguyên chỗ cũ, các trang đã nhận vẫn còn nguyên.",
        _PRINT_IT,
    ),
    Fault.FOLDER_MISSING: Sentence(
        "Không mở được thư mục nhận tệp quét.",
        _NOTHING_LOST,
        "Kiểm tra thư mục trong Thiết lập rồi bấm Quét lại.",
    ),
    Fault.SPOOL_FULL: Sentence(
        "Ổ đĩa không ghi thêm được trang mới.", _PAGES_KEPT, "Giải phóng dung lượng ổ đĩa rồi bấm Quét tiếp."
    ),
    Fault.SPOOL_UNREADABLE: Sentence(
        "Một trang lưu tạm không mở được.", "Các trang khác vẫn còn nguyên.", "Quét lại tờ đó."
    ),
    Fault.DRAWING_DIED: Sentence(
        "Trang này không hiện được: phần mở tệp đã dừng, hoặc mở quá 30 giây.",
        "Tệp vẫn nằm nguyên, việc khác ở quầy vẫn làm bình thường.",
        "Bấm Thử lại.",
    ),
    Fault.WORKER_DIED: Sentence(
        "Phần điều khiển máy quét dừng đột ngột.", _PAGES_KEPT, "Bấm Quét tiếp để quét các tờ còn lại."
    ),
}
