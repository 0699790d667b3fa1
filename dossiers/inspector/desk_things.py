"""The desk's own things: drafts, settings and the print ledger, as far as they can be held against something."""

import json
from collections import Counter
from collections.abc import Iterator

from dossiers import fold
from dossiers.inspector.copied import Place
from dossiers.inspector.finding import Finding, Part


def drafts(place: Place) -> Iterator[Finding]:
    """A draft reads back, and none is kept of a dossier that was received."""
    for row in place.ask("SELECT id, body FROM draft"):
        if not _reads(row["body"]):
            yield Finding(Part.DRAFT, "có bản nháp không đọc được.")
    if place.ask("SELECT 1 FROM draft JOIN dossier ON dossier.uid = draft.id"):
        yield Finding(Part.DRAFT, "có bản nháp của hồ sơ đã tiếp nhận.")


def settings(place: Place) -> Iterator[Finding]:
    """Each setting reads back, and the office is the one whose codes the dossiers bear."""
    for row in place.ask("SELECT key, value FROM setting"):
        if not _reads(row["value"]):
            yield Finding(Part.SETTING, f"{row['key']}: không đọc được.")
        elif row["key"] == "office":
            unit = json.loads(row["value"])["unit"]
            own = "SELECT code FROM dossier WHERE desk IS NULL ORDER BY id DESC LIMIT 1"
            if any(not each["code"].startswith(f"{unit}-") for each in place.ask(own)):
                yield Finding(Part.SETTING, "mã định danh cơ quan không phải mã trên hồ sơ đã cấp.")


def prints(place: Place) -> Iterator[Finding]:
    """Slips confirmed as paper are those the journal says were printed."""
    confirmed: Counter[tuple[bytes, str]] = Counter()
    for row in place.ask("SELECT dossier, form FROM print_job WHERE state = 'confirmed' AND dossier IS NOT NULL"):
        confirmed[row["dossier"], row["form"]] += 1
    told: Counter[tuple[bytes, str]] = Counter()
    for row in place.ask("SELECT d.uid AS uid, s.state AS state FROM dossier d JOIN state s ON s.dossier = d.id"):
        for printed in fold.decode_state(row["state"]).prints:
            told[row["uid"], printed.form] += printed.times
    # A desk that died between the deed and its ledger counts one print more in the journal, never one less.
    for uid, form in confirmed - told:
        codes = place.ask("SELECT code FROM dossier WHERE uid = ?", uid)
        code = codes[0]["code"] if codes else "không có trong sổ"
        yield Finding(Part.PRINT, f"hồ sơ {code}: bản in {form} được ghi là đã in nhưng nhật ký không có.")
    for row in place.ask("SELECT id FROM print_job WHERE changed_at < queued_at OR handed_at < queued_at"):
        yield Finding(Part.PRINT, f"bản in số {row['id']}: giờ ghi không thể đúng.")


def _reads(data: bytes) -> bool:
    try:
        json.loads(data)
    except ValueError:
        return False
    return True
