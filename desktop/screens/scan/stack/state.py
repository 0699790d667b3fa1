"""What the stack screen shows: the pile in groups, the question it has stopped at, and what may be done."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from desktop.i18n import t
from desktop.screens.scan.pile import Page, Pile
from desktop.screens.scan.stack.edits import sheet_of
from desktop.screens.scan.state import FeederState
from dossiers.dossier import Dossier
from dossiers.filing import Placed, Plan, Role, Why

WHY = {
    Why.UNKNOWN: "Tờ dẫn của hồ sơ {code}, nhưng hồ sơ này chưa có trong sổ của quầy.",
    Why.DISPUTED: "Các mã trên tờ này không khớp nhau.",
    Why.BARS_ONLY: "Chỉ đọc được mã vạch {code}, không đọc được mã QR: có thể là tờ dẫn, cũng có thể là giấy cũ.",
    Why.UNREADABLE: "Tờ này có mã nhưng không đọc được: có thể là tờ dẫn của hồ sơ khác.",
}
ROLES = {
    Role.SEPARATOR: "tờ dẫn", Role.BLANK: "trang trắng", Role.ASIDE: "để riêng", Role.WAITING: "đang chờ",
}  # fmt: skip

HALVES = ("nửa đầu", "nửa sau")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One sheet in the list: its number in the pile, and what is to be said of it."""

    key: str
    number: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A dossier with its pages, the tray (`dossier_id` None), what is set aside or what waits (`sheets` only)."""

    title: str
    detail: str
    sheets: tuple[SheetLine, ...]
    dossier_id: UUID | None = None
    takes: bool = False
    """Whether pages may be put here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The sheet the pile has stopped at, and why in a sentence."""

    key: str
    number: int
    sentence: str
    behind: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StackState:
    """Everything on the screen besides pictures: `pile` lies in the page editor, `short` is what the count tells."""

    feeder: FeederState
    pile: Pile | None
    groups: tuple[Group, ...]
    asked: Asked | None
    laid_in: int
    short: str
    may_save: bool
    may_save_one: bool
    may_finish: bool


class StackView(Protocol):
    """The screen as its presenter sees it."""

    def present(self, state: StackState) -> None:
        """Show everything anew."""
        ...

    def show_picture(self, key: str, jpeg: bytes) -> None:
        """A page's picture is ready; empty where it cannot be opened."""
        ...

    def show_page(self, page: Page, jpeg: bytes) -> None:
        """A page's picture in the page editor is ready."""
        ...

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """The component lines of the dossier looked at."""
        ...


def groups_of(
    plan: Plan, numbers: Mapping[str, int], dossiers: Mapping[UUID, Dossier], saved: frozenset[str],
    pages: Mapping[str, Page],
) -> tuple[Group, ...]:  # fmt: skip
    """The tray first, then each dossier in the order of the pile, then what is not filed."""

    def said(each: Placed) -> str:
        page = pages.get(each.key)
        half = t(HALVES[page.half]) if page and page.half is not None else ""
        return " · ".join(filter(None, (half, _words(each, dossiers, saved))))

    def listed(placed: tuple[Placed, ...]) -> tuple[SheetLine, ...]:
        return tuple(SheetLine(key=each.key, number=numbers[sheet_of(each.key)], words=said(each)) for each in placed)

    apart = tuple(each for each in plan.placed if each.role in {Role.SEPARATOR, Role.BLANK, Role.ASIDE})
    waiting = tuple(each for each in plan.placed if each.role is Role.WAITING)
    groups = (
        Group(title=t("Khay chưa rõ"), detail=_pages(len(plan.tray)), sheets=listed(plan.tray), takes=True),
        *(_dossier_group(dossiers[each], plan, listed(plan.pages_of(each)), saved) for each in plan.dossiers),
        *(Group(title=title, detail=_pages(len(rest)), sheets=listed(rest))
          for title, rest in ((t("Để riêng, không lưu"), apart), (t("Chờ sau tờ đang hỏi"), waiting))),
    )  # fmt: skip
    return tuple(group for group in groups if group.sheets or group.dossier_id)


def lines_of(dossier: Dossier, plan: Plan) -> tuple[str, ...]:
    """The component lines of a dossier, each with its pages or what it lacks."""
    given = [page.paper for page in plan.pages_of(dossier.id)]
    missing = _missing(dossier, plan)

    def words(number: int) -> str:
        pages = given.count(number)
        return _pages(pages) if pages else t("chưa có trang") if number in missing else ""

    named = ((f"{number + 1}", words(number), paper.name) for number, paper in enumerate(dossier.papers))
    return tuple(" · ".join(filter(None, parts)) for parts in named)


def _missing(dossier: Dossier, plan: Plan) -> tuple[int, ...]:
    """The lines whose papers were handed in and have no page, neither here nor from before."""
    scanned = {page.paper for page in plan.pages_of(dossier.id)} | {scan.paper for scan in dossier.scans_in_force}
    return tuple(number for number, paper in enumerate(dossier.papers) if number not in scanned and not paper.missing)


def asked_of(plan: Plan, numbers: Mapping[str, int], unseen: int) -> Asked | None:
    """The question a pile stands at; `unseen` pages are still to come behind it."""
    question = plan.question
    if question is None:
        return None
    behind = sum(placed.role is Role.WAITING for placed in plan.placed) - 1
    sentence = t(WHY[question.why]).format(code=question.slip.code if question.slip else "")
    number = numbers[sheet_of(question.key)]
    return Asked(key=question.key, number=number, sentence=sentence, behind=behind + unseen)


def say_short(plan: Plan, laid_in: int) -> str:
    """What the count of dossiers tells where it differs from those found in the pile."""
    found = len(plan.dossiers)
    if not laid_in or laid_in == found or plan.question or not plan.placed:
        return ""
    return t("Đã đặt {laid_in} hồ sơ, thấy {found}. Xem hồ sơ nào thừa trang vì mất tờ dẫn, hoặc sửa số hồ sơ.",
             laid_in=laid_in, found=found)  # fmt: skip


def _dossier_group(dossier: Dossier, plan: Plan, pages: tuple[SheetLine, ...], saved: frozenset[str]) -> Group:
    missing = _missing(dossier, plan)
    done = bool(pages) and all(page.key in saved for page in pages)
    papers = len(dossier.papers)
    without = t("thiếu {count}/{papers} giấy tờ", count=len(missing), papers=papers) if missing else t("đủ giấy tờ")
    detail = " · ".join((t("đã lưu") if done else _pages(len(pages)), without))
    return Group(
        title=f"{dossier.code} · {dossier.owner.name}", detail=detail, sheets=pages, dossier_id=dossier.id,
        takes=True,
    )  # fmt: skip


def _words(placed: Placed, dossiers: Mapping[UUID, Dossier], saved: frozenset[str]) -> str:
    """What a sheet is: its part in the pile, or the component line it belongs to, and whether it is saved."""
    if placed.role is not Role.PAGE:
        return t(ROLES[placed.role])
    papers = dossiers[placed.dossier_id].papers if placed.dossier_id else ()
    line = f"{placed.paper + 1} · {papers[placed.paper].name}" if placed.paper is not None else ""
    return " · ".join(filter(None, (t("đã lưu") if placed.key in saved else "", line)))


def _pages(count: int) -> str:
    return t("{count} trang", count=count)
