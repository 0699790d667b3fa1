"""A look at one dossier beside the list: enough to answer a question at the counter, the number still masked."""

from PySide6.QtWidgets import QLabel

from desktop.i18n import added, t
from desktop.theme.tokens import Tone
from desktop.widgets import Card, StatusChip, muted, strong, text
from dossiers.clock import Clock, say_date, say_time
from dossiers.dossier import Dossier
from dossiers.fees import say_vnd
from dossiers.people import masked
from dossiers.standing import standing

WIDTH = 320


class Preview(Card):
    """Hidden until asked for."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(t("Xem nhanh"))
        self._clock = clock
        self.setFixedWidth(WIDTH)
        self.code, self.state = strong(), StatusChip()
        self.facts: list[QLabel] = []
        self.body.addWidget(self.code)
        self.body.addWidget(self.state)
        for _ in range(FACTS):
            fact = text(wrap=True)
            self.facts.append(fact)
            self.body.addWidget(fact)
        self.body.addWidget(muted(t("Enter: mở hồ sơ · Space: đóng")))
        self.body.addStretch()
        self.hide()

    def show_dossier(self, dossier: Dossier) -> None:
        """Show a dossier."""
        stands = standing(dossier, self._clock(), None)
        self.code.setText(dossier.code)
        self.state.say(" · ".join(filter(None, (t(stands.word), added(stands)))), Tone(stands.tone))
        for label, words in zip(self.facts, facts_of(dossier), strict=True):
            label.setText(words)
            label.setVisible(bool(words))
        self.show()


FACTS = 9


def facts_of(dossier: Dossier) -> tuple[str, ...]:
    """The sentences of the preview; an empty one is left out."""
    person, due_at = dossier.applicant, dossier.appointment.due_at
    born = say_date(person.birth_date) if person.birth_date else ""
    owner = t("Chủ hồ sơ: {name}", name=dossier.owner.name) if dossier.filer else ""
    shelf = t("Để tại: {shelf}", shelf=dossier.result.shelf) if dossier.result and dossier.result.shelf else ""
    return (
        " · ".join(filter(None, (person.name, born, masked(person.id_number)))),
        owner,
        person.phone,
        dossier.procedure_name,
        t("Hẹn trả {due}", due=say_time(due_at)) if due_at else t("Không hẹn ngày"),
        t("Phí, lệ phí {fee}", fee=say_vnd(dossier.fee_total_vnd)),
        shelf,
        "" if dossier.finished_at and not dossier.result else t("Đang giữ: {holder}", holder=_held(dossier)),
        t("Lý do hủy: {reason}", reason=dossier.void_reason) if dossier.void_reason else "",
    )


def _held(dossier: Dossier) -> str:
    """Who has it in hand and since when."""
    holder = " – ".join(filter(None, (dossier.holder.person, dossier.holder.office)))
    return t("{who}, từ {since}", who=holder, since=say_time(dossier.held_since))
