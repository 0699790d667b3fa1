"""A paper scanned once is found for the same person's next dossier, and used again without a second copy."""

from dataclasses import replace
from datetime import date

import pytest

from dossiers.attach_scans import attach_scans
from dossiers.dossier import Digital, Dossier, PaperLine, Scan
from dossiers.end_without_result import withdraw
from dossiers.errors import Impossible, InvalidInput
from dossiers.journal import decode
from dossiers.people import Clerk, Role
from dossiers.receive import receive
from dossiers.reporting.figures import Measure
from dossiers.reporting.spans import Span
from dossiers.reuse_scan import EarlierPaper, Reuse, reuse_scan
from dossiers.store.desk import Desk
from dossiers.store.earlier_papers import DOSSIERS_OF, earlier_papers
from dossiers.store.verify import verify
from dossiers.void import UNDO_REASON, void
from tests.store.homes import HandClock, intake

NUMBER = "036186001234"
BIRTH, MARRIAGE = PaperLine(name="Giấy khai sinh"), PaperLine(name="Giấy chứng nhận kết hôn", code="KQ.G01.000002")
FILED = (PaperLine(name="Tờ khai"), BIRTH, MARRIAGE)


def take_in(desk: Desk, number: str = NUMBER, papers: tuple[PaperLine, ...] = FILED) -> Dossier:
    return desk.do(receive, replace(intake("Đỗ Thị Lan", number), papers=papers))


def scan(desk: Desk, dossier: Dossier, line: int, data: bytes, **more: object) -> Dossier:
    made = Scan(
        sha256=desk.files.put(data), title=dossier.papers[line].name, mime="application/pdf", size=len(data), pages=2,
        paper=line,
    )  # fmt: skip
    return desk.do(attach_scans, dossier.id, (replace(made, **more),))  # type: ignore[arg-type]


def found(desk: Desk, number: str = NUMBER, paper: PaperLine = BIRTH) -> tuple[EarlierPaper, ...]:
    return earlier_papers(desk, number, (paper,))[0]


def test_the_earlier_scan_says_where_it_was_made(desk: Desk, clock: HandClock) -> None:
    first = take_in(desk)
    clock.forward(days=3)
    scan(desk, first, 1, b"%PDF birth")
    (earlier,) = found(desk)
    assert (earlier.code, earlier.name, earlier.pages, earlier.here) == (first.code, "Giấy khai sinh", 2, True)
    assert earlier.scanned_on == date(2026, 11, 26), "the day of the scan, not of the reception"


def test_the_same_paper_is_known_by_its_code_or_its_name_whatever_its_marks(desk: Desk) -> None:
    first = take_in(desk)
    scan(desk, first, 1, b"%PDF birth")
    scan(desk, first, 2, b"%PDF marriage")
    assert len(found(desk, paper=PaperLine(name="GIAY KHAI SINH"))) == 1
    assert found(desk, paper=PaperLine(name="Trích lục", code="KQ.G01.000002"))[0].name == MARRIAGE.name
    assert found(desk, paper=PaperLine(name="Trích lục")) == ()


def test_a_declaration_is_written_anew_for_each_dossier(desk: Desk) -> None:
    scan(desk, take_in(desk), 0, b"%PDF declaration")
    assert found(desk, paper=FILED[0]) == ()


def test_the_newest_stands_first_and_what_was_used_again_is_told_once(desk: Desk) -> None:
    old, new = take_in(desk), take_in(desk)
    scan(desk, old, 1, b"%PDF old")
    scan(desk, new, 1, b"%PDF new")
    third = take_in(desk)
    desk.do(reuse_scan, third.id, Reuse(paper=1, earlier=found(desk)[0]))
    assert [each.code for each in found(desk)] == [new.code, old.code]


