"""What can go wrong on the line, each a sentence that says first what is safe and then what to do."""

from dossiers.errors import KnownError

SAFE = "Dữ liệu đã lưu an toàn trên máy này."


class LineFault(KnownError):
    """The line or the other end failed; nothing was marked as sent because of it."""

    sentence = ""

    def __init__(self) -> None:
        super().__init__(self.sentence)


class Offline(LineFault):
    """No way to the server: no cable, no address, no route."""

    sentence = f"{SAFE} Hiện chưa có mạng tới máy chủ tỉnh; máy sẽ gửi khi có mạng."


class Refused(LineFault):
    """The server's machine answers, the server does not."""

    sentence = f"{SAFE} Máy chủ tỉnh đang từ chối kết nối; máy sẽ thử lại sau."


class CaptivePortal(LineFault):
    """Somebody else answered: a page that asks to log in to the network."""

    sentence = (
        f"{SAFE} Mạng này đang đưa ra cổng đăng nhập mạng thay cho máy chủ tỉnh. "
        "Mở trình duyệt, đăng nhập mạng, rồi bấm Gửi ngay."
    )


class ServerReset(LineFault):
    """The connection broke in the act: whether the server took the last message is unknown until asked again."""

    sentence = f"{SAFE} Đường truyền đứt giữa chừng; phần chưa được xác nhận sẽ gửi lại."


class SlowLine(LineFault):
    """No byte moved for a whole timeout."""

    sentence = f"{SAFE} Đường truyền quá chậm, máy chủ tỉnh không trả lời kịp; máy sẽ thử lại sau."


class TlsFault(LineFault):
    """The server's certificate is not signed by the pinned authority."""

    sentence = (
        f"{SAFE} Chứng chỉ của máy chủ không đúng với chứng chỉ đã ghim, nên không gửi gì. "
        "Nếu mạng đòi đăng nhập, hãy đăng nhập trước; nếu không, báo bộ phận kỹ thuật."
    )


class NotAdmitted(LineFault):
    """The server does not accept this desk's signature."""

    sentence = f"{SAFE} Máy chủ tỉnh không nhận chữ ký của máy này. Báo cán bộ tỉnh để ghi danh lại."


class ServerBusy(LineFault):
    """The server has trouble of its own."""

    sentence = f"{SAFE} Máy chủ tỉnh đang bận hoặc gặp sự cố; máy sẽ thử lại sau."


class DictionaryUnknown(LineFault):
    """The server cannot unpack what was packed with this dictionary; the same message goes again without."""

    sentence = f"{SAFE} Máy chủ tỉnh chưa có bản nén mới; máy sẽ gửi lại cách khác."


class NotTheProvince(LineFault):
    """Something answers there, but it does not speak MC-Sync/1."""

    sentence = f"{SAFE} Địa chỉ này không phải máy chủ tỉnh. Xem lại địa chỉ trong Thiết lập."


class Deceived(LineFault):
    """A well-formed answer that does not prove what it claims: forged, replayed, or about lines never written."""

    sentence = (
        f"{SAFE} Trả lời của máy chủ không chứng minh được, nên không việc nào được coi là đã gửi. "
        "Thử lại; nếu lặp lại, báo bộ phận kỹ thuật."
    )


class Forked(LineFault):
    """The province holds other lines under this desk's numbers: a copy of this disk was, or is, at work elsewhere.

    A run mends it once by re-homing; that it is raised again is what a person gets to see.
    """

    sentence = (
        f"{SAFE} Máy chủ tỉnh giữ những dòng nhật ký khác với máy này, như khi có hai bản sao của cùng một máy, "
        "và chưa nối lại được. Thử đồng bộ lại; nếu lặp lại, báo bộ phận kỹ thuật."
    )

    def __init__(self, epoch: bytes) -> None:
        """`epoch`: the one in which the two ends part."""
        super().__init__()
        self.epoch = epoch


class UpgradeNeeded(LineFault):
    """The province sent what this version cannot read; pushing goes on, pulling waits for an update."""

    sentence = f"{SAFE} Tỉnh gửi về nội dung mà phiên bản này chưa đọc được. Cập nhật phần mềm rồi đồng bộ lại."


class NotEnrolled(KnownError):
    """This home belongs to no province yet."""

    def __init__(self) -> None:
        super().__init__("Máy này chưa ghi danh với máy chủ tỉnh. Vào Thiết lập, nhập địa chỉ và mã ghi danh.")
