"""The fund's pure rules, against plainer ones and at their edges."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.errors import RuleBroken
from frontdesk.fund.rules.cashbook import CashLine, CheckLine, verify
from frontdesk.fund.rules.checks import Lowest, lowest_from
from frontdesk.fund.rules.closings import BookEntry, StatementEntry, match_statement, parse_month

DAY = date(2026, 1, 1)
DAYS = st.integers(0, 12).map(lambda step: DAY + timedelta(days=step))
MOVES = st.lists(st.tuples(DAYS, st.integers(-50, 50)))


@given(moves=MOVES, opening=st.integers(0, 60), day=DAYS)
def test_the_least_balance_is_that_of_counting_every_day(
    moves: list[tuple[date, int]], opening: int, day: date
) -> None:
    days = [day, *(moved for moved, _amount in moves if moved >= day)]
    balances = [opening + sum(amount for moved, amount in moves if moved <= each) for each in days]
    assert lowest_from(moves, opening, day).balance_vnd == min(balances)


def test_without_moves_the_least_balance_is_the_opening_one() -> None:
    assert lowest_from([], 5, DAY) == Lowest(DAY, 5)


@given(amounts=st.lists(st.integers(-9, 9).filter(bool), min_size=1), wrong=st.data())
def test_one_wrong_amount_is_named_once_by_its_row(amounts: list[int], wrong: st.DataObject) -> None:
    balance, entries = 100, [CheckLine(1, "opening", None, None, 100)]
    lines: list[CashLine | CheckLine] = list(entries)
    for row, amount in enumerate(amounts, 2):
        balance += amount
        came, went = max(amount, 0), max(-amount, 0)
        lines.append(CashLine(row, DAY, None, "", "x", "", came, went, balance))
    assert verify(lines)[1] == []
    place = wrong.draw(st.integers(1, len(amounts)))
    line = lines[place]
    assert isinstance(line, CashLine)
    lines[place] = CashLine(line.row, DAY, None, "", "x", "", line.in_vnd + 1, line.out_vnd, line.balance_vnd)
    assert [fault.row for fault in verify(lines)[1]] == [line.row]


@pytest.mark.parametrize("text", ["2026-07", "7/2026", " 07-2026 ", "2026/7"])
def test_a_month_is_read_either_way_round(text: str) -> None:
    assert (parse_month(text).start, parse_month(text).end) == (date(2026, 7, 1), date(2026, 7, 31))


@pytest.mark.parametrize("text", ["", "2026", "2026-13", "0-2026", "7-8-2026", "x-2026"])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(RuleBroken, match="2026-07"):
        parse_month(text)


def test_the_nearest_day_is_matched_first_and_a_voucher_answers_once() -> None:
    book = [BookEntry(place, f"PT-{place}", DAY + timedelta(days=place), 10, "") for place in (1, 4)]
    lines = [StatementEntry(row, DAY + timedelta(days=day), 10, "") for row, day in ((1, 4), (2, 5), (3, 9))]
    matched = match_statement(lines, book, within_days=4)
    assert {row: entry.number for row, entry in matched.items()} == {1: "PT-4", 2: "PT-1"}
