"""A province reports to a portal that fails in every way: nothing lost, nothing doubled."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from dossiers.dossier import Dossier
from sync.portal.client import PortalClient
from sync.portal.delivery import Delivered, Delivery
from sync.portal.faults import Broken, NotAdmitted, NotThePortal, Slow
from sync.province.portal_outbox import Outbox
from tests.portal.conftest import EVER, Reporting, account
from tests.portal.stand_in import UNDONE, Fault, StandIn

SERVICES = ("LayThuTuc", "TraCuuHoSo", "DongBoHoSoMC", "CapNhatTienDoHoSoMC")


def test_a_wrong_password_ends_the_run_before_anything_is_sent(reporting: Reporting) -> None:
    reporting.take_in(2)
    done = reporting.send(password="sai")
    assert isinstance(done.fault, NotAdmitted)
    assert "Sai tài khoản" in done.fault.message
    assert "sai" not in str(done.fault)
    assert (reporting.portal.dossiers, len(reporting.portal.log)) == ({}, 1)
    assert reporting.send() == Delivered(sent=2)


def test_an_ended_session_is_renewed_without_anybody_noticing(reporting: Reporting) -> None:
    taken = reporting.take_in(2)
    for service in SERVICES:
        reporting.portal.fail(service, Fault.EXPIRED)
    assert reporting.send() == Delivered(sent=2)
    assert reporting.whole(taken)
    assert reporting.portal.sessions == 1 + len(SERVICES)


def test_a_session_that_ends_at_once_is_not_renewed_for_ever(reporting: Reporting) -> None:
    reporting.take_in(1)
    reporting.portal.fail("LayThuTuc", Fault.EXPIRED, Fault.EXPIRED)
    assert reporting.send() == Delivered(refused=1)
    assert reporting.portal.sessions == 2
    assert reporting.send() == Delivered(sent=1)


@pytest.mark.parametrize("fault", [Fault.ERROR_500, Fault.LOST, Fault.PAGE])
def test_one_bad_answer_costs_one_dossier_one_run(reporting: Reporting, fault: Fault) -> None:
    """Whichever of the four questions it was given to; what goes again is what went before, to the letter."""
    taken: list[Dossier] = []
    for service in SERVICES:
        taken += reporting.take_in(2, first=len(taken))
        reporting.portal.fail(service, fault)
        done = reporting.send()
        assert (done.sent, done.refused, done.fault) == (1, 1, None)
        assert [code for _, code, _ in reporting.outbox.refusals()] == [taken[-2].code]
        assert reporting.send() == Delivered(sent=1)
        assert (reporting.outbox.refusals(), reporting.outbox.waiting(*EVER)) == ([], [])
    assert sorted(reporting.portal.dossiers) == [dossier.code for dossier in taken]
    for dossier in taken:
        sent = reporting.portal.steps_sent(dossier.code)
        assert all(one == other for one, other in pairwise(sent))
        assert len(reporting.portal.dossiers[dossier.code].steps) == 1


@pytest.mark.parametrize(("fault", "kind"), [(Fault.ERROR_500, Broken), (Fault.PAGE, NotThePortal)])
def test_a_portal_that_is_down_ends_the_run(reporting: Reporting, fault: Fault, kind: type[Exception]) -> None:
    taken = reporting.take_in(5)
    reporting.portal.fail("TraCuuHoSo", *[fault] * 3)
    done = reporting.send()
    assert isinstance(done.fault, kind)
    assert (done.sent, done.refused) == (0, 3)
    assert reporting.send() == Delivered(sent=5)
    assert sorted(reporting.portal.dossiers) == [dossier.code for dossier in taken]


def test_a_silent_portal_ends_by_the_timeout(reporting: Reporting) -> None:
    reporting.take_in(1)
    reporting.portal.fail("DongBoHoSoMC", Fault.SILENT)
    done = reporting.send(timeout_s=0.3)
    reporting.portal.released.set()
    assert (done.refused, reporting.outbox.refusals()[0][2]) == (1, str(Slow()))
    assert reporting.send() == Delivered(sent=1)


def test_a_dossier_that_exists_unseen_is_updated(reporting: Reporting) -> None:
    """The portal answers '-3 … đã tồn tại' to what its own search did not find."""
    (taken,) = reporting.take_in(1)
    reporting.portal.fail("DongBoHoSoMC", Fault.LOST)
    reporting.send()
    reporting.portal.fail("TraCuuHoSo", Fault.BLIND)
    assert reporting.send() == Delivered(sent=1)
    assert [body["isUpdating"] for body in reporting.portal.asked("DongBoHoSoMC")] == ["False", "False", "True"]
    assert reporting.whole([taken])


@pytest.mark.parametrize("fault", [Fault.MUTE, Fault.NO])
def test_steps_count_only_when_the_portal_says_so(reporting: Reporting, fault: Fault) -> None:
    (taken,) = reporting.take_in(1)
    reporting.portal.fail("CapNhatTienDoHoSoMC", fault)
    assert reporting.send() == Delivered(refused=1)
    assert [reason for *_, reason in reporting.outbox.refusals()] == [UNDONE[fault]]
    assert reporting.send() == Delivered(sent=1)
    assert reporting.whole([taken])
    assert len(reporting.portal.asked("DongBoHoSoMC")) == 1


def test_a_refused_dossier_never_holds_up_the_others(reporting: Reporting) -> None:
    taken = reporting.take_in(3)
    words = "Thiếu trường ChuHoSo: Người Thử 1"
    reporting.portal.refused = {taken[1].code: words}
    assert reporting.send() == Delivered(sent=2, refused=1)
    assert reporting.outbox.refusals() == [("H99.001", taken[1].code, words)]
    assert reporting.send() == Delivered(refused=1)
    reporting.portal.refused = {}
    assert reporting.send() == Delivered(sent=1)
    assert reporting.outbox.refusals() == []


def test_what_was_refused_comes_after_what_was_never_tried(reporting: Reporting) -> None:
    """Three dossiers that trip the portal must not be the only ones it ever sees."""
    poison = reporting.take_in(3)
    reporting.portal.fail("DongBoHoSoMC", *[Fault.ERROR_500] * 3)
    assert reporting.send().fault is not None
    fresh = reporting.take_in(1, first=3)
    reporting.portal.fail("DongBoHoSoMC", Fault.ERROR_500)
    reporting.portal.log.clear()
    reporting.send()
    asked = [body["mahoso"] for body in reporting.portal.asked("TraCuuHoSo")]
    assert asked == [dossier.code for dossier in (*fresh, *poison)]


class Killed(BaseException):
    """The process is gone: nothing below catches this."""


@pytest.mark.parametrize("method", ["took_dossier", "took_steps", "finished"])
def test_a_kill_at_any_point_leaves_one_of_each(
    reporting: Reporting, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    """Before the outbox has written what the portal took, and right after."""
    taken: list[Dossier] = []
    usual: Callable[..., None] = getattr(Outbox, method)
    for written in (False, True):

        def killed(outbox: Outbox, *arguments: object, written: bool = written) -> None:
            if written:
                usual(outbox, *arguments)
            raise Killed

        taken += reporting.take_in(2, first=len(taken))
        with monkeypatch.context() as patch:
            patch.setattr(Outbox, method, killed)
            with pytest.raises(Killed):
                reporting.send()
        assert reporting.send().fault is None
    assert reporting.whole(taken)
    for dossier in taken:
        assert all(one == other for one, other in pairwise(reporting.portal.steps_sent(dossier.code)))


def test_a_line_that_is_gone_ends_the_run_at_once(reporting: Reporting) -> None:
    reporting.take_in(2)
    gone = StandIn()
    gone.close()
    client = PortalClient(account(gone), 5)
    done = Delivery(reporting.outbox, client).run(*EVER)
    client.close()
    assert (done.sent, done.refused) == (0, 0)
    assert "Chưa nối được tới Cổng DVCQG" in str(done.fault)
