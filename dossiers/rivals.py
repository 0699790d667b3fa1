"""Which of several values written in one field stands: the same rule at desk and province (SYNC 3.7).

An identity field keeps the value written first, and a person decides about any other. Elsewhere the later value
stands. A value that does not stand is never lost: it is kept as a `Rival`.
"""

from dataclasses import dataclass, replace

from dossiers.dossier import Dossier, Rival, Wording
from dossiers.journal import Op

_FIELDS = ("name", "id_number", "id_kind", "birth_date")
IDENTITY = frozenset(f"{who}.{field}" for who in ("owner", "filer", "delegate") for field in _FIELDS)
"""The fields a person must decide about; the procedure, which cannot be corrected at all, would be one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field before and after, as text; empty where there was or is nothing."""

    field: str
    before: str
    after: str


class Weighing:
    """Takes one op's changes one by one; `shown` is what each field named so far shows in the end."""

    def __init__(self, dossier: Dossier, op: Op, *, binding: bool) -> None:
        self.shown: dict[str, str] = {}
        self._op = op
        self._binding = binding
        self._rivals = list(dossier.rivals)
        self._wordings = {wording.field: wording for wording in dossier.wordings}

    def weigh(self, change: Change, current: str) -> None:
        """Let one value in, or keep it aside; whoever wrote it knew the value `before`."""
        field, after = change.field, change.after
        if current in (change.before, after) or (field not in IDENTITY and self._is_later(field, after, current)):
            self._let_in(change, current)
        else:
            self._settle(field, change.before)
            self._keep(Rival(field=field, value=after, at=self._op.at, by=self._op.actor, waits=self._asks(field)))
            self.shown[field] = current

    def drop(self, field: str, value: str) -> None:
        """A value that found no place to stand, as the number of somebody who is no longer on the dossier."""
        self._keep(Rival(field=field, value=value, at=self._op.at, by=self._op.actor))

    def onto(self, dossier: Dossier) -> Dossier:
        """The dossier with what this op left aside or settled."""
        wordings = tuple(self._wordings[field] for field in sorted(self._wordings))
        return replace(dossier, rivals=tuple(self._rivals), wordings=wordings)

    def _let_in(self, change: Change, current: str) -> None:
        field, was = change.field, self._wordings.get(change.field)
        if current not in (change.before, change.after):
            at, by = (was.at, was.by) if was else (self._op.at, "")
            self._keep(Rival(field=field, value=current, at=at, by=by))
        self.shown[field] = change.after
        self._settle(field, change.before)
        self._settle(field, change.after)
        if field not in IDENTITY:
            at = max(was.at, self._op.at) if was else self._op.at
            self._wordings[field] = Wording(field=field, at=at, by=self._op.actor, binding=self._binding)

    def _is_later(self, field: str, after: str, current: str) -> bool:
        """Later by the clocks of the desks; of two values of one instant either may stand, but always the same."""
        was = self._wordings.get(field)
        if was is None or self._binding:
            return True
        return not was.binding and (self._op.at, after) > (was.at, current)

    def _asks(self, field: str) -> bool:
        """A person is asked about identities, and about what the province corrected itself."""
        was = self._wordings.get(field)
        return field in IDENTITY or (was is not None and was.binding)

    def _keep(self, rival: Rival) -> None:
        known = {(each.field, each.value, each.waits) for each in self._rivals}
        if (rival.field, rival.value, rival.waits) not in known:
            self._rivals.append(rival)

    def _settle(self, field: str, value: str) -> None:
        for place, rival in enumerate(self._rivals):
            if (rival.field, rival.value) == (field, value):
                self._rivals[place] = replace(rival, waits=False)


def waiting(dossier: Dossier) -> tuple[Rival, ...]:
    """The values about which a person has still to decide."""
    return tuple(rival for rival in dossier.rivals if rival.waits)
