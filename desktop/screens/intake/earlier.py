"""Papers scanned for an earlier dossier, in words: the quiet line under a paper that need not be asked for again."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.i18n import t
from desktop.screens.intake.form import Form
from dossiers.clock import say_date
from dossiers.reuse_scan import EarlierPaper

Earlier = Mapping[str, EarlierPaper]
"""The latest earlier scan of each paper, by the paper's name on the form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierLine:
    """What is said under a paper and, with room, about it; what the button does, if the scan lies here."""

    words: str
    whole: str
    act: str


def earlier_of(form: Form, earlier: Earlier, index: int) -> EarlierPaper | None:
    """The scan used again for a paper, else the latest one there is."""
    used = next((each.earlier for each in form.reused if each.paper == index), None)
    return used or earlier.get(form.papers[index].name)


def describe_earlier(form: Form, earlier: Earlier) -> dict[int, EarlierLine]:
    """The lines, by the place of their paper."""
    used = {each.paper for each in form.reused}
    found = {index: earlier_of(form, earlier, index) for index in range(len(form.papers))}
    return {index: _line(each, used=index in used) for index, each in found.items() if each}


def _line(earlier: EarlierPaper, *, used: bool) -> EarlierLine:
    day, code = say_date(earlier.scanned_on), earlier.code
    words = t("Đã quét {day}, hồ sơ {code}", day=day, code=code)
    whole = t(
        "{paper}: đã quét ngày {day} trong hồ sơ {code}, {pages} trang.", paper=earlier.name, day=day, code=code,
        pages=earlier.pages,
    )  # fmt: skip
    if used:
        return EarlierLine(words=words, whole=whole, act=t("Thôi dùng lại"))
    if earlier.here:
        return EarlierLine(words=words, whole=whole, act=t("Dùng lại"))
    away = t("Máy này không còn giữ. Bấm Xem để lấy về, rồi quay lại để dùng.")
    return EarlierLine(words=words, whole=f"{whole} {away}", act="")
