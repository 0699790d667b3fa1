"""The places of the rail: which screens there are, their words, icons and keys."""

from dataclasses import dataclass

from desktop import keys
from desktop.i18n import mark


@dataclass(frozen=True, slots=True)
class Place:
    """One item of the rail; `name` is the screen's folder."""

    name: str
    words: str
    icon: str
    key: str


RAIL = (
    Place("intake", mark("Tiếp nhận"), "file-plus", keys.SCREENS[0]),
    Place("register", mark("Tra cứu"), "search", keys.SCREENS[1]),
    Place("dossier", mark("Hồ sơ"), "folder-open", keys.SCREENS[2]),
    Place("giveback", mark("Trả kết quả"), "package-check", keys.SCREENS[3]),
    Place("scan", mark("Quét giấy tờ"), "scan-line", keys.SCREENS[4]),
    Place("sync", mark("Đồng bộ"), "refresh-cw", keys.SCREENS[5]),
    Place("settings", mark("Thiết lập"), "settings", keys.SCREENS[7]),
)
"""Top to bottom; Alt+7 stays free for the statistics, so that no key ever changes its meaning."""

HOME = "intake"
"""The screen a sitting begins on."""
