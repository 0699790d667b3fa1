"""What a screen may ask of the frame around it, and the services that a screen's builder is handed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from desktop.i18n import said
from desktop.jobs import Failure, Jobs
from dossiers.clock import Clock
from dossiers.office import Devices, Office
from dossiers.people import Clerk, Right
from dossiers.permissions import rights_of, why_not

if TYPE_CHECKING:
    from desktop.bridges.hub import HubBridge
    from desktop.bridges.keeper import Keeper
    from desktop.bridges.paper_reader import PaperReader
    from desktop.bridges.scan import ScanBridge
    from desktop.bridges.serial import SerialBridge
    from desktop.bridges.sync import SyncBridge
    from desktop.looks import Looks
    from desktop.paper_door import PaperDoor
    from desktop.print_room import PrintRoom
    from desktop.signing import Signing
    from desktop.theme.theme import Theme


class Stage(Protocol):
    """The frame as screens and presenters see it; free of Qt."""

    def open(self, screen: str, **what: Any) -> None:
        """Bring a screen to the front and tell it what to show, e.g. `open("dossier", dossier_id=…)`."""
        ...

    def back(self) -> None:
        """Return to the screen that was in front before."""
        ...

    def toast(
        self, sentence: str, *, action: str = "", run: Callable[[], None] | None = None, seconds: int = 6
    ) -> None:
        """Say that something is done; `action` is a button that `run`s for that long (Ctrl+Z presses it too)."""
        ...

    def complain(self, failure: Failure) -> None:
        """Say that something could not be done; for failures that belong to no field."""
        ...

    def keys_everywhere(self) -> tuple[tuple[str, str], ...]:
        """The keys of the frame with their words."""
        ...

    def counts_changed(self) -> None:
        """Refresh the chips of the frame after something was committed or handed to a printer."""
        ...


class Wardrobe(Protocol):
    """Who dresses the desk: the settings screen asks it."""

    looks: "Looks"

    def keep(self, looks: "Looks") -> None:
        """Put new looks on and remember them."""
        ...


@dataclass(slots=True)
class Here:
    """What is true at this desk now; the composition root keeps it fresh when the settings or the clerk change."""

    home: Path
    clerk: Clerk
    office: Office
    devices: Devices

    @property
    def may_act(self) -> bool:
        """Whether whoever is signed in may do more than read."""
        return self.may(Right.ACT)

    def may(self, right: Right) -> bool:
        """Whether whoever is signed in may do this; the desk's door asks again."""
        return right in rights_of(self.clerk)

    def why_not(self, right: Right) -> str:
        """Whom to ask for what whoever is signed in may not do; empty where they may."""
        refusal = why_not(self.clerk, right)
        return said(refusal) if refusal else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The services of one sitting, made by the composition root and handed to every `build(session)`.

    Builders pass on to presenters only what each needs; a presenter never sees `theme`.
    """

    jobs: Jobs
    stage: Stage
    clock: Clock
    here: Here
    theme: "Theme"
    scans: "ScanBridge"
    printing: "PrintRoom"
    reader: "SerialBridge"
    sync: "SyncBridge"
    hub: "HubBridge"
    keeper: "Keeper"
    papers: "PaperReader"
    door: "PaperDoor"
    signing: "Signing"
    looks: "Wardrobe"
