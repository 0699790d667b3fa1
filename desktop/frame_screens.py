"""Which module builds which screen; each is imported the first time it is opened."""

from collections.abc import Callable
from importlib import import_module
from typing import Final

from desktop.screen import Screen
from desktop.stage import Session

SCREENS: Final = frozenset({
    "intake", "register", "dossier", "giveback", "scan", "sync", "settings", "prints",
})  # fmt: skip


def build_screen(name: str, session: Session) -> Screen:
    """The screen `name`, built by `desktop.screens.<name>.screen.build`; KeyError for a name that is none."""
    if name not in SCREENS:
        raise KeyError(name)
    build: Callable[[Session], Screen] = import_module(f"desktop.screens.{name}.screen").build
    return build(session)
