"""The dossiers one batch touches, in memory: each line folded in its turn, or held with a reason."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from dossiers import fold, records
from dossiers.clock import local_date
from dossiers.dossier import Dossier
from dossiers.errors import KnownError
from dossiers.journal import Entry, Op
from dossiers.records import RECORDS
from sync.province.devices import OWN_SLOT, Desk

REVOKED = "Máy gửi đã bị thu hồi quyền; việc này chờ cán bộ tỉnh xem lại."
UNREADABLE = "Máy chủ tỉnh không áp dụng được việc này. Dòng gốc được giữ, chờ người xem."
OTHER_UNIT = "Hồ sơ này thuộc đơn vị khác với đơn vị của máy gửi."
TAKEN_CODE = "Số hồ sơ này đã cấp cho một hồ sơ khác. Hồ sơ được giữ, chờ cấp số mới."
NOT_THE_PROVINCE = "Chỉ máy chủ tỉnh được sửa bắt buộc một trường. Dòng gốc được giữ, chờ người xem."
MAX_REASON = 500


@dataclass(frozen=True, slots=True)
class Line:
    """A line to be folded, the key it is applied under, and what it says; None where it cannot be read."""

    entry: Entry
    key: bytes
    op: Op | None


@dataclass(frozen=True, slots=True)
class Page:
    """A dossier and how often it has changed."""

    state: Dossier
    rev: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the books hold of what a batch touches: its dossiers, and who of the unit has the codes it would take."""

    pages: Mapping[UUID, Page]
    codes: Mapping[str, UUID]


@dataclass(frozen=True, slots=True)
class Stored:
    """A state as the books keep it."""

    page: Page
    data: bytes
    received_on: str


class Sheet:
    """One way through a batch; what is on the shelf stays as it is."""

    def __init__(self, desk: Desk, shelf: Shelf, *, wary: bool = False) -> None:
        """`wary`: each state is tried as it comes, so that the very line is held after which it cannot be stored."""
        self._desk = desk
        self._wary = wary
        self._codes = dict(shelf.codes)
        self.pages = dict(shelf.pages)
        self.changed: set[UUID] = set()
        self.taken_in: list[UUID] = []
        self.applied: list[Line] = []
        self.tripped: list[tuple[Line, Exception]] = []

    def fold(self, line: Line) -> str:
        """Apply one line; returns why not, or nothing."""
        op = line.op
        if op is None:
            return UNREADABLE
        if self._desk.revoked:
            return REVOKED
        try:
            if op.kind in RECORDS:
                records.read(op)
            else:
                self._turn(op)
        except KnownError as error:
            return storable(str(error))
        except Exception as error:  # noqa: BLE001 — one line that trips our own code must not stop a commune's journal
            self.tripped.append((line, error))
            return UNREADABLE
        if op.kind not in RECORDS:
            self.applied.append(line)
        return ""

    def stored(self) -> Iterator[Stored]:
        """Every changed dossier as it is to be kept; raises whatever keeps one from being stored."""
        return (store(self.pages[identity]) for identity in self.changed)

    def _turn(self, op: Op) -> None:
        """Put a dossier in its next state; raises KnownError."""
        page = self.pages.get(op.dossier_id)
        state = fold.apply(page.state if page else None, op)
        self._check(page.state if page else None, state)
        turned = Page(state, page.rev + 1 if page else 1)
        if self._wary:
            store(turned)
        if page is None:
            self.taken_in.append(op.dossier_id)
        self.pages[op.dossier_id] = turned
        self._codes[state.code] = op.dossier_id
        self.changed.add(op.dossier_id)

    def _check(self, before: Dossier | None, after: Dossier) -> None:
        """What the province must be sure of before a dossier enters its books; raises KnownError."""
        if after.unit != self._desk.unit:
            raise KnownError(OTHER_UNIT)
        if self._codes.get(after.code, after.id) != after.id:
            raise KnownError(TAKEN_CODE)
        known = before.wordings if before else ()
        # Only the province itself writes what no desk overrules.
        if self._desk.slot != OWN_SLOT and any(each.binding and each not in known for each in after.wordings):
            raise KnownError(NOT_THE_PROVINCE)


def store(page: Page) -> Stored:
    """A state as bytes that read back as the same state; raises KnownError, or what its encoding raises.

    An instant may have no Vietnamese day, a text may be one that PostgreSQL refuses.
    """
    data = fold.encode_state(page.state)
    if "\0" in page.state.code or fold.decode_state(data) != page.state:
        raise KnownError(UNREADABLE)
    return Stored(page, data, local_date(page.state.received_at).isoformat())


def storable(text: str) -> str:
    """PostgreSQL's text knows no NUL."""
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}")[:MAX_REASON]
