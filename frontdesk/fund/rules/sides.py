"""On which side of a cash book an amount stands, where its columns alone do not say."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from frontdesk.fund.rules.cashbook import CashLine, CheckLine

Entry: TypeAlias = CashLine | CheckLine


def oldest_first(entries: Sequence[Entry]) -> list[Entry]:
    """`entries` turned round where they stand newest first, as in a bank's statement; its balances keep their ends."""
    days = [entry.day for entry in entries if isinstance(entry, CashLine)]
    if len(days) < 2 or days[0] <= days[-1] or any(day < following for day, following in pairwise(days)):
        return list(entries)
    ends = {"opening": 0, "closing": 2}
    return sorted(reversed(entries), key=lambda entry: 1 if isinstance(entry, CashLine) else ends.get(entry.kind, 1))


def by_balance(entries: Sequence[Entry], unsure: Collection[int]) -> list[Entry]:
    """`entries` with each line of a row in `unsure` on the side its running balance asks for.

    A book with one column of amounts may not tell what came from what went; a line whose balance fits neither side
    stays where it is, for `verify` to name.
    """
    sided: list[Entry] = []
    running: int | None = None
    for entry in entries:
        net = entry.net_vnd if isinstance(entry, CashLine) else 0
        is_other = entry.row in unsure and running is not None and entry.balance_vnd == running - net
        sided.append(_turned(entry) if is_other else entry)
        running = None if running is None else running + (-net if is_other else net)
        running = running if entry.balance_vnd is None else entry.balance_vnd
    return sided


def facing_us(entries: Sequence[Entry], *, by_default: bool) -> list[Entry]:
    """`entries` of a book kept under Nợ and Có, as we see the money.

    Nợ is what came in for the keeper of the account and what went out for its bank; the running balance says whose
    view it is. `by_default`: whether it is the bank's where no balance tells. Some banks write what went out with its
    minus under Nợ besides.
    """
    if all((entry.in_vnd or 0) <= 0 for entry in entries):
        entries = [_without_minus(entry) for entry in entries]
    turned = [_turned(entry) for entry in entries]
    ours, theirs = _agreement(entries), _agreement(turned)
    return turned if theirs > ours or (theirs == ours and by_default) else list(entries)


def _turned(entry: Entry) -> Entry:
    """`entry` with its two sides exchanged."""
    if isinstance(entry, CashLine):
        return replace(entry, in_vnd=entry.out_vnd, out_vnd=entry.in_vnd)
    return replace(entry, in_vnd=entry.out_vnd, out_vnd=entry.in_vnd)


def _without_minus(entry: Entry) -> Entry:
    if isinstance(entry, CashLine):
        return replace(entry, in_vnd=abs(entry.in_vnd))
    return replace(entry, in_vnd=None if entry.in_vnd is None else abs(entry.in_vnd))


def _agreement(entries: Sequence[Entry]) -> int:
    """How many lines have the balance that the one before them and their own amount make."""
    agreed = 0
    running: int | None = None
    for entry in entries:
        if isinstance(entry, CashLine):
            running = None if running is None else running + entry.net_vnd
            agreed += running is not None and running == entry.balance_vnd
        running = running if entry.balance_vnd is None else entry.balance_vnd
    return agreed
