"""Which module builds which screen; each is imported the first time it is opened."""

from collections.abc import Callable
from importlib import import_module
from typing import Final

from desktop.screen import Screen
from desktop.stage import Session

SCREENS: Final = (
    "intake", "register", "dossier", "giveback", "scan", "scan.stack", "sync", "books", "statistics", "settings",
    "prints", "recover", "sign",
)  # fmt: skip


def warm() -> None:
    """Load everything that the first unlocking needs; runs beside the sign-in, while the secret is being typed."""
    for module in ("dossiers.store.desk", "desktop.sitting", *(f"desktop.screens.{name}.screen" for name in SCREENS)):
        import_module(module)


def build_screen(name: str, session: Session) -> Screen:
    """The screen `name`, built by `desktop.screens.<name>.screen.build`; KeyError for a name that is none."""
    if name not in SCREENS:
        raise KeyError(name)
    build: Callable[[Session], Screen] = import_module(f"desktop.screens.{name}.screen").build
    return build(session)
