"""What a look at the desk finds: one sentence a thing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at: `ok` is True in order, False where somebody must act, None where it is good to know."""

    topic: str
    ok: bool | None
    sentence: str
