"""What may go wrong with a token or a file, each a slug that crosses the process border; sentences.py says them."""

from enum import StrEnum


class SigningFault(StrEnum):
    """One fault of the world; the value travels in JSON lines."""

    NO_LIBRARY = "no-library"
    NO_TOKEN = "no-token"
    NO_CERTIFICATE = "no-certificate"
    NO_KEY = "no-key"
    EXPIRED = "expired"
    NOT_YET = "not-yet"
    USAGE = "usage"
    PIN_WRONG = "pin-wrong"
    PIN_LOW = "pin-low"
    PIN_LAST = "pin-last"
    PIN_LOCKED = "pin-locked"
    PIN_UNSET = "pin-unset"
    REMOVED = "removed"
    TOKEN_FAILED = "token-failed"
    HUNG = "hung"
    DIED = "died"
    STOPPED = "stopped"
    FILE_UNFIT = "file-unfit"


PIN_FAULTS = frozenset({SigningFault.PIN_WRONG, SigningFault.PIN_LOW, SigningFault.PIN_LAST})
"""Another PIN may be typed after these."""


class SigningError(Exception):
    """A fault named by its `SigningFault`; as text, the clerk's sentence. It holds no personal data and no PIN."""

    def __init__(self, fault: SigningFault) -> None:
        super().__init__(fault.value)
        self.fault = fault

    def __str__(self) -> str:
        from scanning.signatures.sentences import SENTENCES

        return SENTENCES[self.fault]
