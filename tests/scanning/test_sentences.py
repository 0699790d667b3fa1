"""Every fault has its sentence: what happened, what is kept, what to press; in NFC and without alarm."""

import unicodedata

import pytest

from scanning.errors import Fault, ScanError
from scanning.sentences import SENTENCES


@pytest.mark.parametrize("fault", list(Fault))
def test_every_fault_is_said_in_three_calm_parts(fault: Fault) -> None:
    sentence = SENTENCES[fault]
    text = str(ScanError(fault))
    assert text == f"{sentence.happened} {sentence.kept} {sentence.press}"
    assert all(part.endswith(".") for part in (sentence.happened, sentence.kept, sentence.press))
    assert unicodedata.is_normalized("NFC", text)
    assert "!" not in text
    assert fault.value not in text
