"""The faults of paper and light, each a slug that crosses the process border; sentences.py says them."""

from enum import StrEnum


class Fault(StrEnum):
    """What went wrong at a device, in a file or in the spool; the value travels in JSON lines."""

    JAM = "jam"
    NO_DOCS = "no-docs"
    COVER_OPEN = "cover-open"
    DOUBLE_FEED = "double-feed"
    MISFEED = "misfeed"
    WRONG_PAPER = "wrong-paper"
    BUSY = "busy"
    STOPPED_EARLY = "stopped-early"
    STOPPED_BY_HAND = "stopped-by-hand"
    IO_ERROR = "io-error"
    UNSUPPORTED = "unsupported"
    ACCESS_DENIED = "access-denied"
    NO_MEMORY = "no-memory"
    NO_DEVICE = "no-device"
    NO_ANSWER = "no-answer"
    NO_PROGRAM = "no-program"
    BAD_ADDRESS = "bad-address"
    STRANGE_CERTIFICATE = "strange-certificate"
    TORN_PAGE = "torn-page"
    PAGE_MISSING = "page-missing"
    CORRUPT_PAGE = "corrupt-page"
    CAMERA_TOO_FAR = "camera-too-far"
    LOW_RESOLUTION = "low-resolution"
    FILE_MISSING = "file-missing"
    FILE_UNREADABLE = "file-unreadable"
    FILE_LOCKED = "file-locked"
    FILE_TOO_BIG = "file-too-big"
    FILE_KIND = "file-kind"
    PAGE_TOO_SLOW = "page-too-slow"
    FILE_TOO_SLOW = "file-too-slow"
    FOLDER_MISSING = "folder-missing"
    SPOOL_FULL = "spool-full"
    SPOOL_UNREADABLE = "spool-unreadable"
    WORKER_DIED = "worker-died"
    DRAWING_DIED = "drawing-died"


SHEET_TO_FEED_AGAIN = frozenset({Fault.TORN_PAGE, Fault.CORRUPT_PAGE})
"""Faults after which the sheet already lies in the output tray: the clerk must be told which one it was."""


class ScanError(Exception):
    """A fault of the world named by its `Fault`; as text, the clerk's sentence. It holds no personal data."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault

    def __str__(self) -> str:
        from scanning.sentences import SENTENCES

        return str(SENTENCES[self.fault])