def test_a_namesake_a_filer_and_an_intake_taken_back_do_not_count(desk: Desk) -> None:
    namesake, wrong = take_in(desk, "036186009999"), take_in(desk)
    scan(desk, namesake, 1, b"%PDF of another")
    scan(desk, wrong, 1, b"%PDF by mistake")
    desk.do(void, wrong.id, UNDO_REASON)
    mother = intake("Đỗ Thị Lan", NUMBER).owner
    child = desk.do(receive, replace(intake("Đỗ Văn Bé", "036226000001"), filer=mother, papers=FILED))
    scan(desk, child, 1, b"%PDF of the child")
    assert found(desk) == ()
    assert found(desk, "") == ()


def test_a_result_is_no_paper_that_was_handed_in(desk: Desk) -> None:
    scan(desk, take_in(desk), 1, b"%PDF result", result=True)
    assert found(desk) == ()


def test_nothing_is_told_to_whoever_may_not_take_a_dossier_in(desk: Desk) -> None:
    scan(desk, take_in(desk), 1, b"%PDF birth")
    second = take_in(desk)
    reuse = Reuse(paper=1, earlier=found(desk)[0])
    desk.clerk = Clerk(name="Lê Văn Lãnh Đạo", role=Role.LEADER)
    assert found(desk) == ()
    with pytest.raises(Impossible):
        desk.do(reuse_scan, second.id, reuse)


def test_a_paper_used_again_is_the_same_file_marked_counted_and_told(desk: Desk) -> None:
    first = scan(desk, take_in(desk), 1, b"%PDF birth")
    second = take_in(desk, papers=(BIRTH,))
    files = len(list(desk.files.folder.glob("*/*")))
    after = desk.do(reuse_scan, second.id, Reuse(paper=0, earlier=found(desk)[0]))
    assert after.scans == (replace(first.scans[0], paper=0),)
    assert after.papers[0].digital is Digital.REUSED
    assert len(list(desk.files.folder.glob("*/*"))) == files
    today = date(2026, 11, 23)
    assert desk.reports.figure(Measure.REUSED, Span(first=today, last=today)).numerator == 1
    told = [decode(entry.line) for entry in desk.journal.of(second.id)]
    assert [op.kind for op in told] == ["received", "scans_attached", "paper_marked"]
    assert first.code.encode() in told[1].body
    lines = desk.journal.count()
    assert desk.do(reuse_scan, second.id, Reuse(paper=0, earlier=found(desk)[0])) == after
    assert (desk.journal.count(), verify(desk)) == (lines, ())


def test_a_scan_of_another_persons_dossier_is_refused(desk: Desk) -> None:
    scan(desk, take_in(desk), 1, b"%PDF birth")
    reuse = Reuse(paper=1, earlier=found(desk)[0])
    namesake = take_in(desk, "036186009999")
    with pytest.raises(InvalidInput) as refused:
        desk.do(reuse_scan, namesake.id, reuse)
    assert refused.value.field == "papers"
    assert desk.register.get(namesake.id).scans == ()


def test_withdrawing_the_earlier_dossier_leaves_the_file_to_the_later(desk: Desk, clock: HandClock) -> None:
    first = scan(desk, take_in(desk), 1, b"%PDF birth")
    second = take_in(desk)
    desk.do(reuse_scan, second.id, Reuse(paper=1, earlier=found(desk)[0]))
    desk.do(withdraw, first.id, "người dân xin rút")
    clock.forward(days=400)
    desk.files.sweep()
    assert desk.files.get(first.scans[0].sha256) == b"%PDF birth"
    assert found(desk)[0].here


def test_no_list_is_walked_through_to_find_them(desk: Desk) -> None:
    """At a hundred thousand dossiers the answer must come while the clerk types."""
    with desk.database.begin() as connection:
        asked = DOSSIERS_OF.params(number=NUMBER).compile(connection, compile_kwargs={"literal_binds": True})
        steps = [row.detail for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}")]
    assert steps
    assert all(step.startswith("SEARCH") for step in steps), steps
