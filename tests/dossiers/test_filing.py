"""Which sheet of a pile goes where: only a leading sheet splits, and what cannot be known is asked."""

from uuid import UUID

import pytest

from dossiers.codes import SlipCode
from dossiers.filing import Answer, Goes, Known, Leads, Plain, Plan, Question, Role, Sheet, Why, plan
from dossiers.paper_codes import PaperCode, Trust

A, B = UUID(int=1), UUID(int=2)
CODE_A, CODE_B, STRANGE = "H26.19.103-261121-0001", "H26.19.103-261121-0002", "H31.08.044-261101-0007"
KNOWN = {CODE_A: Known(A, 3), CODE_B: Known(B, 1)}


def code(text: str, *, leads: bool = False, sheet: int | None = None, bars: bool = False,
         trust: Trust = Trust.SURE) -> PaperCode:  # fmt: skip
    """A code as it was read on a sheet."""
    slip = SlipCode(code=text, id=None if bars else UUID(int=9), separator=leads, sheet=sheet)
    return PaperCode(slip=slip, trust=trust, bars=bars)


def pile(*sheets: PaperCode | str) -> list[Sheet]:
    """Sheets named by their number from 0: a code, "paper", "blank" or "smudged"."""
    return [
        Sheet(key=str(number), codes=(sheet,) if isinstance(sheet, PaperCode) else (), blank=sheet == "blank",
              smudged=sheet == "smudged")
        for number, sheet in enumerate(sheets)
    ]  # fmt: skip


def filed(sheets: list[Sheet], answers: dict[str, Answer] | None = None) -> Plan:
    """The plan of a pile."""
    return plan(sheets, KNOWN, answers or {})


def places(made: Plan) -> list[tuple[Role, UUID | None, int | None]]:
    """What becomes of each sheet."""
    return [(placed.role, placed.dossier_id, placed.paper) for placed in made.placed]


COPY_A, COPY_B = code(CODE_A, leads=True), code(CODE_B, leads=True)


def test_the_office_s_copy_leads_and_is_kept_and_a_blank_back_is_set_aside() -> None:
    made = filed(pile(COPY_A, "blank", "paper", COPY_B, "paper"))
    assert places(made) == [
        (Role.PAGE, A, None), (Role.BLANK, A, None), (Role.PAGE, A, None), (Role.PAGE, B, None), (Role.PAGE, B, None),
    ]  # fmt: skip
    assert (made.dossiers, made.question) == ((A, B), None)


def test_a_separator_sheet_names_the_line_of_what_follows_and_is_not_filed() -> None:
    made = filed(pile(code(CODE_A, leads=True, sheet=0), "paper", code(CODE_A, leads=True, sheet=2), "paper", "paper"))
    assert [placed.role for placed in made.placed if placed.leads] == [Role.SEPARATOR, Role.SEPARATOR]
    assert [(line, len(pages)) for line, pages in made.bundles(A)] == [(1, 2), (None, 1)]


def test_a_line_that_the_dossier_no_longer_has_leads_to_none() -> None:
    made = filed(pile(code(CODE_B, leads=True, sheet=4), "paper"))
    assert places(made)[1] == (Role.PAGE, B, None)


def test_papers_before_the_first_leading_sheet_lie_in_the_tray() -> None:
    made = filed(pile("paper", "blank", COPY_A, "paper"))
    assert ([page.key for page in made.tray], places(made)[3]) == (["0"], (Role.PAGE, A, None))


@pytest.mark.parametrize("slip", [code(CODE_A), code(CODE_B), code(STRANGE), code(CODE_A, bars=True)])
def test_an_old_slip_never_splits(slip: PaperCode) -> None:
    made = filed(pile(COPY_A, slip, "paper"))
    assert places(made)[1:] == [(Role.PAGE, A, None)] * 2


@pytest.mark.parametrize(
    ("sheet", "why"),
    [
        (code(STRANGE, leads=True), Why.UNKNOWN), (code(CODE_B, leads=True, trust=Trust.DISPUTED), Why.DISPUTED),
        (code(CODE_B, bars=True), Why.BARS_ONLY), (code(STRANGE, bars=True, trust=Trust.LONE), Why.BARS_ONLY),
        ("smudged", Why.UNREADABLE),
    ],
)  # fmt: skip
def test_what_cannot_be_known_stops_the_pile_there(sheet: PaperCode | str, why: Why) -> None:
    made = filed(pile(COPY_A, "paper", sheet, "paper", COPY_B, "paper"))
    slip = sheet.slip if isinstance(sheet, PaperCode) else None
    assert made.question == Question("2", why, slip)
    assert [placed.role for placed in made.placed] == [Role.PAGE] * 2 + [Role.WAITING] * 4


def test_a_pale_page_that_passes_for_blank_but_shows_bars_is_asked_about() -> None:
    made = filed([*pile(COPY_A), Sheet(key="1", blank=True, smudged=True)])
    assert made.question == Question("1", Why.UNREADABLE)


@pytest.mark.parametrize(
    ("answer", "sheet", "following"),
    [
        (Leads(B, 0), (Role.SEPARATOR, B, 0), (Role.PAGE, B, 0)),
        (Plain.PAGE, (Role.PAGE, A, None), (Role.PAGE, A, None)),
        (Plain.STRAY, (Role.PAGE, None, None), (Role.PAGE, None, None)),
        (Plain.ASIDE, (Role.ASIDE, A, None), (Role.PAGE, A, None)),
        (Goes(B, 0), (Role.PAGE, B, 0), (Role.PAGE, A, None)),
    ],
)
def test_an_answer_lets_the_pile_go_on(
    answer: Answer, sheet: tuple[Role, UUID | None, int | None], following: tuple[Role, UUID | None, int | None]
) -> None:
    made = filed(pile(COPY_A, "smudged", "paper"), {"1": answer})
    assert (places(made)[1:], made.question) == ([sheet, following], None)


def test_two_leading_sheets_on_one_picture_are_asked_about() -> None:
    made = filed([Sheet(key="0", codes=(COPY_A, COPY_B))])
    assert made.question is not None
    assert made.question.why is Why.DISPUTED


def test_two_leading_sheets_in_a_row_leave_an_empty_dossier_that_is_seen() -> None:
    made = filed(pile(code(CODE_A, leads=True, sheet=0), COPY_B, "paper"))
    assert (made.dossiers, made.pages_of(A), len(made.pages_of(B))) == ((A, B), (), 2)


def test_a_code_of_one_document_never_reaches_the_next() -> None:
    """paperless-ngx #5792: the code of document 1 stood on document 2."""
    made = filed(pile(code(CODE_A, leads=True, sheet=1), "paper", code(CODE_B, leads=True, sheet=0), "paper"))
    assert places(made)[3] == (Role.PAGE, B, None)


def test_a_leading_sheet_drawn_into_a_dossier_leads_no_longer() -> None:
    made = filed(pile(COPY_A, COPY_B, "paper"), {"1": Goes(A)})
    assert [placed.dossier_id for placed in made.placed] == [A, A, A]
