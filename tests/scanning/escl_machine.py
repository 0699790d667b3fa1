"""The machine behind the fault server: sheets in its tray, one job, and what befalls which sheet."""

import threading
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Counting(StrEnum):
    """What a maker's ImagesCompleted counts; the standard can be read in two ways, and it is optional."""

    SCANNED = "scanned"
    TRANSFERRED = "transferred"
    NOTHING = "nothing"


class Trouble(StrEnum):
    """What can befall a sheet. The first nine are the matrix of feeder faults."""

    JAM = "jam"
    COVER = "cover"
    MULTIPICK = "multipick"
    MISPICK = "mispick"
    TRUNCATED = "truncated"
    RESET = "reset"
    BUSY = "busy"
    SLOW = "slow"
    GARBAGE = "garbage"
    CUT = "cut"
    """A JPEG cut off in its middle, delivered as whole."""
    MUTE_JAM = "mute-jam"
    """A jam told as 200 with nothing in it (AirSane); the truth stands in the status."""
    MUTE_ABORT = "mute-abort"
    """The same with an AdfState that stays Loaded: a device that will not say why."""
    TOO_LONG = "too-long"
    STOP_BUTTON = "stop-button"
    NOT_YET = "not-yet"
    """404 while the feeder still fetches the sheet (sane-airscan issue 39)."""
    SWALLOWED = "swallowed"
    """The line breaks in the page, and the device counts it as delivered."""
    UNPLUGGED = "unplugged"


ADF_STATES = {
    Trouble.JAM: "ScannerAdfJam",
    Trouble.MUTE_JAM: "ScannerAdfJam",
    Trouble.COVER: "ScannerAdfHatchOpen",
    Trouble.MULTIPICK: "ScannerAdfMultipickDetected",
    Trouble.MISPICK: "ScannerAdfMispick",
    Trouble.TOO_LONG: "ScannerAdfDuplexPageTooLong",
}
GIVEN_AWAY = {Trouble.TRUNCATED, Trouble.GARBAGE, Trouble.CUT, Trouble.SWALLOWED}
"""Troubles after which the sheet lies in the output tray."""


@dataclass
class FaultyScanner:
    """The machine: sheets in its tray (a picture a side), what befalls which sheet of the stack, one job at a time."""

    tray: list[bytes] = field(default_factory=list)
    glass: bytes = b""
    troubles: dict[int, list[Trouble]] = field(default_factory=dict)
    """By sheet, 1-based over everything ever fed; each happens once."""
    end_status: int = 409
    chunked: bool = False
    counting: Counting = Counting.SCANNED
    busy_jobs: int = 0
    """How many tickets are turned away with 503 first."""
    uuid: str = field(default_factory=lambda: str(uuid.uuid4()))
    hold_sheet: int = 0
    """The sheet that is not handed out before `released` is set; 0 set meanwhile gives it to nobody."""
    released: threading.Event = field(default_factory=threading.Event)
    asked: threading.Event = field(default_factory=threading.Event)
    """Set once the held sheet has been asked for."""
    given_at: list[float] = field(default_factory=list)
    """When the last byte of each page had been handed to the line, on the monotonic clock."""
    tickets: list[bytes] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    adf: str = ""
    job: str = ""
    job_state: str = "Processing"
    reason: str = "JobScanning"
    fed: int = 0
    completed: int = 0

    def clear(self, *sheets: bytes) -> None:
        """The clerk takes the trouble out of the machine and lays these sheets on top of the stack again."""
        self.adf = ""
        self.tray[:0] = sheets
        self.fed -= len(sheets)

    @property
    def adf_state(self) -> str:
        """As the protocol spells it."""
        return self.adf or ("ScannerAdfLoaded" if self.tray else "ScannerAdfEmpty")

    def open_job(self, ticket: bytes) -> str:
        """A new job, or nothing where the machine says it is busy."""
        if self.busy_jobs:
            self.busy_jobs -= 1
            return ""
        self.tickets.append(ticket)
        self.job, self.job_state, self.reason, self.completed = str(uuid.uuid4()), "Processing", "JobScanning", 0
        return self.job

    def end_job(self, state: str, reason: str) -> None:
        """The job is over."""
        self.job_state, self.reason = state, reason

    def next_trouble(self) -> Trouble | None:
        """What befalls the sheet now on top, once."""
        waiting = self.troubles.get(self.fed + 1, [])
        return waiting.pop(0) if waiting else None

    def give(self) -> bytes:
        """The sheet on top leaves the tray for good."""
        self.fed += 1
        self.completed += 1
        return self.tray.pop(0)


def stack(pictures: Sequence[bytes], **troubles: Sequence[Trouble]) -> FaultyScanner:
    """A machine with a stack in its tray; `sheet_3=[Trouble.JAM]` says what befalls the third."""
    by_sheet = {int(name.removeprefix("sheet_")): list(each) for name, each in troubles.items()}
    return FaultyScanner(tray=list(pictures), troubles=by_sheet)
