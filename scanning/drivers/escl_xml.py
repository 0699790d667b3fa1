"""The three papers of eSCL as XML: what a scanner can do, how it fares, and the ticket of a job (PWG eSCL 2.97).

A device on the network is a stranger: its XML is bounded, and one that brings a document type, where entities
live, is refused. Elements are known by their local names, for makers differ in namespaces and prefixes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from scanning.drivers import PAPER_SLACK_MM, ScanRequest, Source
from scanning.drivers.escl_address import same_uuid
from scanning.errors import Fault, ScanError
from scanning.picture import ARCHIVE_FLOOR_DPI

MAX_XML_BYTES = 512 * 1024
_UNITS_PER_MM = 300 / 25.4
_SPACES = 'xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm" xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"'
_COLOURS = {True: ("RGB24", "RGB48"), False: ("Grayscale8", "Grayscale16")}


@dataclass(frozen=True, slots=True)
class Input:
    """One paper path of a device: what it accepts, lengths in 1/300 inch."""

    width: int
    height: int
    colours: frozenset[str]
    resolutions_dpi: tuple[int, ...]
    range_dpi: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a scanner says of itself."""

    version: str
    label: str
    uuid: str
    platen: Input | None
    simplex: Input | None
    duplex: Input | None


@dataclass(frozen=True, slots=True)
class Status:
    """How a scanner and one of its jobs fare; words as the protocol spells them, counts None where not told."""

    adf: str
    job: str
    reasons: frozenset[str]
    images_completed: int | None
    images_to_transfer: int | None


def read_capabilities(data: bytes) -> Capabilities:
    """Of `ScannerCapabilities`; raises ScanError(UNSUPPORTED) for what is none."""
    root = _parse(data)
    if _local(root) != "ScannerCapabilities":
        raise ScanError(Fault.UNSUPPORTED)
    version = _text(root, "Version")
    return Capabilities(
        version=version if re.fullmatch(r"\d+\.\d+", version) else "2.0",
        label=_text(root, "MakeAndModel"),
        uuid=same_uuid(_text(root, "UUID")),
        platen=_input(root, "PlatenInputCaps"),
        simplex=_input(root, "AdfSimplexInputCaps"),
        duplex=_input(root, "AdfDuplexInputCaps"),
    )


def read_status(data: bytes, job_path: str) -> Status:
    """Of `ScannerStatus`, with the job that lies at `job_path` where the device lists it."""
    root = _parse(data)
    job_id = job_path.rpartition("/")[2]
    jobs = (
        job
        for job in _all(root, "JobInfo")
        if job_id in (_text(job, "JobUri").rpartition("/")[2], _text(job, "JobUuid"))
    )
    job = next(jobs, None)
    found = job if job is not None else Element("none")
    return Status(
        adf=_text(root, "AdfState"),
        job=_text(found, "JobState"),
        reasons=frozenset((reason.text or "").strip() for reason in _all(found, "JobStateReason")),
        images_completed=_number(found, "ImagesCompleted"),
        images_to_transfer=_number(found, "ImagesToTransfer"),
    )


