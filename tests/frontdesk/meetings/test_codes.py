"""The digits on invitations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.meetings.rules.codes import Invitation, code_of, read_code


@given(st.integers(2000, 2099), st.integers(1, 99_999), st.integers(1, 9_999))
def test_a_code_reads_back_and_is_digits_only(year: int, sequence: int, delegate: int) -> None:
    number = f"HN-{year}-{sequence:04}"
    code = code_of(number, delegate)
    assert code.isascii()
    assert code.isdigit()
    assert len(code) == 14
    assert read_code(code) == Invitation(number, delegate)
    assert read_code(f" {code[:4]} {code[4:]}\n") == Invitation(number, delegate)


@given(st.integers(1, 9_999), st.integers(0, 13), st.integers(1, 9))
def test_one_mistyped_digit_is_always_found(delegate: int, place: int, off: int) -> None:
    code = code_of("HN-2026-0001", delegate)
    wrong = str((int(code[place]) + off) % 10)
    assert read_code(f"{code[:place]}{wrong}{code[place + 1 :]}") is None


@pytest.mark.parametrize("typed", ["", "abc", "123", "20260000100371x", "2" * 15, "２０２６０００１０００１０"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


@pytest.mark.parametrize(("number", "delegate"), [("KN-2026-0001", 1), ("HN-2026-0001", 0), ("HN-2026-0001", 10_000)])
def test_only_delegates_of_meetings_have_codes(number: str, delegate: int) -> None:
    with pytest.raises(ValueError, match=number):
        code_of(number, delegate)
