"""A scan in the wrong dossier, or at the wrong paper: taken off, moved, put back, and what stays on record."""

from dataclasses import replace

import pytest

from dossiers import fold
from dossiers.attach_scans import attach_scans
from dossiers.dossier import Digital, Dossier, PaperLine, Scan
from dossiers.end_without_result import withdraw
from dossiers.errors import Impossible, InvalidInput
from dossiers.mark_paper import mark_paper
from dossiers.marks import Mark, marks_of
from dossiers.move_scans import OTHER_PAPER, NewPlace, move_back, move_scans
from dossiers.people import Clerk, Role
from dossiers.receive import receive
from dossiers.result_ready import make_result_ready
from dossiers.return_result import return_result
from dossiers.reuse_scan import EarlierPaper, Reuse, reuse_scan
from dossiers.sign_scan import SignedFile, sign_scan
from dossiers.store.desk import Desk
from dossiers.store.earlier_papers import earlier_papers
from dossiers.store.paper_text import UnreadPage
from dossiers.store.verify import verify
from dossiers.take_off_scans import BADLY_SCANNED, WRONG_DOSSIER, WRONG_LINE, take_off_scans
from dossiers.void import UNDO_REASON, void
from tests.dossiers.deeds import TO_OWNER, a_scan
from tests.store.homes import intake

NUMBER, STRANGER = "036186001234", "036186009999"
CARD, BIRTH = PaperLine(name="Căn cước"), PaperLine(name="Giấy khai sinh")


def take_in(desk: Desk, number: str = NUMBER, name: str = "Đỗ Thị Lan") -> Dossier:
    return desk.do(receive, replace(intake(name, number), papers=(CARD, BIRTH)))


def scan(desk: Desk, dossier: Dossier, line: int | None, data: bytes) -> Scan:
    made = replace(a_scan(desk, data), paper=line, title=dossier.papers[line].name if line is not None else "Khác")
    desk.do(attach_scans, dossier.id, (made,))
    return made


@pytest.fixture
def dossier(desk: Desk) -> Dossier:
    return take_in(desk)


def test_what_is_taken_off_counts_no_more_and_nothing_is_deleted(desk: Desk, dossier: Dossier) -> None:
    wrong, right = scan(desk, dossier, 0, b"%PDF of a stranger"), scan(desk, dossier, 1, b"%PDF birth")
    due = desk.register.get(dossier.id).appointment
    after = desk.do(take_off_scans, dossier.id, (wrong,), WRONG_DOSSIER)
    assert (after.scans, after.scans_in_force) == ((wrong, right), (right,))
    ((kept, off),) = after.scans_off
    assert (kept, off.reason, off.by) == (wrong, WRONG_DOSSIER, desk.clerk.name)
    assert (after.appointment, after.status) == (due, dossier.status)
    assert desk.files.get(wrong.sha256) == b"%PDF of a stranger"
    assert WRONG_DOSSIER.encode() in desk.journal.of(dossier.id)[-1].line
    desk.do(take_off_scans, dossier.id, (right,), BADLY_SCANNED)
    assert Mark.PAPERS_DIGITISED not in marks_of(desk.register.get(dossier.id))
    assert (earlier_papers(desk, NUMBER, (BIRTH,)), verify(desk)) == (((),), ())


def test_the_mark_of_a_line_goes_with_its_last_scan_and_comes_back(desk: Desk, dossier: Dossier) -> None:
    first, second = scan(desk, dossier, 0, b"%PDF front"), scan(desk, dossier, 0, b"%PDF back")
    desk.do(mark_paper, dossier.id, 0, Digital.SCANNED)
    desk.do(mark_paper, dossier.id, 1, Digital.SCANNED)
    assert desk.do(take_off_scans, dossier.id, (first,), BADLY_SCANNED).papers[0].digital is Digital.SCANNED
    after = desk.do(take_off_scans, dossier.id, (second,), BADLY_SCANNED)
    assert [line.digital for line in after.papers] == [Digital.NONE, Digital.SCANNED], "the other line is not spoken of"
    back = desk.do(attach_scans, dossier.id, (second,))
    assert (back.papers[0].digital, back.scans_in_force) == (Digital.SCANNED, (second,))
    assert desk.do(attach_scans, dossier.id, (first,)).scans_in_force == (first, second)
    assert b"taken_off" not in fold.encode_state(desk.register.get(dossier.id))


