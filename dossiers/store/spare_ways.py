"""Ways in that are used up one by one: the data key sealed under codes that only the province can read out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RescueSlot:
    """The data key sealed under one code of the set; `number` counts from 1."""

    number: int
    nonce: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class RescueSet:
    """The codes still good here; desk and label are what the clerk reads over the telephone."""

    desk: str
    label: str
    slots: tuple[RescueSlot, ...]
