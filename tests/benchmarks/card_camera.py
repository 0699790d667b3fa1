"""How long a citizen's card takes from the camera's frame to the filled form, through child, bridge and window.

Run: QT_QPA_PLATFORM=offscreen python -m tests.benchmarks.card_camera [--cards 20]. Films stand in for the camera;
both processes read the same monotonic clock. Prints each step and ends with one JSON line.
"""

import argparse
import json
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

import numpy as np
from PySide6.QtWidgets import QApplication, QWidget

from desktop.screens.intake.card_camera import CardCameraPanel
from desktop.screens.intake.form import EMPTY, Field, fill_person
from desktop.screens.intake.person_card import PersonCard
from desktop.theme.theme import Theme
from dossiers.citizen_card import Card
from dossiers.clock import system_clock
from scanning.card_camera import Frame
from tests.benchmarks._codes_paper import invent_card
from tests.desktop.driving import wait_for
from tests.scanning.films import card_frame, desk_frame, write_film

TARGET_MS = 300
_EMPTY_FRAMES = 5


class Stopwatch:
    """The intake's first card with the camera over it; knows when each frame was taken and the form was full."""

    def __init__(self, host: QWidget) -> None:
        self.form = PersonCard()
        self.panel = CardCameraPanel(host, Theme(QApplication.instance()), system_clock)  # type: ignore[arg-type]
        self.panel.camera.framed.connect(self._on_frame)
        self.panel.read.connect(self._on_card)
        self._filled_at_s = 0.0
        self.took_ms: list[float] = []

    def _on_card(self, card: Card) -> None:
        form = fill_person(EMPTY, card.person())
        self.form.show_form(form)
        for place in (Field.ID_NUMBER, Field.NAME, Field.BIRTH, Field.ADDRESS):
            self.form.line(place).setText(form.text(place))
        self.form.repaint()
        self._filled_at_s = time.monotonic()

    def _on_frame(self, frame: Frame) -> None:
        """Heard after the panel itself: the form is full by now where the frame bore a card."""
        if self._filled_at_s > frame.taken_at_s:
            self.took_ms.append((self._filled_at_s - frame.taken_at_s) * 1000)


def main() -> None:
    """One film a card, each in a camera of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=20)
    options = parser.parse_args()
    application = QApplication([])
    host = QWidget()
    host.resize(1366, 728)
    watch = Stopwatch(host)
    watch.form.show()
    host.show()
    rng = np.random.default_rng(300)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(options.cards):
            frames = [desk_frame(rng) for _ in range(_EMPTY_FRAMES)]
            frames += [card_frame(invent_card(rng), rng, float(rng.uniform(-20, 20)))] * 3
            film = write_film(Path(folder) / f"{number}.avi", frames)
            watch.panel.present(str(film))
            wait_for(lambda: not watch.panel.isVisible(), "the form to be filled and the picture to go")
    took = watch.took_ms
    p95 = quantiles(took, n=20)[-1]
    print(f"{len(took)} cards, seed 300: frame to filled form, wall ms: median {median(took):.0f}, p95 {p95:.0f}, "
          f"worst {max(took):.0f} (target {TARGET_MS})")  # fmt: skip
    print(json.dumps({"cards": len(took), "frame_to_form_ms_median": round(median(took), 1),
                      "frame_to_form_ms_p95": round(p95, 1), "worst_ms": round(max(took), 1)}))  # fmt: skip
    application.quit()


if __name__ == "__main__":
    main()
