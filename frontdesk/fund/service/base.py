"""What all parts of the fund's service share: the store, funds and accounts by name."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, Final, TypeVar

from frontdesk.errors import RuleBroken
from frontdesk.fund.model import Ledger, MoneyFund
from frontdesk.fund.rules.kinds import (
    LEDGER_NAMES,
    NO_PURPOSE,
    NO_SOURCE,
    STANDING_FUNDS,
    VI_NGUOI_NGHEO,
    LedgerKind,
)
from frontdesk.messages import _
from frontdesk.office import Office
from frontdesk.store import Change, Store, tuples
from frontdesk.vietnamese import fold, nfc

_Word = TypeVar("_Word", bound=StrEnum)
_UNNAMED: Final = {LedgerKind.SOURCE: NO_SOURCE, LedgerKind.PURPOSE: NO_PURPOSE, **LEDGER_NAMES}


def key_of(name: str) -> str:
    """What two spellings of a name share."""
    return fold(nfc(name, one_line=True))


class Desk:
    """Funds and their accounts, found by the names people use and made when first used."""

    def __init__(self, store: Store, office: Office) -> None:
        self.store = store
        self.office = office

    def funds(self) -> list[str]:
        """The names of the funds, the standing ones first."""
        known = [name for (name,) in tuples(MoneyFund.select(MoneyFund.name).order_by(MoneyFund.id))]
        return [*STANDING_FUNDS, *(name for name in known if name not in STANDING_FUNDS)]

    def ledgers(self, fund: str | None, kind: LedgerKind) -> list[str]:
        """The names in use on a fund's accounts of a kind: its sources, its purposes."""
        fund_id = self._fund_id(fund)
        query = Ledger.select(Ledger.name).where(Ledger.fund == fund_id, Ledger.kind == kind.value)
        return [name for (name,) in tuples(query.order_by(Ledger.id))]

    def _fund_name(self, name: str | None) -> str:
        """The fund meant by a name, Vì người nghèo when none was said; refused when there is none."""
        key = key_of(name) if name else key_of(VI_NGUOI_NGHEO)
        key = key.removeprefix("quy ").strip("\"'“” ")
        for known in self.funds():
            if key_of(known) == key:
                return known
        raise RuleBroken(
            "fund.fund.unknown",
            _("There is no fund “{name}”. The funds are: {funds}.").format(name=name, funds=", ".join(self.funds())),
            "fund",
        )

    def _fund_id(self, name: str | None) -> int | None:
        """The id of a fund, None while it was never used."""
        key = key_of(self._fund_name(name))
        found = next(tuples(MoneyFund.select(MoneyFund.id).where(MoneyFund.key == key)), None)
        return None if found is None else int(found[0])

    def _ledger_id(self, fund: str | None, kind: LedgerKind, name: str | None = None) -> int | None:
        """The id of an account, None while it was never used."""
        key = key_of(name or _UNNAMED[kind])
        query = (
            Ledger.select(Ledger.id)
            .join(MoneyFund)
            .where(MoneyFund.key == key_of(self._fund_name(fund)), Ledger.kind == kind.value, Ledger.key == key)
        )
        found = next(tuples(query), None)
        return None if found is None else int(found[0])

    def _take_fund(self, change: Change, name: str | None) -> int:
        """The id of a fund, made when a standing one is first used."""
        known = self._fund_name(name)
        found = self._fund_id(known)
        return change.write(MoneyFund, {"name": known, "key": key_of(known)}) if found is None else found

    def _take_ledger(self, change: Change, fund_id: int, kind: LedgerKind, name: str | None = None) -> int:
        """The id of an account, made when it is first used; its first spelling stays."""
        spelled = nfc(name or _UNNAMED[kind], one_line=True)
        key = key_of(spelled)
        query = Ledger.select(Ledger.id).where(Ledger.fund == fund_id, Ledger.kind == kind.value, Ledger.key == key)
        found = next(tuples(query), None)
        if found is not None:
            return int(found[0])
        return change.write(Ledger, {"fund_id": fund_id, "kind": kind, "name": spelled, "key": key})


def narrowed(query: Any, conditions: Sequence[Any]) -> Any:
    """`query` with all of `conditions`, which may be none."""
    return query.where(*conditions) if conditions else query


def one_of(kind: type[_Word], text: str | None, field: str) -> _Word | None:
    """`text` as a word of `kind`, None for None; RuleBroken naming the words there are."""
    if text is None:
        return None
    try:
        return kind(text.strip().lower())
    except ValueError:
        words = ", ".join(each.value for each in kind)
        raise RuleBroken(
            f"fund.{field}.unknown", _("“{text}” is none of: {words}.").format(text=text, words=words), field
        ) from None
