"""The forms of a dossier's acts, opened in the page itself and made when first asked for: no dialog."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desktop.screens.dossier.forms.deed_form import DeedForm

_HOMES: Final = {
    "supplement_requested": ("supplement", "SupplementForm"),
    "supplement_received": ("plain", "supplement_received"),
    "duty_demanded": ("duty", "DutyForm"),
    "duty_fulfilled": ("plain", "duty_fulfilled"),
    "handed_over": ("hand_over", "HandOverForm"),
    "taken_over": ("plain", "taken_over"),
    "certified": ("plain", "certified"),
    "result_ready": ("result", "ResultForm"),
    "posted": ("plain", "posted"),
    "post_came_back": ("plain", "post_came_back"),
    "refused": ("plain", "refused"),
    "withdrawn": ("plain", "withdrawn"),
    "stopped": ("plain", "stopped"),
    "reopened": ("plain", "reopened"),
    "voided": ("plain", "voided"),
    "apologised": ("apology", "ApologyForm"),
    "corrected": ("correct", "CorrectForm"),
    "paper_marked": ("digital", "DigitalForm"),
    "scans_taken_off": ("refile", "TakeOffForm"),
    "scans_moved": ("refile", "MoveForm"),
    "noted": ("plain", "noted"),
    "shelved": ("plain", "shelved"),
    "fee_taken": ("take_fee", "TakeFeeForm"),
    "fee_voided": ("give_money_back", "VoidFeeForm"),
    "fee_refunded": ("give_money_back", "RefundForm"),
}
"""Kind of act → module and maker of its form."""


def make_form(kind: str) -> "DeedForm":
    """The form of an act; KeyError for an act that has none."""
    module, name = _HOMES[kind]
    make: Callable[[], DeedForm] = getattr(import_module(f"{__name__}.{module}"), name)
    return make()


def has_form(kind: str) -> bool:
    """Whether an act is filled in on a form."""
    return kind in _HOMES
