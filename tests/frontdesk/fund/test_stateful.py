"""Random sequences of deeds against a naive model that knows nothing of double entry."""

import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from frontdesk.errors import RuleBroken
from frontdesk.fund import Fund
from frontdesk.fund.deeds.closing import CloseMonth, ConfirmClosing, Reopen
from frontdesk.fund.deeds.vouchers import Goods, HandOut, Pay, Post, Receive, Reverse, SetOpening, TakeIn, Transfer
from frontdesk.fund.rules.kinds import Account, ClosingState, LedgerKind
from frontdesk.office import ListAsk, Office
from frontdesk.store import open_store
from tests.frontdesk.fund.conftest import PASSPHRASE, USER, StandingClock, blank_office

FIRST = date(2026, 1, 1)
AMOUNTS = st.sampled_from([1, 999, 10_000, 50_000, 250_000])
ACCOUNTS = st.sampled_from(list(Account))
DAYS = st.integers(0, 60)
ITEMS = ("Gạo", "Chăn")
PURPOSES = st.sampled_from(["Quà Tết", "Học bổng"])


@dataclass
class Model:
    """What a person with a pencil would keep: moves of each account by day, and what was given for what."""

    moves: dict[Account, list[tuple[date, int]]] = field(default_factory=lambda: {each: [] for each in Account})
    numbers: dict[str, int] = field(default_factory=dict)
    gifts: dict[str, tuple[str, int, date]] = field(default_factory=dict)
    spent: dict[str, list[tuple[str, date, int]]] = field(default_factory=dict)
    kept: list[tuple[date, int]] = field(default_factory=list)
    posted: dict[str, tuple[str, Account, int, date, str | None]] = field(default_factory=dict)
    closed: list[date] = field(default_factory=list)
    things: dict[str, tuple[str, int]] = field(default_factory=dict)
    store: dict[str, list[tuple[date, int]]] = field(default_factory=lambda: {each: [] for each in ITEMS})

    def balance(self, account: Account, day: date) -> int:
        return sum(amount for moved, amount in self.moves[account] if moved <= day)

    def holds(self, account: Account, amount: int, day: date) -> bool:
        """Whether an account has an amount on a day and every day after it."""
        days = {day, *(moved for moved, _amount in self.moves[account] if moved > day)}
        return all(self.balance(account, each) >= amount for each in days)

    def is_free(self, amount: int, day: date) -> bool:
        """Whether that much of both accounts together was given for nothing else, from a day on."""
        moves = [*self.moves[Account.CASH], *self.moves[Account.BANK], *((at, -kept) for at, kept in self.kept)]
        days = {day, *(moved for moved, _amount in moves if moved > day)}
        return all(sum(moved for at, moved in moves if at <= each) >= amount for each in days)

    def is_left(self, gift: str, amount: int, day: date) -> bool:
        """Whether that much of a gift can be taken on a day and nothing taken later is more than was given."""
        _purpose, given, came = self.gifts[gift]
        taken = [*((at, each) for _purpose, at, each in self.spent[gift]), (day, amount)]
        days = {at for at, _each in taken}
        return day >= came and all(sum(each for at, each in taken if at <= until) <= given for until in days)

    def is_open(self, day: date) -> bool:
        return not self.closed or day > self.closed[-1]

    def in_store(self, item: str, day: date) -> int:
        return sum(quantity for moved, quantity in self.store[item] if moved <= day)

    def count(self, number: str) -> None:
        series, _dash, place = number.rpartition("-")
        self.numbers[series] = self.numbers.get(series, 0) + 1
        assert int(place) == self.numbers[series]


