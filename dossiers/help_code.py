"""The help code: how a desk is, in twelve characters that a clerk reads over the telephone.

Sixty bits in Crockford's base32: a version of the form, the facts of `State` in steps, never a name or a number of a
person, and a check of ten bits (CRC-10, x¹⁰+x⁹+x⁵+x⁴+x+1, ITU-T I.610) that finds every single wrong character and
every two neighbours read in the wrong order.
"""

from dataclasses import dataclass
from enum import IntEnum

from dossiers.errors import InvalidInput
from dossiers.ids import CROCKFORD

ALIKE = str.maketrans("ILO", "110")
LENGTH = 12
CHECK_BITS = 10
POLYNOMIAL = 0x633
FORM = 0


class Light(IntEnum):
    """How one thing is: nobody looked, in order, good to know, somebody must act."""

    UNKNOWN = 0
    GOOD = 1
    NOTE = 2
    BAD = 3


TOPICS = ("disk", "home", "backup", "sync", "printer", "scanner", "reader", "line", "clock", "certificate")
"""What a desk looks at, in the order of the code; new ones go to the end, and none is taken away."""

ERRORS = (
    "", "other", "AttributeError", "KeyError", "IndexError", "TypeError", "ValueError", "OSError", "PermissionError",
    "FileNotFoundError", "MemoryError", "TimeoutError", "UnicodeDecodeError", "AssertionError", "RuntimeError",
    "DiskFull", "Damaged", "DeskOpen", "PrinterTrouble", "ScanError", "Offline", "Refused", "CaptivePortal",
    "ServerReset", "SlowLine", "TlsFault", "NotAdmitted", "ServerBusy", "NotTheProvince", "Deceived", "Forked",
    "UpgradeNeeded", "BadPack", "CourierFault", "UpdateFault", "Crash",
)  # fmt: skip
"""Classes of errors; new ones go to the end (64 at most), and none is taken away."""

AGES_H = (0, 1, 6, 24, 72, 168, 720)
"""The steps of an age in hours; an age is told as the last step it has reached."""

COUNTS = (0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)
"""The steps of a count, likewise."""

WIDTHS = (2, 2, 5, 4, 2 * len(TOPICS), 4, 3, 6)
"""Bits of: the form, the version's three numbers, the lights, the count unsent, the age of its oldest, the error."""

SPARE_BITS = LENGTH * 5 - CHECK_BITS - sum(WIDTHS)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the code tells; counts and ages come back as the step they had reached."""

    version: tuple[int, int, int]
    """Major, minor, patch of the desk's version; above 3, 31 and 15 the highest is told."""

    lights: dict[str, Light]
    unsent: int
    oldest_unsent_h: int
    last_error: str


class NotACode(InvalidInput):
    """What was heard is no help code: a character was misheard, left out or exchanged."""

    def __init__(self) -> None:
        super().__init__("Mã trợ giúp chưa đúng. Nhờ cán bộ đọc lại từng nhóm bốn ký tự.", field="code")


def write(state: State) -> str:
    """The code in three groups of four, as it is read aloud: `7KQ2-0M3D-XW9A`."""
    lights = 0
    for topic in TOPICS:
        lights = lights << 2 | state.lights.get(topic, Light.UNKNOWN)
    error = ERRORS.index(state.last_error) if state.last_error in ERRORS else ERRORS.index("other")
    major, minor, patch = state.version
    values = (FORM, min(major, 3), min(minor, 31), min(patch, 15), lights, reached(COUNTS, state.unsent),
              reached(AGES_H, state.oldest_unsent_h), error)  # fmt: skip
    told = 0
    for value, width in zip(values, WIDTHS, strict=True):
        told = told << width | value
    told <<= SPARE_BITS
    number = told << CHECK_BITS | check(told)
    letters = "".join(CROCKFORD[number >> 5 * place & 31] for place in reversed(range(LENGTH)))
    return "-".join(letters[at : at + 4] for at in range(0, LENGTH, 4))


def read(heard: str) -> State:
    """What a code tells; case, spaces and dashes do not matter, I and L are 1, O is 0. Raises NotACode."""
    letters = "".join(heard.upper().replace("-", " ").split()).translate(ALIKE)
    if len(letters) != LENGTH or not set(letters) <= set(CROCKFORD):
        raise NotACode
    number = 0
    for letter in letters:
        number = number << 5 | CROCKFORD.index(letter)
    told = number >> CHECK_BITS
    if check(told) != number & (1 << CHECK_BITS) - 1:
        raise NotACode
    told >>= SPARE_BITS
    values: list[int] = []
    for width in reversed(WIDTHS):
        values.insert(0, told & (1 << width) - 1)
        told >>= width
    form, major, minor, patch, lights, unsent, oldest, error = values
    if form != FORM or error >= len(ERRORS) or oldest >= len(AGES_H):
        raise NotACode
    last = 2 * (len(TOPICS) - 1)
    return State(
        version=(major, minor, patch), unsent=COUNTS[unsent], oldest_unsent_h=AGES_H[oldest], last_error=ERRORS[error],
        lights={topic: Light(lights >> last - 2 * place & 3) for place, topic in enumerate(TOPICS)},
    )  # fmt: skip


def check(told: int) -> int:
    """CRC-10 over the fifty bits; it begins with ones, so that a code of zeros is no code."""
    width = LENGTH * 5 - CHECK_BITS
    rest = (told << CHECK_BITS) ^ ((1 << CHECK_BITS) - 1) << width
    for bit in reversed(range(CHECK_BITS, width + CHECK_BITS)):
        if rest >> bit & 1:
            rest ^= POLYNOMIAL << bit - CHECK_BITS
    return rest


def reached(steps: tuple[int, ...], value: int) -> int:
    """The place of the last step that `value` has reached."""
    return max(place for place, step in enumerate(steps) if step <= max(value, 0))
