"""The style sheet: every sub-control of every widget it touches, in the colours and measures of `tokens`."""

from collections.abc import Callable
from pathlib import Path

from desktop.theme import tokens
from desktop.theme.tokens import Colours, Tone

MARKS = {
    "check": ("check", "on_primary"),
    "down": ("chevron-down", "muted"),
    "up": ("chevron-up", "muted"),
    "down-off": ("chevron-down", "outline"),
    "minus": ("minus", "on_primary"),
}
"""File name → icon and colour of the pictures that sub-controls show."""


def stylesheet(c: Colours, px: Callable[[int], int], marks: Path) -> str:
    """The whole sheet; `px` scales type sizes, `marks` is the folder with the pictures of `MARKS`."""
    parts = (_ground(c, px), _labels(c, px), _buttons(c, px), _inputs(c, px), _ticks(c), _views(c, px), _frame(c, px))
    return "\n".join(parts).replace("@marks", marks.as_posix())


def _ground(c: Colours, px: Callable[[int], int]) -> str:
    return f"""
QWidget {{ font-size: {px(tokens.BODY)}px; }}
QWidget#canvas, QWidget#canvas QScrollArea, QScrollArea > QWidget > QWidget#page {{ background: {c.canvas}; }}
QScrollArea {{ border: 0; background: transparent; }}
QFrame#card {{ background: {c.surface}; border: 1px solid {c.border}; border-radius: {tokens.CARD_RADIUS}px; }}
QFrame#line {{ background: {c.border}; border: 0; max-height: 1px; min-height: 1px; }}
QToolTip {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.outline}; padding: 4px 8px;
  font-size: {px(tokens.CAPTION)}px; qproperty-textFormat: PlainText; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle {{ background: {c.outline}; border-radius: 4px; min-height: 32px; min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.outline}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: {tokens.RADIUS}px; }}
QMenu::item:selected {{ background: {c.row_selected}; }}
QMenu::item:disabled {{ color: {c.outline}; }}
QMenu::separator {{ height: 1px; background: {c.border}; margin: 4px; }}
QProgressBar {{ background: {c.sunken}; border: 0; border-radius: 4px; min-height: 8px; max-height: 8px; }}
QProgressBar::chunk {{ background: {c.primary}; border-radius: 4px; }}
"""


def _labels(c: Colours, px: Callable[[int], int]) -> str:
    # Words come from other desks and codes too, and Qt would take some for HTML: an <img> in a name opens a picture.
    tones = "\n".join(
        f'QLabel[tone="{tone}"] {{ color: {c.tone(tone)[0]}; }}\n'
        f'*[chip="{tone}"] {{ color: {c.tone(tone)[0]}; background: {c.tone(tone)[1]}; border: 0;'
        f" border-radius: {tokens.RADIUS}px; padding: 2px 10px; font-weight: 600; }}"
        for tone in Tone
    )
    return f"""
QLabel {{ background: transparent; color: {c.text}; qproperty-textFormat: PlainText; }}
QLabel:disabled {{ color: {c.outline}; }}
QLabel#page-title {{ font-size: {px(tokens.PAGE_TITLE)}px; font-weight: 600; }}
QLabel#card-title {{ font-size: {px(tokens.CARD_TITLE)}px; font-weight: 600; }}
QLabel#figure {{ font-size: {px(tokens.FIGURE)}px; font-weight: 600; }}
QLabel#strong {{ font-weight: 600; }}
QLabel#muted {{ color: {c.muted}; }}
QLabel#caption {{ color: {c.muted}; font-size: {px(tokens.CAPTION)}px; }}
{tones}
"""


def _buttons(c: Colours, px: Callable[[int], int]) -> str:
    ring, radius = tokens.FOCUS_RING, tokens.RADIUS
    return f"""
QPushButton, QToolButton {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.outline};
  border-radius: {radius}px; padding: 0 11px; min-height: {tokens.CONTROL_HEIGHT - 2}px; }}
QPushButton:hover, QToolButton:hover {{ background: {c.sunken}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {c.row_selected}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {c.outline}; border-color: {c.border}; }}
QPushButton:focus, QToolButton:focus {{ border: {ring}px solid {c.primary}; padding: 0 10px;
  min-height: {tokens.CONTROL_HEIGHT - 4}px; }}
QPushButton:checked, QToolButton:checked {{ background: {c.primary}; color: {c.on_primary};
  border-color: {c.primary}; }}
QPushButton:checked:focus {{ border: {ring}px solid {c.text}; }}
QPushButton#primary {{ background: {c.primary}; color: {c.on_primary}; border: 1px solid {c.primary}; font-weight: 600;
  padding: 0 15px; min-height: {tokens.PRIMARY_HEIGHT - 2}px; }}
QPushButton#primary:hover {{ background: {c.primary_hover}; }}
QPushButton#primary:focus {{ border: {ring}px solid {c.text}; padding: 0 14px;
  min-height: {tokens.PRIMARY_HEIGHT - 4}px; }}
QPushButton#primary:disabled {{ background: {c.sunken}; color: {c.muted}; border-color: {c.border}; }}
QPushButton#link, QToolButton#link {{ background: transparent; color: {c.primary}; border: 1px solid transparent;
  padding: 0 3px; text-align: left; }}
QPushButton#link:hover, QToolButton#link:hover {{ text-decoration: underline; }}
QPushButton#link:focus, QToolButton#link:focus {{ border: {ring}px solid {c.primary}; padding: 0 2px; }}
QToolButton#quiet {{ background: transparent; border: 1px solid transparent; padding: 0 5px; }}
QToolButton#quiet:hover {{ background: {c.sunken}; }}
QToolButton#quiet:focus {{ border: {ring}px solid {c.primary}; padding: 0 4px; }}
QToolButton::menu-indicator {{ image: none; }}
"""


