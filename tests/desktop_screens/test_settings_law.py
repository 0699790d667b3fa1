"""The catalogue and the dossiers under old rules, as the settings handle them."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.jobs import Failure
from desktop.law_asks import read_old_rules
from desktop.screens.settings.catalogue_presenter import CataloguePresenter, CatalogueState
from desktop.screens.settings.old_rules_presenter import OldRulesPresenter
from desktop.slips import RECEIPT
from desktop.theme.tokens import Tone
from dossiers.catalogue import Catalogue, export_json, load_builtin
from dossiers.catalogue_diff import ChangeKind
from dossiers.deadlines import due
from dossiers.dossier import Appointment, Dossier
from dossiers.old_rules import OldRules
from dossiers.people import Clerk, Person, Role
from dossiers.procedure import Duration, Procedure, TimeUnit
from dossiers.receive import Intake, receive
from tests.desktop_screens.conftest import CLERK, Counter
from tests.printing.pdf_reading import read_pages

MARITAL_STATUS, RESIDENCE = "1.004873", "1.004222"
DECISION = "QĐ 3086/QĐ-BTP"
TODAY = date(2026, 11, 23)


class Heard:
    """A panel that remembers what it was shown."""

    def __init__(self) -> None:
        self.state = CatalogueState()
        self.old: tuple[OldRules, ...] = ()
        self.said: list[str] = []

    def present(self, what: Any) -> None:
        """See `CatalogueView` and `OldRulesView`."""
        if isinstance(what, CatalogueState):
            self.state = what
        else:
            self.old = what

    def answer(self, sentence: str, tone: Tone = Tone.OK) -> None:
        """See the views."""
        del tone
        self.said.append(sentence)

    def complain(self, why: Failure) -> None:
        """What could not be done."""
        self.said.append(why.sentence)


@pytest.fixture
def heard() -> Heard:
    """Somebody to tell."""
    return Heard()


@pytest.fixture
def catalogue(counter: Counter, heard: Heard) -> CataloguePresenter:
    """The panel of the catalogue, opened."""
    presenter = CataloguePresenter(jobs=counter.jobs, view=heard, complain=heard.complain)
    presenter.open()
    return presenter


@pytest.fixture
def old_rules(counter: Counter, heard: Heard) -> OldRulesPresenter:
    """The list of dossiers under old rules."""
    return OldRulesPresenter(
        jobs=counter.jobs, view=heard, complain=heard.complain,
        print_receipt=lambda dossier: counter.slips.print(RECEIPT, dossier),
    )  # fmt: skip


def changed(folder: Path, **changes: Any) -> str:
    """A file of ours in which one procedure changed and another was repealed."""
    start = date(2026, 11, 16)

    def learn(each: Procedure) -> Procedure:
        if each.code == MARITAL_STATUS:
            return replace(each, version=2, effective_from=start, **changes)
        return replace(each, effective_to=start) if each.code == RESIDENCE else each

    file = folder / "danh-muc.json"
    file.write_bytes(export_json(Catalogue(tuple(map(learn, load_builtin().procedures)), 1)))
    return str(file)


FIVE_DAYS = Duration(amount=5, unit=TimeUnit.WORKING_DAY, verified=True)


def take_in(counter: Counter, code: str = MARITAL_STATUS) -> Dossier:
    """Received today under what this desk knew."""
    appointment = due(counter.desk.catalogue.get(code, TODAY), counter.clock(), counter.desk.calendar)
    intake = Intake(
        procedure_code=code, owner=Person(name="Nguyễn Thị Thùy Dương"), papers=(), fees=(),
        appointment=Appointment(due_at=appointment.due_at, reasons=appointment.reasons, confirmed_by=CLERK.name),
    )  # fmt: skip
    return counter.desk.do(receive, intake)


def bring(catalogue: CataloguePresenter, file: str) -> None:
    """Choose a file, look at it, use it."""
    catalogue.choose(file)
    catalogue.look(DECISION, TODAY)
    catalogue.use()


def test_a_file_is_looked_at_change_by_change_before_it_counts(
    counter: Counter, heard: Heard, catalogue: CataloguePresenter, tmp_path: Path
) -> None:
    catalogue.choose(changed(tmp_path, duration=FIVE_DAYS))
    catalogue.look(DECISION, TODAY)
    assert heard.state.plan is not None
    assert {(each.code, each.kind) for each in heard.state.plan.changes} == {
        (MARITAL_STATUS, ChangeKind.CHANGED), (RESIDENCE, ChangeKind.REPEALED),
    }  # fmt: skip
    (field,) = heard.state.plan.changes[0].fields
    assert (field.old[:15], field.new) == ("3 ngày làm việc", "5 ngày làm việc")
    assert counter.desk.catalogue == load_builtin()
    catalogue.use()
    assert counter.desk.catalogue.find(RESIDENCE, TODAY) is None
    assert counter.desk.catalogue.get(MARITAL_STATUS, TODAY).duration == FIVE_DAYS
    assert heard.state.file == ""


def test_the_same_file_twice_changes_nothing(
    counter: Counter, heard: Heard, catalogue: CataloguePresenter, tmp_path: Path
) -> None:
    file = changed(tmp_path, duration=FIVE_DAYS)
    bring(catalogue, file)
    version = counter.desk.catalogue.version
    bring(catalogue, file)
    assert counter.desk.catalogue.version == version
    assert "Tệp không đổi gì so với danh mục đang dùng." in heard.said


def test_without_source_or_day_nothing_is_compared(heard: Heard, catalogue: CataloguePresenter, tmp_path: Path) -> None:
    catalogue.choose(changed(tmp_path))
    catalogue.look("  ", TODAY)
    catalogue.look(DECISION, None)
    assert heard.state.plan is None
    assert all("số quyết định" in sentence for sentence in heard.said[-2:])


@pytest.mark.parametrize(
    ("content", "words"),
    [("{", "không đọc được"), ('{"a": 1}', "Không nhận ra tệp danh mục này"), ('{"format": "x"}', "Tệp")],
)
def test_a_file_that_is_none_leaves_the_catalogue(
    counter: Counter, heard: Heard, catalogue: CataloguePresenter, tmp_path: Path, content: str, words: str
) -> None:
    (tmp_path / "x.json").write_text(content, encoding="utf-8")
    catalogue.choose(str(tmp_path / "x.json"))
    catalogue.look(DECISION, TODAY)
    assert words in heard.said[-1]
    assert heard.state.plan is None
    assert counter.desk.catalogue == load_builtin()


def test_a_catalogue_that_changed_meanwhile_is_not_overwritten(
    counter: Counter, heard: Heard, catalogue: CataloguePresenter, tmp_path: Path
) -> None:
    catalogue.choose(changed(tmp_path, duration=FIVE_DAYS))
    catalogue.look(DECISION, TODAY)
    other = Catalogue(load_builtin().procedures, 7)
    counter.desk.set_catalogue(other)
    catalogue.use()
    assert heard.said[-1].startswith("Danh mục đã đổi từ khi xem.")
    assert counter.desk.catalogue == other


def test_what_is_exported_comes_back_unchanged(heard: Heard, catalogue: CataloguePresenter, tmp_path: Path) -> None:
    catalogue.export(str(tmp_path / "ra.json"))
    catalogue.choose(str(tmp_path / "ra.json"))
    catalogue.look(DECISION, TODAY)
    assert heard.said[-1] == "Tệp không đổi gì so với danh mục đang dùng."
    catalogue.export(str(tmp_path / "no" / "ra.json"))
    assert heard.said[-1] == "Không ghi được tệp danh mục ở đó. Chọn một thư mục khác."


def test_a_leader_looks_and_puts_nothing_into_force(
    counter: Counter, heard: Heard, catalogue: CataloguePresenter, tmp_path: Path
) -> None:
    counter.desk.clerk = Clerk(name=CLERK.name, role=Role.LEADER)
    bring(catalogue, changed(tmp_path, duration=FIVE_DAYS))
    assert heard.said[-1].startswith("Tài khoản lãnh đạo chỉ xem.")
    assert counter.desk.catalogue == load_builtin()


def test_dossiers_under_old_rules_are_kept_or_issued_again_one_by_one(
    counter: Counter, heard: Heard, catalogue: CataloguePresenter, old_rules: OldRulesPresenter, tmp_path: Path
) -> None:
    kept, again, repealed = take_in(counter), take_in(counter), take_in(counter, RESIDENCE)
    bring(catalogue, changed(tmp_path, duration=FIVE_DAYS))
    assert "3 hồ sơ chưa gửi cần xem lại." in heard.said[-1]
    old_rules.open()
    by_id = {each.dossier_id: each for each in heard.old}
    old_rules.keep(by_id[kept.id])
    old_rules.issue_again(by_id[again.id])
    assert [each.dossier_id for each in heard.old] == [repealed.id]
    assert counter.desk.register.get(kept.id).appointment == kept.appointment
    assert counter.desk.register.get(kept.id).notes[-1].text.startswith("Giữ như đã tiếp nhận;")
    after = counter.desk.register.get(again.id)
    assert (after.procedure_version, after.original_due_at) == (2, again.original_due_at)
    (slip,) = counter.desk.prints.waiting()
    assert slip.dossier_id == again.id
    words = read_pages(counter.desk.prints.pdf(slip.id))[0].text
    assert words.index("01 tháng 12 năm 2026") < words.index("hẹn lúc đầu")


def test_what_was_repealed_can_be_kept_and_is_asked_about_once(
    counter: Counter, heard: Heard, catalogue: CataloguePresenter, old_rules: OldRulesPresenter, tmp_path: Path
) -> None:
    take_in(counter, RESIDENCE)
    bring(catalogue, changed(tmp_path))
    old_rules.open()
    (old,) = heard.old
    assert not old.may_reissue
    old_rules.issue_again(old)
    assert "chỉ có thể giữ" in heard.said[-1]
    old_rules.keep(old)
    assert read_old_rules(counter.desk) == ()


def test_a_kept_dossier_is_asked_about_again_when_the_law_changes_once_more(
    counter: Counter, heard: Heard, catalogue: CataloguePresenter, old_rules: OldRulesPresenter, tmp_path: Path
) -> None:
    take_in(counter)
    bring(catalogue, changed(tmp_path, duration=FIVE_DAYS))
    old_rules.open()
    old_rules.keep(heard.old[0])
    assert heard.old == ()
    bring(catalogue, changed(tmp_path, duration=replace(FIVE_DAYS, amount=2)))
    assert len(read_old_rules(counter.desk)) == 1


def test_changes_no_citizen_would_notice_ask_for_no_decision(
    counter: Counter, catalogue: CataloguePresenter, tmp_path: Path
) -> None:
    take_in(counter)
    bring(catalogue, changed(tmp_path, result="Giấy xác nhận"))
    assert read_old_rules(counter.desk) == ()