def write_ticket(capabilities: Capabilities, request: ScanRequest) -> tuple[bytes, int]:
    """The job's `ScanSettings` fitted to the device, and the resolution it gives in dpi.

    Raises ScanError: UNSUPPORTED without such a source, side, colour or 200 dpi; WRONG_PAPER where it is too large.
    """
    paper_path = _paper_path(capabilities, request)
    dpi = _resolution(paper_path, request.resolution_dpi)
    colour = next((name for name in _COLOURS[request.colour] if name in paper_path.colours), None)
    if colour is None:
        raise ScanError(Fault.UNSUPPORTED)
    width, height = (round(mm * _UNITS_PER_MM) for mm in (request.width_mm, request.height_mm))
    slack = PAPER_SLACK_MM * _UNITS_PER_MM
    if width > paper_path.width + slack or height > paper_path.height + slack:
        raise ScanError(Fault.WRONG_PAPER)
    feeder = request.source is Source.FEEDER
    duplex = f"<scan:Duplex>{str(request.both_sides).lower()}</scan:Duplex>" if feeder else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><scan:ScanSettings {_SPACES}>'
        f"<pwg:Version>{capabilities.version}</pwg:Version><scan:Intent>Document</scan:Intent>"
        "<pwg:ScanRegions><pwg:ScanRegion><pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>"
        f"<pwg:Height>{min(height, paper_path.height)}</pwg:Height>"
        f"<pwg:Width>{min(width, paper_path.width)}</pwg:Width>"
        "<pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset></pwg:ScanRegion></pwg:ScanRegions>"
        f"<pwg:InputSource>{'Feeder' if feeder else 'Platen'}</pwg:InputSource>"
        f"<scan:ColorMode>{colour}</scan:ColorMode>"
        f"<scan:XResolution>{dpi}</scan:XResolution><scan:YResolution>{dpi}</scan:YResolution>"
        "<pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>"
        f"<scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>{duplex}</scan:ScanSettings>"
    ).encode(), dpi


def _paper_path(capabilities: Capabilities, request: ScanRequest) -> Input:
    if request.source is Source.FLATBED:
        found = capabilities.platen
    else:
        found = capabilities.duplex if request.both_sides else capabilities.simplex
    if found is None:
        raise ScanError(Fault.UNSUPPORTED)
    return found


def _resolution(paper_path: Input, wanted_dpi: int) -> int:
    """The nearest at or above the wanted one, else the highest that is still legal."""
    if paper_path.range_dpi is not None:
        low, high = paper_path.range_dpi
        dpi = max(low, min(wanted_dpi, high))
    else:
        listed = paper_path.resolutions_dpi or (wanted_dpi,)
        dpi = min((each for each in listed if each >= wanted_dpi), default=max(listed))
    if dpi < ARCHIVE_FLOOR_DPI:
        raise ScanError(Fault.UNSUPPORTED)
    return dpi


def _input(root: Element, name: str) -> Input | None:
    caps = next(_all(root, name), None)
    if caps is None:
        return None
    ranges = [_number(part, end) or 0 for part in list(_all(caps, "XResolutionRange"))[:1] for end in ("Min", "Max")]
    return Input(
        width=_number(caps, "MaxWidth") or 0,
        height=_number(caps, "MaxHeight") or 0,
        colours=frozenset((mode.text or "").strip() for mode in _all(caps, "ColorMode")),
        resolutions_dpi=tuple(_number(each, "XResolution") or 0 for each in _all(caps, "DiscreteResolution")),
        range_dpi=(ranges[0], ranges[1]) if ranges else None,
    )


class _NoDocumentType(ET.TreeBuilder):
    """Builds trees of elements; a document type, with whatever entities it would declare, ends the reading."""

    def doctype(self, *_: str | None) -> NoReturn:
        """Called by the parser before anything the type declares."""
        raise ScanError(Fault.IO_ERROR)


def _parse(data: bytes) -> Element:
    """Raises ScanError(IO_ERROR) for what is too long, no XML, or brings a document type."""
    if len(data) > MAX_XML_BYTES:
        raise ScanError(Fault.IO_ERROR)
    try:
        return ET.fromstring(data, ET.XMLParser(target=_NoDocumentType()))
    except (ET.ParseError, ValueError, LookupError) as error:
        raise ScanError(Fault.IO_ERROR) from error


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _all(root: Element, name: str) -> Iterator[Element]:
    return (element for element in root.iter() if _local(element) == name)


def _text(root: Element, name: str) -> str:
    found = next(_all(root, name), None)
    return (found.text or "").strip() if found is not None else ""


def _number(root: Element, name: str) -> int | None:
    text = _text(root, name)
    return int(text) if text.isascii() and text.isdigit() else None
