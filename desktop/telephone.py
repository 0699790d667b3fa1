"""The help code of this desk: what doctor found, as a clerk reads it over the telephone."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from importlib.metadata import version

from desktop.diagnosis import Facts
from desktop.findings import Finding
from desktop.logbook import last_error
from dossiers import help_code as code

LIGHTS = {True: code.Light.GOOD, None: code.Light.NOTE, False: code.Light.BAD}


def help_code(facts: Facts, findings: Iterable[Finding], now: datetime) -> str:
    """What was found, in the twelve characters one reads over the telephone."""
    newest = last_error(facts.home)
    waited = now - facts.oldest_unsent_at if facts.oldest_unsent_at else timedelta(0)
    lights: dict[str, code.Light] = {}
    for finding in findings:
        light = LIGHTS[finding.ok]
        lights[finding.topic] = max(light, lights.get(finding.topic, light))
    major, minor, patch, *_ = (*map(int, re.findall(r"\d+", version("motcua"))), 0, 0)
    return code.write(code.State(
        version=(major, minor, patch), lights=lights, unsent=facts.unsent, oldest_unsent_h=waited // timedelta(hours=1),
        last_error=newest.name if newest else "",
    ))  # fmt: skip