def _inputs(c: Colours, px: Callable[[int], int]) -> str:
    ring, radius = tokens.FOCUS_RING, tokens.RADIUS
    boxes = "QLineEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit"
    focused = ", ".join(f"{box}:focus" for box in boxes.split(", "))
    faulty = ", ".join(f'{box}[state="bad"]' for box in boxes.split(", "))
    doubtful = ", ".join(f'{box}[state="warn"]' for box in boxes.split(", "))
    disabled = ", ".join(f"{box}:disabled" for box in boxes.split(", "))
    return f"""
{boxes} {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.outline}; border-radius: {radius}px;
  padding: 0 10px; min-height: {tokens.CONTROL_HEIGHT - 2}px;
  selection-background-color: {c.primary}; selection-color: {c.on_primary}; }}
{faulty} {{ border-color: {c.bad}; }}
{doubtful} {{ border-color: {c.warn}; }}
{focused} {{ border: {ring}px solid {c.primary}; padding: 0 9px; min-height: {tokens.CONTROL_HEIGHT - 4}px; }}
{disabled} {{ background: {c.sunken}; color: {c.muted}; border-color: {c.border}; }}
QLineEdit:read-only {{ background: {c.sunken}; }}
QLineEdit#top-box {{ font-size: {px(tokens.TOP_BOX)}px; min-height: {tokens.TOP_BOX_HEIGHT - 2}px;
  padding: 0 11px 0 11px; }}
QLineEdit#top-box:focus {{ min-height: {tokens.TOP_BOX_HEIGHT - 4}px; padding: 0 10px 0 10px; }}
QComboBox QLineEdit, QSpinBox QLineEdit, QDateEdit QLineEdit, QTimeEdit QLineEdit {{ border: 0; padding: 0;
  min-height: 0; background: transparent; }}
QComboBox QLineEdit:focus, QSpinBox QLineEdit:focus {{ border: 0; padding: 0; min-height: 0; }}
QSpinBox QLineEdit, QSpinBox QLineEdit:focus {{ padding-left: 8px; }}
QComboBox::drop-down {{ border: 0; width: 28px; }}
QComboBox::down-arrow {{ image: url(@marks/down.svg); width: 16px; height: 16px; }}
QComboBox::down-arrow:disabled {{ image: url(@marks/down-off.svg); }}
QComboBox QAbstractItemView {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.outline}; outline: 0;
  selection-background-color: {c.row_selected}; selection-color: {c.text}; padding: 4px; }}
QSpinBox::up-button, QDateEdit::up-button, QTimeEdit::up-button {{ subcontrol-origin: border;
  subcontrol-position: top right; border: 0; width: 24px; background: transparent; }}
QSpinBox::down-button, QDateEdit::down-button, QTimeEdit::down-button {{ subcontrol-origin: border;
  subcontrol-position: bottom right; border: 0; width: 24px; background: transparent; }}
QSpinBox::up-arrow, QDateEdit::up-arrow, QTimeEdit::up-arrow {{ image: url(@marks/up.svg); width: 14px; height: 14px; }}
QSpinBox::down-arrow, QDateEdit::down-arrow, QTimeEdit::down-arrow {{ image: url(@marks/down.svg); width: 14px;
  height: 14px; }}
QPlainTextEdit, QTextEdit {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.outline};
  border-radius: {radius}px; padding: 4px 6px; selection-background-color: {c.primary};
  selection-color: {c.on_primary}; }}
QPlainTextEdit:focus, QTextEdit:focus {{ border: {ring}px solid {c.primary}; padding: 3px 5px; }}
"""


