"""What follows from the journal: each state is the fold of its lines, each list row says what the state says.

The fold is the product's own: a second set of rules for what deeds mean would be a second truth
(docs/decisions/0531-second-pair-of-eyes.md). All else here is read and compared by this room's own means.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from dossiers import fold
from dossiers.dossier import Dossier
from dossiers.errors import KnownError
from dossiers.inspector.copied import Place
from dossiers.inspector.finding import Finding, Part
from dossiers.inspector.journal import counting
from dossiers.journal import decode
from dossiers.records import RECORDS

OWN_TURN_BITS = 32

LINES = """
SELECT j.dossier AS dossier, j.epoch AS epoch, j.seq AS seq, j.line AS line, coalesce(born.n, j.n) AS born, j.n AS n,
  e.n AS age
FROM journal j JOIN epoch e ON e.id = j.epoch
LEFT JOIN journal born ON born.epoch = j.origin_epoch AND born.seq = j.origin_seq
WHERE j.dossier = ? ORDER BY e.n, j.seq
"""
THEIRS = "SELECT turn, line FROM foreign_line WHERE dossier = ? ORDER BY turn"


def states(place: Place) -> Iterator[Finding]:
    """Every dossier: its state against the fold of its lines, its row against its state."""
    ends = counting(place)
    rows = place.rows.execute("SELECT d.*, s.state AS state FROM dossier d LEFT JOIN state s ON s.dossier = d.id")
    for row in rows.fetchall():
        try:
            folded = _folded(place, ends, row["id"])
        except KnownError as error:
            yield Finding(Part.STATE, f"hồ sơ {row['code']}: {error}")
            continue
        if folded is None or fold.encode_state(folded) != row["state"]:
            yield Finding(Part.STATE, f"hồ sơ {row['code']} không còn đúng với nhật ký.")
        elif wrong := [name for name, said in row_of(folded).items() if row[name] != said]:
            yield Finding(Part.ROW, f"hồ sơ {row['code']}: cột {', '.join(wrong)} không đúng với hồ sơ.")


def deeds(place: Place) -> Iterator[Finding]:
    """Lines that belong to no dossier: deeds of the office, each with its entry."""
    query = """
    SELECT j.n AS n, j.line AS line, r.kind AS kind, r.at AS at FROM journal j LEFT JOIN record r ON r.n = j.n
    WHERE j.dossier IS NULL AND j.epoch = j.origin_epoch
    """
    for row in place.ask(query):
        op = decode(row["line"])
        if op.kind not in RECORDS or (op.kind, _ms(op.at)) != (row["kind"], row["at"]):
            yield Finding(Part.DEED, f"dòng {row['n']} không khớp với danh sách việc chung.")
    orphans = place.ask("SELECT count(*) FROM record WHERE n NOT IN (SELECT n FROM journal)")[0][0]
    if orphans:
        yield Finding(Part.DEED, f"{orphans} việc chung không có trong nhật ký.")


def row_of(dossier: Dossier) -> dict[str, Any]:
    """The columns of the list by which people find and judge a dossier."""
    due, handover = dossier.appointment.due_at, dossier.handover
    return {
        "uid": dossier.id.bytes, "code": dossier.code, "procedure_code": dossier.procedure_code,
        "procedure_name": dossier.procedure_name, "sector": dossier.sector, "name": dossier.applicant.name,
        "id_number": dossier.applicant.id_number, "status": dossier.status.value, "channel": dossier.channel.value,
        "clerk": dossier.received_by, "received_at": _ms(dossier.received_at), "due_at": _ms(due),
        "finished_at": _ms(dossier.finished_at), "late_since": _ms(dossier.late_since),
        "returned_at": _ms(handover.at if handover else None),
    }  # fmt: skip


def _folded(place: Place, ends: dict[bytes, float], key: int) -> Dossier | None:
    theirs = place.ask(THEIRS, key)
    ours = [row for row in place.ask(LINES, key) if row["seq"] <= ends.get(row["epoch"], -1)]
    if theirs:
        # Other desks' lines stand where they were folded here; a line written again after a fork, where it first was.
        turns = [(row["turn"], row["line"]) for row in theirs]
        turns += [(row["born"] << OWN_TURN_BITS, row["line"]) for row in ours]
        lines = [line for _, line in sorted(turns, key=lambda each: each[0])]
    else:
        lines = [row["line"] for row in ours]
    folded: Dossier | None = None
    for line in lines:
        folded = fold.apply(folded, decode(line))
    return folded


def _ms(at: datetime | None) -> int | None:
    return None if at is None else round(at.timestamp() * 1000)
