"""What was done, by whom, in a chain that shows every change made past the program.

Text form, version 1: the hash of an entry is the SHA-256 of a JSON list
``[1, previous hash, seq, at, act, user, deed, table, row id, number, payload hash]``, and the payload hash is
that of salt + payload. Both are free of time zones and of the order in which a library sorts keys. A payload
may be blanked with a reason: its hash stays, so the chain still holds.
"""

import hmac
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from frontdesk.store.keys import Head
from frontdesk.store.model import Journal, tuples
from frontdesk.store.prepared import Prepared

VERSION: Final = 1
NOTHING: Final = Head(0, sha256(b"front desk journal, version 1").hexdigest())

COLUMNS: Final = (
    "seq", "at", "act", "user", "deed", "table_name", "row_id", "number", "payload", "salt", "payload_hash", "hash",
)  # fmt: skip
INSERT: Final = f"INSERT INTO journal ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
_NEWEST: Final = Prepared(lambda: Journal.select(Journal.seq, Journal.hash).order_by(Journal.seq.desc()).limit(1))
encode = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=lambda value: {"hex": bytes(value).hex()}
).encode


@dataclass(frozen=True)
class Entry:
    """One line of the journal. `act` is the seq of the first entry of the same change; `payload` None: blanked."""

    seq: int
    at: str
    act: int
    user: str
    deed: str
    table_name: str
    row_id: int
    number: str | None
    payload: str | None
    salt: str | None
    payload_hash: str
    hash: str

    def content(self) -> dict[str, Any]:
        """The payload: `before` (changed columns), `after` (all columns), `note`, `blanks`; {} when blanked."""
        return {} if self.payload is None else dict(json.loads(self.payload))


def payload_hash(salt: str, payload: str) -> str:
    """The hash the header carries for a payload."""
    return sha256((salt + payload).encode()).hexdigest()


def entry_hash(previous: str, header: Iterable[Any], payload: str) -> str:
    """The hash of an entry: `header` from seq to number, `payload` the hash of its payload."""
    text = ",".join([_encoded(value) for value in (VERSION, previous, *header, payload)])
    return sha256(f"[{text}]".encode()).hexdigest()


def image(values: Mapping[str, Any], secret: frozenset[str], salt: str) -> dict[str, Any]:
    """A row as payloads hold it: a secret column only as a salted hash. Bytes are encoded as hex."""
    shown = dict(values)
    for column in secret:
        if shown.get(column) is not None:
            digest = hmac.new(salt.encode(), encode(shown[column]).encode(), sha256).hexdigest()
            shown[column] = {"secret": digest}
    return shown


class Form:
    """How a new row of one table stands in a payload; what nobody fills in is encoded once for all rows."""

    def __init__(self, blank: Mapping[str, Any], secret: frozenset[str]) -> None:
        self._blank = [f"{_encoded(column)}:{_encoded(blank[column])}" for column in sorted(blank)]
        self._places = {column: (place, f"{_encoded(column)}:") for place, column in enumerate(sorted(blank))}
        self._secret = secret
        self._hidden = {column: blank[column] for column in secret}

    def payload(self, given: Mapping[str, Any], salt: str) -> str:
        """The payload of a new row that has the values `given` and is blank for the rest, as `encode` would say it."""
        shown = image({**self._hidden, **given}, self._secret, salt) if self._secret else given
        parts = self._blank.copy()
        for column, value in shown.items():
            place, name = self._places[column]
            parts[place] = name + _encoded(value)
        return f'{{"after":{{{",".join(parts)}}},"before":null}}'


class Scribe:
    """Continues the chain from `head` with the entries of one change; what they share is encoded once."""

    def __init__(self, head: Head, at: str, user: str) -> None:
        self.head = head
        self.act = head.seq + 1
        self._at = at
        self._user = user
        self._shared: dict[tuple[str, str], str] = {}

    def entry(self, deed: str, table: str, row_id: int, number: str | None, payload: str, salt: str) -> tuple[Any, ...]:
        """The columns of the next entry, in the order of COLUMNS; `head` moves on to it."""
        shared = self._shared.get((deed, table))
        if shared is None:
            shared = self._shared[deed, table] = (
                f"{_encoded(self._at)},{self.act},{_encoded(self._user)},{_encoded(deed)},{_encoded(table)}"
            )
        previous, seq = self.head.hash, self.head.seq + 1
        digest = payload_hash(salt, payload)
        text = f'[{VERSION},"{previous}",{seq},{shared},{row_id},{_encoded(number)},"{digest}"]'
        chained = sha256(text.encode()).hexdigest()
        self.head = Head(seq, chained)
        return (seq, self._at, self.act, self._user, deed, table, row_id, number, payload, salt, digest, chained)


def _encoded(value: Any) -> str:
    # What `encode` says, at a tenth of the time for a number: it sets an encoder up each time.
    if type(value) is int:
        return str(value)
    return "null" if value is None else encode(value)


def new_salt() -> str:
    """A salt for one payload."""
    return secrets.token_hex(16)


def walk() -> Iterator[Entry]:
    """Every entry of the live file in order; memory stays flat."""
    query = Journal.select(*(getattr(Journal, name) for name in COLUMNS))
    for row in tuples(query.order_by(Journal.seq)):
        yield Entry(*row)


def of_row(row_id: int) -> list[Entry]:
    """The history of one row, oldest first."""
    query = Journal.select(*(getattr(Journal, name) for name in COLUMNS)).where(Journal.row_id == row_id)
    return [Entry(*row) for row in tuples(query.order_by(Journal.seq))]


def of_act(act: int) -> list[Entry]:
    """All entries of one change, in order."""
    query = Journal.select(*(getattr(Journal, name) for name in COLUMNS)).where(Journal.act == act)
    return [Entry(*row) for row in tuples(query.order_by(Journal.seq))]


def head() -> Head:
    """The last entry of the live file's chain."""
    found = _NEWEST()
    return Head(*found[0]) if found else NOTHING