def _ticks(c: Colours) -> str:
    ring = tokens.FOCUS_RING
    return f"""
QCheckBox, QRadioButton {{ background: transparent; color: {c.text}; spacing: 8px; padding: 2px;
  border: {ring}px solid transparent; border-radius: {tokens.RADIUS}px; min-height: 24px; }}
QCheckBox:focus, QRadioButton:focus {{ border: {ring}px solid {c.primary}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {c.outline}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 16px; height: 16px; border: 1px solid {c.outline};
  background: {c.surface}; }}
QCheckBox::indicator {{ border-radius: 3px; }}
QRadioButton::indicator {{ border-radius: 9px; }}
QCheckBox::indicator:checked {{ background: {c.primary}; border-color: {c.primary}; image: url(@marks/check.svg); }}
QCheckBox::indicator:indeterminate {{ background: {c.primary}; border-color: {c.primary};
  image: url(@marks/minus.svg); }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ background: {c.sunken}; border-color: {c.border}; }}
QRadioButton::indicator:checked {{ border: 5px solid {c.primary}; width: 8px; height: 8px; background: {c.surface}; }}
"""


def _views(c: Colours, px: Callable[[int], int]) -> str:
    ring = tokens.FOCUS_RING
    return f"""
QTableView, QListView, QTreeView {{ background: {c.surface}; alternate-background-color: {c.canvas}; color: {c.text};
  border: 1px solid {c.border}; border-radius: {tokens.RADIUS}px; outline: 0; gridline-color: transparent;
  selection-background-color: {c.row_selected}; selection-color: {c.text}; padding: 1px; }}
QTableView:focus, QListView:focus, QTreeView:focus {{ border: {ring}px solid {c.primary}; padding: 0; }}
QTableView::item {{ padding: 0 8px; border: 0; }}
QListView::item {{ padding: 6px 8px; border: 0; }}
QTableView::item:selected, QListView::item:selected {{ background: {c.row_selected}; color: {c.text}; }}
QHeaderView {{ background: {c.sunken}; border: 0; }}
QHeaderView::section {{ background: {c.sunken}; color: {c.muted}; border: 0; border-bottom: 1px solid {c.border};
  padding: 0 11px; font-weight: 600; min-height: 32px; }}
QTableCornerButton::section {{ background: {c.sunken}; border: 0; }}
QTabWidget::pane {{ border: 0; border-top: 1px solid {c.border}; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{ background: transparent; color: {c.muted}; padding: 8px 14px; border: {ring}px solid transparent;
  border-bottom: {ring}px solid transparent; }}
QTabBar::tab:selected {{ color: {c.primary}; border-bottom: {ring}px solid {c.primary}; font-weight: 600; }}
QTabBar::tab:hover {{ color: {c.text}; }}
QTabBar::tab:focus {{ border: {ring}px solid {c.primary}; border-radius: {tokens.RADIUS}px; }}
"""


def _frame(c: Colours, px: Callable[[int], int]) -> str:
    ring = tokens.FOCUS_RING
    grounds = "\n".join(
        f'QFrame#banner[kind="{tone}"] {{ background: {c.tone(tone)[1]}; border: 0;'
        f" border-bottom: 1px solid {c.border}; }}\n"
        f'QFrame#banner[kind="{tone}"] QLabel {{ color: {c.tone(tone)[0] if tone is not Tone.IDLE else c.text};'
        " font-weight: 600; }"
        for tone in Tone
    )
    return f"""
QFrame#rail {{ background: {c.surface}; border: 0; border-right: 1px solid {c.border}; }}
QFrame#rail QToolButton {{ background: transparent; color: {c.muted}; border: {ring}px solid transparent;
  border-left: 3px solid transparent; border-radius: 0; text-align: left; padding: 0 12px;
  min-height: {tokens.RAIL_ITEM_HEIGHT - 4}px; }}
QFrame#rail QToolButton:hover {{ background: {c.sunken}; }}
QFrame#rail QToolButton:checked {{ background: {c.info_ground}; color: {c.primary}; font-weight: 600;
  border-left: 3px solid {c.primary}; }}
QFrame#rail QToolButton:focus {{ border: {ring}px solid {c.primary}; }}
QFrame#action-bar {{ background: {c.surface}; border: 0; border-top: 1px solid {c.border}; }}
QFrame#toast {{ background: {c.text}; border-radius: {tokens.CARD_RADIUS}px; }}
QFrame#toast QLabel {{ color: {c.surface}; }}
QFrame#toast QPushButton {{ background: transparent; color: {c.surface}; border: 1px solid {c.outline};
  font-weight: 600; }}
QFrame#toast QPushButton:focus {{ border: {ring}px solid {c.surface}; }}
QFrame#overlay {{ background: {c.surface}; border: 1px solid {c.outline}; border-radius: {tokens.CARD_RADIUS}px; }}
QFrame#choice {{ background: {c.warn_ground}; border: 1px solid {c.warn}; border-radius: {tokens.CARD_RADIUS}px; }}
QPushButton#tile {{ text-align: left; padding: 8px 16px; min-height: 44px; border-radius: {tokens.CARD_RADIUS}px; }}
QPushButton#tile:checked {{ background: {c.info_ground}; color: {c.text}; border: {ring}px solid {c.primary}; }}
QPushButton#tile:focus {{ border: {ring}px solid {c.primary}; padding: 7px 15px; }}
{grounds}
"""
