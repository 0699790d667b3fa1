"""How far long work is, and the word to stop it: written by whoever works, looked at by the window."""

from dataclasses import dataclass


@dataclass(slots=True, kw_only=True)
class Progress:
    """Plain numbers and flags that another thread may look at while they change."""

    total: int
    done: int = 0
    stopped: bool = False
    ended: bool = False
