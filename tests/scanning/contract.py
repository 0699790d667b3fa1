"""What every scanner driver owes the desk, case by case; `python -m tests.scanning.contract` prints drivers × cases."""

import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from scanning.drivers import ScannedPage, ScanRequest, Watch
from scanning.errors import Fault, ScanError
from scanning.picture import decode
from tests.scanning.rigs import RIGS, Rig
from tests.scanning.sheets import number_of


def is_found_by_its_name(rig: Rig) -> None:
    """Asked for by name, the driver answers with this device and a label to show."""
    [device] = rig.driver.find(Watch(threading.Event(), lambda _: None), rig.device)  # type: ignore[attr-defined]
    assert device.label


def gives_one_page_of_its_glass(rig: Rig) -> None:
    """One sheet is one page, and its facts are true."""
    [page] = rig.pages(rig.states["glass"](), 1)
    assert decode(page.data).shape[:2] == (page.height_px, page.width_px)
    assert page.dpi >= 200


def gives_the_picture_that_lay_there(rig: Rig) -> None:
    """Nothing is lost or swapped on the way."""
    [page] = rig.pages(rig.states["picture"](), 1)
    assert number_of(page.data) == 3


def empties_a_stack_in_order(rig: Rig) -> None:
    """Every sheet in its order, and then a normal end."""
    pages = [number_of(page.data) for page in rig.pages(rig.states["stack"](), 4)]
    assert len(pages) == 10 or pages == list(range(1, len(pages) + 1))
    assert len(pages) >= 3


def gives_a_page_before_it_takes_the_next(rig: Rig) -> None:
    """The first page is in hand while the stack still has sheets."""
    pages = rig.pages(rig.states["stack"](), 4)
    assert decode(next(pages).data).size
    assert len(list(pages)) >= 2


def reads_both_sides(rig: Rig) -> None:
    """Both sides of two sheets are four pages."""
    assert len(list(rig.pages(rig.states["both sides"]()))) == 4


def scans_in_grey(rig: Rig) -> None:
    """Grey is asked for and does not disturb."""
    assert next(rig.pages(rig.states["grey"](), 1)).width_px


def takes_a_sheet_of_unknown_length(rig: Rig) -> None:
    """A hand scanner does not know the length before its end."""
    [page] = rig.pages(rig.states["unknown length"]())
    assert decode(page.data).shape[0] == page.height_px > 1000


def stops_within_a_second(rig: Rig) -> None:
    """Told to stop in mid-stack, it gives no further page and ends at once."""
    stopped = threading.Event()
    pages = rig.driver.scan(rig.states["slow"](), Watch(stopped, lambda _: None))
    next(pages)
    stopped.set()
    asked_at = time.monotonic()
    assert list(pages) == []
    assert time.monotonic() - asked_at < 1


def names(state: str, fault: Fault) -> Callable[[Rig], None]:
    """A case: in this state, this fault and no page."""

    def case(rig: Rig) -> None:
        pages, end = until_fault(rig, rig.states[state]())
        assert (pages, end) == ([], fault)

    return case


def keeps_what_came_before_a_jam_and_goes_on(rig: Rig) -> None:
    """Two pages, a jam that is named, and after Quét tiếp the two that are left."""
    request = rig.states["jam in mid-stack"]()
    assert until_fault(rig, request) == ([1, 2], Fault.JAM)
    rig.clear()
    assert until_fault(rig, request) == ([3, 4], None)


def until_fault(rig: Rig, request: ScanRequest) -> tuple[list[int], Fault | None]:
    """The sheets that became pages, and the fault that ended them."""
    pages: list[ScannedPage] = []
    fault = None
    try:
        pages.extend(rig.pages(request))
    except ScanError as error:
        fault = error.fault
    return [number_of(page.data) for page in pages], fault


CASES: dict[str, tuple[str, Callable[[Rig], None]]] = {
    "found by its name": ("", is_found_by_its_name),
    "one page of the glass": ("glass", gives_one_page_of_its_glass),
    "the picture that lay there": ("picture", gives_the_picture_that_lay_there),
    "a stack in order, normal end": ("stack", empties_a_stack_in_order),
    "first page while the feeder runs": ("stack", gives_a_page_before_it_takes_the_next),
    "both sides": ("both sides", reads_both_sides),
    "grey": ("grey", scans_in_grey),
    "unknown length": ("unknown length", takes_a_sheet_of_unknown_length),
    "stopped in mid-stack, < 1 s": ("slow", stops_within_a_second),
    "no such device": ("missing", names("missing", Fault.NO_DEVICE)),
    "empty feeder": ("empty", names("empty", Fault.NO_DOCS)),
    "jam": ("jam", names("jam", Fault.JAM)),
    "jam in mid-stack, goes on": ("jam in mid-stack", keeps_what_came_before_a_jam_and_goes_on),
    "in use": ("busy", names("busy", Fault.BUSY)),
    "unplugged": ("unplugged", names("unplugged", Fault.IO_ERROR)),
    "spoilt picture": ("spoilt", names("spoilt", Fault.TORN_PAGE)),
    "paper too large": ("too large", names("too large", Fault.WRONG_PAPER)),
}
"""By what the table calls it: the state a rig must have a way into, and the case."""

OTHER_WORDS = {
    ("eSCL", "no such device"): Fault.NO_ANSWER,
    ("folder", "no such device"): Fault.FOLDER_MISSING,
}
"""Where a driver knows better what is not there."""


def can_be_shown(rig: Rig, case: str) -> bool:
    """Whether this rig has a way into the state."""
    state = CASES[case][0]
    return state in rig.states if state else bool(rig.device)


def run(rig_name: str, case: str, folder: Path) -> bool:
    """Whether the case could be shown; an AssertionError or ScanError where the driver does not keep it."""
    with RIGS[rig_name](folder) as rig:
        if not can_be_shown(rig, case):
            return False
        better = OTHER_WORDS.get((rig_name, case))
        (names("missing", better) if better else CASES[case][1])(rig)
    return True


def table() -> tuple[str, bool]:
    """Drivers × cases as Markdown, and whether every case that could be shown was kept."""
    rows, kept = [], True
    with tempfile.TemporaryDirectory() as parent:
        for case in CASES:
            cells = []
            for rig_name in RIGS:
                folder = tempfile.mkdtemp(dir=parent)
                try:
                    cells.append("✓" if run(rig_name, case, Path(folder)) else "–")
                except (AssertionError, ScanError):
                    kept = False
                    cells.append("✗")
            rows.append(f"| {case} | " + " | ".join(cells) + " |")
    head = f"| | {' | '.join(RIGS)} |\n|---|{':-:|' * len(RIGS)}"
    return "\n".join([head, *rows, "", "–: the device has no such state, or no way into it here."]), kept


if __name__ == "__main__":
    text, all_kept = table()
    print(text)
    sys.exit(not all_kept)
