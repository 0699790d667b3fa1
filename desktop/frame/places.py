"""The places of the rail: which screens there are, their words, icons and keys."""

from dataclasses import dataclass

from desktop import keys


@dataclass(frozen=True, slots=True)
class Place:
    """One item of the rail; `name` is the screen's folder."""

    name: str
    words: str
    icon: str
    key: str


RAIL = (
    Place("intake", "Tiếp nhận", "file-plus", keys.SCREENS[0]),
    Place("register", "Tra cứu", "search", keys.SCREENS[1]),
    Place("dossier", "Hồ sơ", "folder-open", keys.SCREENS[2]),
    Place("giveback", "Trả kết quả", "package-check", keys.SCREENS[3]),
    Place("scan", "Quét giấy tờ", "scan-line", keys.SCREENS[4]),
    Place("sync", "Đồng bộ", "refresh-cw", keys.SCREENS[5]),
    Place("books", "Sổ và quỹ", "book-open", keys.SCREENS[8]),
    Place("statistics", "Thống kê", "chart-column", keys.SCREENS[6]),
    Place("settings", "Thiết lập", "settings", keys.SCREENS[7]),
)
"""Top to bottom."""

HOME = "intake"
"""The screen a sitting begins on."""
