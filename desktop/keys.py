"""All keys of the desk; every button and every hint reads them from here."""

from typing import Final

# Anywhere.
HELP: Final = "F1"
INTAKE: Final = "F2"
TOP_BOX: Final = "Ctrl+K"
OPEN_DOSSIER: Final = "F4"
REFRESH: Final = "F5"
GIVE_BACK: Final = "F6"
SCAN: Final = "F7"
LAST_DOSSIER: Final = "F8"
REPRINT: Final = "F9"
FINISH: Final = "F10"
STATISTICS: Final = "F11"
SYNC: Final = "F12"
FINISH_TOO: Final = "Ctrl+Return"
TOP_BOX_TOO: Final = "F3"
SAVE_DRAFT: Final = "Ctrl+S"
UNDO: Final = "Ctrl+Z"
REDO: Final = "Ctrl+Y"
PRINT: Final = "Ctrl+P"
LOCK: Final = "Ctrl+L"
BANNER: Final = "Ctrl+B"
BACK: Final = "Esc"

SCREENS: Final = ("Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5", "Alt+6", "Alt+7", "Alt+8", "Alt+9")
"""The rail, top to bottom."""

# Intake.
OPEN_SIMILAR: Final = "Alt+M"
ALL_HERE: Final = "Alt+G"
PAY_LESS: Final = "Alt+E"
CARD_CAMERA: Final = "Ctrl+D"
RESTORE_DRAFT: Final = "Alt+K"
TAKE_CONDITIONALLY: Final = "N"
GUIDE_ONLY: Final = "B"

# Scan.
PAGE_TURN: Final = "R"
PAGE_DROP: Final = "Del"
PAGE_CUT: Final = "X"
PAGE_JOIN: Final = "G"
PAGE_ASIDE: Final = "B"
PAGE_DUST: Final = "K"
PAGE_RETAKE: Final = "T"
PAGE_ASSIGN: Final = ("1", "2", "3", "4", "5", "6", "7", "8", "9")
STACK: Final = "Ctrl+F7"
SIGN: Final = "Ctrl+F8"
SHEET_PLAIN: Final = "T"
SHEET_TRAY: Final = "K"

# One dossier.
MORE: Final = "Ctrl+M"
FILE_OFF: Final = "Del"
FILE_MOVE: Final = "C"
TABS: Final = ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6")

# Giving back.
RESULT_HERE: Final = "Ctrl+R"

# Register.
PREVIEW: Final = "Space"
SELECT: Final = "Ins"
FILTER: Final = "Ctrl+F"

# Sync.
TASKS: Final = "Ctrl+T"

ANYWHERE: Final = (
    HELP, INTAKE, TOP_BOX, TOP_BOX_TOO, OPEN_DOSSIER, REFRESH, GIVE_BACK, SCAN, LAST_DOSSIER, REPRINT, FINISH,
    STATISTICS, SYNC, FINISH_TOO, SAVE_DRAFT, UNDO, REDO, PRINT, LOCK, BANNER, BACK, OPEN_SIMILAR, ALL_HERE, PAY_LESS,
    CARD_CAMERA, RESTORE_DRAFT, RESULT_HERE, MORE, SELECT, FILTER, TASKS, STACK, SIGN, *TABS, *SCREENS,
)  # fmt: skip
"""Keys that the frame listens to and hands to whichever command carries them; single letters are the screens' own."""

ALIASES: Final = {FINISH_TOO: FINISH, TOP_BOX_TOO: TOP_BOX}
"""A second key for the same command."""


def shown(key: str) -> str:
    """A key as buttons print it."""
    return key.replace("Return", "Enter")
