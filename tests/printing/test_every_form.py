"""Every form on every paper: its fields are there, nothing overlaps or is cut, its codes read, its looks are known."""

import unicodedata
from dataclasses import replace
from functools import cache, partial
from io import BytesIO

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from dossiers.dossier import Dossier
from dossiers.errors import Impossible, InvalidInput
from dossiers.status import Status
from printing.barcodes import separator_payload, slip_payload
from printing.blocks import SIGNING_ROOM
from printing.form_titles import all_titles
from printing.forms import apology, handover_sheet, refusal, result_receipt, stop_notice
from printing.overrides import AS_SHIPPED, Override, Overrides
from printing.raster import pages as rasters
from tests.printing import looks
from tests.printing.every_form import CODED, FORMS, ON_PAPER, Change, drawn_signature, printed, unchanged
from tests.printing.pdf_reading import MM, Page, beyond_margins, fonts, overlapping, read_pages
from tests.printing.people_and_papers import LONG_NAME, LONG_WORDS, OFFICE, bare, general, returned, swollen
from tests.printing.required_fields import REQUIRED

NAMELESS = {"day_sheet", "courier_slip", "news_page"}
"""No citizen's name and no number stands on the evening sheet, nor on the papers of the way to the province."""

SLUGS = {form.slug for form in all_titles()}
REASONED = {"supplement", "guidance", "refusal", "refusal_turned_away", "apology", "apology_2018", "stop_notice",
            "control_slip", "handover_sheet", "result_transfer", "result_receipt"}  # fmt: skip
LISTING_PAPERS = {"receipt", "receipt_certified", "supplement", "guidance", "handover_sheet"}


@cache
def pages_of(name: str, paper: str = "A4", change: Change = unchanged) -> list[Page]:
    """What a form says and where; several tests look at the same."""
    return read_pages(printed(name, paper, change))


def words_of(pages: list[Page]) -> str:
    """All pages without any white space: where a line breaks does not matter."""
    return "".join("".join(page.text.split()) for page in pages)


@pytest.mark.parametrize(("name", "paper"), [(name, paper) for name, paper in ON_PAPER if name in REQUIRED])
def test_every_required_field_is_on_the_paper(name: str, paper: str) -> None:
    pages = pages_of(name, paper)
    said, squeezed = " ".join(page.text for page in pages), words_of(pages)
    # The headings of two signatures stand on two lines each, which the reader puts across.
    missing = [
        field
        for field in REQUIRED[name]
        if "".join(field.split()) not in squeezed
        and not (field.startswith("NGƯỜI ") and all(word in said for word in field.split()))
    ]
    assert missing == []


@pytest.mark.parametrize(("name", "paper"), ON_PAPER)
def test_an_ordinary_paper_is_sound(name: str, paper: str) -> None:
    pdf = printed(name, paper)
    for page in pages_of(name, paper):
        assert (overlapping(page), beyond_margins(page)) == ([], [])
    assert all(fonts(pdf).values())
    assert pdf == FORMS[name].print(unchanged, OFFICE, paper, AS_SHIPPED)


@pytest.mark.parametrize(("name", "paper"), ON_PAPER)
def test_an_overfull_paper_cuts_nothing(name: str, paper: str) -> None:
    pages = pages_of(name, paper, swollen)
    for page in pages:
        assert (overlapping(page), beyond_margins(page)) == ([], [])
    text = words_of(pages)
    assert name in NAMELESS or "".join(LONG_NAME.split()) in text
    if name in REASONED:
        assert [word for word in LONG_WORDS if word not in text] == []
    if name in LISTING_PAPERS:
        assert [number for number in range(1, 31) if f"Giấytờsố{number}chứngminh" not in text] == []


@pytest.mark.parametrize(("name", "paper"), ON_PAPER)
def test_a_bare_paper_is_sound_and_has_room_for_a_pen(name: str, paper: str) -> None:
    pages = pages_of(name, paper, bare)
    for page in pages:
        assert (overlapping(page), beyond_margins(page)) == ([], [])
        assert "None" not in page.text
    assert name in NAMELESS or "NguyễnThịNgọcÁnh" in words_of(pages)


@pytest.mark.parametrize(("name", "paper"), ON_PAPER)
def test_pages_after_the_first_say_what_they_belong_to(name: str, paper: str) -> None:
    for change in (swollen, bare):
        pages = pages_of(name, paper, change)
        firsts = [number for number, page in enumerate(pages) if "CỘNG HÒA" in page.text or "Đơn vị thu" in page.text]
        for first, end in zip(firsts, [*firsts[1:], len(pages)], strict=True):
            for number in range(first + 1, end):
                assert f"Trang{number - first + 1}/{end - first}" in words_of([pages[number]])


@pytest.mark.parametrize(("name", "paper"), ON_PAPER)
def test_loose_accents_are_set_on_their_letters(name: str, paper: str) -> None:
    """Text that came in NFD prints as the same text in NFC, to the byte."""

    def loosened(dossier: Dossier) -> Dossier:
        apart = partial(unicodedata.normalize, "NFD")
        owner = replace(dossier.owner, name=apart(dossier.owner.name), address=apart(dossier.owner.address))
        return replace(dossier, owner=owner, procedure_name=apart(dossier.procedure_name))

    assert printed(name, paper, loosened) == printed(name, paper)


