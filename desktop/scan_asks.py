"""What the window asks about the scans of a dossier: where each lies, its bytes, and to have one fetched back."""

from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.paper_door import DrawnPage, PaperDoor
from dossiers.clock import Clock, from_ms, local_date, to_ms
from dossiers.dossier import Dossier, PaperLine, Scan, TakenOff
from dossiers.errors import Impossible, KnownError
from dossiers.people import Right
from dossiers.permissions import rights_of
from dossiers.reuse_scan import EarlierPaper

if TYPE_CHECKING:
    from desktop.jobs import Desk, Jobs
    from dossiers.store.paper_text import PLACED
    from dossiers.store.paper_text import FoundPage as FoundPage
    from dossiers.store.paper_text import ReadSoFar as ReadSoFar
    from scanning.signatures.check import Checked as Checked

SCREEN_DPI = 110
"""A page as wide as the screen's column, and its small print still to be read."""

MOST_FOUND = 8
SIGNED = b"/ByteRange"
"""What every signature in a PDF begins with (ISO 32000-1, 12.8.1)."""


class Where(StrEnum):
    """Where the bytes of a scan lie, as far as this desk knows."""

    HERE = "here"
    BOTH = "both"
    PROVINCE = "province"
    ELSEWHERE = "elsewhere"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanFile:
    """A scan, where it lies, the day of the province's receipt, and whether it is here for a day only.

    `off` says when, why and by whom it was taken off its dossier.
    """

    scan: Scan
    where: Where
    receipt_on: date | None = None
    for_a_day: bool = False
    off: TakenOff | None = None

    @property
    def here(self) -> bool:
        """Whether it can be looked at now."""
        return self.where in {Where.HERE, Where.BOTH}


def read_scans(desk: "Desk", dossier: Dossier) -> tuple[ScanFile, ...]:
    """The scans of a dossier that are in force, in the order they were attached, then those taken off."""
    kept = (replace(_file(desk, scan), off=off) for scan, off in dossier.scans_off)
    return (*(_file(desk, scan) for scan in dossier.scans_in_force), *kept)


def require_sight(desk: "Desk", file: ScanFile) -> None:
    """One taken off is for whoever may see who looked at what: it may be a stranger's paper. Raises Impossible."""
    if file.off and Right.RECORD not in rights_of(desk.clerk):
        raise Impossible("Bản quét đã gỡ chỉ lãnh đạo và người quản trị xem được.")


def read_file(desk: "Desk", file: ScanFile) -> bytes:
    """Its bytes; raises Impossible for whoever may not look, KnownError where it does not lie here."""
    require_sight(desk, file)
    return desk.files.get(file.scan.sha256)


def find_dossiers(desk: "Desk", text: str) -> tuple[Dossier, ...]:
    """The dossiers a scan may be moved to: the one of a code, else the newest that a name or number leads to."""
    from dossiers.store.register import Query

    exact = desk.register.find(text)
    if exact or not text.strip():
        return (exact,) if exact else ()
    return tuple(desk.register.get(row.id) for row in desk.register.search(Query(text=text, limit=MOST_FOUND)).rows)


def read_earlier(desk: "Desk", id_number: str, papers: tuple[PaperLine, ...]) -> dict[str, EarlierPaper]:
    """The latest scan of each of these papers in a person's earlier dossiers, by the paper's name."""
    from dossiers.store.earlier_papers import earlier_papers

    found = zip(papers, earlier_papers(desk, id_number, papers), strict=True)
    return {paper.name: earlier[0] for paper, earlier in found if earlier}


def read_usable(desk: "Desk", dossier: Dossier) -> dict[int, EarlierPaper]:
    """What may stand in for the papers of a dossier without a scan, by their place; not where originals are seen."""
    scanned = {scan.paper for scan in dossier.scans_in_force}
    found = {} if dossier.certification else read_earlier(desk, dossier.owner.id_number, dossier.papers)
    fitting = {place: found.get(paper.name) for place, paper in enumerate(dossier.papers) if place not in scanned}
    return {place: earlier for place, earlier in fitting.items() if earlier and earlier.here}


