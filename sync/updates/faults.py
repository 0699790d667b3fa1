"""What can go wrong with an update, each a sentence that says first that nothing has changed."""

from dossiers.errors import KnownError

SAME = "Máy vẫn dùng phiên bản đang có; dữ liệu vẫn nguyên."


class UpdateFault(KnownError):
    """An update was not made; the version in use and the data are as before."""


class NotInstalled(UpdateFault):
    """A working copy of the source has nothing to update."""

    def __init__(self) -> None:
        super().__init__("Phần mềm đang chạy từ mã nguồn, không phải từ bộ cài, nên không cập nhật theo cách này.")


class NoPublisher(UpdateFault):
    """The installation names no key whose updates it would believe."""

    def __init__(self) -> None:
        super().__init__(
            f"{SAME} Bộ cài này không mang khóa của nhà phát hành nên không nhận bản cập nhật; dùng bộ cài mới."
        )


class Unreadable(UpdateFault):
    """A file cut short, altered, or none of ours."""

    def __init__(self) -> None:
        super().__init__(
            f"{SAME} Tệp cập nhật bị cắt cụt, bị sửa hoặc không phải tệp cập nhật. Chép lại tệp rồi thử lại."
        )


class BadSignature(UpdateFault):
    """Not signed by the publisher this installation believes."""

    def __init__(self) -> None:
        super().__init__(
            f"{SAME} Chữ ký của bản cập nhật không đúng: tệp bị sửa, hoặc do nơi khác làm. Xin lại tệp từ tỉnh."
        )


class NothingOffered(UpdateFault):
    """The province has said nothing of an update that could be used here."""

    def __init__(self) -> None:
        super().__init__(f"{SAME} Tỉnh chưa gửi bản cập nhật nào mới hơn cho máy này.")


class OtherPlatform(UpdateFault):
    """Made for another system."""

    def __init__(self, platform: str) -> None:
        super().__init__(f"{SAME} Bản cập nhật này dành cho hệ máy khác ({{platform}}).", platform=platform)


class NotNewer(UpdateFault):
    """Its number is not larger: an old stick, or somebody who wants old faults back."""

    def __init__(self, version: str) -> None:
        super().__init__(f"{SAME} Bản cập nhật này ({{version}}) không mới hơn bản đang dùng.", version=version)


class LacksFiles(UpdateFault):
    """Neither here nor in the bundle: made for another starting point."""

    def __init__(self, files: int) -> None:
        super().__init__(
            f"{SAME} Bản cập nhật này thiếu {{files}} tệp mà máy chưa có, vì nó được làm cho phiên bản khác. "
            "Xin tỉnh bản đầy đủ.", files=files,
        )  # fmt: skip


class OneCopyOnly(UpdateFault):
    """Work that would be lost with this disk: first it has to be somewhere else as well."""

    def __init__(self, deeds: int, scans: int) -> None:
        super().__init__(
            f"{SAME} Còn {{deeds}} việc và {{scans}} tệp quét chỉ có trên máy này. "
            "Gửi về tỉnh hoặc sao lưu trước, rồi cập nhật.", deeds=deeds, scans=scans,
        )  # fmt: skip


class TrialFailed(UpdateFault):
    """The new version did not start, or did not open a copy of the data as it should."""

    def __init__(self) -> None:
        super().__init__(
            f"{SAME} Bản mới đã được chạy thử trên một bản sao dữ liệu và không mở đúng, nên chưa được dùng. "
            "Báo bộ phận kỹ thuật."
        )
