"""A dossier (hồ sơ TTHC) as the fold of its ops: frozen facts."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from msgspec import UNSET, UnsetType

from dossiers.books import BookEntry, BookKind
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


class Digital(StrEnum):
    """Where a paper's electronic copy comes from: nowhere, scanned here, used again, a result (domain 6.2)."""

    NONE = "0"
    SCANNED = "1"
    REUSED = "2"
    REUSED_RESULT = "3"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One line of the component table: counts of originals, certified copies and photocopies handed in.

    For certified-copy procedures `pages` is pages of the original, `copies` the copies asked for, and
    `electronic` asks for a signed electronic copy (the chứng thực table of the receipt, domain 1.3).
    `code` is the paper's code in the national catalogue (MaGiayTo), where it has one.
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
    digital: Digital = Digital.NONE
    code: str = ""

    @property
    def missing(self) -> bool:
        """A required paper that was looked at and found absent or unfit."""
        return self.required and self.check is PaperCheck.NOT_OK


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLine:
    """One amount due; an amount from unverified data is `confirmed_by` the clerk who read it out.

    A reduced amount keeps what it was (`full_vnd`), why it was reduced, and the paper that proved it.
    """

    name: str
    kind: FeeKind
    amount_vnd: int
    confirmed_by: str = ""
    full_vnd: int = 0
    reduction: str = ""
    reduction_paper: str = ""


class PaymentMode(StrEnum):
    """How a fee was settled (domain 6.5)."""

    CASH = "cash"
    TRANSFER = "transfer"
    ONLINE = "online"
    EXEMPT = "exempt"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The second stage of a two-stage procedure: when it begins and when it is due (domain 1.3, variant B)."""

    begins_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """The promised instant, how it was counted, and who vouched for it where the rule is unverified.

    `due_at` is None for procedures without an appointment; `legal_time` is the procedure's time as item 3 of
    the receipt writes it ('3 ngày làm việc'), and what the first of the `reasons` says. With two stages `due_at`
    is the end of the first, and `second_stage` follows it.
    """

    due_at: datetime | None
    reasons: tuple[str, ...] = ()
    confirmed_by: str = ""
    legal_time: str = ""
    second_stage: Stage | None = None


class PauseCause(StrEnum):
    """What the clock stands still for."""

    SUPPLEMENT = "supplement"
    DUTY = "duty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """One interval in which the office's clock stood still; open until `ended_at`."""

    cause: PauseCause
    begun_at: datetime
    ended_at: datetime | None = None


