"""What a foreign record may overrule: its silence erases nothing, nor does the same fact said with less certainty."""

from dataclasses import replace

from dossiers.catalogue_import.terms import amounts_in
from dossiers.procedure import Detail, Duration, FeeBasis, FeeRule, Procedure


def settle(held: Procedure, law: Procedure) -> Procedure:
    """`law` with what only the office's own catalogue knows: search words, second stages, a page tariff."""
    return replace(
        law,
        detail=held.detail if law.detail is Detail.LISTED else law.detail,
        certification=held.certification, appointment=held.appointment, second_duration=held.second_duration,
        duration=_time(held.duration, law.duration),
        online_duration=_time(held.online_duration, law.online_duration) if law.online_duration or not law.duration
        else None,
        fees=_fees(held.fees, law.fees),
        papers=law.papers or held.papers, cases=law.cases if law.papers else held.cases,
        result=law.result or held.result, aliases=tuple(dict.fromkeys((*held.aliases, *law.aliases))),
    )  # fmt: skip


def _time(held: Duration | None, said: Duration | None) -> Duration | None:
    if held is None or said is None:
        return said or held
    alike = (held.amount, held.unit) == (said.amount, said.unit) and said.after in {None, held.after}
    return held if alike and (held.verified or not said.verified) else said


def _fees(held: tuple[FeeRule, ...], said: tuple[FeeRule, ...]) -> tuple[FeeRule, ...]:
    """A tariff in figures (2.000 a page, then 1.000, at most 200.000) stays where the words name the same sums."""
    if not said:
        return held
    surer = all(each.verified for each in said) and not all(each.verified for each in held)
    if _sums(held) == _sums(said) and not surer:
        return held
    exemptions = {each.kind: each.exemptions for each in held}
    return tuple(replace(each, exemptions=exemptions.get(each.kind, ())) for each in said)


def _sums(fees: tuple[FeeRule, ...]) -> frozenset[int]:
    """The amounts a tariff names; 0 where nothing is taken, none where the clerk types it."""
    sums: set[int] = set()
    for fee in fees:
        match fee.basis:
            case FeeBasis.FREE:
                sums.add(0)
            case FeeBasis.PROVINCE:
                sums |= amounts_in(fee.note)
            case FeeBasis.PER_PAGE:
                sums |= {fee.amount_vnd, fee.next_amount_vnd, fee.cap_per_copy_vnd}
            case FeeBasis.PER_COPY | FeeBasis.PER_DOSSIER:
                sums.add(fee.amount_vnd)
    return frozenset(sums)