class Books(RuleBasedStateMachine):
    """Deeds in any order; what is refused changes nothing, what is done is what the model says."""

    @initialize(opening=st.sampled_from([0, 300_000]))
    def open_the_office(self, opening: int) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="fund-books-"))
        shutil.copytree(blank_office(), self.folder / "office")
        self.clock = StandingClock.standing_on(FIRST)
        self.store = open_store(self.folder / "office", USER, PASSPHRASE, clock=self.clock)
        self.desk = Fund(self.store, Office(self.store))
        self.model = Model()
        if opening:
            self.desk.set_opening(SetOpening(opening, day=FIRST))
            self.model.moves[Account.CASH].append((FIRST, opening))

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            shutil.rmtree(self.folder)

    def day(self, back: int) -> date:
        return max(FIRST, self.store.today - timedelta(days=back))

    def post(self, draft: str | None, kind: str, account: Account, amount: int, gift: str | None = None) -> str | None:
        try:
            row = self.desk.post(Post(draft or ""))
        except RuleBroken:
            return None
        number = row.number or ""
        self.model.count(number)
        self.model.posted[number] = (kind, account, amount, row.day, gift)
        return number

    @rule(days=st.integers(1, 40))
    def time_goes_by(self, days: int) -> None:
        self.clock.go(self.store.today + timedelta(days=days))

    @rule(amount=AMOUNTS, account=ACCOUNTS, back=DAYS, purpose=st.none() | PURPOSES)
    def receive(self, amount: int, account: Account, back: int, purpose: str | None) -> None:
        day = self.day(back)
        ask = Receive(
            amount, "Ủng hộ", "Ông An", account=account, day=day, purpose=purpose, restricted=purpose is not None
        )
        number = self.post(self.desk.receive(ask).draft, "receipt", account, amount)
        assert (number is not None) == self.model.is_open(day)
        if number:
            self.model.moves[account].append((day, amount))
            if purpose:
                self.model.gifts[number] = (purpose, amount, day)
                self.model.spent[number] = []
                self.model.kept.append((day, amount))

    @rule(amount=AMOUNTS, account=ACCOUNTS, back=DAYS, purpose=PURPOSES, data=st.data())
    def pay(self, amount: int, account: Account, back: int, purpose: str, data: st.DataObject) -> None:
        day = self.day(back)
        gift = data.draw(st.none() | st.sampled_from(sorted(self.model.gifts))) if self.model.gifts else None
        if gift and data.draw(st.booleans()):
            purpose, amount = self.model.gifts[gift][0], data.draw(st.sampled_from([1, self.model.gifts[gift][1]]))
        if gift:
            is_right = purpose == self.model.gifts[gift][0] and self.model.is_left(gift, amount, day)
        else:
            is_right = self.model.is_free(amount, day)
        is_there = self.model.is_open(day) and self.model.holds(account, amount, day)
        ask = Pay(amount, "Chi", "Bà Bình", purpose, "15/QĐ-BVĐ", account=account, day=day, gift=gift)
        number = self.post(self.desk.pay(ask).draft, "payment", account, amount, gift)
        assert (number is not None) == (is_there and is_right)
        if number:
            self.model.moves[account].append((day, -amount))
            if gift:
                self.model.spent[gift].append((purpose, day, amount))
                self.model.kept.append((day, -amount))

    @rule(amount=AMOUNTS, account=ACCOUNTS, back=DAYS)
    def transfer(self, amount: int, account: Account, back: int) -> None:
        draft = self.desk.transfer(Transfer(amount, account, day=self.day(back))).draft
        day = self.day(back)
        is_right = self.model.is_open(day) and self.model.holds(account, amount, day)
        number = self.post(draft, "transfer", account, amount)
        assert (number is not None) == is_right
        if number:
            other = Account.BANK if account is Account.CASH else Account.CASH
            self.model.moves[account].append((self.model.posted[number][3], -amount))
            self.model.moves[other].append((self.model.posted[number][3], amount))

    @rule(out=st.booleans(), item=st.sampled_from(ITEMS), quantity=st.integers(1, 20), back=DAYS)
    def move_things(self, out: bool, item: str, quantity: int, back: int) -> None:
        goods = (Goods(item, quantity, "kg", 1_000), Goods("Áo", 1)) if not out else (Goods(item, quantity, "kg"),)
        ask = HandOut(goods, "Trao", "Bà Bình", day=self.day(back))
        draft = self.desk.hand_out(ask) if out else self.desk.take_in(TakeIn(goods, "Nhận", "Ông An", day=ask.day))
        try:
            row = self.desk.post(Post(draft.draft or ""))
        except RuleBroken:
            return
        self.model.count(row.number or "")
        moved = -quantity if out else quantity
        self.model.things[row.number or ""] = (item, moved)
        self.model.store[item].append((row.day, moved))

    @precondition(lambda self: bool(getattr(self, "model", None)) and bool(self.model.things))
    @rule(data=st.data())
    def take_things_back(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.model.things)))
        try:
            back = self.desk.reverse(Reverse(number, "Ghi nhầm"))
        except RuleBroken:
            return
        item, moved = self.model.things.pop(number)
        self.model.count(back.number or "")
        self.model.store[item].append((self.store.today, -moved))

    @precondition(lambda self: bool(getattr(self, "model", None)) and bool(self.model.posted))
    @rule(data=st.data())
    def reverse(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.model.posted)))
        kind, account, amount, _day, gift = self.model.posted[number]
        today, other = self.store.today, Account.BANK if account is Account.CASH else Account.CASH
        is_right = kind == "payment" or self.model.holds(other if kind == "transfer" else account, amount, today)
        if number in self.model.gifts:
            is_right &= sum(each for _purpose, _day, each in self.model.spent[number]) == 0
        elif kind == "receipt":
            is_right &= self.model.is_free(amount, today)
        try:
            back = self.desk.reverse(Reverse(number, "Ghi nhầm"))
        except RuleBroken:
            assert not is_right
            return
        assert is_right
        del self.model.posted[number]
        self.model.count(back.number or "")
        self.model.moves[account].append((today, -amount if kind == "receipt" else amount))
        if kind == "transfer":
            self.model.moves[other].append((today, -amount))
        if gift:
            self.model.spent[gift].append((self.model.gifts[gift][0], today, -amount))
            self.model.kept.append((today, amount))
        if self.model.gifts.pop(number, None):
            self.model.kept.append((today, -amount))

    @rule()
    def close_the_last_month(self) -> None:
        last = self.store.today.replace(day=1) - timedelta(days=1)
        try:
            row = self.desk.close_month(CloseMonth(f"{last:%Y-%m}"))
        except RuleBroken:
            return
        self.desk.confirm_closing(ConfirmClosing(row.number))
        self.model.closed.append(last)

    @precondition(lambda self: bool(getattr(self, "model", None)) and bool(self.model.closed))
    @rule()
    def reopen_the_last_closing(self) -> None:
        newest = next(row for row in self.desk.closings() if row.state is ClosingState.CONFIRMED)
        self.desk.reopen(Reopen(newest.number, "Bổ sung"))
        self.model.closed.pop()

    @invariant()
    def balances_are_those_of_the_model(self) -> None:
        if not hasattr(self, "model"):
            return
        for account in Account:
            for day in {self.store.today, self.day(17), self.day(45)}:
                assert self.desk.balance(None, account, day) == self.model.balance(account, day)

    @invariant()
    def no_account_is_below_zero_on_any_day(self) -> None:
        if not hasattr(self, "model"):
            return
        for account, moves in self.model.moves.items():
            assert all(self.model.balance(account, day) >= 0 for day, _amount in moves)

    @invariant()
    def the_store_is_that_of_the_model_and_never_below_nothing(self) -> None:
        if not hasattr(self, "model"):
            return
        there = {name: quantity for name, _unit, quantity in self.desk.stock()}
        for item, moves in self.model.store.items():
            assert there.get(item, 0) == self.model.in_store(item, self.store.today)
            assert all(self.model.in_store(item, day) >= 0 for day, _quantity in moves)

    @invariant()
    def restricted_money_is_spent_as_it_was_given(self) -> None:
        if not hasattr(self, "model"):
            return
        for number, (purpose, amount, _came) in self.model.gifts.items():
            spent = self.model.spent[number]
            assert all(spent_on == purpose for spent_on, _day, _amount in spent)
            assert 0 <= sum(each for _purpose, _day, each in spent) <= amount
        held = sum(
            amount - sum(each for _purpose, _day, each in self.model.spent[number])
            for number, (_purpose, amount, _came) in self.model.gifts.items()
        )
        total = sum(self.model.balance(account, self.store.today) for account in Account)
        assert held == self.desk.held(None) <= total

    @invariant()
    def the_books_carry_forward_and_prove_themselves(self) -> None:
        if not hasattr(self, "model"):
            return
        middle = self.store.today - timedelta(days=20)
        if middle < FIRST:
            return
        for account in Account:
            kind = LedgerKind(account.value)
            first = self.desk.book(None, kind, None, FIRST, middle)
            second = self.desk.book(None, kind, None, middle + timedelta(days=1), self.store.today)
            assert first.closing_vnd == second.opening_vnd
            assert second.closing_vnd == self.desk.balance(None, account)
        assert [finding.fault for finding in self.desk.check() if not finding.ok] == []
        assert sum(row["status"] == "posted" for row in self.desk.voucher_list(ListAsk())) >= len(self.model.posted)


Books.TestCase.settings = settings(
    max_examples=20, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
TestBooks = Books.TestCase
