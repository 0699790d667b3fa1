"""Scans of this desk that nobody has signed yet: read off the states of the dossiers whose files lie here."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from dossiers import fold
from dossiers.dossier import Dossier, Scan
from dossiers.status import Status
from dossiers.store import schema

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

PDF = "application/pdf"
MOST_DOSSIERS = 300
"""The newest so many that have files here: a week of a busy desk."""

blob, state = schema.blob, schema.state
WITH_FILES = (
    select(state.c.state)
    .where(state.c.dossier.in_(select(blob.c.dossier).where(blob.c.state != "pruned", blob.c.mime == PDF)))
    .order_by(state.c.dossier.desc())
    .limit(MOST_DOSSIERS)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanToSign:
    """A scan in force without a signature of this office, and its dossier."""

    dossier: Dossier
    scan: Scan


def scans_to_sign(desk: "Desk", asked: UUID | None = None) -> tuple[ScanToSign, ...]:
    """Those whose file lies here, the newest dossier first; of the dossier `asked` for also files it uses again."""
    with desk.database.begin() as connection:
        found = [fold.decode_state(each) for each in connection.execute(WITH_FILES).scalars()]
    if asked is not None and asked not in {dossier.id for dossier in found}:
        found.insert(0, desk.register.get(asked))
    return tuple(
        ScanToSign(dossier=dossier, scan=scan)
        for dossier in found if dossier.status is not Status.VOIDED
        for scan in dossier.scans_in_force
        if not scan.signed_from and scan.mime == PDF and desk.files.has(scan.sha256)
    )  # fmt: skip