@pytest.mark.parametrize(("name", "paper"), CODED)
def test_both_codes_read_back_and_keep_their_distance(name: str, paper: str) -> None:
    pdf, dossier = printed(name, paper), general()
    for page, picture in zip(read_pages(pdf), rasters(pdf, 203), strict=True):
        if not page.codes:
            assert "Trang" in page.text
            continue
        found = {str(code.format).rpartition(".")[2]: code.text for code in zxingcpp.read_barcodes(picture)}
        payloads = {slip_payload(dossier.code, dossier.id), separator_payload(dossier.code, dossier.id)}
        assert dossier.code in found.values()
        assert payloads & set(found.values())
        bars, square = page.codes
        assert bars.gap(square) >= 30 * MM
        foot = [box for box in page.words if box.top < square.top and box.right < square.left]
        assert all(box.gap(square) >= 30 * MM for box in foot if "(Ký, ghi rõ" in box.text)


@pytest.mark.parametrize("name", FORMS)
def test_an_office_s_own_words_are_on_every_form(name: str) -> None:
    entry = Override(
        slug=next(slug for slug in sorted(SLUGS, key=len, reverse=True) if name.startswith(slug)),
        title="Tên gọi ở xã", parent_body="UBND phường Phố Hiến", body="Bộ phận một cửa", place="Phố Hiến",
        footer="Giờ làm việc: 7 giờ đến 17 giờ.",
    )  # fmt: skip
    form = FORMS[name]
    text = words_of(read_pages(form.print(unchanged, OFFICE, form.papers[0], Overrides((entry,))))).upper()
    for words in ("Tên gọi ở xã", "UBND phường Phố Hiến", "Bộ phận một cửa", "Phố Hiến, ngày", "Giờ làm việc: 7 giờ"):
        assert "".join(words.split()).upper() in text


@pytest.mark.parametrize(("name", "paper"), ON_PAPER)
def test_it_looks_as_it_was_found_good(name: str, paper: str) -> None:
    drawn = looks.pictures(printed(name, paper))
    kept = looks.kept(name, paper)
    assert len(drawn) == len(kept)
    for one, other in zip(drawn, kept, strict=True):
        assert looks.differs(one, other) < looks.TOLERANCE


def test_the_looks_notice_a_moved_line() -> None:
    (before,) = looks.pictures(printed("refusal"))
    (after,) = looks.pictures(printed("refusal", change=lambda dossier: replace(dossier, summary="rất dài " * 20)))
    assert looks.differs(before, after) > looks.TOLERANCE


def test_every_form_of_the_list_is_printed_here() -> None:
    elsewhere = {"internal_receipt", "fee_request", "remittance", "report_06", "report_766", "report_month"}
    assert {form.slug for form in all_titles()} - elsewhere <= set(FORMS)


@pytest.mark.parametrize("render", [refusal.render, apology.render, stop_notice.render, handover_sheet.render,
                                    result_receipt.render])  # fmt: skip
def test_a_paper_of_what_did_not_happen_is_refused(render: object) -> None:
    with pytest.raises(Impossible):
        render(general(), OFFICE)  # type: ignore[operator]


@pytest.mark.parametrize(("name", "paper"), CODED)
def test_a_voided_dossier_has_no_paper(name: str, paper: str) -> None:
    with pytest.raises(Impossible, match="đã hủy"):
        printed(name, paper, lambda dossier: replace(dossier, status=Status.VOIDED))


def test_a_drawn_signature_stands_over_its_name() -> None:
    (with_one,) = rasters(printed("result_receipt"), 100)
    (without,) = rasters(result_receipt.render(returned(), OFFICE), 100)
    blue = (with_one[..., 2].astype(int) - with_one[..., 0]) > 60
    rows, columns = np.nonzero(blue)
    assert len(rows) > 100
    assert not ((without[..., 2].astype(int) - without[..., 0]) > 60).any()
    (page,) = pages_of("result_receipt")
    name = next(box for box in page.words if box.text == "Đặng Văn Quyết" and box.bottom < page.height / 3)
    scale = 100 / 72
    assert rows.max() <= (page.height - name.top) * scale + 1
    assert name.left - 60 < columns.mean() / scale < name.right + 60


def _tiff() -> bytes:
    """A picture that no pad gives."""
    file = BytesIO()
    Image.new("L", (30, 12)).save(file, "TIFF")
    return file.getvalue()


@pytest.mark.parametrize(
    "broken", [b"no picture", drawn_signature()[:200], _tiff(), drawn_signature((2100, 2100))],
    ids=["none", "torn", "TIFF", "wall"],
)  # fmt: skip
def test_a_broken_signature_is_named_not_printed(broken: bytes) -> None:
    """So is one that no pad gives: another desk may have sent it to be opened here."""
    with pytest.raises(InvalidInput, match="Ảnh chữ ký không mở được"):
        result_receipt.render(returned(), OFFICE, signature=broken)


@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize("size", [(3000, 40), (40, 3000), (1, 1)])
def test_a_signature_of_any_shape_keeps_to_its_room(size: tuple[int, int], paper: str) -> None:
    pdf = result_receipt.render(returned(), OFFICE, signature=drawn_signature(size), paper=paper)
    (page,), (picture,) = read_pages(pdf), rasters(pdf, 100)
    assert (overlapping(page), beyond_margins(page)) == ([], [])
    blue = (picture[..., 2].astype(int) - picture[..., 0]) > 60
    bars, square = page.codes
    columns = np.nonzero(blue.any(axis=0))[0]
    assert np.count_nonzero(blue.any(axis=1)) <= SIGNING_ROOM * 100 / 72 + 1
    assert columns.max(initial=0) * 72 / 100 < square.left - 30 * MM
    assert bars.bottom > square.top
