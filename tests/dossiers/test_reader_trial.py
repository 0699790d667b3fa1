"""The sample codes of the sheet for readers: whole ones are told, damaged ones by their damage, others not at all."""

import pytest

from dossiers.citizen_card import parse_card
from dossiers.codes import parse_slip
from dossiers.reader_trial import SAMPLE_TEXTS, Fault, Sample, Trial, try_reading


def test_the_samples_are_what_they_imitate() -> None:
    assert parse_card(SAMPLE_TEXTS[Sample.CARD]).warnings == ()
    slip = parse_slip(SAMPLE_TEXTS[Sample.SLIP])
    assert slip is not None
    assert slip.code == SAMPLE_TEXTS[Sample.BARS]


@pytest.mark.parametrize("sample", Sample)
def test_a_whole_sample_is_told(sample: Sample) -> None:
    assert try_reading(SAMPLE_TEXTS[sample]) == Trial(sample)


@pytest.mark.parametrize(
    ("text", "trial"),
    [
        ("001300000000||Nguy\ufffdn Th\ufffd|01012000|N\ufffd|X\ufffd|01012022", Trial(Sample.CARD, Fault.MARKS_LOST)),
        (SAMPLE_TEXTS[Sample.CARD].replace("Ổ", "Ô"), Trial(Sample.CARD, Fault.MARKS_LOST)),
        ("001300000000||Nguyễn", Trial(Sample.CARD, Fault.CUT_SHORT)),
        ("h00.00.000/260101/0001", Trial(Sample.BARS, Fault.SIGNS_CHANGED)),
        ("H00.00.000-2601", Trial(Sample.BARS, Fault.CUT_SHORT)),
        ("H26.19.103-261121-0042", None),
        ("8931234567890", None),
    ],
)
def test_damage_is_named(text: str, trial: Trial | None) -> None:
    assert try_reading(text) == trial