class DueCause(StrEnum):
    """Why the due instant moved: the clock stood still, the holidays changed, or the law of its day came late."""

    PAUSE = "pause"
    CALENDAR = "calendar"
    LAW = "law"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueChange:
    """One move of the due instant, both instants kept."""

    at: datetime
    by: str
    cause: DueCause
    before: datetime
    after: datetime


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
class Duty:
    """A financial duty towards the state that the dossier waits for; the clock stands still until `fulfilled_at`."""

    demanded_at: datetime
    demanded_by: str
    amount_vnd: int
    basis: str
    fulfilled_at: datetime | None = None
    fulfilled_by: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who has the dossier in hand; an empty `office` is this one."""

    office: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One change of custody: given by one, taken by the other when both have signed (phiếu kiểm soát, domain 1.3).

    `due_at` is the receiver's own deadline for this step.
    """

    sender: Holder
    receiver: Holder
    given_at: datetime
    given_by: str
    due_at: datetime | None = None
    note: str = ""
    taken_at: datetime | None = None
    taken_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """An office that has a part in the dossier: its name, and its identifier code where it is known."""

    name: str
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A scanned paper, named by the SHA-256 (hex) of its bytes; `paper` is the index of its component line.

    `result` marks a scan of the result itself. `signed_from` is the hash of the file as it was scanned, where this is
    that file with a signature more; it is left out elsewhere, so that states written before it keep their bytes.
    """

    sha256: str
    title: str
    mime: str
    size: int
    pages: int
    paper: int | None = None
    result: bool = False
    signed_from: str | UnsetType = UNSET

    @property
    def unsigned(self) -> str:
        """The hash of the file as it was scanned: this one's own, where nobody signed."""
        return self.signed_from or self.sha256

    @property
    def place(self) -> tuple[str, int | None, bool]:
        """Which file it is and where it lies in the dossier; a signed file lies where its scan does."""
        return self.unsigned, self.paper, self.result


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOff:
    """A scan that does not count in this dossier any more: its place, why, and the code of the one it was moved to.

    `sha256` names the file as it was scanned; `digital` is what the component line claimed before, and claims again
    when the scan is put back.
    """

    sha256: str
    paper: int | None
    result: bool
    at: datetime
    by: str
    reason: str
    moved_to: str = ""
    digital: Digital = Digital.NONE

    @property
    def place(self) -> tuple[str, int | None, bool]:
        """See `Scan.place`."""
        return self.sha256, self.paper, self.result


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPaper:
    """What the result is, as the result register keeps it (domain 6.4): kind, number, issuer, signer, dates."""

    kind: str = ""
    number: str = ""
    issuer: str = ""
    signer: str = ""
    issued_on: date | None = None
    expires_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The result lying at the desk."""

    ready_at: datetime
    ready_by: str
    description: str = ""
    shelf: str = ""
    paper: ResultPaper = ResultPaper()


class Receiver(StrEnum):
    """Who took the result."""

    OWNER = "owner"
    DELEGATE = "delegate"
    POST = "post"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """The result in somebody's hand: who, on what evidence, and whether the slip came back.

    `signature` is the SHA-256 (hex) of the signature's picture among the dossier's scans; `originals_kept` says
    which old originals the office took back (BanGocThuLai, domain 6.4).
    """

    at: datetime
    by: str
    receiver: Receiver
    name: str
    id_number: str = ""
    phone: str = ""
    evidence: str = ""
    slip_taken_back: bool = True
    originals_kept: str = ""
    signature: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """The result on its way by post; `back_at` where the parcel came back unclaimed."""

    at: datetime
    by: str
    tracking: str
    address: str
    back_at: datetime | None = None


class EndKind(StrEnum):
    """How a dossier ended without a result."""

    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """An end without a result: why, on whose proposal and decision, at what stage, and what becomes of the money."""

    kind: EndKind
    at: datetime
    by: str
    reason: str
    signer: str = ""
    decision: str = ""
    stage: str = ""
    finances: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Apology:
    """The one apology of a dossier with its new date; the due instant it is judged by stays where it was."""

    at: datetime
    by: str
    reason: str
    signer: str
    due_at: datetime
    promised_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A remark kept with its time and author."""

    at: datetime
    by: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """Money given back on a receipt that stays valid."""

    at: datetime
    by: str
    amount_vnd: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeReceipt:
    """Money taken, under the number of a book; a void keeps its number (domain 1.3, biên lai)."""

    entry: BookEntry
    at: datetime
    by: str
    payer: str
    mode: PaymentMode
    lines: tuple[FeeLine, ...]
    voided_at: datetime | None = None
    voided_by: str = ""
    void_reason: str = ""
    refunds: tuple[Refund, ...] = ()

    @property
    def total_vnd(self) -> int:
        """What was taken in dong."""
        return sum(line.amount_vnd for line in self.lines)

    @property
    def kept_vnd(self) -> int:
        """What the office still holds of it."""
        return 0 if self.voided_at else self.total_vnd - sum(refund.amount_vnd for refund in self.refunds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """Paper that a clerk confirmed in hand; `times` counts them, so the mark IN LẠI LẦN n follows."""

    form: str
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """When and by whom a field that anybody may reword was last corrected; `binding` where the province did."""

    field: str
    at: datetime
    by: str
    binding: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """A value somebody wrote in a field that shows another (rivals.py); it `waits` until a person has decided."""

    field: str
    value: str
    at: datetime
    by: str
    waits: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """How it came back from the signed code of its slip: when, by whom, under which number of the register of dossiers.

    `confirmed_by` vouched for a signing key that no list knows; `undone` where the pile was the wrong one.
    """

    at: datetime
    by: str
    entry: BookEntry | None = None
    confirmed_by: str = ""
    undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The present state of one dossier: a pure function of its ops, the same at the desk and at the province.

    `unit` receives it; `supporting` helped the citizen file it elsewhere, and `deciding` owns the decision where it
    is not this office (phi địa giới, NĐ 118/2025/NĐ-CP). `late_since` is the due instant the clock ran past: it is
    worked out by `dossiers.fold.apply` alone, for every op alike, and once there it never goes away. `recovered` stands
    until the original reception is known. `taken_off` is left out while nothing was: states of before keep their bytes.
    """

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
    supporting: Agency | None = None
    deciding: Agency | None = None
    entries: tuple[BookEntry, ...] = ()
    supplements: tuple[Supplement, ...] = ()
    duties: tuple[Duty, ...] = ()
    pauses: tuple[Pause, ...] = ()
    due_changes: tuple[DueChange, ...] = ()
    late_since: datetime | None = None
    apology: Apology | None = None
    hops: tuple[Hop, ...] = ()
    shelf: str = ""
    receipts: tuple[FeeReceipt, ...] = ()
    scans: tuple[Scan, ...] = ()
    result: Result | None = None
    posting: Posting | None = None
    handover: Handover | None = None
    ending: Ending | None = None
    notes: tuple[Note, ...] = ()
    prints: tuple[Printed, ...] = ()
    void_reason: str = ""
    finished_at: datetime | None = None
    flags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    wordings: tuple[Wording, ...] = ()
    rivals: tuple[Rival, ...] = ()
    recovered: Recovered | None = None
    taken_off: tuple[TakenOff, ...] | UnsetType = UNSET

    @property
    def applicant(self) -> Person:
        """Whoever stands at the counter: the filer where there is one, else the owner."""
        return self.filer or self.owner

    @property
    def scans_in_force(self) -> tuple[Scan, ...]:
        """The scans without those taken off, those that a signed file stands for, and all but its latest signing."""
        off = {each.place for each in self.taken_off or ()}
        latest = {scan.place: scan for scan in self.scans if scan.signed_from}
        return tuple(
            scan for scan in self.scans if scan.place not in off and latest.get(scan.place, scan) == scan
        )

    @property
    def scans_off(self) -> tuple[tuple[Scan, TakenOff], ...]:
        """The scans that were taken off and are kept as evidence, each as it was last, in the order they went."""
        last = {scan.place: scan for scan in self.scans}
        return tuple((last[each.place], each) for each in self.taken_off or () if each.place in last)

    @property
    def fee_total_vnd(self) -> int:
        """What is due in dong."""
        return sum(fee.amount_vnd for fee in self.fees)

    @property
    def fee_kept_vnd(self) -> int:
        """What was taken and not given back, in dong."""
        return sum(receipt.kept_vnd for receipt in self.receipts)

    @property
    def holder(self) -> Holder:
        """Who has it in hand: whoever it was last given to, at first the clerk who took it in."""
        return self.hops[-1].receiver if self.hops else Holder(person=self.received_by)

    @property
    def held_since(self) -> datetime:
        """Since when they have it."""
        return self.hops[-1].given_at if self.hops else self.received_at

    def entry(self, kind: BookKind) -> BookEntry | None:
        """Its number in a book of that kind, the first where it has several; of a recovered one what its slip says."""
        told = (self.recovered.entry,) if self.recovered and self.recovered.entry else ()
        return next((entry for entry in (*self.entries, *told) if entry.kind is kind), None)

    def times_printed(self, form: str) -> int:
        """How often this form was confirmed as paper."""
        return next((printed.times for printed in self.prints if printed.form == form), 0)
