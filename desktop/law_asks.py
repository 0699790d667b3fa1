"""What the settings ask about the law: the catalogue in force, what a file changes, and dossiers under old rules."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from dossiers.catalogue import Catalogue, export_json, import_json
from dossiers.catalogue_diff import Change, compare, missing
from dossiers.catalogue_import.merge import merge
from dossiers.catalogue_import.read import LARGEST_BYTES, read_catalogue, too_large
from dossiers.clock import local_date
from dossiers.dossier import Dossier
from dossiers.errors import Impossible, InvalidInput
from dossiers.note import note
from dossiers.old_rules import OldRules, find_old_rules
from dossiers.people import Right
from dossiers.permissions import needs
from dossiers.reissue import reissue

if TYPE_CHECKING:
    from desktop.jobs import Desk

KEPT = "kept_rules"
RECEIPT = "receipt"


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """The catalogue of this desk today; `oldest_check` is the day the longest unchecked procedure was last checked."""

    catalogue: Catalogue
    today: date
    count: int
    oldest_check: date | None
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a file would make of a catalogue; `absent` counts procedures in force that the file does not have."""

    before: Catalogue
    after: Catalogue
    changes: tuple[Change, ...]
    remarks: tuple[str, ...]
    absent: int


def read_in_force(desk: "Desk") -> InForce:
    """How the catalogue in use stands."""
    catalogue, today = desk.catalogue, local_date(desk.clock())
    current = catalogue.all(today)
    _, warnings = import_json(export_json(catalogue), today)
    return InForce(
        catalogue=catalogue, today=today, count=len(current), warnings=warnings,
        oldest_check=min((each.checked_on for each in current if each.checked_on), default=None),
    )  # fmt: skip


def read_file(file: Path) -> bytes:
    """The bytes of a catalogue file, unless there are far too many of them."""
    try:
        if file.stat().st_size > LARGEST_BYTES:
            raise too_large()
        return file.read_bytes()
    except OSError as error:
        raise InvalidInput("Không đọc được tệp danh mục. Danh mục đang dùng vẫn giữ nguyên.", field="import") from error


def plan_import(in_force: InForce, data: bytes, start: date, source: str) -> Plan:
    """What the file would change from a day on; pure, and it may take seconds. Raises InvalidInput."""
    imported = read_catalogue(data, in_force.today, source)
    before = in_force.catalogue
    after = merge(before, imported, start)
    return Plan(
        before=before, after=after, changes=compare(before, after), remarks=imported.remarks,
        absent=len(missing(before, imported.procedures, start)),
    )  # fmt: skip


@needs(Right.RULES)
def use_catalogue(desk: "Desk", plan: Plan) -> tuple[OldRules, ...]:
    """Put the planned catalogue into force; answers with the dossiers taken under rules that it shows to be old."""
    if desk.catalogue != plan.before:
        raise Impossible("Danh mục đã đổi từ khi xem. Chưa ghi gì; xem lại thay đổi rồi dùng.")
    if plan.after is not plan.before:
        desk.set_catalogue(plan.after)
    return read_old_rules(desk)


def read_old_rules(desk: "Desk") -> tuple[OldRules, ...]:
    """The unsent dossiers whose citizens would notice what the law of their day says otherwise, still to decide on.

    To be asked after an import, and when the desk comes back on line.
    """
    from dossiers.store.conditions import Filter
    from dossiers.store.register import Query

    rows = desk.register.rows(desk.register.ids(Query(filter=Filter(unsent=True))))
    dossiers = (desk.register.get(row.id) for row in rows)
    found = find_old_rules(dossiers, desk.catalogue, desk.calendar)
    kept = desk.setting(KEPT, {})
    return tuple(
        each for each in found if (each.matters or each.law is None) and kept.get(str(each.dossier_id)) != _law(each)
    )


def keep_as_taken(desk: "Desk", old: OldRules) -> tuple[OldRules, ...]:
    """Leave the slip in the citizen's hand as it is: a note says so, and the dossier is not asked about again."""
    law = f"{old.law.code} {old.law.name}, phiên bản {old.law.version}" if old.law else "thủ tục đã bãi bỏ"
    desk.do(note, old.dossier_id, f"Giữ như đã tiếp nhận; quy định có hiệu lực vào ngày tiếp nhận: {law}.")
    desk.set_setting(KEPT, {**desk.setting(KEPT, {}), str(old.dossier_id): _law(old)})
    return read_old_rules(desk)


def issue_again(desk: "Desk", old: OldRules) -> Dossier:
    """Put the dossier under the law of its day; a receipt that waits in the queue with the old words is withdrawn."""
    dossier = desk.do(reissue, old.dossier_id, old)
    desk.prints.withdraw(dossier.id, RECEIPT)
    return dossier


def _law(old: OldRules) -> str:
    return f"{old.law.code}/{old.law.version}" if old.law else ""
