"""Many dossiers at once: each its own op, the refused ones named, one paper for all that were done."""

import pytest

from desktop.jobs import ImmediateJobs
from desktop.register_asks import read_items
from desktop.screens.register.batch import Account, Batch
from desktop.screens.register.batches import MOST_REPRINTS, Batches
from desktop.screens.register.deeds import bring_results, give_on, take_all
from dossiers.acting import Act
from dossiers.dossier import Dossier, Holder
from dossiers.hand_over import HandedOver, hand_over
from dossiers.status import Status
from dossiers.store.durable import disk_full
from dossiers.supplement import request_supplement
from dossiers.void import void
from tests.desktop_screens.conftest import Counter
from tests.desktop_screens.register_desk import MISSING, HeardView, keys_of, take_in

TU = Holder(person="Lê Văn Tư")


@pytest.fixture
def view() -> HeardView:
    """Remembers what it was shown."""
    return HeardView()


@pytest.fixture
def batches(counter: Counter, view: HeardView) -> Batches:
    """Batches at a desk."""
    return Batches(**counter.services, slips=counter.slips, view=view)


def after(counter: Counter, dossier: Dossier) -> Dossier:
    """The dossier as it is now."""
    return counter.desk.register.get(dossier.id)


def paper(counter: Counter) -> str:
    """All words on the sheet queued last."""
    import pypdfium2

    job = counter.desk.prints.waiting()[-1]
    with pypdfium2.PdfDocument(counter.desk.prints.pdf(job.id)) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def test_what_fits_is_handed_over_each_by_its_own_op_and_what_does_not_is_named(
    counter: Counter, batches: Batches, view: HeardView
) -> None:
    good = [take_in(counter, name) for name in ("Một", "Hai", "Ba")]
    waiting, gone = take_in(counter, "Chờ"), take_in(counter, "Bỏ")
    counter.desk.do(request_supplement, waiting.id, (MISSING,), "thiếu")
    counter.desk.do(void, gone.id, "nhầm")
    lines = counter.desk.journal.count()
    batches.run(keys_of(counter, [*good, waiting, gone]), give_on(TU, "xem trước thứ Sáu"))
    ((words, account),) = view.accounts
    assert (words, account.left, account.fault) == ("Đã chuyển 3 hồ sơ.", 0, "")
    assert counter.desk.journal.count() == lines + 3
    assert {(after(counter, each).holder, after(counter, each).hops[-1].note) for each in good} == {
        (TU, "xem trước thứ Sáu")
    }
    assert [each.code for each in account.refused] == [waiting.code, gone.code]
    assert "Chờ bổ sung" in account.refused[0].sentence
    assert counter.forms() == ["batch_transfer"]
    words_on_paper = paper(counter)
    assert all(each.code in words_on_paper for each in good)
    assert waiting.code not in words_on_paper
    assert not batches.running


def test_nothing_done_prints_nothing(counter: Counter, batches: Batches, view: HeardView) -> None:
    gone = take_in(counter, "Bỏ")
    counter.desk.do(void, gone.id, "nhầm")
    batches.run(keys_of(counter, [gone]), give_on(TU, ""))
    assert (view.accounts[0][0], counter.forms()) == ("Đã chuyển 0 hồ sơ.", [])


def test_only_what_was_given_is_signed_for(counter: Counter, batches: Batches, view: HeardView) -> None:
    given, kept = take_in(counter, "Đã giao"), take_in(counter, "Còn đây")
    counter.desk.do(hand_over, given.id, HandedOver(receiver=TU))
    batches.run(keys_of(counter, [given, kept]), take_all())
    batches.run(keys_of(counter, [given]), take_all())
    assert after(counter, given).hops[-1].taken_by == "Trần Thị Hạnh"
    assert [len(account.done) for _, account in view.accounts] == [1, 0]
    assert view.accounts[0][1].refused[0].code == kept.code
    assert "chờ ký nhận" in view.accounts[1][1].refused[0].sentence


def test_results_that_came_back_lie_on_the_shelf_with_one_sheet(counter: Counter, batches: Batches) -> None:
    dossiers = [take_in(counter, name) for name in ("Một", "Hai")]
    batches.run(keys_of(counter, dossiers), bring_results(Holder(office="Sở Tư pháp"), "Tủ B, ngăn 4", "Bản sao"))
    results = [after(counter, each).result for each in dossiers]
    assert [(each.shelf, each.description) for each in results if each] == [("Tủ B, ngăn 4", "Bản sao")] * 2
    assert counter.forms() == ["result_transfer"]
    assert "Sở Tư pháp" in paper(counter)


def test_a_stopped_batch_keeps_what_is_done_and_says_what_is_left(counter: Counter) -> None:
    dossiers = [take_in(counter, name) for name in ("Một", "Hai", "Ba")]
    ended: list[Account] = []

    def give_and_stop(act: Act, dossier_id: object) -> Dossier:
        batch.progress.stop = batch.progress.done == 1
        return hand_over(act, dossier_id, HandedOver(receiver=TU))  # type: ignore[arg-type]

    items = read_items(counter.desk, keys_of(counter, dossiers))
    batch = Batch(counter.jobs, items, give_and_stop, ended.append)
    batch.step()
    ((account),) = ended
    assert ([each.code for each in account.done], account.left) == ([each.code for each in dossiers[:2]], 1)
    assert [after(counter, each).status for each in dossiers] == [Status.PROCESSING, Status.PROCESSING, Status.RECEIVED]
    assert batch.progress.ended


def test_a_fault_of_the_disk_ends_the_batch_and_is_said(counter: Counter) -> None:
    dossiers = [take_in(counter, name) for name in ("Một", "Hai")]
    ended: list[Account] = []

    def fail(_: Act, __: object) -> Dossier:
        raise disk_full()

    items = read_items(counter.desk, keys_of(counter, dossiers))
    Batch(ImmediateJobs(counter.desk), items, fail, ended.append).step()
    assert (ended[0].done, ended[0].refused, ended[0].left) == ((), (), 2)
    assert "Ổ đĩa đã đầy" in ended[0].fault


def test_receipts_are_printed_again_for_all_but_the_voided(counter: Counter, batches: Batches) -> None:
    dossiers = [take_in(counter, name) for name in ("Một", "Hai", "Bỏ")]
    counter.desk.do(void, dossiers[-1].id, "nhầm")
    batches.reprint(keys_of(counter, dossiers))
    assert counter.forms() == ["receipt", "receipt"]
    assert counter.stage.said[-1] == "Hồ sơ đã hủy không còn giấy hẹn để in lại."
    batches.reprint(range(MOST_REPRINTS + 1))
    assert len(counter.forms()) == 2
