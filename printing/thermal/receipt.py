"""The receipt on a narrow slip: what the citizen needs of it, the appointment larger than all else (domain 1.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dossiers.clock import local, local_date, say_date, say_time
from dossiers.counting import WEEKDAYS
from dossiers.dossier import Dossier, PaperLine, PaymentMode
from dossiers.office import Office
from dossiers.slip_header import UNSIGNED, SlipProofs
from printing.barcodes import separator_payload, slip_payload
from printing.blocks import refuse_voided, wanted, ways_to_ask
from printing.form_titles import get_form_title
from printing.forms.receipt import CHANNELS, PAYMENTS, SLUG
from printing.thermal.codes import ladder, proof_qr, qr
from printing.thermal.layout import Slip, draw
from printing.thermal.lettering import BOLD, TITLE, band, framed, heading, text, unbroken, widest
from printing.thermal.rolls import Roll, roll_of
from printing.typography import checked, plain, strong
from printing.words import money

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

WITH_BAR = "80mm"
"""The roll wide enough for a bar code beside the words."""

LARGEST_CODE = 48
DATE = 56
"""Dots of an em: the day is read at arm's length."""

TEAR_HERE = "– – – – xé tại đây – – – –"
NO_DATE = "Không hẹn ngày; nơi tiếp nhận báo khi có kết quả."
TRAINING = "TẬP HUẤN – KHÔNG CÓ GIÁ TRỊ"
BRING = "Khi nhận kết quả mang theo phiếu này, căn cước, và giấy ủy quyền nếu nhận thay."
NO_FEE_RECEIPT = "Phiếu này không thay biên lai thu phí, lệ phí."


def render(
    dossier: Dossier, office: Office, *, width: str = "80mm", reprint: int = 0, proofs: SlipProofs = UNSIGNED
) -> bytes:
    """A one-bit PNG in exact printer dots, 576 wide for "80mm" and 384 for "58mm", as long as its words.

    `reprint` n ≥ 1 prints the mark IN LẠI LẦN n. With `proofs` the citizen's slip ends in its signed code, and under a
    line to tear along comes the office's stub. Raises Impossible for a voided dossier.
    """
    roll = roll_of(width)
    return draw(compose(dossier, office, roll, reprint, proofs), roll)


def compose(
    dossier: Dossier, office: Office, roll: Roll, reprint: int = 0, proofs: SlipProofs = UNSIGNED
) -> Slip:  # fmt: skip
    """The blocks of the slip, not yet on paper; raises as `render` does."""
    refuse_voided(dossier)
    return Slip(
        head=[*_heading(dossier, office, roll, reprint), _appointment(dossier, roll)],
        body=[*_people(dossier), *_papers(dossier), *_fees(dossier), *_closing(office)],
        foot=[
            *_qr(dossier),
            *_proof(proofs.citizen_copy, "Mã kiểm tra"),
            *_training(office, roll),
            *_stub(dossier, office, roll, proofs.office_copy),
        ],
        bar=ladder(dossier.code) if roll.name == WITH_BAR else None,
    )


def _heading(dossier: Dossier, office: Office, roll: Roll, reprint: int) -> list[Flowable]:
    """Who took it in, what this is, and its code as large as the paper allows."""
    form = get_form_title(SLUG, local_date(dossier.received_at))
    code = checked(dossier.code)
    return [
        *_training(office, roll),
        *heading(office.name.upper(), roll.text_width),
        *heading(office.reception.upper(), roll.text_width, face=BOLD),
        *heading(form.title.upper(), roll.text_width, face=BOLD, size=TITLE),
        *([band(f"IN LẠI LẦN {reprint}", roll.text_width)] if reprint else []),
        text("Mã hồ sơ", align="centre", after=0),
        text(strong(code), widest(code, roll.text_width, LARGEST_CODE), "centre", after=4),
    ]


def _appointment(dossier: Dossier, roll: Roll) -> Flowable:
    """The promised instant, readable at arm's length; where it was moved, the first one too."""
    due, first = dossier.appointment.due_at, dossier.original_due_at
    lines = [text("HẸN TRẢ KẾT QUẢ", align="centre", after=0)]
    if due is None:
        return framed([*lines, text(strong(NO_DATE), align="centre", after=0)], roll.text_width)
    wall = local(due)
    lines += [
        text(strong(f"{wall:%H} giờ {wall:%M}, {WEEKDAYS[wall.weekday()]}"), TITLE, "centre", after=0),
        text(strong(say_date(wall)), DATE, "centre", after=0),
    ]
    if first and first != due:
        lines.append(text(plain(f"Hẹn lúc đầu: {say_time(first)}"), align="centre", after=0))
    return framed(lines, roll.text_width)


