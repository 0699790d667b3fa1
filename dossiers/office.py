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
class ScanProfile:
    """How papers of one purpose are scanned; `paper` is the sheet laid in: "A4", "A5", "A3", or "ID-1" for cards."""

    purpose: str
    dpi: int = 300
    colour: bool = True
    both_sides: bool = False
    glass: bool = False
    paper: str = "A4"


SCAN_PROFILES = (
    ScanProfile(purpose="Giấy tờ thường"),
    ScanProfile(purpose="Giấy tờ hai mặt", both_sides=True),
    ScanProfile(purpose="Thẻ căn cước", glass=True, paper="ID-1"),
    ScanProfile(purpose="Bản vẽ, trích lục A3", glass=True, paper="A3"),
)
"""What a desk scans on its first day; every desk changes them as it likes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Devices:
    """Which machines this desk uses and how; empty means none chosen yet."""

    printer: str = ""
    paper: str = "A4"
    scanner: str = ""
    reader_port: str = ""
    """Serial ports of the readers, parted by commas; empty to find them by their USB descriptions."""
    reader_prefix: str = ""
    """What keyboard-type readers were set to type before each code; empty to tell them by their speed."""
    watched_folder: str = ""
    backup_folder: str = ""
    roll_printer: str = ""
    receipt_roll: str = ""
    """The roll receipts are printed on ("80mm", "58mm"), by `roll_printer`; empty where they are sheets too."""
    scanner_options: dict[str, str] = field(default_factory=dict)
    scanners: dict[str, str] = field(default_factory=dict)
    """Scanners this desk has used: what the clerk calls each, by its device's name."""
    scan_profiles: tuple[ScanProfile, ...] = SCAN_PROFILES
    reads_papers: bool = True
    """Whether the print on scanned papers is read while nobody is at the desk, where the programme for it is there."""
    text_program: str = ""
    """Where that programme lies; empty to look for it where it is usually installed."""
    token_library: str = ""
    """The PKCS#11 library of the signers' tokens; empty to look where such libraries usually lie."""
    trust_folder: str = ""
    """A folder with the certificates that this office trusts to name signers."""
    scan_ceiling_mb: int = 0
    """The largest file of scans (10⁶ bytes) where a portal takes no more; 0 for any size."""
