"""What parts headers that cannot say a field from those worth comparing, and spellings from one another."""

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from frontdesk.fund.sheets import FIELDS as FUND
from frontdesk.petitions.sheets import FIELDS as PETITIONS
from frontdesk.roster.sheets.fields import FIELDS as ROSTER
from frontdesk.sheet.headers import clues, path_score, wanted_clues

SYNONYMS = sorted({synonym for spec in (*FUND, *PETITIONS, *ROSTER) for synonym in spec.synonyms})
WORDS = sorted({word for synonym in SYNONYMS for word in synonym.split()})
# Headers as offices write them: known ones, parts of them in any order and spelling, and what has no sense.
TEXTS = some.one_of(
    some.sampled_from(SYNONYMS),
    some.lists(some.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join),
    some.sampled_from(SYNONYMS).map(str.upper),
    some.sampled_from(SYNONYMS).map(lambda text: text.replace(" ", "")),
    some.sampled_from(SYNONYMS).map(lambda text: f"{text} (ghi rõ)"),
    some.text(min_size=1, max_size=12).filter(lambda text: bool(text.strip())),
)


@given(some.lists(TEXTS, min_size=1, max_size=3), some.sampled_from(SYNONYMS))
def test_a_synonym_that_shares_no_clue_with_a_header_is_not_said_by_it(path: list[str], synonym: str) -> None:
    if clues(tuple(path)).isdisjoint(wanted_clues((synonym,))):
        assert path_score(path, synonym) == 0


@pytest.mark.parametrize("synonym", SYNONYMS)
def test_every_synonym_says_itself_by_its_clues(synonym: str) -> None:
    path = tuple(synonym.split(" / "))
    assert not clues(path).isdisjoint(wanted_clues((synonym,)))
    assert path_score(path, synonym) > 0.9


@pytest.mark.parametrize(
    ("path", "synonym"),
    [
        (("Nội dung",), "Số tiền"),
        (("Họ tên",), "Điện thoại"),
        (("Nguyễn Thị Lan",), "Lý luận chính trị"),
    ],
)
def test_a_header_of_other_words_shares_no_clue(path: tuple[str, ...], synonym: str) -> None:
    assert clues(path).isdisjoint(wanted_clues((synonym,)))


@pytest.mark.parametrize(
    ("header", "synonym", "is_said"),
    [
        ("Nghề nghiệpp hiện nay", "Nghề nghiệp hiện nay", True),
        ("Chuyên mông nghiệp vụ", "Chuyên môn nghiệp vụ", True),
        ("Nghề nghiệp trước khi tham gia", "Nơi công tác trước đây", False),
    ],
)
def test_one_slip_of_the_pen_is_forgiven_and_another_text_is_not(header: str, synonym: str, is_said: bool) -> None:
    alike = difflib.SequenceMatcher(None, header, synonym).ratio()
    assert (path_score((header,), synonym) >= 0.6, alike > 0.88) == (is_said, is_said)
