"""What the fault server says of itself, in the XML that scanners on sale speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.scanning.escl_machine import FaultyScanner

_SPACES = 'xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm" xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"'
_PROFILE = """
<scan:SettingProfiles><scan:SettingProfile>
<scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>
<scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>
<scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt></scan:DocumentFormats>
<scan:SupportedResolutions><scan:DiscreteResolutions>{resolutions}</scan:DiscreteResolutions>
</scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles>"""
_RESOLUTION = (
    "<scan:DiscreteResolution><scan:XResolution>{0}</scan:XResolution>"
    "<scan:YResolution>{0}</scan:YResolution></scan:DiscreteResolution>"
)
_SIZE = (
    "<scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth>"
    "<scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>{height}</scan:MaxHeight>"
    "<scan:MaxScanRegions>1</scan:MaxScanRegions>"
)
RESOLUTIONS_DPI = (75, 100, 150, 200, 300, 600)


def capabilities_xml(uuid: str) -> bytes:
    """A glass of A4, a feeder of legal length, both sides."""
    listed = "".join(_RESOLUTION.format(dpi) for dpi in RESOLUTIONS_DPI)
    profile = _PROFILE.format(resolutions=listed)
    glass, feeder = (f"{_SIZE.format(height=height)}{profile}" for height in (3508, 4200))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><scan:ScannerCapabilities {_SPACES}>'
        "<pwg:Version>2.63</pwg:Version><pwg:MakeAndModel>Máy quét thử</pwg:MakeAndModel>"
        f"<pwg:SerialNumber>TEST1</pwg:SerialNumber><scan:UUID>{uuid}</scan:UUID>"
        f"<scan:Platen><scan:PlatenInputCaps>{glass}</scan:PlatenInputCaps></scan:Platen>"
        f"<scan:Adf><scan:AdfSimplexInputCaps>{feeder}</scan:AdfSimplexInputCaps>"
        f"<scan:AdfDuplexInputCaps>{feeder}</scan:AdfDuplexInputCaps><scan:FeederCapacity>50</scan:FeederCapacity>"
        "<scan:AdfOptions><scan:AdfOption>DetectPaperLoaded</scan:AdfOption>"
        "<scan:AdfOption>Duplex</scan:AdfOption></scan:AdfOptions></scan:Adf></scan:ScannerCapabilities>"
    ).encode()


def status_xml(scanner: FaultyScanner) -> bytes:
    """How the machine and its last job fare."""
    busy = scanner.job and scanner.job_state == "Processing"
    job = (
        f"<scan:Jobs><scan:JobInfo><pwg:JobUri>/eSCL/ScanJobs/{scanner.job}</pwg:JobUri>"
        f"<pwg:JobUuid>{scanner.job}</pwg:JobUuid><scan:Age>1</scan:Age>{_counts(scanner)}"
        f"<pwg:JobState>{scanner.job_state}</pwg:JobState><pwg:JobStateReasons>"
        f"<pwg:JobStateReason>{scanner.reason}</pwg:JobStateReason></pwg:JobStateReasons></scan:JobInfo></scan:Jobs>"
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><scan:ScannerStatus {_SPACES}><pwg:Version>2.63</pwg:Version>'
        f"<pwg:State>{'Processing' if busy else 'Idle'}</pwg:State><scan:AdfState>{scanner.adf_state}</scan:AdfState>"
        f"{job if scanner.job else ''}</scan:ScannerStatus>"
    ).encode()


def _counts(scanner: FaultyScanner) -> str:
    """Images done and waiting, as this maker counts them."""
    waiting = int(bool(scanner.tray) and scanner.job_state == "Processing")
    done = scanner.completed + (waiting if scanner.counting == "scanned" else 0)
    told = f"<pwg:ImagesCompleted>{done}</pwg:ImagesCompleted><pwg:ImagesToTransfer>{waiting}</pwg:ImagesToTransfer>"
    return "" if scanner.counting == "nothing" else told
