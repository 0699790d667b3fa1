"""The catalogue, dossiers under old rules, receipts and accounts, as the settings handle them."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.jobs import Failure
from desktop.law_asks import read_old_rules
from desktop.screens.settings.catalogue_presenter import CataloguePresenter, CatalogueState
from desktop.screens.settings.money_presenter import MoneyPresenter, Typed, is_tax_code
from desktop.screens.settings.old_rules_presenter import OldRulesPresenter
from desktop.slips import RECEIPT
from desktop.stage import Here
from desktop.theme.tokens import Tone
from dossiers.catalogue import Catalogue, export_json, load_builtin
from dossiers.catalogue_diff import ChangeKind
from dossiers.deadlines import due
from dossiers.dossier import Appointment, Dossier
from dossiers.office import Devices, Office
from dossiers.old_rules import OldRules
from dossiers.people import Clerk, Person, Role
from dossiers.procedure import Duration, Procedure, TimeUnit
from dossiers.receive import Intake, receive
from dossiers.vietqr import BankAccount
from tests.desktop_screens.conftest import CLERK, OFFICE, Counter
from tests.printing.pdf_reading import read_pages

MARITAL_STATUS, RESIDENCE = "1.004873", "1.004222"
DECISION = "QĐ 3086/QĐ-BTP"
TODAY = date(2026, 11, 23)


class Heard:
    """A panel that remembers what it was shown."""

    def __init__(self) -> None:
        self.state = CatalogueState()
        self.old: tuple[OldRules, ...] = ()
        self.series: tuple[Any, ...] = ()
        self.office = OFFICE
        self.payload = ""
        self.said: list[str] = []

    def present(self, what: Any) -> None:
        """See `CatalogueView` and `OldRulesView`."""
        if isinstance(what, CatalogueState):
            self.state = what
        else:
            self.old = what

    def show_series(self, books: tuple[Any, ...]) -> None:
        """See `MoneyView`."""
        self.series = books

    def show_office(self, office: Office) -> None:
        """See `MoneyView`."""
        self.office = office

    def show_code(self, payload: str) -> None:
        """See `MoneyView`."""
        self.payload = payload

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


# Receipts and accounts


SERIES = Typed(template="01BLP3-001", symbol="AB-26T", volume="01", first="1", last="500")


@pytest.fixture
def money(counter: Counter, heard: Heard) -> MoneyPresenter:
    """The panel of receipts and accounts, opened."""
    here = Here(counter.desk.home, CLERK, OFFICE, Devices())
    presenter = MoneyPresenter(
        jobs=counter.jobs, clock=counter.clock, here=here, view=heard, complain=heard.complain
    )  # fmt: skip
    presenter.open()
    return presenter


def test_a_series_is_opened_once_and_never_twice_over(counter: Counter, heard: Heard, money: MoneyPresenter) -> None:
    money.register(SERIES)
    (state,) = heard.series
    assert (state.book.template, state.next_number, state.book.year) == ("01BLP3-001", 1, 2026)
    money.register(replace(SERIES, volume="02", first="500", last="900"))
    assert "trùng với một dải đã mở" in heard.said[-1]
    money.register(replace(SERIES, volume="02", first="501", last="900"))
    assert len(heard.series) == 2
    assert len(counter.desk.books.all()) == 2


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (replace(SERIES, first=""), "chỉ gồm chữ số"),
        (replace(SERIES, last="năm trăm"), "chỉ gồm chữ số"),
        (replace(SERIES, template=""), "mẫu số, ký hiệu và dải số"),
        (replace(SERIES, first="9", last="3"), "Số cuối nhỏ hơn"),
        (replace(SERIES, volume=""), "quyển số"),
    ],
)
def test_a_series_that_is_not_registered_in_full_is_refused(
    counter: Counter, heard: Heard, money: MoneyPresenter, typed: Typed, words: str
) -> None:
    money.register(typed)
    assert words in heard.said[-1]
    assert counter.desk.books.all() == ()


def test_tax_code_and_account_are_kept_and_a_code_is_shown(
    counter: Counter, heard: Heard, money: MoneyPresenter
) -> None:
    money.keep("0101234567-001", "BIDV (970418)", "2151 0000 123", "UBND XA MY DUC")
    assert counter.desk.office.tax_code == "0101234567-001"
    assert counter.desk.office.account == BankAccount(
        bin="970418", number="21510000123", holder="UBND XA MY DUC", bank="BIDV"
    )
    assert heard.payload.startswith("000201010211")
    money.keep("", "", "", "")
    kept, shown = counter.desk.office, heard.payload
    assert (kept.tax_code, kept.account, shown) == ("", None, "")


@pytest.mark.parametrize(
    ("account", "words"),
    [
        (("0101234567", "ngân hàng nào đó", "123", "UBND"), "Mã ngân hàng (BIN)"),
        (("0101234567", "970418", "số 12", "UBND"), "Số tài khoản"),
        (("0101234567", "970418", "123", " "), "chủ tài khoản"),
        (("12345", "970418", "123", "UBND"), "Mã số thuế"),
    ],
)
def test_what_no_code_can_be_made_of_is_not_kept(
    counter: Counter, heard: Heard, money: MoneyPresenter, account: tuple[str, str, str, str], words: str
) -> None:
    money.keep(*account)
    assert words in heard.said[-1]
    assert (counter.desk.office.account, counter.desk.office.tax_code) == (None, "")


@pytest.mark.parametrize(
    ("code", "sound"),
    [("0101234567", True), ("0101234567-001", True), ("0101234567-1", False), ("-001", False), ("01012345678", False)],
)
def test_tax_codes(code: str, sound: bool) -> None:
    assert is_tax_code(code) == sound
