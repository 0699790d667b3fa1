"""WIA's error codes as the faults they stand for (wiaerr.h of the Windows SDK; a few of COM's own)."""

from collections.abc import Iterator
from contextlib import contextmanager

from scanning.errors import Fault, ScanError

WARMING_UP = 0x80210007

FAULTS = {
    0x80210001: Fault.IO_ERROR,
    0x80210002: Fault.JAM,
    0x80210003: Fault.NO_DOCS,
    0x80210004: Fault.MISFEED,
    0x80210005: Fault.NO_ANSWER,
    0x80210006: Fault.BUSY,
    WARMING_UP: Fault.BUSY,
    0x80210008: Fault.STOPPED_EARLY,  # the driver wants somebody to look at the device, and does not say why
    0x80210009: Fault.NO_DEVICE,
    0x8021000A: Fault.IO_ERROR,
    0x8021000B: Fault.UNSUPPORTED,
    0x8021000C: Fault.UNSUPPORTED,
    0x8021000D: Fault.BUSY,
    0x80210015: Fault.NO_DEVICE,
    0x80210016: Fault.COVER_OPEN,
    0x80210020: Fault.DOUBLE_FEED,
    0x80070005: Fault.ACCESS_DENIED,
    0x8007000E: Fault.NO_MEMORY,
    0x80070057: Fault.UNSUPPORTED,
    0x80040154: Fault.NO_PROGRAM,
    0x800401F3: Fault.NO_PROGRAM,
}
"""A code that is not here is Fault.IO_ERROR: never the end of a stack."""


@contextmanager
def faults_named() -> Iterator[None]:
    """A COM error inside comes out as ScanError; other exceptions are bugs and pass as they are."""
    try:
        yield
    except Exception as error:
        code = code_of(error)
        if code is None:
            raise
        raise ScanError(FAULTS.get(code, Fault.IO_ERROR)) from error


def code_of(error: Exception) -> int | None:
    """The HRESULT of a COM error, unsigned; None for any other exception."""
    code = getattr(error, "hresult", None)
    return code & 0xFFFFFFFF if isinstance(code, int) else None
