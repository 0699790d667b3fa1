"""What the portal's messages are made with: codes, words and paths, all data in resources/portal/portal.json."""

from functools import cache

import msgspec

import resources
from dossiers.errors import KnownError
from dossiers.status import WORDS, Status

FILE = "portal/portal.json"


class StepWords(msgspec.Struct, frozen=True, kw_only=True):
    """A step that every system adds by itself: its status code and what it says."""

    status: str
    words: str


class Constants(msgspec.Struct, frozen=True, kw_only=True):
    """The file as it is; an office's codes change by a new file, never by code."""

    auth_path: str
    send_path: str
    ok_codes: frozenset[str]
    exists_codes: frozenset[str]
    exists_words: str
    done_words: str
    not_done_words: tuple[str, ...]
    session_words: tuple[str, ...]
    statuses: dict[str, str]
    not_reported: frozenset[str]
    first_step: StepWords
    last_step: StepWords
    finished_statuses: frozenset[str]
    steps: dict[str, str]
    not_steps: frozenset[str]
    default_step_status: str
    subject_kind: str
    place_filed: str
    database_codes: tuple[str, ...]
    payment_codes: dict[str, str]
    no_payment_code: str
    fee_code: str
    fee_kind: str
    fee_moments: dict[str, str]
    empty_text: str

    def status_code(self, status: Status) -> str:
        """Our status as the portal's '1' to '10'; raises KnownError for one that has no place there."""
        if status not in self.statuses:
            raise KnownError(
                "Cổng DVCQG không có trạng thái tương ứng với “{word}”. Hồ sơ vẫn nguyên ở đây và chưa gửi lên Cổng.",
                word=WORDS[status],
            )  # fmt: skip
        return self.statuses[status]

    def reports(self, status: Status) -> bool:
        """Whether a dossier in this status is the portal's business: one voided at the desk never was."""
        return status not in self.not_reported


@cache
def constants() -> Constants:
    """The constants that ship."""
    return msgspec.json.decode(resources.read_bytes(FILE), type=Constants)
