"""Who has open dossiers in hand, how many of them are late, and since when the oldest lies there."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One holder: an office, or a person of this one; `Filter(holder=…)` lists the dossiers."""

    holder: str
    dossiers: int
    overdue: int
    since: datetime
