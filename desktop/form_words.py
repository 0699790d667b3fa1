"""The office's own words for its forms: kept as the file they came in, read anew for every slip."""

from typing import TYPE_CHECKING

from dossiers.errors import InvalidInput
from dossiers.people import Right
from dossiers.permissions import needs

if TYPE_CHECKING:
    from desktop.jobs import Desk
    from printing.overrides import Overrides

KEY = "form_words"


def read_words(desk: "Desk") -> "Overrides":
    """What the office's file says; as shipped where there is none, or where this version cannot read it any more."""
    from printing.overrides import AS_SHIPPED
    from printing.overrides_file import read_overrides

    text = kept_file(desk)
    try:
        return read_overrides(text.encode()) if text else AS_SHIPPED
    except InvalidInput:  # a form or a sentence that is gone; the settings say which, and no slip waits for it
        return AS_SHIPPED


def kept_file(desk: "Desk") -> str:
    """The file as it was taken in; empty where there is none."""
    text: str = desk.setting(KEY, "")
    return text


@needs(Right.RULES)
def keep_words(desk: "Desk", data: bytes) -> "Overrides":
    """Use a file from now on, or with nothing in it none; raises InvalidInput, and then the former one stays."""
    from printing.overrides_file import read_overrides

    read = read_overrides(data)
    desk.set_setting(KEY, data.decode("utf-8-sig"))
    return read
