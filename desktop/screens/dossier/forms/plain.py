"""The forms that are only lines to type in, as a table: what is asked, and which act comes of it."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.dossier_asks import Opened
from desktop.i18n import t
from desktop.screens.dossier import deeds
from desktop.screens.dossier.deeds import Deed
from desktop.screens.dossier.forms.deed_form import DeedForm
from desktop.widgets import Field, Line, muted
from dossiers.dossier import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One line: the name under which the verb complains of it, its label, and what stands there first."""

    name: str
    label: str
    required: bool = False
    placeholder: str = ""
    start: Callable[[Dossier], str] = lambda _: ""


class PlainForm(DeedForm):
    """`make` gets the lines in their order."""

    def __init__(
        self, title: str, agree: str, make: Callable[..., Deed], *asked: Asked, hint: str = "", in_row: int = 1
    ) -> None:
        super().__init__(title, agree)
        self._make, self._asked = make, asked
        self.lines = tuple(Line(each.placeholder) for each in asked)
        if hint:
            self.fields.addWidget(muted(hint, wrap=True))
        made = [
            (each.name, Field(each.label, line, required=each.required))
            for each, line in zip(asked, self.lines, strict=True)
        ]
        for start in range(0, len(made), in_row):
            self.add_row(*made[start : start + in_row])

    def fill(self, opened: Opened) -> None:
        """See `DeedForm.fill`."""
        for each, line in zip(self._asked, self.lines, strict=True):
            line.setText(each.start(opened.dossier))

    def deed(self, opened: Opened) -> Deed:  # noqa: ARG002 — the lines say it all
        """See `DeedForm.deed`."""
        return self._make(*(line.value() for line in self.lines))


def supplement_received() -> PlainForm:
    """Papers that nobody asked for; asked for, they need no form."""
    return PlainForm(t("Nhận bổ sung"), t("Ghi nhận"), deeds.take_supplement)


def duty_fulfilled() -> PlainForm:
    """What proved the payment."""
    asked = Asked(name="evidence", label=t("Số &chứng từ nộp tiền"), required=True)
    return PlainForm(t("Đã nộp nghĩa vụ tài chính"), t("Ghi nhận"), deeds.take_duty, asked)


def taken_over() -> PlainForm:
    """Who signed."""
    asked = Asked(name="person", label=t("&Người ký nhận"), start=lambda dossier: dossier.holder.person)
    return PlainForm(t("Nhận bàn giao"), t("Ký nhận"), deeds.sign_for, asked)


def certified() -> PlainForm:
    """Who signed the certification."""
    asked = Asked(name="signer", label=t("&Người ký chứng thực"), required=True)
    words = t("Mỗi giấy tờ nhận một số của sổ chứng thực; số đã lấy không bỏ được.")
    return PlainForm(t("Vào sổ chứng thực"), t("Vào sổ"), deeds.enter_in_book, asked, hint=words)


def posted() -> PlainForm:
    """The parcel's number and where it goes."""
    return PlainForm(
        t("Gửi bưu điện"), t("Đã gửi"), deeds.send_by_post,
        Asked(name="tracking", label=t("&Mã vận đơn"), required=True),
        Asked(name="address", label=t("Địa &chỉ nhận"), required=True, start=lambda dossier: dossier.applicant.address),
        in_row=2,
    )  # fmt: skip


def post_came_back() -> PlainForm:
    """Why the parcel came back."""
    asked = Asked(name="reason", label=t("&Lý do chuyển hoàn"))
    return PlainForm(t("Bưu điện chuyển hoàn"), t("Ghi nhận"), deeds.take_parcel_back, asked)


def refused() -> PlainForm:
    """Why, and who signs."""
    return PlainForm(
        t("Từ chối"), t("Từ chối và in phiếu"), deeds.refuse_it,
        Asked(name="reason", label=t("&Lý do, bằng lời người dân hiểu được"), required=True),
        Asked(name="signer", label=t("&Người ký")),
    )  # fmt: skip


def withdrawn() -> PlainForm:
    """Why the citizen takes it back."""
    return PlainForm(t("Rút hồ sơ"), t("Rút hồ sơ"), deeds.withdraw_it, _reason())


def stopped() -> PlainForm:
    """The five facts of the notice (thông báo dừng giải quyết, domain 1.2)."""
    return PlainForm(
        t("Dừng giải quyết"), t("Dừng và in thông báo"), deeds.stop_it, _reason(),
        Asked(name="signer", label=t("&Người ký")), Asked(name="decision", label=t("&Quyết định, văn bản đề nghị")),
        Asked(name="stage", label=t("&Giai đoạn đang giải quyết")),
        Asked(name="finances", label=t("Xử lý &tiền đã nộp")), in_row=2,
    )  # fmt: skip


def reopened() -> PlainForm:
    """Why it goes back to work."""
    words = t("Hồ sơ lùi một bước; thời hạn tính như chưa từng dừng.")
    return PlainForm(t("Mở lại"), t("Mở lại"), deeds.reopen_it, _reason(), hint=words)


def voided() -> PlainForm:
    """Why the reception is cancelled."""
    words = t("Mã hồ sơ không dùng lại; lý do được giữ trong diễn biến.")
    return PlainForm(t("Hủy tiếp nhận"), t("Hủy tiếp nhận"), deeds.void_it, _reason(), hint=words)


def noted() -> PlainForm:
    """A remark."""
    return PlainForm(t("Ghi chú"), t("Ghi"), deeds.remark, Asked(name="note", label=t("&Nội dung"), required=True))


def shelved() -> PlainForm:
    """Where the papers lie."""
    asked = Asked(
        name="shelf", label=t("Để &tại"), placeholder=t("Ví dụ: Tủ B, ngăn 4"), start=lambda dossier: dossier.shelf
    )
    return PlainForm(t("Ghi chỗ để hồ sơ"), t("Ghi"), deeds.lay_on_shelf, asked)


def _reason() -> Asked:
    return Asked(name="reason", label=t("&Lý do"), required=True)