def test_a_signed_file_goes_with_the_scan_it_stands_for(desk: Desk, dossier: Dossier) -> None:
    plain = scan(desk, dossier, 0, b"%PDF plain")
    data = b"%PDF plain and signed"
    signed = desk.do(sign_scan, dossier.id, SignedFile(scan=plain, sha256=desk.files.put(data), size=len(data)))
    (shown,) = signed.scans_in_force
    after = desk.do(take_off_scans, dossier.id, (shown,), WRONG_DOSSIER)
    assert after.scans_in_force == ()
    with pytest.raises(Impossible):
        desk.do(sign_scan, dossier.id, SignedFile(scan=plain, sha256=desk.files.put(b"%PDF again"), size=10))
    assert desk.do(attach_scans, dossier.id, (shown,)).scans_in_force == (shown,)


def test_the_words_on_a_signed_paper_are_found_beside_one_taken_off_and_where_it_was_moved(
    desk: Desk, dossier: Dossier
) -> None:
    plain, wrong = scan(desk, dossier, 0, b"%PDF plain"), scan(desk, dossier, 1, b"%PDF wrong")
    desk.paper_text.keep(UnreadPage(plain.sha256, 0), [("Khai", 0, 0, 9, 9), ("sinh", 10, 0, 19, 9)])
    signing = SignedFile(scan=plain, sha256=desk.files.put(b"%PDF plain signed"), size=17)
    shown = desk.do(sign_scan, dossier.id, signing).scans_in_force[-1]
    desk.do(take_off_scans, dossier.id, (wrong,), WRONG_LINE)
    (found,) = desk.register.dossiers(desk.paper_text.keys("khai sinh"))
    assert found.id == dossier.id
    right = take_in(desk, STRANGER)
    desk.do(move_scans, dossier.id, (shown,), NewPlace(dossier_id=right.id, paper=1), WRONG_DOSSIER)
    (found,) = desk.register.dossiers(desk.paper_text.keys("khai sinh"))
    assert found.id == right.id
    assert [page.sha256 for page in desk.paper_text.pages(right.id, "khai sinh")] == [plain.sha256]


def test_a_move_is_one_deed_of_two_histories_without_a_copy(desk: Desk, dossier: Dossier) -> None:
    stranger = take_in(desk, STRANGER, "Trần Văn Khác")
    wrong = scan(desk, dossier, 0, b"%PDF of a stranger")
    desk.do(mark_paper, dossier.id, 0, Digital.SCANNED)
    desk.paper_text.keep(UnreadPage(wrong.sha256, 0), [("Khai", 0, 0, 9, 9), ("sinh", 10, 0, 19, 9)])
    files, lines = len(list(desk.files.folder.glob("*/*"))), desk.journal.count()
    source = desk.do(
        move_scans, dossier.id, (wrong,), NewPlace(dossier_id=stranger.id, paper=1), WRONG_DOSSIER
    )
    target = desk.register.get(stranger.id)
    assert (source.scans_in_force, source.papers[0].digital) == ((), Digital.NONE)
    assert target.scans_in_force == (replace(wrong, paper=1, title=BIRTH.name),)
    assert target.papers[1].digital is Digital.SCANNED
    assert source.scans_off[0][1].moved_to == target.code
    assert source.code.encode() in desk.journal.of(stranger.id)[1].line
    assert (len(list(desk.files.folder.glob("*/*"))), desk.journal.count()) == (files, lines + 3)
    found = [desk.register.dossiers(desk.paper_text.keys("khai sinh"))[0].id, len(desk.paper_text.keys("khai sinh"))]
    assert found == [stranger.id, 1], "the words on it lead to where it lies now"
    assert desk.paper_text.pages(dossier.id, "khai sinh") == ()
    assert verify(desk) == ()


