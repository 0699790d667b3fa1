"""Undoes the part of PySide6 that reads the source of every module imported after it."""

import builtins


def restore_import() -> None:
    """Load PySide6 and put `import` back as it was; call it before the window's modules are imported.

    PySide6's own `import` serves `from __feature__ import …` (Qt's names in snake_case), which nobody here writes. To
    know where such names could be meant it searches each new module's text, and `linecache` keeps those texts for
    good: docs/decisions/0006-imports-that-read-no-source.md.
    """
    import PySide6  # noqa: F401 — loading it is what puts the other `import` in place

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
