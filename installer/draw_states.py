"""Draw docs/states.svg from the one table of moves: acts down, states across, where each starts and where it leads."""

from html import escape
from pathlib import Path

from dossiers.status import AT_WORK, ENDED, MOVES, OPEN, WAITING, WORDS, Move, Status

PICTURE = Path(__file__).parents[1] / "docs" / "states.svg"
LEFT, TOP, COLUMN, ROW = 230, 130, 62, 26
LEADS, UNDO = LEFT + COLUMN * len(Status) + 20, LEFT + COLUMN * len(Status) + 370
WIDTH, HEIGHT = UNDO + 220, TOP + ROW * len(MOVES) + 70
BLUE, GREY, INK = "#0a5a9c", "#7a8694", "#17212b"
TINTS = ((AT_WORK, "#e5f0fa"), (WAITING, "#f0ebfa"), (ENDED, "#fcebe9"), (OPEN - AT_WORK - WAITING, "#e6f4ec"))


def draw() -> str:
    """The whole picture."""
    rows = [row for number, kind in enumerate(MOVES) for row in _row(number, MOVES[kind])]
    key = [
        _dot(LEFT, HEIGHT - 30, full=True), _text(LEFT + 16, HEIGHT - 25, "bắt đầu được từ trạng thái này"),
        _dot(LEFT + 270, HEIGHT - 30, full=False),
        _text(LEFT + 286, HEIGHT - 25, "sự việc có thật: không từ chối, ghi nhận kèm dấu “ngoài trình tự”"),
    ]  # fmt: skip
    head = [
        _text(LEADS, TOP - 12, "Dẫn tới", bold=True), _text(UNDO, TOP - 12, "Quay lại bằng", bold=True),
        _text(20, TOP - 12, "Việc", bold=True),
    ]  # fmt: skip
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="Noto Sans, sans-serif" font-size="13">'
    ground = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
    return "\n".join([opening, ground, *_columns(), *head, *rows, *key, "</svg>", ""])


def _columns() -> list[str]:
    """The states, slanted over their columns, each in the colour of its group."""
    drawn = []
    for number, status in enumerate(Status):
        x = LEFT + COLUMN * number
        tint = next((colour for group, colour in TINTS if status in group), "#f4f6f8")
        drawn.append(
            f'<rect x="{x - COLUMN / 2 + 3}" y="{TOP}" width="{COLUMN - 6}" height="{ROW * len(MOVES)}" fill="{tint}"/>'
        )
        words = escape(WORDS[status])
        drawn.append(f'<text transform="translate({x - 4},{TOP - 8}) rotate(-38)" fill="{INK}">{words}</text>')
    return drawn


def _row(number: int, move: Move) -> list[str]:
    y = TOP + ROW * number + ROW / 2
    dots = [
        _dot(LEFT + COLUMN * place, y, full=status in move.starts)
        for place, status in enumerate(Status)
        if move.physical or status in move.starts
    ]
    undo = MOVES[move.undo].words if move.undo else ""
    leads = " / ".join(WORDS[status] for status in move.leads_to) or "giữ nguyên"
    below = y + ROW / 2
    line = f'<line x1="20" y1="{below}" x2="{WIDTH - 20}" y2="{below}" stroke="#c9d1da" stroke-width="0.6"/>'
    return [line, _text(20, y + 5, move.words), *dots, _text(LEADS, y + 5, leads), _text(UNDO, y + 5, undo)]


def _dot(x: float, y: float, *, full: bool) -> str:
    fill = BLUE if full else "none"
    return f'<circle cx="{x}" cy="{y}" r="6" fill="{fill}" stroke="{BLUE if full else GREY}" stroke-width="1.4"/>'


def _text(x: float, y: float, words: str, *, bold: bool = False) -> str:
    weight = ' font-weight="600"' if bold else ""
    return f'<text x="{x}" y="{y}" fill="{INK}"{weight}>{escape(words)}</text>'


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8")
