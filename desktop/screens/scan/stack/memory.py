"""What a person has said of the pile in hand, kept by the desk so that a killed window goes on where it was."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec

from desktop.screens.scan.pile import Page
from desktop.screens.scan.stack.edits import Edits
from dossiers.filing import Answer, Goes, Leads, Plain

if TYPE_CHECKING:
    from desktop.jobs import Desk

_SETTING = "stack"


@dataclass(frozen=True, slots=True)
class Memory:
    """Answers by page, the pages that lie in their dossiers already, and how many dossiers were laid in (0: untold).

    `edits` are sheets that were cut, turned or scanned once more, `order` the pages that were put elsewhere. A sheet is
    named by its file in the spool; the spool is emptied only after this is.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)
    saved: frozenset[str] = frozenset()
    laid_in: int = 0
    edits: Edits = field(default_factory=dict)
    order: tuple[str, ...] = ()

    def answer(self, keys: tuple[str, ...], answer: Answer) -> "Memory":
        """The same said of some sheets."""
        return replace(self, answers={**self.answers, **dict.fromkeys(keys, answer)})

    def save(self, keys: frozenset[str]) -> "Memory":
        """Some sheets lie in their dossiers now."""
        return replace(self, saved=self.saved | keys)


def read_memory(desk: "Desk") -> Memory:
    """What was kept."""
    kept = desk.setting(_SETTING, {})
    return Memory(
        answers={key: _said(said) for key, said in kept.get("answers", {}).items()},
        saved=frozenset(kept.get("saved", ())), laid_in=kept.get("laid_in", 0),
        edits={key: msgspec.convert(pages, tuple[Page, ...]) for key, pages in kept.get("edits", {}).items()},
        order=tuple(kept.get("order", ())),
    )  # fmt: skip


def keep_memory(desk: "Desk", memory: Memory) -> None:
    """Keep it."""
    answers = {key: _written(answer) for key, answer in memory.answers.items()}
    edits = {key: msgspec.to_builtins(pages) for key, pages in memory.edits.items()}
    kept = {"answers": answers, "saved": sorted(memory.saved), "laid_in": memory.laid_in}
    desk.set_setting(_SETTING, {**kept, "edits": edits, "order": memory.order})


def _written(answer: Answer) -> dict[str, Any]:
    match answer:
        case Leads(dossier_id=dossier_id, paper=paper):
            return {"leads": str(dossier_id), "paper": paper}
        case Goes(dossier_id=dossier_id, paper=paper):
            return {"goes": str(dossier_id) if dossier_id else "", "paper": paper}
        case Plain():
            return {"is": answer.value}


def _said(written: dict[str, Any]) -> Answer:
    if "is" in written:
        return Plain(written["is"])
    if "leads" in written:
        return Leads(UUID(written["leads"]), written["paper"])
    return Goes(UUID(written["goes"]) if written["goes"] else None, written["paper"])