def _file(desk: "Desk", scan: Scan) -> ScanFile:
    here, known = desk.files.has(scan.sha256), desk.wire.named_file(scan.sha256)
    if known is None:
        return ScanFile(scan=scan, where=Where.HERE if here else Where.ELSEWHERE, for_a_day=here)
    if not known.receipt:
        return ScanFile(scan=scan, where=Where.HERE if here else Where.LOST)
    return ScanFile(
        scan=scan, where=Where.BOTH if here else Where.PROVINCE, receipt_on=_signed_on(desk, known.receipt),
        for_a_day=here and known.let_go,
    )  # fmt: skip


def _signed_on(desk: "Desk", receipt: bytes) -> date:
    """The day of a receipt, whose seal was checked when it came."""
    from sync import protocol
    from sync.membership import membership

    opened = protocol.open_message(
        membership(desk).province_key, protocol.BLOB_RECEIPT, receipt, protocol.BlobReceipt
    )  # fmt: skip
    return local_date(from_ms(opened.at))


def fetch_scan(jobs: "Jobs", clock: Clock, file: ScanFile) -> None:
    """Have a scan here for a day; in the pool. Raises LineFault, ScanAway, ScanElsewhere or ScanWrong.

    What another desk of the office has scanned is asked of that desk first, then of the province.
    """
    from sync.hub.scans import fetch_from_desks
    from sync.scan_fetch import ScanElsewhere

    if file.where is not Where.ELSEWHERE:
        _fetch_from_province(jobs, clock, file)
    elif not fetch_from_desks(jobs.wait, file.scan):
        try:
            _fetch_from_province(jobs, clock, file)
        except KnownError as error:
            raise ScanElsewhere from error


def _fetch_from_province(jobs: "Jobs", clock: Clock, file: ScanFile) -> None:
    from sync.membership import connect
    from sync.scan_fetch import fetch_from_province

    with closing(jobs.wait(connect)) as client:
        fetch_from_province(jobs.wait, client, clock, file.scan)


@dataclass(frozen=True, slots=True)
class ExportedScan:
    """A scan on its way to a file: its bytes, and the words read on it by page."""

    data: bytes
    words: "Mapping[int, tuple[PLACED, ...]]"


def export_scan(desk: "Desk", code: str, file: ScanFile) -> ExportedScan:
    """A scan that leaves the desk, which is put on record first; raises as `read_file` does."""
    from desktop.people_asks import note_export

    require_sight(desk, file)
    note_export(desk, f"{code}: {file.scan.title}")
    return ExportedScan(read_file(desk, file), desk.paper_text.words(file.scan.sha256))


def save_scan(exported: ExportedScan, door: PaperDoor, path: Path) -> Path:
    """Write it with its words unseen over its pages; in the pool. Raises DiskFull or KnownError, the old file kept.

    A signed file is written byte for byte: one word more would break the signature.
    """
    from dossiers.store.durable import write_whole
    from scanning.errors import ScanError

    data = exported.data
    if exported.words and SIGNED not in data:
        with suppress(ScanError):  # a file that no words can be laid over is still the file that was asked for
            data = door.lay_words(data, exported.words)
    write_whole(path, [data])
    return path


def check_file(file: Path, trust_folder: str, at: datetime) -> "Checked":
    """Who signed a file and whether it holds, found by a child; for the pool. Raises KnownError."""
    from scanning.signatures.checking import MOST_BYTES

    unopened = KnownError("Không mở được tệp này. Tệp vẫn nguyên. Xem lại tên tệp và quyền đọc.")
    if not file.is_file():
        raise unopened
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise unopened from error
    return check_signatures(data, trust_folder, at)


def check_signatures(data: bytes, trust_folder: str, at: datetime) -> "Checked":
    """The same of a scan's bytes; what nobody signed costs no child."""
    from desktop.trust_list import read_anchors
    from scanning.signatures.checking import check_apart

    return check_apart(data, read_anchors(trust_folder), to_ms(at))


def draw_side(data: bytes, dpi: int, sides: int) -> DrawnPage:
    """One of so many sides as the scanner of this desk gave it; in the pool. Raises ScanError where it is spoilt."""
    from scanning.picture import decode, rgb
    from scanning.tidy import at_dpi

    pixels = rgb(at_dpi(decode(data), dpi, SCREEN_DPI))
    return DrawnPage(sides, pixels.shape[1], pixels.shape[0], pixels.tobytes())
