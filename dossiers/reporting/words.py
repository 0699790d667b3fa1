"""What the lines and groupings of a report are called, and lengths of time in words."""

from dossiers.dossier import Channel
from dossiers.reporting.figures import Grouping
from dossiers.reporting.six_columns import Line

GROUPING_WORDS: dict[Grouping, str] = {
    Grouping.NOTHING: "Toàn bộ",
    Grouping.SECTOR: "Lĩnh vực",
    Grouping.PROCEDURE: "Thủ tục",
    Grouping.CHANNEL: "Hình thức nộp",
    Grouping.CLERK: "Người tiếp nhận",
}

CHANNEL_WORDS: dict[Channel, str] = {
    Channel.COUNTER: "Trực tiếp",
    Channel.ONLINE: "Trực tuyến",
    Channel.POST: "Bưu chính công ích",
}


def line_words(line: Line) -> str:
    """A line by its name: a channel in words, a procedure with its code."""
    match line.slice.by:
        case Grouping.CHANNEL:
            return CHANNEL_WORDS[Channel(line.slice.value)]
        case Grouping.PROCEDURE:
            return f"{line.name} ({line.slice.value})"
        case _:
            return line.name or "Toàn bộ"


def say_minutes(minutes: int) -> str:
    """'45 phút', '3 giờ 05 phút'."""
    hours, rest = divmod(minutes, 60)
    return f"{hours} giờ {rest:02} phút" if hours else f"{rest} phút"
