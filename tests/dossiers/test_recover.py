"""A register rebuilt from slips: nothing forged, nothing twice, no number given again, and the way back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dossiers import fold, slip_header
from dossiers.books import BookKind
from dossiers.clock import local_date
from dossiers.correct import correct
from dossiers.dossier import Dossier
from dossiers.errors import InvalidInput, KnownError, NotFound
from dossiers.journal import Op, decode
from dossiers.numbering import solo_bands, split
from dossiers.receive import receive
from dossiers.recover import PileSlip, recover, undo_recovery
from dossiers.result_ready import make_result_ready
from dossiers.return_result import return_result
from dossiers.slip_header import Place, open_slip, prove
from dossiers.status import Status
from dossiers.store.desk import Desk
from dossiers.store.foreign import Told
from dossiers.store.register import Query, Row
from dossiers.store.verify import verify
from dossiers.store.wire import Snapshot
from tests.dossiers.deeds import TO_OWNER
from tests.store.homes import HandClock, intake, open_desk

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


@pytest.fixture
def lost(template: Path, tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    """The desk whose disk is about to die."""
    opened = open_desk(Path(copytree(template, tmp_path / "lost")), clock)
    yield opened
    opened.close()


def office_copy(desk: Desk, dossier: Dossier) -> PileSlip:
    """The code on the office's copy of a receipt."""
    entry = desk.journal.of(dossier.id)[0]
    return PileSlip(text=prove(dossier, Place(entry.epoch, entry.seq), KEY).office_copy)


def pile_of(desk: Desk, count: int) -> tuple[list[Dossier], list[PileSlip]]:
    taken = [desk.do(receive, intake(id_number=f"03619900{n:04d}", phone="0912000111")) for n in range(count)]
    return taken, [office_copy(desk, each) for each in taken]


def rows(desk: Desk) -> list[Row]:
    return list(desk.register.search(Query()).rows)


def lines(desk: Desk, dossier: Dossier) -> list[Op]:
    return [decode(entry.line) for entry in desk.journal.of(dossier.id)]


def test_a_pile_rebuilds_the_register(desk: Desk, lost: Desk) -> None:
    taken, pile = pile_of(lost, 3)
    assert desk.do(recover, pile) == tuple(each.id for each in taken)
    for before in taken:
        after = desk.register.get(before.id)
        assert (after.code, after.owner.name, after.owner.id_number, after.owner.phone) == (
            before.code, before.owner.name, before.owner.id_number, before.owner.phone,
        )  # fmt: skip
        assert (after.received_at, after.appointment.due_at) == (before.received_at, before.appointment.due_at)
        assert (after.procedure_name, after.certification, after.received_by) == (
            before.procedure_name, True, before.received_by,
        )  # fmt: skip
        assert after.entry(BookKind.DOSSIERS) == before.entry(BookKind.DOSSIERS)
        assert after.status is Status.RECEIVED
    assert all(row.recovered for row in rows(desk))
    assert [row.code for row in desk.register.search(Query(text="036199000001")).rows] == [taken[1].code]


def test_it_is_a_deed_of_its_own_with_the_code_verbatim(desk: Desk, lost: Desk) -> None:
    taken, pile = pile_of(lost, 1)
    desk.do(recover, pile)
    (line,) = lines(desk, taken[0])
    assert (line.kind, line.actor) == ("recovered_from_slip", desk.clerk.name)
    assert msgspec.json.decode(line.body)["slip"] == pile[0].text
    recovered = desk.register.get(taken[0].id).recovered
    assert recovered is not None
    assert (recovered.by, recovered.confirmed_by) == (desk.clerk.name, "")


def test_who_vouched_for_an_unknown_key_is_on_record(desk: Desk, lost: Desk) -> None:
    taken, pile = pile_of(lost, 1)
    desk.do(recover, [replace(pile[0], vouched=True)])
    recovered = desk.register.get(taken[0].id).recovered
    assert recovered is not None
    assert recovered.confirmed_by == desk.clerk.name


def test_the_same_pile_twice_changes_nothing(desk: Desk, lost: Desk) -> None:
    _, pile = pile_of(lost, 2)
    desk.do(recover, [*pile, pile[0]])
    before = desk.journal.head
    assert desk.do(recover, pile) == ()
    assert desk.journal.head == before


