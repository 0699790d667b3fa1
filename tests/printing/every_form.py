"""Every form of the office as the tests print it, from a dossier that may be changed on the way."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from dossiers.books import BookEntry, BookKind
from dossiers.dossier import Dossier, FeeReceipt, Holder, PaymentMode
from dossiers.office import Office
from printing.forms import (
    apology,
    batch_transfer,
    control_slip,
    courier_slip,
    day_sheet,
    fee_receipt,
    guidance,
    handover_sheet,
    news_page,
    process_history,
    receipt,
    refusal,
    register,
    result_receipt,
    result_transfer,
    separator,
    stop_notice,
    supplement,
)
from printing.forms.batch_transfer import Batch
from printing.forms.courier_slip import Manifest
from printing.forms.day_sheet import DayLine, DaySheet
from printing.forms.guidance import Guidance
from printing.forms.news_page import NewsSheet
from printing.forms.process_history import Step
from printing.forms.refusal import Refusal
from printing.forms.register import SHORT, Extent, Template
from printing.forms.result_transfer import Results
from printing.overrides import AS_SHIPPED, Overrides
from tests.printing.people_and_papers import (
    OFFICE,
    RECEIVED_AT,
    apologised,
    asked,
    certified_copies,
    general,
    handed_on,
    refused,
    returned,
    stopped,
)
from tests.printing.signed_slips import proofs_of

Change = Callable[[Dossier], Dossier]
Print = Callable[[Change, Office, str, Overrides], bytes]

SLIPS, LISTS = ("A4", "A5"), ("A4",)
UNDER_THE_OLD_CIRCULAR = RECEIVED_AT.replace(year=2024)
PROVINCE = Holder(office="Sở Tư pháp thành phố Hà Nội", person="Ngô Thị Duyên")
RECEPTION = Holder(person="Lê Thị Hạnh")


@dataclass(frozen=True)
class Form:
    """One form: how to print it, on which papers, and whether it bears a dossier's two codes."""

    print: Print
    papers: tuple[str, ...] = SLIPS
    coded: bool = False


def _of_dossier(render: Callable[..., bytes], dossier: Callable[[], Dossier], **more: Any) -> Form:
    """A form of one dossier, on the papers of a desk."""

    def print_it(change: Change, office: Office, paper: str, words: Overrides) -> bytes:
        return render(change(dossier()), office, paper=paper, overrides=words, **more)

    return Form(print_it, coded=True)


def _signed_receipt(change: Change, office: Office, paper: str, words: Overrides) -> bytes:
    """The receipt as a desk prints it; its three codes have their own tests."""
    dossier = change(general())
    return receipt.render(dossier, office, paper=paper, overrides=words, proofs=proofs_of(dossier))


def many(change: Change, dossier: Dossier, count: int = 12) -> tuple[Dossier, ...]:
    """A day's dossiers, with codes of their own."""
    return tuple(change(replace(dossier, code=f"H26.19.103-260205-{number:04}")) for number in range(1, count + 1))


def drawn_signature(size: tuple[int, int] = (300, 120)) -> bytes:
    """What somebody drew on a pad of so many pixels."""
    picture = Image.new("RGBA", size)
    width, height = size
    corners = [(0.03, 0.75), (0.2, 0.17), (0.37, 0.83), (0.53, 0.25), (0.97, 0.58)]
    strokes = [(across * width, along * height) for across, along in corners]
    ImageDraw.Draw(picture).line(strokes, fill=(20, 30, 140, 255), width=5)
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def _guidance(change: Change, office: Office, paper: str, words: Overrides) -> bytes:
    dossier = change(asked())
    last = dossier.supplements[-1]
    told = Guidance(
        person=dossier.applicant, procedure_name=dossier.procedure_name, papers=last.papers, reason=last.reason,
        clerk=last.requested_by, at=last.requested_at,
    )  # fmt: skip
    return guidance.render(told, office, paper=paper, overrides=words)


def _turned_away(change: Change, office: Office, paper: str, words: Overrides) -> bytes:
    dossier = change(refused())
    assert dossier.ending
    told = Refusal(
        person=dossier.applicant, procedure_name=dossier.procedure_name, reason=dossier.ending.reason,
        clerk=dossier.ending.by, at=dossier.ending.at,
    )  # fmt: skip
    return refusal.render(told, office, paper=paper, overrides=words)


def _batch(change: Change, office: Office, _: str, words: Overrides) -> bytes:
    dossiers = many(change, handed_on())
    batch = Batch(sender=RECEPTION, receiver=PROVINCE, at=RECEIVED_AT, dossiers=dossiers)
    return batch_transfer.render(batch, office, overrides=words)


def _results(change: Change, office: Office, _: str, words: Overrides) -> bytes:
    dossiers = many(change, returned())
    results = Results(sender=PROVINCE, receiver=RECEPTION, at=RECEIVED_AT, dossiers=dossiers)
    return result_transfer.render(results, office, overrides=words)


def _history(change: Change, office: Office, _: str, words: Overrides) -> bytes:
    dossier = change(handed_on())
    steps = tuple(
        Step(
            at=hop.given_at, person=hop.given_by, action="Chuyển hồ sơ", receiver=hop.receiver.person, due_at=hop.due_at
        )
        for hop in dossier.hops
    )
    at = RECEIVED_AT + timedelta(days=3)
    return process_history.render(dossier, steps, office, "Lê Thị Hạnh", at, overrides=words)


