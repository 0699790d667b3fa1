"""Which scanner scans and how: chosen beside the pages, kept for the desk, told by the device when it changes."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop.i18n import retold, t
from desktop.jobs import Jobs
from desktop.screens.scan.state import MachineState, Scanner
from desktop.setting_asks import keep_devices
from desktop.stage import Here, Stage
from dossiers.office import Devices, ScanProfile
from scanning.drivers import ScanRequest, Source, driver_of
from scanning.drivers.escl_address import kept_name
from scanning.errors import SHEET_TO_FEED_AGAIN, Fault
from scanning.events import Device, Failed, Finished, Progress, ScanEvent
from scanning.sentences import SENTENCES

PAPER_MM = {"A4": (210, 297), "A5": (148, 210), "A3": (297, 420), "ID-1": (110, 80)}
"""Width and height scanned; a card gets room around it, for nobody lays it straight into the corner."""


@dataclass(slots=True)
class Machine:
    """The choice of device, profile and source; `changed` is called when there is something new to show."""

    jobs: Jobs
    stage: Stage
    here: Here
    scanner: Scanner
    changed: Callable[[], None]
    profile_index: int = 0
    source: Source = Source.FEEDER
    finding: int | None = None
    found: int = 0
    said: str = ""

    @property
    def profile(self) -> ScanProfile:
        """How the paper in hand is scanned."""
        profiles = self.here.devices.scan_profiles
        return profiles[min(self.profile_index, len(profiles) - 1)]

    @property
    def may_use_glass(self) -> bool:
        """Whether a device that refuses may only lack a feeder; a glass never reads both sides."""
        return self.source is Source.FEEDER and not self.profile.both_sides

    def state(self) -> MachineState:
        """What stands in the row of the machine."""
        devices = self.here.devices
        choices = dict.fromkeys(filter(None, (devices.scanner, *devices.scanners)))
        named = [(name, devices.scanners.get(name, name)) for name in choices]
        if devices.watched_folder:
            named.append(("", t("Thư mục {folder}", folder=devices.watched_folder)))
        return MachineState(
            scanners=tuple(named), scanner=devices.scanner, source=self.source,
            profiles=tuple(t(profile.purpose) for profile in devices.scan_profiles),
            profile_index=devices.scan_profiles.index(self.profile), finding=self.finding is not None,
            said=self._progress() or self.said or say_how(self.profile),
        )  # fmt: skip

    def request(self) -> ScanRequest | None:
        """What F7 starts; None where nothing is there to scan with."""
        devices, profile = self.here.devices, self.profile
        if devices.scanner:
            width_mm, height_mm = PAPER_MM[profile.paper]
            return ScanRequest(
                driver=driver_of(devices.scanner), device=devices.scanner, source=self.source,
                resolution_dpi=profile.dpi, colour=profile.colour, width_mm=width_mm, height_mm=height_mm,
                both_sides=profile.both_sides and self.source is Source.FEEDER, options=devices.scanner_options,
            )  # fmt: skip
        if devices.watched_folder:
            return ScanRequest(driver="folder", paths=(devices.watched_folder,))
        return None

    def choose_profile(self, index: int) -> None:
        """Another purpose; its paper lies in the feeder or on the glass."""
        self.profile_index, self.said = index, ""
        self.source = Source.FLATBED if self.profile.glass else Source.FEEDER
        self.changed()

    def choose_source(self, source: Source) -> None:
        """The clerk knows better where this paper lies."""
        self.source = source
        self.changed()

    def choose_scanner(self, name: str) -> None:
        """Another device for this desk; the empty name is the watched folder."""
        self.said = ""
        self._keep(replace(self.here.devices, scanner=name))

    def forget_scanner(self, name: str) -> None:
        """A device this desk no longer has; the first of the others is chosen in its place."""
        devices = self.here.devices
        others = {other: label for other, label in devices.scanners.items() if other != name}
        chosen = next(iter(others), "") if devices.scanner == name else devices.scanner
        self.said = ""
        self._keep(replace(devices, scanners=others, scanner=chosen))

    # Looking for scanners.

    def find(self, address: str = "") -> None:
        """Look for scanners, or for the one at a typed address; while looking, stop."""
        if self.finding is not None:
            self.scanner.stop_finding()
            return
        self.finding, self.found, self.said = 0, 0, ""
        self.scanner.find(address)
        self.changed()

    def on_found(self, event: ScanEvent) -> None:
        """Something a search said; another part of the window may have started it."""
        if self.finding is None:
            return
        match event:
            case Device():
                self.found += 1
                self._keep(with_scanner(self.here.devices, event))
            case Progress(percent=percent):
                self.finding = percent
            case Finished():
                self.finding = None
                nothing = t("Chưa thấy máy quét nào. Bật máy, cắm lại dây rồi bấm Tìm máy quét.")
                self.said = t("Tìm thấy {count} máy quét.", count=self.found) if self.found else nothing
            case Failed(fault=fault):
                self.finding, self.said = None, retold(str(SENTENCES[fault]))
        self.changed()

    def _progress(self) -> str:
        return "" if self.finding is None else t("Đang tìm… {percent}%", percent=self.finding)

    def renamed(self, device: Device) -> None:
        """The device that scans answers under a new name from now on: a new address, a certificate seen first."""
        devices = self.here.devices
        known = {name: label for name, label in devices.scanners.items() if name != devices.scanner}
        self._keep(replace(devices, scanner=device.name, scanners={**known, device.name: device.label}))

    def _keep(self, wanted: Devices) -> None:
        self.here.devices = wanted  # at once: two devices found in a row must not forget each other
        self.jobs.ask(lambda desk: keep_devices(desk, wanted), self._kept, self.stage.complain)

    def _kept(self, _: Devices) -> None:
        self.stage.counts_changed()
        self.changed()


def with_scanner(devices: Devices, found: Device) -> Devices:
    """The device among those this desk knows; the first scanner ever found is chosen, a camera only by the clerk."""
    known, name = dict(devices.scanners), found.name
    for before in devices.scanners:
        kept = kept_name(before, found.name)
        if kept is not None:
            del known[before]
            name = kept
            devices = replace(devices, scanner=name if devices.scanner == before else devices.scanner)
    first = "" if found.driver == "camera" else name
    return replace(devices, scanners={**known, name: found.label}, scanner=devices.scanner or first)


def say_how(profile: ScanProfile) -> str:
    """How the paper will be scanned, in few words."""
    colour = t("màu") if profile.colour else t("xám")
    sides = t("hai mặt") if profile.both_sides else t("một mặt")
    return f"{profile.paper} · {profile.dpi} dpi · {colour} · {sides}"


def say_fault(fault: Fault, next_page: int, pages_held: int) -> str:
    """What the clerk reads when a stack stops: what happened, which sheet to lay in again, what to press."""
    sentence = SENTENCES[fault]
    sheet = t("Đó là tờ của trang {number}.", number=next_page) if fault in SHEET_TO_FEED_AGAIN else ""
    kept = t("{count} trang đã giữ.", count=pages_held)
    return " ".join(filter(None, (t(sentence.happened), sheet, kept, t(sentence.press))))
