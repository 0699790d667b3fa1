"""Who else in the register: the same citizen's earlier details and scans, and the dossiers of theirs still open."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.i18n import t
from desktop.jobs import Failure, Jobs
from desktop.scan_asks import read_earlier
from desktop.screens.intake.earlier import Earlier
from desktop.screens.intake.form import APPLICANT, Field, Form, fill_person, owner_of
from desktop.screens.intake.sheet import Sheet
from desktop.screens.intake.state import TWELVE, Others
from dossiers.citizen_card import sex_and_year
from dossiers.clock import local_date, say_date
from dossiers.errors import InvalidInput
from dossiers.people import Person

if TYPE_CHECKING:
    from desktop.asks import Row
    from desktop.jobs import Desk


@dataclass(frozen=True, slots=True)
class Found:
    """What the register knows beside this form."""

    known: Person | None = None
    others: Others | None = None
    earlier: Earlier = field(default_factory=dict)

    def news(self, form: Form) -> Person | None:
        """The known citizen, where they would fill a field that is still empty."""
        if self.known is None:
            return None
        filled = fill_person(form, self.known)
        return self.known if any(filled.text(place) and not form.text(place) for place in APPLICANT) else None


class Neighbours:
    """Asks again at every change of person or procedure; only the last answer is told."""

    def __init__(self, jobs: Jobs, on_found: Callable[[Found], None]) -> None:
        self._jobs, self._on_found = jobs, on_found

    def look(self, sheet: Sheet) -> None:
        """Look for the applicant as known from earlier, and for every open dossier and earlier scan of the owner."""
        form, papers = sheet.form, sheet.asked_papers
        applicant, owner = form.text(Field.ID_NUMBER), _owner(form)

        def look(desk: "Desk") -> Found:
            return Found(
                known=desk.register.citizen(applicant) if len(applicant) == TWELVE else None,
                others=_others_of(desk, owner),
                earlier=read_earlier(desk, owner.id_number, papers),
            )

        self._jobs.latest("neighbours", look, self._on_found, self._on_failed)

    def _on_failed(self, failure: Failure) -> None:
        """A neighbour that cannot be looked up is no reason to interrupt an intake; `jobs` has logged a bug."""


def _owner(form: Form) -> Person:
    """Whose dossier it would be; a birth date half typed is none yet."""
    try:
        return owner_of(form)
    except InvalidInput:
        return owner_of(form.typed(Field.BIRTH, "").typed(Field.OWNER_BIRTH, ""))


def _others_of(desk: "Desk", owner: Person) -> Others | None:
    """Open dossiers under the number, else of somebody of the same name and birth year: the number may be mistyped."""
    if rows := desk.register.neighbours(owner.id_number, "", None):
        return _others(rows, say_one_open, say_several_open, owner.id_number)
    return _others(
        desk.register.neighbours("", owner.name, _birth_year(owner)), say_one_alike, say_several_alike, owner.name
    )


def _others(
    rows: "tuple[Row, ...]", say_one: Callable[["Row"], str], say_several: Callable[[int], str], text: str
) -> Others | None:
    """One is opened by itself; several are listed by `text`."""
    match rows:
        case ():
            return None
        case (row,):
            return Others(sentence=say_one(row), dossier_id=row.id, text=text)
    return Others(sentence=say_several(len(rows)), dossier_id=None, text=text)


def _birth_year(owner: Person) -> int | None:
    """As typed, else as a whole citizen number says it."""
    if owner.birth_date:
        return owner.birth_date.year
    whole = len(owner.id_number) == TWELVE and owner.id_number.isdecimal()
    return sex_and_year(owner.id_number)[1] if whole else None


def say_one_open(row: "Row") -> str:
    """The yellow line about an open dossier of the same person."""
    return t("Đã có hồ sơ {code} ngày {day}", code=row.code, day=say_date(local_date(row.received_at)))


def say_several_open(count: int) -> str:
    """The yellow line about several."""
    return t("Người này còn {count} hồ sơ chưa xong", count=count)


def say_one_alike(row: "Row") -> str:
    """The yellow line about somebody who may be the same person."""
    return t("Người cùng tên, cùng năm sinh đã có hồ sơ {code}", code=row.code)


def say_several_alike(count: int) -> str:
    """The yellow line about several."""
    return t("Người cùng tên, cùng năm sinh còn {count} hồ sơ chưa xong", count=count)
