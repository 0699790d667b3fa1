"""Who else in the register: the same citizen's earlier details, and the dossiers of theirs that are still open."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.jobs import Failure, Jobs
from desktop.screens.intake.form import APPLICANT, Field, Form, fill_person, owner_of
from desktop.screens.intake.state import TWELVE, Others, say_one_open, say_several_open
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

    def look(self, form: Form) -> None:
        """Look for the applicant as known from earlier, and for every open dossier of the owner."""
        applicant = form.text(Field.ID_NUMBER)
        owner, code = _owner(form), form.procedure_code

        def look(desk: "Desk") -> Found:
            row = desk.register.twin(owner.id_number, code) if len(owner.id_number) == TWELVE and code else None
            return Found(
                known=desk.register.citizen(applicant) if len(applicant) == TWELVE else None,
                others=_others((row,) if row else (), owner),
            )

        self._jobs.latest("neighbours", look, self._on_found, self._on_failed)

    def _on_failed(self, failure: Failure) -> None:
        """A neighbour that cannot be looked up is no reason to interrupt an intake; `jobs` has logged a bug."""


def _owner(form: Form) -> Person:
    """Whose dossier it would be; a birth date half typed is none yet."""
    try:
        return owner_of(form)
    except InvalidInput:
        cleared = form.typed(Field.BIRTH, "").typed(Field.OWNER_BIRTH, "")
        return owner_of(cleared)


def _others(rows: "tuple[Row, ...]", owner: Person) -> Others | None:
    """One is opened by itself; several are listed by the number, or by the name where the number leads to fewer."""
    if not rows:
        return None
    if len(rows) == 1:
        return Others(sentence=say_one_open(rows[0].code, rows[0].received_at), dossier_id=rows[0].id, text="")
    same_number = all(row.id_number == owner.id_number for row in rows)
    text = owner.id_number if same_number else owner.name
    return Others(sentence=say_several_open(len(rows)), dossier_id=None, text=text)
