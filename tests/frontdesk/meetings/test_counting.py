"""Quorum and majority at every edge."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.meetings.rules.counting import Base, Tally, majority, quorum, share_of, too_many


@pytest.mark.parametrize(
    ("share", "convened", "present", "needed", "reached"),
    [
        ("2/3", 36, 24, 24, True),
        ("2/3", 36, 23, 24, False),
        ("2/3", 37, 25, 25, True),
        ("2/3", 37, 24, 25, False),
        ("2/3", 40, 27, 27, True),
        ("2/3", 40, 26, 27, False),
        ("2/3", 3, 2, 2, True),
        ("2/3", 3, 1, 2, False),
        ("2/3", 37, 0, 25, False),
        ("2/3", 37, 60, 25, True),
        ("1/2", 10, 5, 5, True),
        ("1/2", 11, 5, 6, False),
        ("1/1", 7, 7, 7, True),
        ("1/1", 7, 6, 7, False),
    ],
)
def test_a_quorum_is_reached_at_its_share_and_not_one_short(
    share: str, convened: int, present: int, needed: int, *, reached: bool
) -> None:
    found = quorum(share, convened, present)
    assert found is not None
    assert (found.needed, found.reached) == (needed, reached)


@pytest.mark.parametrize(
    ("share", "convened", "present"), [(None, 37, 30), ("2/3", None, 30), ("2/3", 37, None), (None, None, None)]
)
def test_there_is_no_quorum_where_something_is_not_recorded(
    share: str | None, convened: int | None, present: int | None
) -> None:
    assert quorum(share, convened, present) is None


@pytest.mark.parametrize(
    ("votes", "share", "base", "needed", "carried"),
    [
        ((18, 18, 0, 0), "1/2", Base.PRESENT, 19, False),
        ((19, 17, 0, 0), "1/2", Base.PRESENT, 19, True),
        ((18, 17, 0, 0), "1/2", None, 19, False),
        ((19, 0, 0, 0), "1/2", None, 19, True),
        ((20, 16, 0, 0), "1/2", Base.CONVENED, 21, False),
        ((21, 15, 0, 0), "1/2", Base.CONVENED, 21, True),
        ((10, 10, 0, 16), "1/2", Base.VALID, 11, False),
        ((11, 10, 0, 15), "1/2", Base.VALID, 11, True),
        ((10, 8, 2, 0), "1/2", Base.VALID, 11, False),
        ((10, 8, 1, 0), "1/2", Base.VALID, 10, True),
        ((24, 12, 0, 0), "2/3", Base.PRESENT, 25, False),
        ((25, 11, 0, 0), "2/3", Base.PRESENT, 25, True),
        ((0, 0, 0, 0), "1/2", Base.PRESENT, 19, False),
        ((0, 0, 0, 36), "1/2", Base.VALID, 1, False),
        ((36, 0, 0, 0), "1/1", Base.PRESENT, 37, False),
    ],
)
def test_a_vote_carries_above_its_share_and_not_at_it(
    votes: tuple[int, int, int, int], share: str, base: Base | None, needed: int, *, carried: bool
) -> None:
    found = majority(Tally(*votes), share, base, present=36, convened=40)
    assert found is not None
    assert (found.needed, found.carried) == (needed, carried)


@pytest.mark.parametrize(
    ("tally", "share", "base", "present", "convened"),
    [
        (Tally(30, 1, 0, 0), None, None, 36, 40),
        (Tally(None, 1, 0, 0), "1/2", None, 36, 40),
        (Tally(30, 1, 0, 0), "1/2", None, None, 40),
        (Tally(30, 1, 0, 0), "1/2", Base.CONVENED, 36, None),
        (Tally(30, None, 0, 0), "1/2", Base.VALID, 36, 40),
        (Tally(30, 1, None, 0), "1/2", Base.VALID, 36, 40),
    ],
)
def test_there_is_no_majority_where_something_is_not_recorded(
    tally: Tally, share: str | None, base: Base | None, present: int | None, convened: int | None
) -> None:
    assert majority(tally, share, base, present, convened) is None


def test_spoiled_votes_need_not_be_recorded_for_valid_ones() -> None:
    assert Tally(3, 2, 1, None).valid == 6


@pytest.mark.parametrize(
    ("tally", "present", "expected"),
    [
        (Tally(30, 4, 1, 1), 36, False),
        (Tally(30, 4, 1, 2), 36, True),
        (Tally(1), 0, True),
        (Tally(), 0, False),
        (Tally(90), None, False),
    ],
)
def test_votes_are_too_many_only_above_a_known_number_present(
    tally: Tally, present: int | None, *, expected: bool
) -> None:
    assert too_many(tally, present) is expected


@given(st.integers(1, 9999), st.integers(1, 9999), st.integers(0, 5000))
def test_needed_is_the_least_number_that_will_do(part: int, whole: int, base: int) -> None:
    if part > whole:
        with pytest.raises(ValueError, match="share"):
            share_of(f"{part}/{whole}")
        return
    share, text = Fraction(part, whole), f"{part}/{whole}"
    found = quorum(text, base, 0)
    vote = majority(Tally(0), text, Base.PRESENT, base, None)
    assert found is not None
    assert vote is not None
    assert found.needed >= share * base > found.needed - 1
    assert vote.needed > share * base >= vote.needed - 1


@pytest.mark.parametrize("text", ["", "2", "0/3", "4/3", "1/0", "-1/2", "a/b", "0.5", "1/2/3", "99999/99999"])
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no share"):
        share_of(text)
