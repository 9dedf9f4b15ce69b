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

VERSION: Final = 1
NOTHING: Final = Head(0, sha256(b"front desk journal, version 1").hexdigest())

COLUMNS: Final = (
    "seq", "at", "act", "user", "deed", "table_name", "row_id", "number", "payload", "salt", "payload_hash", "hash",
)  # fmt: skip
INSERT: Final = f"INSERT INTO journal ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
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
    text = ",".join([_encode_value(value) for value in (VERSION, previous, *header, payload)])
    return sha256(f"[{text}]".encode()).hexdigest()


def _encode_value(value: Any) -> str:
    # What `encode` says, at a tenth of the time for a number: it sets an encoder up each time.
    if type(value) is int:
        return str(value)
    return "null" if value is None else encode(value)


def image(values: Mapping[str, Any], secret: frozenset[str], salt: str) -> dict[str, Any]:
    """A row as payloads hold it: a secret column only as a salted hash. Bytes are encoded as hex."""
    shown = dict(values)
    for column in secret:
        if shown.get(column) is not None:
            digest = hmac.new(salt.encode(), encode(shown[column]).encode(), sha256).hexdigest()
            shown[column] = {"secret": digest}
    return shown


def entry(
    head: Head, act: int, at: str, user: str, deed: str, table: str, row_id: int, number: str | None,
    content: Mapping[str, Any], salt: str,
) -> tuple[tuple[Any, ...], Head]:  # fmt: skip
    """The columns of the entry that follows `head`, in the order of COLUMNS, and the new head."""
    seq = head.seq + 1
    payload = encode(content)
    digest = payload_hash(salt, payload)
    header = (seq, at, act, user, deed, table, row_id, number)
    chained = entry_hash(head.hash, header, digest)
    return (*header, payload, salt, digest, chained), Head(seq, chained)


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
    newest = Journal.select(Journal.seq, Journal.hash).order_by(Journal.seq.desc()).limit(1)
    row = next(tuples(newest), None)
    return NOTHING if row is None else Head(*row)
