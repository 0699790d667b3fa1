"""The form that corrects what was written down wrongly: one of the people, and the dossier's own words."""

from PySide6.QtWidgets import QComboBox

from desktop.dossier_asks import Opened
from desktop.i18n import t
from desktop.screens.dossier.deeds import Deed, correct_it, field_text
from desktop.screens.dossier.forms.deed_form import DeedForm
from desktop.screens.dossier.forms.result import DAY_WRONG
from desktop.screens.dossier.words import PERSON_WORDS
from desktop.widgets import DateLine, Field, Line
from dossiers.dossier import Dossier
from dossiers.people import IdKind, Sex

ID_KINDS = {
    IdKind.CITIZEN: "Căn cước, định danh", IdKind.OLD_CITIZEN: "Chứng minh nhân dân", IdKind.PASSPORT: "Hộ chiếu",
    IdKind.OTHER: "Giấy tờ khác",
}  # fmt: skip
OWN = ("summary", "return_place", "note")
"""The fields of the dossier itself."""


class CorrectForm(DeedForm):
    """What the form shows is what shall be; only what differs is written."""

    def __init__(self) -> None:
        super().__init__(t("Sửa thông tin"), t("Lưu sửa đổi"))
        self._opened: Opened | None = None
        self.who, self.kind, self.sex = QComboBox(), QComboBox(), QComboBox()
        for slug, words in PERSON_WORDS.items():
            self.who.addItem(t(words).capitalize(), slug)
        for kind, words in ID_KINDS.items():
            self.kind.addItem(t(words), kind.value)
        for sex, words in (("", "–"), *((each.value, t(each.value)) for each in Sex)):
            self.sex.addItem(words, sex)
        self.name, self.number, self.birth = Line(), Line(longest=20), DateLine()
        self.phone, self.email, self.address = Line(longest=20), Line(longest=80), Line()
        self.summary, self.place, self.remark = Line(), Line(), Line()
        self._birth = Field(t("Ngày s&inh"), self.birth)
        self._lay_out()
        self.who.activated.connect(self._on_who)

    def fill(self, opened: Opened) -> None:
        """See `DeedForm.fill`."""
        self._opened = opened
        self.who.setCurrentIndex(0)
        self._fill_person(opened.dossier)
        for name, line in zip(OWN, (self.summary, self.place, self.remark), strict=True):
            line.setText(field_text(opened.dossier, name))

    def deed(self, opened: Opened) -> Deed | None:
        """See `DeedForm.deed`; a person who is not there and stays without a name is left alone."""
        if self.birth.wrong():
            self._birth.set_error(t(DAY_WRONG))
            return None
        wanted = self._wanted()
        changed = {name: text for name, text in wanted.items() if text != field_text(opened.dossier, name)}
        return correct_it(changed or {"owner.name": opened.dossier.owner.name})

    def _wanted(self) -> dict[str, str]:
        who, day = str(self.who.currentData()), self.birth.day()
        person = {
            "name": self.name.value(), "id_number": self.number.value(), "id_kind": str(self.kind.currentData()),
            "birth_date": day.isoformat() if day else "", "sex": str(self.sex.currentData()),
            "address": self.address.value(), "phone": self.phone.value(), "email": self.email.value(),
        }  # fmt: skip
        own = dict(zip(OWN, (self.summary.value(), self.place.value(), self.remark.value()), strict=True))
        named = {f"{who}.{name}": text for name, text in person.items()} if person["name"] or who == "owner" else {}
        return {**named, **own}

    def _on_who(self, _: int) -> None:
        if self._opened is not None:
            self._fill_person(self._opened.dossier)

    def _fill_person(self, dossier: Dossier) -> None:
        person = getattr(dossier, str(self.who.currentData()))
        self.name.setText(person.name if person else "")
        self.number.setText(person.id_number if person else "")
        self.birth.set_day(person.birth_date if person else None)
        self.phone.setText(person.phone if person else "")
        self.email.setText(person.email if person else "")
        self.address.setText(person.address if person else "")
        self.kind.setCurrentIndex(self.kind.findData((person.id_kind if person else IdKind.CITIZEN).value))
        self.sex.setCurrentIndex(self.sex.findData(person.sex.value if person and person.sex else ""))

    def _lay_out(self) -> None:
        self.add_row(
            ("who", Field(t("&Của ai"), self.who)), ("name", Field(t("&Họ và tên"), self.name, required=True)),
            ("birth_date", self._birth), ("sex", Field(t("&Giới tính"), self.sex)), stretches=(3, 5, 2, 2),
        )  # fmt: skip
        self.add_row(
            ("id_kind", Field(t("&Loại giấy tờ"), self.kind)), ("id_number", Field(t("&Số giấy tờ"), self.number)),
            ("phone", Field(t("Điện th&oại"), self.phone)), ("email", Field(t("Thư điện &tử"), self.email)),
            stretches=(3, 3, 3, 3),
        )  # fmt: skip
        self.add_row(
            ("address", Field(t("Nơi cư t&rú"), self.address)),
            ("return_place", Field(t("&Nơi nhận kết quả"), self.place)),
        )
        self.add_row(
            ("summary", Field(t("Nội &dung yêu cầu"), self.summary)), ("note", Field(t("Ghi ch&ú"), self.remark))
        )

    def first(self) -> Field:
        """See `DeedForm.first`."""
        return self._named["name"]

    def blame(self, name: str, sentence: str) -> bool:
        """See `DeedForm.blame`; the people's fields are named after them."""
        return super().blame(name.rpartition(".")[2], sentence)
