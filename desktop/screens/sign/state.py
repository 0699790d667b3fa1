"""What the signing screen shows: papers with ticks, certificates to choose from, and how far a batch is."""

from dataclasses import dataclass
from typing import Protocol

from desktop.i18n import t
from desktop.sign_asks import Paper
from desktop.theme.tokens import Tone
from dossiers.clock import from_ms, local_date, say_date
from scanning.signatures.faults import SigningFault
from scanning.signatures.messages import Seen

UNFIT = {
    SigningFault.EXPIRED: "đã hết hạn", SigningFault.NOT_YET: "chưa đến ngày có hiệu lực",
    SigningFault.USAGE: "không được cấp để ký",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """One paper of the list; `said` is how its signing went."""

    paper: Paper
    ticked: bool
    said: str = ""
    tone: Tone = Tone.IDLE


@dataclass(frozen=True, slots=True, kw_only=True)
class SignState:
    """Everything on the screen."""

    rows: tuple[PaperRow, ...]
    certificates: tuple[str, ...]
    chosen: int
    unfit: bool
    busy: bool
    said: str
    tone: Tone

    @property
    def ticked(self) -> int:
        """How many papers would be signed."""
        return sum(row.ticked for row in self.rows)

    @property
    def unsigned(self) -> int:
        """How many papers nobody has signed yet."""
        return sum(row.tone is not Tone.OK for row in self.rows)

    @property
    def may_sign(self) -> bool:
        """Whether F10 has anything to do; a PIN is asked for by it."""
        return bool(self.ticked and self.certificates and not self.busy and not self.unfit)


class SignView(Protocol):
    """The screen as its presenter sees it."""

    def present(self, state: SignState) -> None:
        """Show everything anew."""
        ...

    def ask_pin(self) -> None:
        """Bring the cursor to the PIN, empty."""
        ...


def say_certificate(seen: Seen) -> str:
    """A certificate as the list offers it."""
    names = seen.name or seen.organization or seen.token
    if seen.fault:
        return f"{names} · {t(UNFIT[seen.fault])}"
    return t("{names} · đến {day}", names=names, day=say_date(local_date(from_ms(seen.not_after_ms))))
