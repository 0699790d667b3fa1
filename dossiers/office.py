"""What this office and this desk are: names on the letterhead, hours, numbering place, devices."""

from dataclasses import dataclass, field
from datetime import time

from dossiers.vietqr import BankAccount


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """One working interval of an ordinary day, Vietnamese wall time."""

    start: time
    end: time


ORDINARY_HOURS = (Hours(start=time(7), end=time(11, 30)), Hours(start=time(13, 30), end=time(17)))
"""Office hours seen in production one-stop systems (domain 5.1); every office sets its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The office of this desk; `unit` is its identifier code (QĐ 20/2020/QĐ-TTg), the head of every dossier code."""

    unit: str
    name: str
    parent: str = ""
    reception: str = "Trung tâm Phục vụ hành chính công"
    place: str = ""
    phone: str = ""
    lookup_url: str = ""
    tax_code: str = ""
    account: BankAccount | None = None
    """Where fees are transferred to, where the office has such an account."""
    desk_slot: int = 1
    desk_name: str = "Quầy 1"
    hours: tuple[Hours, ...] = ORDINARY_HOURS
    training: bool = False
    """A TẬP HUẤN office: everything it shows and prints is watermarked, and it can never be enrolled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Devices:
    """Which machines this desk uses and how; empty means none chosen yet."""

    printer: str = ""
    paper: str = "A4"
    scanner: str = ""
    dpi: int = 300
    reader_port: str = ""
    watched_folder: str = ""
    backup_folder: str = ""
    roll_printer: str = ""
    receipt_roll: str = ""
    """The roll receipts are printed on ("80mm", "58mm"), by `roll_printer`; empty where they are sheets too."""
    scanner_options: dict[str, str] = field(default_factory=dict)
