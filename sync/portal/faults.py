"""What can go wrong with the national portal, each a sentence that says what is safe and what to do."""

from dossiers.errors import KnownError

SAFE = "Hồ sơ vẫn nguyên ở máy chủ tỉnh."


class PortalFault(KnownError):
    """The line or the portal failed: nothing counts as reported because of it, and sending again is safe."""

    sentence = ""

    def __init__(self) -> None:
        super().__init__(self.sentence)


class Unreachable(PortalFault):
    """No connection came about."""

    sentence = f"{SAFE} Chưa nối được tới Cổng DVCQG. Xem lại đường truyền và địa chỉ, rồi gửi lại."


class Slow(PortalFault):
    """No answer within the timeout."""

    sentence = f"{SAFE} Cổng DVCQG không trả lời kịp; hồ sơ đang gửi coi như chưa gửi. Gửi lại sau."


class Broken(PortalFault):
    """The connection broke in the act, or the portal failed in it: whether it took the message is unknown."""

    sentence = (
        f"{SAFE} Cổng DVCQG gặp sự cố hoặc đường truyền đứt giữa chừng; hồ sơ đang gửi coi như chưa gửi. Gửi lại sau."
    )


class Untrusted(PortalFault):
    """The certificate is signed by nobody trusted here."""

    sentence = (
        f"{SAFE} Chứng chỉ của địa chỉ này không tin được nên không gửi gì. "
        "Kiểm tra địa chỉ, hoặc chỉ tệp chứng chỉ của trục."
    )


class NotThePortal(PortalFault):
    """Something answers there, but not the portal: a page to log in to the network, another server."""

    sentence = (
        f"{SAFE} Nơi trả lời không phải Cổng DVCQG. Xem lại địa chỉ; nếu mạng đòi đăng nhập, hãy đăng nhập trước."
    )


class NotAdmitted(PortalFault):
    """The portal does not accept the account; `message` is its own words."""

    sentence = f"{SAFE} Cổng DVCQG không nhận tài khoản kết nối. Kiểm tra tên, mật khẩu và mã trục của tỉnh."

    def __init__(self, message: str = "") -> None:
        super().__init__()
        self.message = message


class SessionLost(PortalFault):
    """The portal gave a session and does not know it: once may be the dossier's own doing."""

    sentence = f"{SAFE} Cổng DVCQG vừa cấp phiên làm việc đã không nhận phiên ấy. Gửi lại sau."


class Refusal(KnownError):
    """One dossier was not taken; `code` names it, `message` is the portal's answer word for word.

    The answer may repeat personal data, so it is data to keep and not part of the sentence.
    """

    def __init__(self, code: str, error_code: str, message: str) -> None:
        super().__init__(
            "Cổng DVCQG chưa nhận hồ sơ {code} (mã trả lời {error_code}). Xem lý do Cổng ghi, sửa rồi gửi lại.",
            code=code, error_code=error_code or "trống",
        )  # fmt: skip
        self.code = code
        self.message = message
