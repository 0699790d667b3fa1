"""The strip above everything for what lasts: offline, waiting too long, refused."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from desktop import keys
from desktop.theme import tokens
from desktop.theme.theme import Theme
from desktop.theme.tokens import Tone
from desktop.widgets.buttons import KeyHintButton

_ICONS = {Tone.IDLE: "cloud-off", Tone.WARN: "clock", Tone.BAD: "triangle-alert", Tone.HOLD: "graduation-cap"}


class Banner(QFrame):
    """Grey when offline, amber when the oldest unsent deed waits too long, red only for refused ones."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tone = Tone.IDLE
        self._run: Callable[[], None] | None = None
        self.setObjectName("banner")
        self._icon, self._words, self._button = QLabel(), QLabel(), KeyHintButton("", keys.BANNER)
        self._button.clicked.connect(self.press)
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 16, 3)
        row.setSpacing(tokens.GAP)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        theme.changed.connect(self._tint)
        self.hide()

    def show_words(self, words: str, tone: Tone, action: str = "", run: Callable[[], None] | None = None) -> None:
        """Stay until told otherwise; empty words take the strip away."""
        self._words.setText(words)
        self._button.set_words(action)
        self._button.setVisible(bool(action))
        self._run, self._tone = run, tone
        self.setAccessibleName(words)
        self.setProperty("kind", tone.value)
        for part in (self, self._words):
            part.style().polish(part)
        self._tint()
        self.setVisible(bool(words))

    def press(self) -> None:
        """As if its button was pressed; nothing while the strip is away."""
        if self._run is not None and not self.isHidden():
            self._run()

    @property
    def words(self) -> str:
        """What the strip says; empty when it is away."""
        return self._words.text()

    def _tint(self) -> None:
        picture = self._theme.icon(_ICONS.get(self._tone, "info"), self._tone.value)
        self._icon.setPixmap(picture.pixmap(tokens.SMALL_ICON, tokens.SMALL_ICON))