def _register(template: Template | None) -> Print:
    def render(change: Change, office: Office, _: str, words: Overrides) -> bytes:
        out = BytesIO()
        extent = Extent(first=date(2026, 1, 1), last=date(2026, 12, 31), volume="01/2026")
        register.render(
            out, many(change, returned(), 30), extent, office, RECEIVED_AT, template=template, overrides=words
        )
        return out.getvalue()

    return render


def _fee_receipt(change: Change, office: Office, _: str, words: Overrides) -> bytes:
    dossier = change(general())
    entry = BookEntry(
        kind=BookKind.FEE_RECEIPTS, volume="01", year=2026, number=41, symbol="AA-26P", template="01BLP2-001"
    )
    taken = FeeReceipt(
        entry=entry, at=RECEIVED_AT, by="Lê Thị Hạnh", payer=dossier.applicant.name, mode=PaymentMode.CASH,
        lines=general().fees,
    )  # fmt: skip
    return fee_receipt.render(dossier, taken, office, overrides=words)


def _day_sheet(change: Change, office: Office, _: str, words: Overrides) -> bytes:
    lines = tuple(
        DayLine(
            code=dossier.code, procedure_name=dossier.procedure_name, status_word="Đã trả",
            here=True, second_copy=True, province=True, attachments=True,
        )
        for dossier in many(change, returned())
    )  # fmt: skip
    told = DaySheet(
        day=date(2026, 2, 5), desk="Quầy 1", as_of=RECEIVED_AT + timedelta(hours=9), received=12, returned=2, voided=1,
        held_count=12, second_copy_count=12, province_count=12, lines=lines, journal_epoch="3F9A0C", journal_seq=412,
        journal_hash="0123456789abcdef" * 4, clerk="Lê Thị Hạnh",
    )  # fmt: skip
    return day_sheet.render(told, office, overrides=words)


def _courier_slip(_: Change, office: Office, __: str, words: Overrides) -> bytes:
    told = Manifest(
        number=12, file_name="motcua-H26-19-103-3f9a0c-000012.mcb", made_at=RECEIVED_AT + timedelta(hours=9),
        desk="Quầy 1", fingerprint="3F9A 0C11 7B52 E8D4", digest="0123456789abcdef" * 4, dossiers=300, ops=1_840,
        files=300, files_damaged=0, size=90_412_345, clerk="Lê Thị Hạnh", missing=(11,),
    )  # fmt: skip
    return courier_slip.render((told,), office, overrides=words)


def _news_page(change: Change, office: Office, _: str, words: Overrides) -> bytes:
    lines = tuple((dossier.code, "Có kết quả, mời công dân đến nhận.") for dossier in many(change, returned()))
    told = NewsSheet(at=RECEIVED_AT, desk="Quầy 1", clerk="Lê Thị Hạnh", lines=lines)
    return news_page.render(told, office, overrides=words)


def _separator(change: Change, office: Office, paper: str, words: Overrides) -> bytes:
    leads = separator.leads_of(change(general()))[:2]
    return separator.render(leads, office, RECEIVED_AT.date(), paper=paper, overrides=words)


FORMS: dict[str, Form] = {
    "receipt": _of_dossier(receipt.render, general),
    "receipt_signed": Form(_signed_receipt),
    "receipt_certified": _of_dossier(receipt.render, certified_copies),
    "supplement": _of_dossier(supplement.render, asked),
    "guidance": Form(_guidance),
    "refusal": _of_dossier(refusal.render, refused),
    "refusal_turned_away": Form(_turned_away),
    "apology": _of_dossier(apology.render, apologised),
    "apology_2018": _of_dossier(apology.render, lambda: apologised(UNDER_THE_OLD_CIRCULAR)),
    "stop_notice": _of_dossier(stop_notice.render, stopped),
    "control_slip": _of_dossier(control_slip.render, handed_on),
    "handover_sheet": _of_dossier(handover_sheet.render, handed_on),
    "batch_transfer": Form(_batch, LISTS),
    "result_transfer": Form(_results, LISTS),
    "result_receipt": _of_dossier(result_receipt.render, returned, signature=drawn_signature()),
    "process_history": Form(_history, LISTS),
    "register": Form(_register(None), LISTS),
    "register_short": Form(_register(SHORT), LISTS),
    "fee_receipt": Form(_fee_receipt, ("A5",)),
    "day_sheet": Form(_day_sheet, LISTS),
    "courier_slip": Form(_courier_slip, LISTS),
    "news_page": Form(_news_page, LISTS),
    "separator": Form(_separator),
}

ON_PAPER = [(name, paper) for name, form in FORMS.items() for paper in form.papers]
CODED = [(name, paper) for name, paper in ON_PAPER if FORMS[name].coded]


def unchanged(dossier: Dossier) -> Dossier:
    """As it is."""
    return dossier


@cache
def printed(name: str, paper: str = "A4", change: Change = unchanged) -> bytes:
    """The PDF of a form as the office has it shipped."""
    return FORMS[name].print(change, OFFICE, paper, AS_SHIPPED)
