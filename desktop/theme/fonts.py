"""The bundled screen font: Noto Sans, whose digits are all equally wide."""

from PySide6.QtGui import QFont, QFontDatabase

import resources

FAMILY = "Noto Sans"
_FACES = ("Regular", "SemiBold")


def load_fonts() -> None:
    """Make the faces that the desk uses known to Qt."""
    for face in _FACES:
        QFontDatabase.addApplicationFont(str(resources.path(f"fonts/NotoSans-{face}.ttf")))


def font(size_px: int, *, strong: bool = False) -> QFont:
    """The screen font at a pixel size."""
    made = QFont(FAMILY)
    made.setPixelSize(size_px)
    # Hinting lifts the tilde of Ỗ one pixel above the ascent, where a tight label cuts it.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if strong:
        made.setWeight(QFont.Weight.DemiBold)
    return made