def test_the_words_on_a_scan_that_was_taken_off_lead_nowhere(desk: Desk, dossier: Dossier) -> None:
    wrong = scan(desk, dossier, 0, b"%PDF of a stranger")
    desk.paper_text.keep(UnreadPage(wrong.sha256, 0), [("Khai", 0, 0, 9, 9), ("sinh", 10, 0, 19, 9)])
    desk.do(take_off_scans, dossier.id, (wrong,), WRONG_DOSSIER)
    assert (list(desk.paper_text.keys("khai sinh")), desk.paper_text.pages(dossier.id, "khai sinh")) == ([], ())
    desk.do(attach_scans, dossier.id, (wrong,))
    assert len(desk.paper_text.keys("khai sinh")) == 1


def test_taking_a_move_back_leaves_both_as_they_were(desk: Desk, dossier: Dossier) -> None:
    stranger = take_in(desk, STRANGER)
    wrong = scan(desk, dossier, 0, b"%PDF of a stranger")
    desk.do(mark_paper, dossier.id, 0, Digital.SCANNED)
    before = desk.register.get(dossier.id)
    to = NewPlace(dossier_id=stranger.id, paper=1)
    desk.do(move_scans, dossier.id, (wrong,), to, WRONG_DOSSIER)
    assert desk.do(move_back, dossier.id, (wrong,), to, UNDO_REASON) == before
    there = desk.register.get(stranger.id)
    assert (there.scans_in_force, there.papers) == ((), stranger.papers)
    with pytest.raises(Impossible, match="không còn ở hồ sơ"):
        desk.do(move_back, dossier.id, (wrong,), to, UNDO_REASON)
    again = desk.do(move_scans, dossier.id, (wrong,), to, WRONG_DOSSIER)
    assert again.scans_in_force == ()
    assert len(desk.register.get(stranger.id).scans_in_force) == 1
    assert verify(desk) == ()


def test_another_paper_of_the_same_dossier(desk: Desk, dossier: Dossier) -> None:
    birth = scan(desk, dossier, 0, b"%PDF birth")
    desk.do(mark_paper, dossier.id, 0, Digital.SCANNED)
    away = desk.files.path(birth.sha256).rename(desk.files.folder / "away")
    after = desk.do(move_scans, dossier.id, (birth,), NewPlace(dossier_id=dossier.id, paper=1), WRONG_LINE)
    assert after.scans_in_force == (replace(birth, paper=1, title=BIRTH.name),), "its file need not lie here"
    assert [line.digital for line in after.papers] == [Digital.NONE, Digital.SCANNED]
    (moved,) = after.scans_in_force
    none = desk.do(move_scans, dossier.id, (moved,), NewPlace(dossier_id=dossier.id), WRONG_LINE)
    assert [(each.paper, each.title) for each in none.scans_in_force] == [(None, OTHER_PAPER)]
    home = desk.do(
        move_scans, dossier.id, none.scans_in_force, NewPlace(dossier_id=dossier.id, paper=0), WRONG_LINE
    )
    assert home.scans_in_force == (birth,)
    away.rename(desk.files.path(birth.sha256))