def test_what_is_there_already_is_left_as_it_is(desk: Desk) -> None:
    dossier = desk.do(receive, intake())
    assert desk.do(recover, [office_copy(desk, dossier)]) == ()
    assert desk.register.get(dossier.id) == dossier


def test_one_bad_slip_and_nothing_of_the_pile_is_written(desk: Desk, lost: Desk) -> None:
    _, pile = pile_of(lost, 2)
    stranger = open_slip(pile[1].text)
    forged = PileSlip(text=slip_header.sign(stranger, Ed25519PrivateKey.generate()))
    other = msgspec.structs.replace(stranger, code="H98.002-261123-0001")
    citizen = msgspec.structs.replace(stranger, owner=None)
    for bad in (forged, PileSlip(text=slip_header.sign(other, KEY)), PileSlip(text=slip_header.sign(citizen, KEY))):
        with pytest.raises(KnownError):
            desk.do(recover, [pile[0], bad])
    assert rows(desk) == []
    assert desk.journal.count() == 0


def test_no_number_on_paper_is_given_again(desk: Desk, lost: Desk, clock: HandClock) -> None:
    """The last slips of the day may be lost, and the books' numbers with them."""
    taken, pile = pile_of(lost, 5)
    desk.do(recover, pile[:3])
    fresh = desk.do(receive, intake())
    assert fresh.code not in {each.code for each in taken}
    assert split(fresh.code)[2] in solo_bands(1)[1]
    mine, theirs = fresh.entry(BookKind.DOSSIERS), {each.entry(BookKind.DOSSIERS) for each in taken}
    assert mine is not None
    assert mine not in theirs
    assert (mine.volume, mine.number) == ("07", 1)
    clock.forward(days=2)
    assert split(desk.do(receive, intake()).code)[2] == 1
    desk.do(recover, pile)
    assert desk.books.current(BookKind.DOSSIERS).book.volume == "07"  # type: ignore[union-attr]


def test_a_volume_begun_here_under_the_same_number_is_left(desk: Desk, lost: Desk, clock: HandClock) -> None:
    _, pile = pile_of(lost, 2)
    clock.forward(days=1)
    desk.do(receive, intake())
    desk.do(recover, pile)
    entry = desk.do(receive, intake()).entry(BookKind.DOSSIERS)
    assert entry is not None
    assert (entry.volume, entry.number) == ("07", 1)


def test_a_wrong_pile_goes_back_and_the_right_one_comes_again(desk: Desk, lost: Desk) -> None:
    taken, pile = pile_of(lost, 3)
    found = desk.do(recover, pile)
    desk.do(make_result_ready, taken[0].id)
    assert desk.do(undo_recovery, found) == found[1:]
    states = [desk.register.get(each).status for each in found]
    assert states == [Status.RESULT_READY, Status.VOIDED, Status.VOIDED]
    assert desk.do(recover, pile) == found[1:]
    assert desk.register.get(found[1]).status is Status.RECEIVED


def test_an_overdue_dossier_comes_back_and_stays_overdue(desk: Desk, lost: Desk, clock: HandClock) -> None:
    taken, pile = pile_of(lost, 1)
    clock.forward(days=10)
    desk.do(recover, pile)
    desk.do(make_result_ready, taken[0].id)
    assert desk.register.get(taken[0].id).late_since == taken[0].appointment.due_at


def test_a_procedure_the_catalogue_lacks_keeps_no_dossier_away(desk: Desk, lost: Desk) -> None:
    taken, pile = pile_of(lost, 1)
    head = msgspec.structs.replace(open_slip(pile[0].text), procedure_code="9.999999")
    with pytest.raises(NotFound):
        desk.catalogue.get("9.999999", local_date(desk.clock()))
    desk.do(recover, [PileSlip(text=slip_header.sign(head, KEY))])
    assert desk.register.get(taken[0].id).procedure_name == "9.999999"


# The original reception turns up: on a stick of the dead machine, or at another desk.


def received_line(lost: Desk, dossier: Dossier) -> Op:
    return lines(lost, dossier)[0]


def folded(*ops: Op) -> Dossier:
    state: Dossier | None = None
    for op in ops:
        state = fold.apply(state, op)
    assert state is not None
    return state


