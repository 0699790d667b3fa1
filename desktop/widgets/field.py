"""A field of a form: label above, editor, and one sentence below when there is something to say."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from desktop.theme import tokens
from desktop.theme.tokens import Tone

_ONE_LINE = 56
"""Characters that need no second line; a wrapping label asks for more height than it uses."""


class Field(QWidget):
    """Binds a label with its mnemonic to an editor, and speaks for both.

    `label` may carry a mnemonic ("&Họ và tên"); `required` adds the star. The sentence below is the `hint` until
    `set_error` or `set_warning` says something weightier.
    """

    def __init__(self, label: str, editor: QWidget, *, required: bool = False, hint: str = "") -> None:
        super().__init__()
        self.name = label.replace("&", "")
        self.editor = editor
        self._hint = hint
        self._label = QLabel(f"{label} *" if required else label)
        self._label.setBuddy(editor)
        self._sentence = QLabel()
        _spoken(editor).setAccessibleName(self.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SMALL_GAP)
        for part in (self._label, editor, self._sentence):
            column.addWidget(part)
        column.addStretch()
        self.setFocusProxy(editor)
        self.clear()

    def set_error(self, sentence: str) -> None:
        """Say what must be mended."""
        self._say(sentence, Tone.BAD, "bad")

    def set_warning(self, sentence: str) -> None:
        """Say what deserves a second look but stops nobody."""
        self._say(sentence, Tone.WARN, "warn")

    def set_note(self, sentence: str) -> None:
        """Say that something is in order, such as "khớp giới tính, năm sinh"."""
        self._say(sentence, Tone.OK, "")

    def set_hint(self, sentence: str) -> None:
        """Change the quiet sentence; shown at once unless something weightier stands there."""
        quiet = self._sentence.text() == self._hint
        self._hint = sentence
        if quiet:
            self.clear()

    def clear(self) -> None:
        """Nothing to mend: back to the hint."""
        self._say(self._hint, Tone.IDLE, "")

    @property
    def sentence(self) -> str:
        """What stands below the editor now."""
        return self._sentence.text()

    def _say(self, sentence: str, tone: Tone, state: str) -> None:
        self._sentence.setText(sentence)
        self._sentence.setWordWrap(len(sentence) > _ONE_LINE)
        self._sentence.setVisible(bool(sentence))
        _restyle(self._sentence, "tone", tone)
        _restyle(self.editor, "state", state)
        _spoken(self.editor).setAccessibleDescription(sentence)


def _spoken(editor: QWidget) -> QWidget:
    """The widget assistive technology reads: an editable combo box would report its value as its name (UX C.6)."""
    if isinstance(editor, QComboBox):
        return editor.lineEdit() or editor
    return editor


def _restyle(widget: QWidget, name: str, value: str) -> None:
    """Change a property that the style sheet looks at; what was never shown is styled when it first is."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            widget.style().polish(widget)
