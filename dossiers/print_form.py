"""Confirm that a form came out as paper: from then on the same form is marked IN LẠI."""

from dataclasses import dataclass, replace
from uuid import UUID

from dossiers.acting import Act, fresh
from dossiers.dossier import Dossier, Printed
from dossiers.journal import Op


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPrinted:
    """The body of op `form_printed`: the form's slug, e.g. `receipt`."""

    form: str


def confirm_print(act: Act, dossier_id: UUID, form: str) -> Dossier:
    """The clerk holds the paper: a physical fact, never refused."""
    act.dossier(dossier_id)
    return act.append("form_printed", dossier_id, FormPrinted(form=form))


def fold(before: Dossier | None, op: Op, body: FormPrinted) -> Dossier:
    """Count one more paper of this form."""
    dossier = fresh(before)
    times = dossier.times_printed(body.form)
    others = tuple(printed for printed in dossier.prints if printed.form != body.form)
    return replace(dossier, prints=(*others, Printed(form=body.form, times=times + 1)))