def test_what_is_refused_is_refused_whole(desk: Desk, dossier: Dossier) -> None:
    one = scan(desk, dossier, 0, b"%PDF one")
    here, other = NewPlace(dossier_id=dossier.id, paper=0), take_in(desk, STRANGER)
    for asked, reason, field in (((), WRONG_DOSSIER, "scans"), ((one,), " ", "reason")):
        with pytest.raises(InvalidInput) as refused:
            desk.do(take_off_scans, dossier.id, asked, reason)
        assert refused.value.field == field
    for place in (here, NewPlace(dossier_id=dossier.id, paper=7)):
        with pytest.raises(InvalidInput) as refused:
            desk.do(move_scans, dossier.id, (one,), place, WRONG_LINE)
        assert refused.value.field == "line"
    desk.do(void, other.id, UNDO_REASON)
    with pytest.raises(Impossible, match="Đã hủy"):
        desk.do(move_scans, dossier.id, (one,), NewPlace(dossier_id=other.id), WRONG_DOSSIER)
    assert desk.register.get(dossier.id).scans_in_force == (one,)
    desk.do(take_off_scans, dossier.id, (one,), WRONG_DOSSIER)
    with pytest.raises(Impossible, match="vừa được gỡ"):
        desk.do(take_off_scans, dossier.id, (one,), WRONG_DOSSIER)
    desk.clerk = Clerk(name="Lê Văn Lãnh Đạo", role=Role.LEADER)
    with pytest.raises(Impossible):
        desk.do(attach_scans, dossier.id, (one,))


def test_a_strangers_paper_leaves_a_closed_dossier_too_and_a_signature_stays(desk: Desk, dossier: Dossier) -> None:
    wrong = scan(desk, dossier, 0, b"%PDF of a stranger")
    signature = replace(a_scan(desk, b"PNG of a signature"), title="Chữ ký", mime="image/png")
    desk.do(make_result_ready, dossier.id)
    desk.do(return_result, dossier.id, replace(TO_OWNER, scans=(signature,), signature=signature.sha256))
    with pytest.raises(Impossible, match="Chữ ký"):
        desk.do(take_off_scans, dossier.id, (signature,), WRONG_DOSSIER)
    after = desk.do(take_off_scans, dossier.id, (wrong,), WRONG_DOSSIER)
    assert (after.scans_in_force, after.flags, after.late_since) == ((signature,), (), None)
    ended, voided = take_in(desk), take_in(desk)
    for each, end in ((ended, withdraw), (voided, void)):
        strange = scan(desk, each, 0, str(each.code).encode())
        desk.do(end, each.id, "không còn nhu cầu")
        assert desk.do(take_off_scans, each.id, (strange,), WRONG_DOSSIER).scans_in_force == ()
        back = desk.do(attach_scans, each.id, (strange,))
        assert (back.scans_in_force, back.flags) == ((strange,), ()), "taken back, it is as if nothing was"


def test_what_was_used_again_from_a_wrong_dossier_is_not_offered_any_more(desk: Desk, dossier: Dossier) -> None:
    birth = scan(desk, dossier, 1, b"%PDF birth")
    ((earlier,),) = earlier_papers(desk, NUMBER, (BIRTH,))
    assert isinstance(earlier, EarlierPaper)
    second = take_in(desk)
    used = desk.do(reuse_scan, second.id, Reuse(paper=1, earlier=earlier))
    desk.do(take_off_scans, second.id, used.scans_in_force, WRONG_LINE)
    assert desk.register.get(second.id).papers[1].digital is Digital.NONE
    again = desk.do(reuse_scan, second.id, Reuse(paper=1, earlier=earlier))
    assert (again.scans_in_force, again.papers[1].digital) == (used.scans_in_force, Digital.REUSED)
    desk.do(take_off_scans, dossier.id, (birth,), WRONG_DOSSIER)
    with pytest.raises(Impossible):
        desk.do(reuse_scan, take_in(desk).id, Reuse(paper=1, earlier=earlier))


def test_states_of_before_keep_their_bytes(desk: Desk, dossier: Dossier) -> None:
    scan(desk, dossier, 0, b"%PDF")
    state = fold.encode_state(desk.register.get(dossier.id))
    assert fold.encode_state(fold.decode_state(state)) == state
    assert b"taken_off" not in state
