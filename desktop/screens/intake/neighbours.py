"""Who else in the register: the same citizen's earlier details, and an open dossier for the same business."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.jobs import Failure, Jobs
from desktop.screens.intake.form import APPLICANT, Field, Form, fill_person
from desktop.screens.intake.state import TWELVE, Similar, say_similar
from dossiers.people import Person

if TYPE_CHECKING:
    from desktop.jobs import Desk


@dataclass(frozen=True, slots=True)
class Found:
    """What the register knows beside this form."""

    known: Person | None = None
    similar: Similar | None = None

    def news(self, form: Form) -> Person | None:
        """The known citizen, where they would fill a field that is still empty."""
        if self.known is None:
            return None
        filled = fill_person(form, self.known)
        return self.known if any(filled.text(place) and not form.text(place) for place in APPLICANT) else None


class Neighbours:
    """Asks again at every change of number or procedure; only the last answer is told."""

    def __init__(self, jobs: Jobs, on_found: Callable[[Found], None]) -> None:
        self._jobs, self._on_found = jobs, on_found

    def look(self, form: Form) -> None:
        """Look for the applicant as known from earlier, and for the owner's open dossier of this procedure."""
        applicant = form.text(Field.ID_NUMBER)
        owner = form.text(Field.OWNER_ID_NUMBER) if form.for_other else applicant
        code = form.procedure_code

        def look(desk: "Desk") -> Found:
            row = desk.register.twin(owner, code) if len(owner) == TWELVE and code else None
            return Found(
                known=desk.register.citizen(applicant) if len(applicant) == TWELVE else None,
                similar=Similar(dossier_id=row.id, sentence=say_similar(row.code, row.received_at)) if row else None,
            )

        self._jobs.latest("neighbours", look, self._on_found, self._on_failed)

    def _on_failed(self, failure: Failure) -> None:
        """A neighbour that cannot be looked up is no reason to interrupt an intake; `jobs` has logged a bug."""