def test_the_reception_takes_the_place_of_what_was_recovered(desk: Desk, lost: Desk, clock: HandClock) -> None:
    taken, pile = pile_of(lost, 1)
    original = taken[0]
    desk.do(recover, pile)
    clock.forward(hours=1)
    desk.do(correct, original.id, {"owner.phone": "0987000222"})
    desk.do(make_result_ready, original.id)
    desk.do(return_result, original.id, TO_OWNER)
    merged = folded(*lines(desk, original), received_line(lost, original))
    assert merged.recovered is None
    assert (merged.id, merged.status) == (original.id, Status.RETURNED)
    assert (merged.papers, merged.entries, merged.received_at) == (
        original.papers, original.entries, original.received_at,
    )  # fmt: skip
    assert merged.owner.phone == "0987000222"
    assert merged.owner.id_number == original.owner.id_number
    assert merged.handover is not None


def test_where_the_reception_is_known_a_recovery_and_its_undo_change_nothing(desk: Desk, lost: Desk) -> None:
    taken, pile = pile_of(lost, 1)
    original = taken[0]
    found = desk.do(recover, pile)
    desk.do(undo_recovery, found)
    done = lines(desk, original)
    assert [op.kind for op in done] == ["recovered_from_slip", "recovery_undone"]
    assert folded(received_line(lost, original), *done) == original
    assert folded(*done, received_line(lost, original)) == original


def test_a_neighbour_that_tells_of_the_reception_completes_the_register(desk: Desk, lost: Desk) -> None:
    """The lost desk's lines lie at another desk of the office, and come over the cable."""
    taken, pile = pile_of(lost, 2)
    desk.do(recover, pile)
    device = lost.journal.epochs()[-1].device
    told = [Told(device, entry) for each in taken for entry in lost.journal.of(each.id)]
    assert desk.foreign.take(told) == 2
    assert [desk.register.get(each.id) for each in taken] == taken
    assert not any(row.recovered for row in rows(desk))
    assert verify(desk) == ()


def test_a_recovery_that_names_another_dossier_is_no_line_anybody_folds(desk: Desk, lost: Desk) -> None:
    taken, pile = pile_of(lost, 2)
    desk.do(recover, pile)
    line = lines(desk, taken[0])[0]
    body = msgspec.json.decode(line.body)
    for changes in ({"code": "H99.001-261123-0777"}, {"slip": body["slip"][:-3] + "000"}, {"unit": "H98.002"}):
        altered = replace(line, body=msgspec.json.encode(body | changes))
        with pytest.raises(KnownError):
            fold.apply(None, altered)
    with pytest.raises(KnownError):
        fold.apply(None, replace(line, dossier_id=taken[1].id))


def test_the_mark_goes_when_the_province_tells_of_the_reception(desk: Desk, lost: Desk) -> None:
    taken, pile = pile_of(lost, 2)
    desk.do(recover, pile)
    told = Snapshot(rev=1, state=fold.encode_state(taken[0]))
    own_word = Snapshot(rev=1, state=fold.encode_state(desk.register.get(taken[1].id)))
    desk.wire.take_in((told, own_word))
    assert {row.code: row.recovered for row in rows(desk)} == {taken[0].code: False, taken[1].code: True}
    assert verify(desk) == ()


@pytest.mark.parametrize("shift", [timedelta(days=-400), timedelta(days=400)])
def test_a_slip_of_another_year_keeps_its_number_in_its_own_years_book(
    desk: Desk, lost: Desk, clock: HandClock, shift: timedelta
) -> None:
    clock.now = datetime(2026, 11, 23, 1, tzinfo=UTC)
    taken, pile = pile_of(lost, 1)
    clock.now += shift
    desk.do(recover, pile)
    entry = desk.register.get(taken[0].id).entry(BookKind.DOSSIERS)
    assert entry == taken[0].entry(BookKind.DOSSIERS)


REFUSALS: dict[str, Callable[[], str]] = {
    "nothing": lambda: "", "a card": lambda: "036199001234||Nguyễn Văn A|01011990|Nam||", "a prefix": lambda: "MC1:",
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSALS)
def test_a_text_that_is_no_slip_is_refused(desk: Desk, what: str) -> None:
    with pytest.raises(KnownError) as refused:
        desk.do(recover, [PileSlip(text=REFUSALS[what]())])
    assert not isinstance(refused.value, InvalidInput)
    assert rows(desk) == []
