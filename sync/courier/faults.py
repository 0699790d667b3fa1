"""What can go wrong with a stick and the files on it, each a sentence that says first what is safe."""

import errno
import os

from dossiers.errors import KnownError
from sync.faults import SAFE

GONE = {errno.EIO, errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.EBADF, errno.ESTALE, errno.ENOTDIR}
"""What the system says of a stick that was pulled out."""


class CourierFault(KnownError):
    """A bundle could not be carried; nothing was marked as sent and nothing was taken in because of it."""


class Unreadable(CourierFault):
    """A file cut short, altered, or none of ours."""

    def __init__(self) -> None:
        super().__init__(
            "Tệp này bị cắt cụt, bị sửa, hoặc không phải gói USB của phần mềm. Chưa nhận gì từ tệp. "
            "Chép lại tệp từ USB, hoặc xin nơi gửi xuất lại."
        )


class BadSignature(CourierFault):
    """The signature outside is not the expected party's, so the file was not even opened."""

    def __init__(self) -> None:
        super().__init__(
            "Chữ ký của tệp không đúng: tệp bị sửa trên đường, hoặc do nơi khác tạo. Chưa mở và chưa nhận gì từ tệp. "
            "Xin nơi gửi xuất lại."
        )


class NotForUs(CourierFault):
    """A file for another desk, or sealed to a key nobody here has."""

    def __init__(self) -> None:
        super().__init__("Tệp này gửi cho nơi khác nên ở đây không mở được. Chưa nhận gì từ tệp.")


class Unasked(CourierFault):
    """An answer to a bundle this desk does not remember."""

    def __init__(self, number: int) -> None:
        super().__init__(
            "Tệp này trả lời gói số {number} mà máy này không còn nhớ. Không có gì thay đổi và không mất gì; "
            "hãy xuất gói mới.", number=number,
        )  # fmt: skip


class NoIntakeKey(CourierFault):
    """This desk was enrolled without the keys bundles are sealed to."""

    def __init__(self) -> None:
        super().__init__(
            f"{SAFE} Máy này chưa có khóa niêm phong gói USB của tỉnh. Xin tỉnh mã ghi danh mới rồi ghi danh lại."
        )


class StickFull(CourierFault):
    """Too little room on the stick."""

    def __init__(self, needed_bytes: int, free_bytes: int) -> None:
        super().__init__(
            f"{SAFE} USB không đủ chỗ: cần {{needed}} MB, còn {{free}} MB. "
            "Dọn bớt USB hoặc dùng USB khác rồi xuất lại.",
            needed=-(-needed_bytes // 1_000_000), free=free_bytes // 1_000_000,
        )  # fmt: skip


class StickGone(CourierFault):
    """The stick was pulled out, or does not answer any more."""

    def __init__(self) -> None:
        super().__init__(f"{SAFE} USB bị rút ra hoặc không trả lời nữa. Cắm lại USB rồi làm lại từ đầu.")


class StickLies(CourierFault):
    """What was read back is not what was written: a worn stick, or one with less room than it claims."""

    def __init__(self) -> None:
        super().__init__(f"{SAFE} USB đọc lại không đúng những gì đã ghi, nên gói bị bỏ. Thay USB khác rồi xuất lại.")


class Cancelled(CourierFault):
    """Somebody pressed cancel."""

    def __init__(self) -> None:
        super().__init__(f"{SAFE} Đã dừng theo yêu cầu; tệp dở dang trên USB đã được xóa.")


def stick_fault(error: OSError) -> CourierFault:
    """The sentence for what the system says of a stick."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return CourierFault(f"{SAFE} USB đã đầy hoặc không chứa được tệp lớn như vậy. Dọn bớt USB rồi xuất lại.")
    if error.errno in GONE:
        return StickGone()
    return CourierFault(
        f"{SAFE} Không đọc ghi được USB ({{reason}}). Kiểm tra USB rồi làm lại.", reason=os.strerror(error.errno or 0)
    )
