"""What can go wrong between two desks of an office, in words."""

from dossiers.errors import KnownError

PAIR_REFUSALS = {
    "closed": "Quầy bên kia chưa mở ghép nối, hoặc mã đã quá 10 phút. Bấm “Hiện mã ghép nối” ở quầy ấy rồi nhập lại.",
    "wrong": "Mã ghép nối không đúng. Xem lại 6 chữ số trên màn hình quầy bên kia.",
    "burnt": "Mã đã nhập sai ba lần nên không dùng được nữa. Bấm “Hiện mã ghép nối” ở quầy bên kia để có mã mới.",
    "other_unit": "Quầy bên kia thuộc đơn vị khác, nên không ghép được. Kiểm tra mã đơn vị trong Thiết lập.",
    "same_slot": "Hai quầy đang cùng số thứ tự, nên sẽ cấp trùng số. Đổi số thứ tự của một quầy rồi ghép lại.",
}


class NotPaired(KnownError):
    """A pairing refused; nothing was changed at either desk."""

    def __init__(self, reason: str) -> None:
        super().__init__(PAIR_REFUSALS.get(reason, PAIR_REFUSALS["closed"]))
        self.reason = reason


class HubUnreachable(KnownError):
    """The desk that serves this office does not answer."""

    def __init__(self) -> None:
        super().__init__("Chưa kết nối được máy chủ quầy. Quầy này vẫn nhận hồ sơ bằng dải số riêng.")


class StrangeDesk(KnownError):
    """A desk that is not paired with this one."""

    def __init__(self) -> None:
        super().__init__("Máy này chưa được ghép với quầy kia.")
