"""Who may do what: one table of rights by role and one of the right each deed needs, asked at the desk's door."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from dossiers.errors import Impossible
from dossiers.people import Clerk, Right, Role

P = ParamSpec("P")
R = TypeVar("R")

RIGHT_WORDS: dict[Right, str] = {
    Right.ACT: "tiếp nhận, xử lý và trả hồ sơ",
    Right.MONEY: "thu phí, hoàn tiền, kiểm quỹ",
    Right.VOID: "hủy tiếp nhận, mở lại hồ sơ",
    Right.NUMBERS: "mở sổ, hủy số trong sổ",
    Right.RULES: "đổi lịch làm việc và danh mục thủ tục",
    Right.EXPORT: "xuất dữ liệu ra tệp",
    Right.PRINT: "in giấy",
    Right.MACHINES: "chọn máy in, máy quét, đường truyền",
    Right.RECORD: "xem nhật ký truy cập",
    Right.OFFICE: "sửa thông tin cơ quan và các quầy",
    Right.PEOPLE: "quản lý người dùng",
}

_OF_CLERKS = frozenset(
    {Right.ACT, Right.MONEY, Right.VOID, Right.NUMBERS, Right.RULES, Right.EXPORT, Right.PRINT, Right.MACHINES}
)

ROLE_RIGHTS: dict[Role, frozenset[Right]] = {
    Role.CLERK: _OF_CLERKS,
    Role.LEADER: frozenset({Right.EXPORT, Right.PRINT, Right.RECORD}),
    Role.ADMINISTRATOR: frozenset(Right),
}

WITHHELD_FROM_CLERKS = (Right.MONEY, Right.VOID, Right.NUMBERS, Right.RULES, Right.EXPORT)
"""What an administrator may take from one clerk without making them a leader; the rest makes the role."""

DEED_RIGHTS: dict[str, Right] = {
    "fee_taken": Right.MONEY,
    "fee_voided": Right.MONEY,
    "fee_refunded": Right.MONEY,
    "cash_counted": Right.MONEY,
    "voided": Right.VOID,
    "reopened": Right.VOID,
    "recovery_undone": Right.VOID,
    "book_opened": Right.NUMBERS,
    "number_spoiled": Right.NUMBERS,
    "calendar_changed": Right.RULES,
    "form_printed": Right.PRINT,
}
"""The right an op's author needs, by its kind; every other kind needs `Right.ACT`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one person stands beside their role, which the vault's seal holds; see `Clerk`."""

    withheld: tuple[Right, ...] = ()
    given: bool = False


class SignedIn(Protocol):
    """Whatever knows who is signed in: an open desk."""

    clerk: Clerk


D = TypeVar("D", bound=SignedIn)


def rights_of(clerk: Clerk) -> frozenset[Right]:
    """What a person may do now."""
    return ROLE_RIGHTS[clerk.role] - clerk.withheld


def why_not(clerk: Clerk, right: Right) -> Impossible | None:
    """The refusal, for whoever shows a button; None where the person may."""
    if right in rights_of(clerk):
        return None
    if right in ROLE_RIGHTS[clerk.role]:
        return Impossible(
            "Bạn chưa được giao việc {deed}. Nhờ người quản trị giao, hoặc nhờ cán bộ khác làm.",
            deed=RIGHT_WORDS[right],
        )
    if clerk.role is Role.LEADER and right in _OF_CLERKS:
        return Impossible("Tài khoản lãnh đạo chỉ xem. Đăng nhập bằng tài khoản cán bộ để thao tác.")
    if right is Right.RECORD:
        return Impossible("Nhật ký truy cập dành cho lãnh đạo và người quản trị.")
    return Impossible("Chỉ người quản trị được {deed}.", deed=RIGHT_WORDS[right])


def require(clerk: Clerk, right: Right) -> None:
    """Refuse whoever may not; raises Impossible with the reason and a way out."""
    refusal = why_not(clerk, right)
    if refusal is not None:
        raise refusal


def why_not_deed(clerk: Clerk, kind: str) -> Impossible | None:
    """The refusal of an op of this kind; None where the person may be its author."""
    return why_not(clerk, DEED_RIGHTS.get(kind, Right.ACT))


def require_deed(clerk: Clerk, kind: str) -> None:
    """Refuse an op whose author may not do it; raises Impossible."""
    require(clerk, DEED_RIGHTS.get(kind, Right.ACT))


def needs(right: Right) -> Callable[[Callable[Concatenate[D, P], R]], Callable[Concatenate[D, P], R]]:
    """Mark what is asked of the open desk as open only to this right, whatever the window shows."""

    def guard(ask: Callable[Concatenate[D, P], R]) -> Callable[Concatenate[D, P], R]:
        @wraps(ask)
        def guarded(desk: D, /, *args: P.args, **kw: P.kwargs) -> R:
            require(desk.clerk, right)
            return ask(desk, *args, **kw)

        return guarded

    return guard
