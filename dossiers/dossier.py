"""A dossier (hồ sơ TTHC) as the fold of its ops: frozen facts, nothing derived."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from dossiers.people import Person
from dossiers.procedure import FeeKind
from dossiers.status import Status


class Channel(StrEnum):
    """How it came in (KenhThucHien, domain 4.2)."""

    COUNTER = "1"
    ONLINE = "2"
    POST = "3"


class PaperCheck(StrEnum):
    """What the clerk saw of a paper."""

    OK = "ok"
    NOT_OK = "not_ok"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One line of the component table: counts of originals, certified copies and photocopies handed in.

    For certified-copy procedures `pages` is pages of the original, `copies` the copies asked for, and
    `electronic` asks for a signed electronic copy (the chứng thực table of the receipt, domain 1.3).
    """

    name: str
    originals: int = 0
    certified: int = 0
    photocopies: int = 0
    pages: int = 0
    copies: int = 0
    electronic: bool = False
    required: bool = True
    check: PaperCheck = PaperCheck.NOT_CHECKED
    note: str = ""

    @property
    def missing(self) -> bool:
        """A required paper that was looked at and found absent or unfit."""
        return self.required and self.check is PaperCheck.NOT_OK


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLine:
    """One amount due; an amount from unverified data is `confirmed_by` the clerk who read it out."""

    name: str
    kind: FeeKind
    amount_vnd: int
    confirmed_by: str = ""


class PaymentMode(StrEnum):
    """How a fee was settled (domain 6.5)."""

    CASH = "cash"
    TRANSFER = "transfer"
    ONLINE = "online"
    EXEMPT = "exempt"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """The promised instant, how it was counted, and who vouched for it where the rule is unverified.

    `due_at` is None for procedures without an appointment; `legal_time` is the procedure's time as item 3 of
    the receipt writes it ('3 ngày làm việc'), and what the first of the `reasons` says.
    """

    due_at: datetime | None
    reasons: tuple[str, ...] = ()
    confirmed_by: str = ""
    legal_time: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement:
    """One round of asking for missing papers; the clock stands still until `received_at`."""

    requested_at: datetime
    requested_by: str
    papers: tuple[PaperLine, ...]
    reason: str
    received_at: datetime | None = None
    received_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A scanned paper, named by the SHA-256 (hex) of its bytes; `paper` is the index of its component line."""

    sha256: str
    title: str
    mime: str
    size: int
    pages: int
    paper: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The result lying at the desk."""

    ready_at: datetime
    ready_by: str
    description: str = ""
    shelf: str = ""


class Receiver(StrEnum):
    """Who took the result."""

    OWNER = "owner"
    DELEGATE = "delegate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """The result in somebody's hand: who, on what evidence, and whether the slip came back."""

    at: datetime
    by: str
    receiver: Receiver
    name: str
    id_number: str = ""
    evidence: str = ""
    slip_taken_back: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """Paper that a clerk confirmed in hand; `times` counts them, so the mark IN LẠI LẦN n follows."""

    form: str
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The present state of one dossier: a pure function of its ops, the same at the desk and at the province."""

    id: UUID
    code: str
    unit: str
    desk: str
    status: Status
    channel: Channel
    procedure_code: str
    procedure_version: int
    procedure_name: str
    sector: str
    certification: bool
    owner: Person
    filer: Person | None
    summary: str
    sets: int
    papers: tuple[PaperLine, ...]
    fees: tuple[FeeLine, ...]
    payment: PaymentMode
    return_place: str
    received_at: datetime
    received_by: str
    appointment: Appointment
    original_due_at: datetime | None
    conditional: bool = False
    delegate: Person | None = None
    note: str = ""
    supplements: tuple[Supplement, ...] = ()
    scans: tuple[Scan, ...] = ()
    result: Result | None = None
    handover: Handover | None = None
    prints: tuple[Printed, ...] = ()
    void_reason: str = ""
    finished_at: datetime | None = None
    flags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def applicant(self) -> Person:
        """Whoever stands at the counter: the filer where there is one, else the owner."""
        return self.filer or self.owner

    @property
    def fee_total_vnd(self) -> int:
        """What is due in dong."""
        return sum(fee.amount_vnd for fee in self.fees)

    def times_printed(self, form: str) -> int:
        """How often this form was confirmed as paper."""
        return next((printed.times for printed in self.prints if printed.form == form), 0)
