"""What every panel of the settings is: a column of cards, with a sentence at its foot."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.jobs import Failure
from desktop.setting_asks import keep_devices
from desktop.stage import Session
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import StatusChip
from dossiers.office import Devices


class Panel(QWidget):
    """Knows how to keep devices and how to answer; panels add their cards to `column`."""

    parent_area: QWidget

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(tokens.CARD_GAP)
        self._answer = StatusChip()
        self._answer.setWordWrap(True)

    def refresh(self) -> None:
        """Come to the front: show what is kept now."""

    def leave(self) -> None:
        """Go to the back."""

    def accept_scan(self, text: str) -> bool:
        """Take a scanned code; most panels do not."""
        del text
        return False

    def answer(self, sentence: str, tone: Tone = Tone.OK) -> None:
        """Say how a try or a change went."""
        self._answer.say(sentence, tone)

    def complain(self, failure: Failure) -> None:
        """Say why something could not be done."""
        self.answer(failure.sentence, Tone.BAD)

    def keep(self, **changes: Any) -> None:
        """Keep changed devices for this desk."""

        def kept(devices: Devices) -> None:
            self.session.here.devices = devices
            self.session.stage.counts_changed()
            self.on_kept()

        wanted = replace(self.session.here.devices, **changes)
        self.session.jobs.ask(lambda desk: keep_devices(desk, wanted), kept, self.complain)

    def on_kept(self) -> None:
        """Devices were kept."""

    def add_answer(self) -> None:
        """Put the sentence below what was added so far."""
        self.column.addWidget(self._answer)
