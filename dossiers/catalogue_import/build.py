"""A procedure of ours from what the three foreign shapes have in common."""

from collections.abc import Iterable, Sequence
from datetime import date

from dossiers.catalogue_import.node import Node
from dossiers.catalogue_import.papers import Group, papers_and_cases
from dossiers.catalogue_import.terms import Way, duration_of, fees_of, same_time
from dossiers.dossier import Channel
from dossiers.procedure import Detail, Procedure


def build(
    record: Node, *, name: str, sector: str, ways: Sequence[Way], groups: Iterable[Group], results: Iterable[str],
    source: str, checked_on: date,
) -> Procedure:  # fmt: skip
    """Times and fees are those of the counter, else of the only ways there are; online ones only where they differ."""
    counter = [way for way in ways if way.channel is Channel.COUNTER] or ways
    online = [way for way in ways if way.channel is Channel.ONLINE]
    duration, online_duration = duration_of(counter, record), duration_of(online, record)
    papers, cases = papers_and_cases(groups)
    return Procedure(
        code=record.code, name=name, sector=sector, detail=Detail.FULL, duration=duration,
        online_duration=None if same_time(online_duration, duration) else online_duration,
        fees=fees_of(counter, online, source, record), papers=papers, cases=cases,
        result="; ".join(filter(None, results)), source=source, checked_on=checked_on,
    )  # fmt: skip


def first_text(nodes: Iterable[Node], key: str) -> str:
    """The first text under `key` that says anything."""
    return next(filter(None, (each.text(key) for each in nodes)), "")
