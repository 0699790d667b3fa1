"""The faults of paper and light, each a slug that crosses the process border; sentences.py says them."""

from enum import StrEnum


class Fault(StrEnum):
    """What went wrong at a device, in a file or in the spool; the value travels in JSON lines."""

    JAM = "jam"
    NO_DOCS = "no-docs"
    COVER_OPEN = "cover-open"
    BUSY = "busy"
    IO_ERROR = "io-error"
    UNSUPPORTED = "unsupported"
    ACCESS_DENIED = "access-denied"
    NO_MEMORY = "no-memory"
    NO_DEVICE = "no-device"
    NO_PROGRAM = "no-program"
    TORN_PAGE = "torn-page"
    LOW_RESOLUTION = "low-resolution"
    FILE_MISSING = "file-missing"
    FILE_UNREADABLE = "file-unreadable"
    FILE_LOCKED = "file-locked"
    FILE_TOO_BIG = "file-too-big"
    FILE_KIND = "file-kind"
    FOLDER_MISSING = "folder-missing"
    SPOOL_FULL = "spool-full"
    SPOOL_UNREADABLE = "spool-unreadable"
    WORKER_DIED = "worker-died"


class ScanError(Exception):
    """A fault of the world named by its `Fault`; as text, the clerk's sentence. It holds no personal data."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault

    def __str__(self) -> str:
        from scanning.sentences import SENTENCES

        return str(SENTENCES[self.fault])
