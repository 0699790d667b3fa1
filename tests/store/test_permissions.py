"""Who may do what: every kind of deed and every ask, for every role, as the table says and nowhere else."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from uuid import uuid4

import pytest

import desktop
from dossiers import permissions
from dossiers.acting import Act
from dossiers.errors import Impossible, KnownError
from dossiers.fold import FOLDS
from dossiers.people import Clerk, Right, Role
from dossiers.permissions import (
    DEED_RIGHTS,
    ROLE_RIGHTS,
    WITHHELD_FROM_CLERKS,
    Standing,
    needs,
    require,
    rights_of,
    why_not,
)
from dossiers.receive import receive
from dossiers.records import RECORDS
from dossiers.store.desk import Desk
from dossiers.store.vault import Vault, unlock
from dossiers.take_fee import take_fee
from tests.dossiers.deeds import FEE
from tests.store.homes import CHIEF, HandClock, intake

from dossiers.dossier import PaymentMode  # isort: skip

PERSON = Clerk(name="Lê Văn Thử")
OPEN_TO_ALL = {
    "change_secret": "one's own",
    "remember_procedure": "a convenience of the form",
    "keep_habits": "a convenience of the form",
    "keep_draft": "one's own, and no deed before F10",
    "keep_saved": "filters of a list",
    "keep_short": "how a book is laid out",
    "keep_as_taken": "is a note, asked about at the door, and remembers it",
    "issue_again": "is a deed, asked about at the door, and withdraws a slip",
    "undo_deed": "is a deed, asked about at the door, and withdraws slips",
    "keep_memory": "how far a pile of papers is",
    "file_parcel": "is a deed, asked about at the door, with the pages it names",
    "take_back_intake": "is a deed, asked about at the door, and withdraws slips",
    "keep_signature": "a picture that counts only once a deed names it",
}
"""Asks that write and need no right, and why."""

WRITES = {
    "set_office", "set_devices", "set_setting", "set_catalogue", "set_calendar_days", "add", "remove", "reset",
    "change", "promote", "declare_lost", "forget", "release", "withdraw", "save", "put", "keep",
}  # fmt: skip
"""Methods of the open desk and its parts that change something outside a deed."""


@pytest.mark.parametrize("role", Role)
def test_the_door_asks_of_every_kind_what_the_table_says(desk: Desk, role: Role) -> None:
    """Straight past every verb: an op of a kind is refused to a role without its right, and written by none."""
    desk.clerk = Clerk(name=PERSON.name, role=role)

    def write(act: Act, kind: str) -> object:
        return act.record(kind, None) if kind in RECORDS else act.append(kind, uuid4(), None)

    for kind in (*FOLDS, *RECORDS):
        allowed = DEED_RIGHTS.get(kind, Right.ACT) in ROLE_RIGHTS[role]
        with pytest.raises(KnownError) as refused:
            desk.do(write, kind)
        asked = isinstance(refused.value, Impossible) and "lãnh đạo chỉ xem" in str(refused.value)
        assert asked is not allowed, f"{kind}: an op with no body is refused later, by whoever reads it"
    assert desk.journal.count() == 0


@pytest.mark.parametrize("right", WITHHELD_FROM_CLERKS)
def test_what_a_clerk_was_not_given_is_refused_with_a_way_out(desk: Desk, right: Right) -> None:
    clerk = replace(PERSON, withheld=frozenset({right}))
    assert rights_of(clerk) == ROLE_RIGHTS[Role.CLERK] - {right}
    with pytest.raises(Impossible, match="Nhờ người quản trị giao"):
        require(clerk, right)


def test_duties_are_kept_at_the_desk_and_stand_at_the_next_sign_in(
    desk: Desk, vault: Vault, clock: HandClock
) -> None:
    vault.add(PERSON, "135790")
    desk.seating.keep(PERSON.name, Standing(withheld=(Right.MONEY,)))
    dossier = desk.do(receive, intake())
    desk.sign_in(unlock(desk.home, PERSON.name, "135790", clock))
    with pytest.raises(Impossible, match="thu phí"):
        desk.do(take_fee, dossier.id, PaymentMode.CASH, FEE)
    assert desk.register.get(dossier.id).receipts == ()
    desk.sign_in(vault)
    assert desk.do(take_fee, dossier.id, PaymentMode.CASH, FEE).receipts
    assert desk.clerk == CHIEF


def test_nobody_acts_under_a_secret_that_another_knows(desk: Desk, vault: Vault, clock: HandClock) -> None:
    vault.add(PERSON, "135790")
    desk.seating.keep(PERSON.name, Standing(given=True))
    desk.sign_in(unlock(desk.home, PERSON.name, "135790", clock))
    with pytest.raises(Impossible, match="người khác đặt"):
        desk.do(receive, intake())
    assert desk.register.counts().total == 0


def test_every_right_has_words_and_every_role_a_reason(desk: Desk) -> None:
    assert set(permissions.RIGHT_WORDS) == set(Right)
    for role, right in product(Role, Right):
        refusal = why_not(Clerk(name="Ai đó", role=role), right)
        assert (refusal is None) is (right in ROLE_RIGHTS[role])
        assert refusal is None or str(refusal).endswith(".")
    assert rights_of(desk.clerk) == frozenset(Right)


def test_only_an_administrator_changes_people_and_the_office() -> None:
    for right in (Right.PEOPLE, Right.OFFICE):
        assert [role for role in Role if right in ROLE_RIGHTS[role]] == [Role.ADMINISTRATOR]


def test_an_ask_that_needs_a_right_does_not_run_without_it(desk: Desk) -> None:
    ran: list[str] = []

    @needs(Right.OFFICE)
    def ask(desk: Desk, word: str) -> None:
        ran.append(f"{desk.clerk.name} {word}")

    desk.clerk = PERSON
    with pytest.raises(Impossible, match="Chỉ người quản trị"):
        ask(desk, "một")
    desk.clerk = CHIEF
    ask(desk, "hai")
    assert ran == [f"{CHIEF.name} hai"]


def asks() -> Iterator[ast.FunctionDef]:
    """Every function in desktop/ that runs on the open desk and that a screen may hand over."""
    for file in Path(desktop.__path__[0]).rglob("*.py"):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.args.args and node.args.args[0].arg == "desk":
                yield node


def writes(node: ast.FunctionDef) -> set[str]:
    """What an ask changes of the desk that is given to it."""
    return {
        call.func.attr
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and _of_desk(call.func.value)
        and call.func.attr in WRITES
    }  # fmt: skip


def _of_desk(node: ast.expr) -> bool:
    while isinstance(node, ast.Attribute):
        node = node.value
    return isinstance(node, ast.Name) and node.id == "desk"


def test_every_ask_that_writes_names_its_right() -> None:
    writing = [node for node in asks() if writes(node) and not node.name.startswith("_")]
    bare = {node.name for node in writing if not any("needs(" in ast.unparse(each) for each in node.decorator_list)}
    assert len(writing) > 15
    assert bare == set(OPEN_TO_ALL), "give each a right, or say in OPEN_TO_ALL why it needs none"
