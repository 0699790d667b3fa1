"""One run of reporting to the national portal: what changed goes out, what was taken is written down at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

import msgspec

from dossiers.dossier import Dossier
from dossiers.errors import KnownError
from sync.portal.client import PortalClient
from sync.portal.constants import constants
from sync.portal.faults import Broken, NotThePortal, PortalFault, Refusal, SessionLost, Slow
from sync.portal.messages import Message, Sector, Sender, dossier_message
from sync.portal.steps import chunks, steps
from sync.province.portal_outbox import Outbox, Waiting

PAGE = 100
SETBACKS = 3
"""Answers that fail in a row before the run ends: one may be the dossier's own doing, three are the line's."""


@dataclass(slots=True)
class Delivered:
    """What a run did: dossiers the portal has whole now, those that were not sent, and why it ended early, if so."""

    sent: int = 0
    unchanged: int = 0
    refused: int = 0
    fault: PortalFault | None = None


class Delivery:
    """A run over the days asked for; it may be cut anywhere and started again.

    A dossier is committed as taken right after the portal's answer. Where the answer was lost, the same bytes go
    again: the dossier as an update under its code, its steps as they were.
    """

    def __init__(self, outbox: Outbox, client: PortalClient, files_url: str = "") -> None:
        """`files_url`: where the portal fetches scans, `<files_url>/<sha256>`; empty where nothing serves them."""
        self._outbox = outbox
        self._client = client
        self._files_url = files_url
        self._sectors: dict[str, Sector] = {}
        self._done = Delivered()

    def run(self, first: date, last: date) -> Delivered:
        """Report the dossiers received on these days; a refused one never holds up the others."""
        setbacks = 0
        for item in self._items(first, last):
            try:
                self._report(item)
                setbacks = 0
            except (Slow, Broken, NotThePortal, SessionLost) as fault:
                setbacks += 1
                self._refuse(item.dossier, str(fault))
                if setbacks == SETBACKS:
                    self._done.fault = fault
                    break
            except PortalFault as fault:
                self._done.fault = fault
                break
            except Refusal as refusal:
                setbacks = 0
                self._refuse(item.dossier, refusal.message or str(refusal))
            except KnownError as error:
                self._refuse(item.dossier, str(error))
        return self._done

    def _items(self, first: date, last: date) -> Iterator[Waiting]:
        ids = self._outbox.waiting(first, last)
        for start in range(0, len(ids), PAGE):
            yield from self._outbox.read(ids[start : start + PAGE])

    def _report(self, item: Waiting) -> None:
        dossier = item.dossier
        if not constants().reports(dossier.status) and item.message is None:
            self._outbox.finished(dossier.id, item.leaf)
            return
        missing = [step for step in steps(dossier, item.history) if step.key not in item.steps]
        message = dossier_message(dossier, Sender(office=item.office, files_url=self._files_url), self._sector(dossier))
        changed = digest(message) != item.message
        if changed:
            self._client.send_dossier(dossier.unit, message)
            self._outbox.took_dossier(dossier.id, digest(message))
        for chunk in chunks(missing):
            self._client.send_steps(dossier.unit, dossier.code, [step.message for step in chunk])
            self._outbox.took_steps(dossier.id, [step.key for step in chunk])
        self._outbox.finished(dossier.id, item.leaf)
        if changed or missing:
            self._done.sent += 1
        else:
            self._done.unchanged += 1

    def _sector(self, dossier: Dossier) -> Sector:
        """The portal's sector of a procedure, asked for once a run; raises KnownError where it knows none."""
        code = dossier.procedure_code
        if code not in self._sectors:
            found = self._client.sector(dossier.unit, code)
            if found is None:
                raise KnownError("Cổng DVCQG không có thủ tục {code}. Xem lại mã thủ tục trong danh mục.", code=code)
            self._sectors[code] = found
        return self._sectors[code]

    def _refuse(self, dossier: Dossier, reason: str) -> None:
        self._outbox.refused(dossier.id, reason)
        self._done.refused += 1


def digest(message: Message) -> bytes:
    """What names a message, whatever order its fields are in."""
    return sha256(msgspec.json.encode(message, order="sorted")).digest()
