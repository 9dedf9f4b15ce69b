"""What was done, by whom, in a chain that shows every change made past the program.

Text form, version 1: the hash of an entry is the SHA-256 of a JSON list
``[1, previous hash, seq, at, act, user, deed, table, row id, number, payload hash]``, and the payload hash is
that of salt + payload. Both are free of time zones and of the order in which a library sorts keys. A payload
may be blanked with a reason: its hash stays, so the chain still holds.
"""

import hmac
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import takewhile
from typing import Any, Final

import orjson
from peewee import SQL

from frontdesk.store.keys import Head
from frontdesk.store.model import Journal, among, tuples
from frontdesk.store.prepared import Prepared

VERSION: Final = 1
_SALT_BYTES: Final = 16
NOTHING: Final = Head(0, sha256(b"front desk journal, version 1").hexdigest())

COLUMNS: Final = (
    "seq", "at", "act", "user", "deed", "table_name", "row_id", "number", "payload", "salt", "payload_hash", "hash",
)  # fmt: skip
# A payload goes in as the bytes that were hashed: text would be decoded here, and encoded again by SQLite.
_PLACES: Final = ("CAST(? AS TEXT)" if column == "payload" else "?" for column in COLUMNS)
INSERT: Final = f"INSERT INTO journal ({', '.join(COLUMNS)}) VALUES ({', '.join(_PLACES)})"
_OF_ROW: Final = "(SELECT value FROM entity, json_each('[' || entries || ']') WHERE entity.id = ?)"
_NEWEST: Final = Prepared(lambda: Journal.select(Journal.seq, Journal.hash).order_by(Journal.seq.desc()).limit(1))


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
        """The payload: `before` (changed columns), `after` (all that hold something), `note`, `blanks`, and `found`.

        `found` is by what the row is found from then on, topic and text, where that changed. {} when blanked.
        """
        return {} if self.payload is None else dict(orjson.loads(self.payload))


def encode(content: Any) -> bytes:
    """`content` as JSON in the one form that is hashed: UTF-8, keys in order, no blanks, letters as they are, bytes
    as hex.
    """
    return orjson.dumps(content, _in_hex, orjson.OPT_SORT_KEYS)


def payload_hash(salt: str, payload: bytes) -> str:
    """The hash the header carries for a payload."""
    return sha256(salt.encode() + payload).hexdigest()


def entry_hash(previous: str, header: Iterable[Any], payload: str) -> str:
    """The hash of an entry: `header` from seq to number, `payload` the hash of its payload."""
    return sha256(orjson.dumps([VERSION, previous, *header, payload], _in_hex)).hexdigest()


def image(values: Mapping[str, Any], secret: frozenset[str], salt: str) -> Mapping[str, Any]:
    """Columns as payloads hold them: a secret one only as a salted hash. Bytes are encoded as hex."""
    if not secret:
        return values
    shown = dict(values)
    for column in secret:
        if shown.get(column) is not None:
            digest = hmac.new(salt.encode(), encode(shown[column]), sha256).hexdigest()
            shown[column] = {"secret": digest}
    return shown


def held(values: Mapping[str, Any]) -> dict[str, Any]:
    """What a row holds: half of its columns often hold nothing, and of those a payload says nothing."""
    return {column: value for column, value in values.items() if value is not None}


class Scribe:
    """Continues the chain from a head with the entries of one change."""

    def __init__(self, head: Head, at: str, user: str) -> None:
        self.act = head.seq + 1
        self._seq, self._hash = head.seq, head.hash
        self._at = at
        self._user = user

    @property
    def seq(self) -> int:
        """The place of the last entry."""
        return self._seq

    @property
    def head(self) -> Head:
        """The end of the chain as it is now."""
        return Head(self._seq, self._hash)

    def entry(
        self, deed: str, table: str, row_id: int, number: str | None, payload: bytes, salt: str
    ) -> tuple[Any, ...]:
        """The columns of the next entry, in the order of COLUMNS; `head` moves on to it."""
        self._seq += 1
        header = (self._seq, self._at, self.act, self._user, deed, table, row_id, number)
        digest = payload_hash(salt, payload)
        self._hash = entry_hash(self._hash, header, digest)
        # The driver binds a bytearray as it stands, but asks bytes first how they would adapt themselves.
        return (*header, bytearray(payload), salt, digest, self._hash)


def _in_hex(value: Any) -> dict[str, str]:
    return {"hex": bytes(value).hex()}


def new_salt() -> str:
    """A salt for one payload."""
    return secrets.token_hex(_SALT_BYTES)


def new_salts(count: int) -> Iterator[str]:
    """Salts for so many payloads, asked of the system at once."""
    salts, digits = secrets.token_hex(_SALT_BYTES * count), 2 * _SALT_BYTES
    return (salts[start : start + digits] for start in range(0, len(salts), digits))


def walk() -> Iterator[Entry]:
    """Every entry of the live file in order; memory stays flat."""
    query = Journal.select(*(getattr(Journal, name) for name in COLUMNS))
    for row in tuples(query.order_by(Journal.seq)):
        yield Entry(*row)


def of_row(row_id: int) -> list[Entry]:
    """The history of one row, oldest first."""
    query = Journal.select(*(getattr(Journal, name) for name in COLUMNS)).where(
        Journal.seq.in_(SQL(_OF_ROW, (row_id,)))
    )
    return [Entry(*row) for row in tuples(query.order_by(Journal.seq))]


def at(places: Iterable[int]) -> list[Entry]:
    """The entries at these places, in order."""
    query = Journal.select(*(getattr(Journal, name) for name in COLUMNS))
    return [Entry(*row) for row in tuples(query.where(Journal.seq.in_(among(places))).order_by(Journal.seq))]


def of_act(act: int) -> list[Entry]:
    """All entries of one change, in order."""
    query = Journal.select(*(getattr(Journal, name) for name in COLUMNS)).where(Journal.seq >= act)
    entries = (Entry(*row) for row in tuples(query.order_by(Journal.seq)))
    return list(takewhile(lambda entry: entry.act == act, entries))


def written_since(seq: int, most: int) -> set[tuple[str, int]] | None:
    """Table and id of each row written after entry `seq`; None when there are more entries than `most`."""
    query = Journal.select(Journal.table_name, Journal.row_id).where(Journal.seq > seq).limit(most + 1)
    found = list(tuples(query))
    return None if len(found) > most else set(found)


def head() -> Head:
    """The last entry of the live file's chain."""
    found = _NEWEST()
    return Head(*found[0]) if found else NOTHING
