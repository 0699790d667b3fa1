"""What people come for: the published mix of a commune desk, 86 % certified copies and 13 % civil status."""

from datetime import date
from random import Random

from dossiers.catalogue import Catalogue
from dossiers.procedure import Procedure

CERTIFIED_COPY = "2.000815"
CIVIL_STATUS = ("1.001193", "2.000635", "1.004873", "1.000656", "1.000894")
OTHERS = ("2.000884", "2.001019", "1.004837")
SHARES = {"certified": 86, "civil": 13, "other": 1}
"""Bắc Ninh 2018: 86.3 % certification and justice, 13.1 % civil status, of 29 494 dossiers (domain 0)."""


def what_for(random: Random, catalogue: Catalogue, on: date) -> Procedure:
    """One visitor's procedure."""
    kind = random.choices(tuple(SHARES), tuple(SHARES.values()))[0]
    codes = {"certified": (CERTIFIED_COPY,), "civil": CIVIL_STATUS, "other": OTHERS}[kind]
    return catalogue.get(random.choice(codes), on)


def day_of(random: Random, catalogue: Catalogue, on: date, visitors: int) -> list[Procedure]:
    """A day's visitors with the mix held exactly, so that a short day shows civil status too."""
    civil = max(1, round(visitors * SHARES["civil"] / 100))
    other = round(visitors * SHARES["other"] / 100)
    codes = [random.choice(CIVIL_STATUS) for _ in range(civil)] + [random.choice(OTHERS) for _ in range(other)]
    codes += [CERTIFIED_COPY] * (visitors - len(codes))
    random.shuffle(codes)
    return [catalogue.get(code, on) for code in codes]
