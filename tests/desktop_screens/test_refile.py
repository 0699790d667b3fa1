"""What is said of scans in the wrong place: who has heard of them already, and which dossiers take them."""

from contextlib import closing
from dataclasses import replace

import pytest

from desktop.dossier_asks import Opened, open_dossier
from desktop.paper_door import PaperDoor
from desktop.scan_asks import export_scan, find_dossiers, read_file, read_scans
from desktop.screens.dossier.files import describe_file
from desktop.screens.dossier.scan_deeds import take_off
from dossiers.attach_scans import attach_scans
from dossiers.dossier import Dossier
from dossiers.errors import Impossible
from dossiers.people import Clerk, Role
from dossiers.receive import receive
from dossiers.take_off_scans import WRONG_DOSSIER, take_off_scans
from tests.desktop_screens.conftest import Counter
from tests.desktop_screens.test_files import Shown, presenting
from tests.dossiers.deeds import a_scan
from tests.store.homes import intake


@pytest.fixture
def opened(counter: Counter) -> Opened:
    """A dossier with one scan, as its screen has it."""
    dossier = counter.desk.do(receive, intake("Đỗ Thị Lan"))
    counter.desk.do(attach_scans, dossier.id, (a_scan(counter.desk),))
    return open_dossier(counter.desk, dossier.id)


def test_what_the_province_has_heard_is_said_and_only_that(opened: Opened) -> None:
    scans = opened.dossier.scans_in_force
    assert "Tỉnh" not in take_off(opened, scans, WRONG_DOSSIER).said
    sent = replace(opened, history=tuple(replace(told, sent=True) for told in opened.history))
    assert take_off(sent, scans, WRONG_DOSSIER).said.endswith(
        "Tỉnh đã nhận bản này từ trước; lần gửi tới báo thay đổi cho tỉnh và cổng quốc gia."
    )


def test_dossiers_are_found_by_any_spelling_of_the_code_and_by_a_name(counter: Counter, opened: Opened) -> None:
    def found(text: str) -> list[Dossier]:
        return list(find_dossiers(counter.desk, text))

    other = counter.desk.do(receive, intake("Trần Văn Khác"))
    assert found(other.code.lower().replace("-", " ")) == [other]
    assert found("tran van khac") == [other]
    assert found("đỗ thị lan") == [opened.dossier]
    assert found("  ") == found("không có ai tên thế") == []


def test_what_was_taken_off_says_why_and_opens_to_leaders_only(counter: Counter, opened: Opened) -> None:
    desk = counter.desk
    desk.do(take_off_scans, opened.dossier.id, opened.dossier.scans_in_force, WRONG_DOSSIER)
    (file,) = read_scans(desk, desk.register.get(opened.dossier.id))
    hidden, seen = describe_file(file), describe_file(file, sees_off=True)
    assert (hidden.place, hidden.act, hidden.signable, seen.act) == ("Đã gỡ", "", False, "&Xem bản quét")
    assert WRONG_DOSSIER in hidden.sentence
    assert hidden.sentence.endswith("Tệp vẫn được giữ làm chứng. Chỉ lãnh đạo và người quản trị xem được.")
    desk.clerk = Clerk(name="Lê Văn Khác", role=Role.CLERK)
    with pytest.raises(Impossible, match="chỉ lãnh đạo"):
        read_file(desk, file)
    with pytest.raises(Impossible, match="chỉ lãnh đạo"):
        export_scan(desk, opened.dossier.code, file)
    shown = Shown()
    with closing(PaperDoor()) as door:
        presenting(counter, shown, door).look_behind(file)
    assert "chỉ lãnh đạo" in shown.said[-1], "nor the sides it was made of"
    desk.clerk = Clerk(name="Lê Văn Lãnh Đạo", role=Role.LEADER)
    assert read_file(desk, file).startswith(b"%PDF")
