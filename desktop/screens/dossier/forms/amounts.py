"""A line for an amount of money in whole đồng."""

import re

from desktop.widgets import Line

AMOUNT_WRONG = "Số tiền chỉ gồm chữ số, ví dụ 1.200.000."
_AMOUNT = re.compile(r"\d{1,13}|\d{1,3}(\.\d{3})+")


class AmountLine(Line):
    """Typed with or without points between thousands."""

    def __init__(self) -> None:
        super().__init__("0", longest=18)

    def vnd(self) -> int | None:
        """The amount typed; None when there is none or it is none."""
        typed = self.value()
        return int(typed.replace(".", "")) if _AMOUNT.fullmatch(typed) else None

    def set_vnd(self, amount: int) -> None:
        """Show an amount."""
        self.setText(f"{amount:,}".replace(",", "."))

    def wrong(self) -> bool:
        """Whether something is typed that is no amount."""
        return bool(self.value()) and self.vnd() is None
