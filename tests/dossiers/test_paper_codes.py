"""What is believed of a paper's codes: QR before bars, a witness for lone bars, the register last, nothing created."""

from dataclasses import dataclass
from datetime import date

import pytest

from dossiers.paper_codes import Belief, PaperCode, Trust, settles, weigh

TODAY = date(2026, 11, 23)
CODE, OTHER = "H26.19.103-261121-0042", "H26.19.103-261121-0043"
IDENTITY = "01JDABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True)
class Seen:
    """A reading as the scanner's room would hand it over."""

    symbology: str
    text: str
    agreed: bool | None = None


def qr(code: str = CODE) -> Seen:
    return Seen("QRCode", f"{code}/{IDENTITY}")


def bars(code: str = CODE, agreed: bool | None = None) -> Seen:
    return Seen("Code128", code, agreed)


def told(*seen: Seen) -> list[tuple[str, Trust]]:
    return [(code.slip.code, code.trust) for code in weigh(seen, TODAY)]


def test_both_codes_of_a_slip_are_one_code_told_by_its_qr() -> None:
    [found] = weigh([bars(), qr()], TODAY)
    assert found.slip.id is not None
    assert found.trust is Trust.SURE


@pytest.mark.parametrize(("agreed", "trust"), [(True, Trust.SURE), (None, Trust.LONE), (False, Trust.DISPUTED)])
def test_lone_bars_are_as_sure_as_their_second_reader(agreed: bool | None, trust: Trust) -> None:
    assert told(bars(agreed=agreed)) == [(CODE, trust)]


def test_a_qr_and_bars_that_differ_are_for_a_person_to_settle() -> None:
    assert told(qr(), bars(OTHER, agreed=True)) == [(CODE, Trust.DISPUTED), (OTHER, Trust.DISPUTED)]


def test_two_slips_on_one_page_are_two_codes_in_their_order() -> None:
    assert told(qr(OTHER), qr(), bars(), bars(OTHER)) == [(OTHER, Trust.SURE), (CODE, Trust.SURE)]


def test_a_phantom_beside_a_good_reading_of_the_same_bars_is_never_sure() -> None:
    """zxing-cpp's default gave a second well-formed text over the same bars; the witness had read the first."""
    assert told(bars(agreed=True), bars(OTHER, agreed=False)) == [(CODE, Trust.SURE), (OTHER, Trust.DISPUTED)]


@pytest.mark.parametrize(
    "text",
    [
        f"{CODE}777", f"x{CODE}", "H26.19.103-261324-0042", "H26.19.103-261124-0042", "8931234567890",
        "https://vi.du/H26.19.103-261121-0042", f"SEP:{CODE}",
    ],
)  # fmt: skip
def test_what_cannot_be_a_code_of_this_day_is_left_out(text: str) -> None:
    assert weigh([Seen("QRCode", text), bars(text, agreed=True)], TODAY) == ()


def test_only_a_sure_reading_ends_the_search() -> None:
    assert settles(qr(), TODAY)
    assert settles(bars(agreed=True), TODAY)
    assert not settles(bars(), TODAY)
    assert not settles(bars(agreed=False), TODAY)
    assert not settles(Seen("QRCode", "https://vi.du"), TODAY)


@pytest.mark.parametrize(
    ("trust", "registered", "belief"),
    [
        (Trust.SURE, True, Belief.ACCEPTED), (Trust.SURE, False, Belief.UNKNOWN), (Trust.LONE, True, Belief.ACCEPTED),
        (Trust.LONE, False, Belief.DOUBTFUL), (Trust.DISPUTED, True, Belief.DOUBTFUL),
        (Trust.DISPUTED, False, Belief.DOUBTFUL),
    ],
)  # fmt: skip
def test_the_register_has_the_last_word(trust: Trust, registered: bool, belief: Belief) -> None:
    slip = weigh([qr()], TODAY)[0].slip
    assert PaperCode(slip=slip, trust=trust).belief(registered=registered) is belief
