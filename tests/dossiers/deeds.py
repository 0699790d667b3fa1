"""What the tests of the verbs do at a desk: one ordinary deed of each kind."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from dossiers.attach_scans import attach_scans
from dossiers.carry_over import OpenCase, carry_over
from dossiers.correct import correct_owner
from dossiers.dossier import Dossier, PaperCheck, PaperLine, Receiver, Scan
from dossiers.people import Person
from dossiers.receive import receive
from dossiers.result_ready import make_result_ready
from dossiers.return_result import Returned, return_result
from dossiers.store.desk import Desk
from dossiers.supplement import receive_supplement, request_supplement
from dossiers.void import UNDO_REASON, void
from tests.store.homes import CERTIFIED_COPY, intake

DIPLOMA = PaperLine(name="Bằng tốt nghiệp", originals=1, check=PaperCheck.NOT_OK)
TO_OWNER = Returned(receiver=Receiver.OWNER, name="Nguyễn Thị Hồng Nhung")
CASE = OpenCase(
    code="H99.001-261103-0012", procedure_code=CERTIFIED_COPY, owner=Person(name="Người Cũ"),
    received_at=datetime(2026, 11, 3, 2, tzinfo=UTC), due_at=datetime(2026, 11, 5, 10, tzinfo=UTC),
)  # fmt: skip


def a_scan(desk: Desk, data: bytes = b"%PDF-1.7 a page") -> Scan:
    """A page that lies safe in the store."""
    return Scan(sha256=desk.files.put(data), title="Bản chính", mime="application/pdf", size=len(data), pages=1)


ACTS: dict[str, Callable[[Desk, Dossier], object]] = {
    "receive": lambda desk, _: desk.do(receive, intake()),
    "request": lambda desk, on: desk.do(request_supplement, on.id, (DIPLOMA,), "thiếu"),
    "answer": lambda desk, on: desk.do(receive_supplement, on.id),
    "ready": lambda desk, on: desk.do(make_result_ready, on.id),
    "return": lambda desk, on: desk.do(return_result, on.id, TO_OWNER),
    "void": lambda desk, on: desk.do(void, on.id, UNDO_REASON),
    "correct": lambda desk, on: desk.do(correct_owner, on.id, replace(on.owner, phone="0912000000")),
    "attach": lambda desk, on: desk.do(attach_scans, on.id, (a_scan(desk),)),
    "carry over": lambda desk, _: desk.do(carry_over, CASE),
}
"""Each verb by a short name, as it would be done on a dossier."""
