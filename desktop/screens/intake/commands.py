"""What can be done on the intake screen: its keys, its buttons, and what only the palette reaches."""

from typing import TYPE_CHECKING

from desktop import keys
from desktop.commands import Command
from desktop.i18n import t

if TYPE_CHECKING:
    from desktop.screens.intake.screen import IntakeScreen


def commands_of(screen: "IntakeScreen") -> tuple[Command, ...]:
    """In the order of the action bar; F10 says what it would do now."""
    presenter, sheet = screen.presenter, screen.presenter.sheet
    at_once = sheet.form.at_once
    return (
        Command(id="intake.scan", title=t("Quét giấy tờ"), key=keys.SCAN, run=screen.scan),
        Command(
            id="intake.card_camera", title=t("Quét thẻ bằng camera"), key=keys.CARD_CAMERA,
            run=screen.cards.panel.present, in_bar=False,
        ),
        Command(id="intake.card_file", title=t("Đọc thẻ từ tệp ảnh"), run=screen.cards.choose_file, in_bar=False),
        Command(id="intake.draft", title=t("Lưu nháp"), key=keys.SAVE_DRAFT, run=presenter.save_draft),
        Command(id="intake.aside", title=t("Để sang bên"), key=keys.BACK, run=presenter.set_aside),
        Command(
            id="intake.others", title=t("Mở hồ sơ chưa xong của người này"), key=keys.OPEN_SIMILAR,
            run=presenter.open_others, enabled=lambda: sheet.notes.others is not None, in_bar=False,
        ),
        Command(
            id="intake.all_here", title=t("Đủ giấy tờ"), key=keys.ALL_HERE, run=sheet.check_all, in_bar=False
        ),
        Command(
            id="intake.pay_less", title=t("Miễn, giảm phí"), key=keys.PAY_LESS, run=screen.papers.money.ask_group,
            enabled=screen.papers.money.less.isVisible, in_bar=False,
        ),
        Command(id="intake.refuse", title=t("Không tiếp nhận"), run=presenter.ask_refusal, in_bar=False),
        Command(
            id="intake.restore", title=t("Khôi phục bản nháp"), key=keys.RESTORE_DRAFT, run=presenter.restore,
            in_bar=False,
        ),
        Command(
            id="intake.finish", title=t("Chứng thực, in và trả ngay") if at_once else t("Tiếp nhận và in biên nhận"),
            key=keys.FINISH, icon="printer", run=screen.finish, primary=True,
        ),
    )  # fmt: skip