def _people(dossier: Dossier) -> list[Flowable]:
    """Who brought what, for whom, when, to whom, and where the answer will lie."""
    owner = [_fact("Chủ hồ sơ", dossier.owner.name)] if dossier.filer else []
    place = [_fact("Nơi trả kết quả", dossier.return_place)] if dossier.return_place else []
    return [
        text(f"Người nộp: {strong(dossier.applicant.name)}"),
        *owner,
        _fact("Việc", wanted(dossier)),
        _fact("Nhận lúc", f"{say_time(dossier.received_at)}, {CHANNELS[dossier.channel]}"),
        _fact("Người nhận hồ sơ", f"{dossier.received_by} ({dossier.desk})"),
        *place,
    ]


def _papers(dossier: Dossier) -> list[Flowable]:
    """What was handed in, each with its count; what a conditionally accepted dossier still lacks is said aloud."""
    condition = [text(strong("Nhận có điều kiện, còn thiếu giấy tờ."))] if dossier.conditional else []
    lines = [
        text(f"{number}. {plain(paper.name)}{_count(paper, certification=dossier.certification)}", after=2)
        for number, paper in enumerate(dossier.papers, start=1)
    ]
    heading = text(plain(f"Giấy tờ đã nộp ({dossier.sets} bộ):"), after=2)
    return [*condition, heading, *lines] if lines else condition


def _count(paper: PaperLine, *, certification: bool) -> str:
    if paper.missing:
        return f" {strong('(còn thiếu)')}"
    if certification:
        counts = [(paper.pages, "trang"), (paper.copies, "bản sao"), (int(paper.electronic), "bản điện tử")]
    else:
        counts = [(paper.originals, "chính"), (paper.certified, "chứng thực"), (paper.photocopies, "photo")]
    words = ", ".join(unbroken(f"{number} {kind}") for number, kind in counts if number)
    return f" – {words}" if words else ""


def _fees(dossier: Dossier) -> list[Flowable]:
    """Each amount due on its line, and their sum with the way it is settled."""
    charged = [fee for fee in dossier.fees if fee.amount_vnd]
    if dossier.payment is PaymentMode.EXEMPT or not charged:
        return [_fact("Phí, lệ phí", "được miễn" if dossier.payment is PaymentMode.EXEMPT else "không thu")]
    *others, last = [f"{plain(fee.name)}: {unbroken(money(fee.amount_vnd))}" for fee in charged]
    settled = unbroken(f"({PAYMENTS[dossier.payment]})")
    if not others:
        return [text(f"{last} {settled}")]
    total = f"{plain('Cộng:')} {unbroken(money(dossier.fee_total_vnd))} {settled}"
    return [*(text(line, after=2) for line in (*others, last)), text(f"<b>{total}</b>")]


def _closing(office: Office) -> list[Flowable]:
    """What to bring, and how to ask meanwhile."""
    ways = f"Hỏi về hồ sơ: {ways_to_ask(office)}."
    return [text(strong(BRING)), text(plain(ways)), text(plain(NO_FEE_RECEIPT))]


def _qr(dossier: Dossier) -> list[Flowable]:
    return [qr(slip_payload(dossier.code, dossier.id)), text("Mã nhận kết quả", align="centre")]


def _proof(payload: str, words: str) -> list[Flowable]:
    return [proof_qr(payload), text(words, align="centre")] if payload else []


def _stub(dossier: Dossier, office: Office, roll: Roll, payload: str) -> list[Flowable]:
    """What the office keeps: enough to file papers by, and to rebuild the register from."""
    if not payload:
        return []
    code = checked(dossier.code)
    return [
        text(TEAR_HERE, align="centre"),
        *heading("LIÊN LƯU", roll.text_width, face=BOLD, size=TITLE),
        text(strong(code), widest(code, roll.text_width, LARGEST_CODE), "centre", after=4),
        _fact("Chủ hồ sơ", dossier.owner.name),
        _fact("Nhận lúc", say_time(dossier.received_at)),
        qr(separator_payload(dossier.code, dossier.id)),
        text("Tờ dẫn khi quét", align="centre"),
        *_proof(payload, "Mã khôi phục"),
        *_training(office, roll),
    ]


def _training(office: Office, roll: Roll) -> list[Flowable]:
    """Said at both ends of a training office's slip, so that no half of it passes for a real one."""
    return [band(TRAINING, roll.text_width)] if office.training else []


def _fact(label: str, value: str) -> Flowable:
    return text(plain(f"{label}: {value}"))
