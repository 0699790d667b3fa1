"""The pages behind a kept PDF as the scanner gave them, sealed as they were, until its dossier is closed."""

import contextlib
import hashlib
import hmac
import os
import shutil
from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from scanning.events import PageRead
from scanning.spool import recover

KEPT_AT_LEAST = timedelta(days=1)
"""An intake in hand has files that no dossier names yet."""

KEEP_FREE_BYTES = 10_000_000_000
"""With less room than this on the disk the oldest originals go, whatever needs them: dossiers come first."""


@dataclass(frozen=True, slots=True)
class Originals:
    """One folder of them, a folder a PDF, named by a keyed hash: its own would tell which public form it is."""

    folder: Path
    key: bytes

    def put_by(self, pages: Iterable[PageRead], sha256: str) -> None:
        """Keep the pages behind the PDF of this hash; a page behind two of them is kept by both."""
        shelf = self.shelf(sha256)
        shelf.mkdir(mode=0o700, parents=True, exist_ok=True)
        for page in pages:
            kept = shelf / page.path.name
            if kept.exists():
                continue
            try:
                os.link(page.path, kept)
            except OSError:
                # A file system without links; a full disk takes no copy, and what matters is in the dossier by now.
                with contextlib.suppress(OSError):
                    shutil.copy2(page.path, kept)

    def of(self, sha256: str) -> list[PageRead]:
        """The pages behind a PDF, in the order they were scanned; none where they were let go of."""
        return recover(self.shelf(sha256))

    def let_go(self, needed: Set[str], now: datetime, keep_free_bytes: int = KEEP_FREE_BYTES) -> int:
        """Remove what stands behind none of the `needed` PDFs (hashes) and is a day old; returns how many PDFs."""
        if not self.folder.is_dir():
            return 0
        kept = {self.shelf(sha256) for sha256 in needed}
        oldest_first = sorted(self.folder.iterdir(), key=lambda shelf: shelf.stat().st_mtime)
        fresh = (now - KEPT_AT_LEAST).timestamp()
        gone = 0
        for shelf in oldest_first:
            unneeded = shelf not in kept and shelf.stat().st_mtime < fresh
            if unneeded or shutil.disk_usage(self.folder).free < keep_free_bytes:
                with contextlib.suppress(OSError):  # held open by another program: the next time
                    shutil.rmtree(shelf)
                    gone += 1
        return gone

    def shelf(self, sha256: str) -> Path:
        """Where the pages behind a PDF lie."""
        return self.folder / hmac.new(self.key, bytes.fromhex(sha256), hashlib.sha256).hexdigest()[:32]
