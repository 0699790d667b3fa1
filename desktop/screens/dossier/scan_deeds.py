"""What can be done to scans that lie in the wrong place: each deed with its words and the way back."""

from desktop.dossier_asks import Opened
from desktop.i18n import t
from desktop.screens.dossier.deeds import Deed
from dossiers.attach_scans import attach_scans
from dossiers.dossier import Dossier, Scan
from dossiers.move_scans import NewPlace, move_back, move_scans
from dossiers.take_off_scans import take_off_scans
from dossiers.void import UNDO_REASON

Scans = tuple[Scan, ...]


def take_off(opened: Opened, scans: Scans, reason: str) -> Deed:
    """They count no more in this dossier."""
    said = t(
        "Đã gỡ {count} bản quét khỏi {code}. Tệp và lý do vẫn được giữ trong diễn biến.", count=len(scans),
        code="{code}",
    )  # fmt: skip
    return Deed(
        run=lambda act, id_: take_off_scans(act, id_, scans, reason), said=_with_province(said, opened, scans),
        back=lambda _, __: lambda act, id_: attach_scans(act, id_, scans),
        undone=t("Đã hoàn tác: bản quét lại được dùng trong {code}."),
    )  # fmt: skip


def put_back(scan: Scan) -> Deed:
    """It counts again where it was."""
    return Deed(
        run=lambda act, id_: attach_scans(act, id_, (scan,)), said=t("Đã gắn lại bản quét vào {code}."),
        back=lambda _, __: lambda act, id_: take_off_scans(act, id_, (scan,), UNDO_REASON),
    )


def move(opened: Opened, scans: Scans, target: Dossier, to: NewPlace, reason: str) -> Deed:
    """They count in another dossier, or as another paper of this one."""
    if target.id == opened.dossier.id:
        said = t("Đã chuyển {count} bản quét của {code} sang giấy tờ khác.", count=len(scans), code="{code}")
    else:
        said = t(
            "Đã chuyển {count} bản quét từ {code} sang {to}. Diễn biến hai hồ sơ đều ghi.", count=len(scans),
            code="{code}", to=target.code,
        )  # fmt: skip
    return Deed(
        run=lambda act, id_: move_scans(act, id_, scans, to, reason), said=_with_province(said, opened, scans),
        back=lambda _, __: lambda act, id_: move_back(act, id_, scans, to, UNDO_REASON),
        undone=t("Đã hoàn tác: bản quét lại được dùng trong {code}."),
    )  # fmt: skip


def _with_province(said: str, opened: Opened, scans: Scans) -> str:
    """What was told already is told anew; nobody can take back what others have read."""
    names = [scan.sha256.encode() for scan in scans]
    told = (each.op.body for each in opened.history if each.sent)
    if not any(name in body for body in told for name in names):
        return said
    return " ".join((said, t("Tỉnh đã nhận bản này từ trước; lần gửi tới báo thay đổi cho tỉnh và cổng quốc gia.")))
