"""The one door for writing: ids, revision, search, journal and news are written here and nowhere else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import Any, Final

from frontdesk.errors import RuleBroken, Stale
from frontdesk.messages import _
from frontdesk.store import journal, search
from frontdesk.store.clock import Clock
from frontdesk.store.connection import Connection
from frontdesk.store.deed import Deed
from frontdesk.store.keys import Head
from frontdesk.store.model import Attachment, Link, Record, Sums, tuples
from frontdesk.store.table import Table, adding_of, fresh, stored, table_of, update_of, values_of
from frontdesk.vietnamese.text import nfc

LAST_ID: Final = "id"
# Rows laid down at once: as many as the processor keeps at hand.
_BATCH: Final = 1_000
_GET_LAST_ID: Final = f"SELECT value FROM counter WHERE name = '{LAST_ID}'"
_PUT_LAST_ID: Final = (
    f"INSERT INTO counter (name, value) VALUES ('{LAST_ID}', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)
_PUT_ENTITY: Final = (
    "INSERT INTO entity (id, table_name, number, title, entries) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
    "SET number = excluded.number, title = excluded.title, entries = entries || ',' || excluded.entries"
)


@dataclass(frozen=True)
class News:
    """What a committed change touched: windows of this topic reload."""

    topic: str
    ids: frozenset[int]


@dataclass
class Change:
    """The writes of one deed, in one transaction; made by `Store.change` only.

    Search, journal and titles are gathered and written together when the deed ends.
    """

    connection: Connection
    clock: Clock
    user: str
    deed: Deed
    at: datetime = field(init=False)
    _scribe: journal.Scribe = field(init=False)
    _written: int = field(init=False)
    _last_id: int | None = None
    _numbers: dict[tuple[type[Record], str], int] = field(default_factory=dict)
    _entries: list[tuple[Any, ...]] = field(default_factory=list)
    _entities: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    _said: list[search.Said] = field(default_factory=list)
    _touched: dict[str, set[int]] = field(default_factory=dict)
    _forgotten: set[str] = field(default_factory=set)
    _blanked: bool = False
    _broken: bool = False

    def __post_init__(self) -> None:
        self.at = self.clock.now()
        head = journal.head()
        self._written = head.seq
        self._scribe = journal.Scribe(head, self.at.isoformat(sep=" ", timespec="seconds"), self.user)

    @property
    def act(self) -> int:
        """The number shared by all journal entries of this change; `journal.of_act` gives them back."""
        return self._scribe.act

    @property
    def today(self) -> date:
        """The day of this change."""
        return self.at.date()

    def write(self, model: type[Record], row: Any = None, /, **more: Any) -> int:
        """Insert or replace one row and return its id.

        `row` is a frozen dataclass or a mapping whose names are columns of `model` (`area_id`, not `area`);
        `more` adds columns or overrules. Without an id the row is new. With one, `revision` must be the one
        that was read (else Stale; None: whatever stands there), and a row that is equal already is left alone.
        Text is kept NFC and trimmed.
        """
        table = table_of(model)
        values = values_of(table, row)
        values.update(more)
        row_id = values.get("id")
        return self._insert(model, table, [values])[0] if row_id is None else self._update(model, table, row_id, values)

    def write_all(self, model: type[Record], rows: Iterable[Any]) -> list[int]:
        """Insert many new rows, in their order, and return their ids.

        What `write` does for each, at half its price: they are laid down together. Nothing of them can be read until
        this returns, nor by what `rows` does to make the next one.
        """
        table = table_of(model)
        waiting, ids = iter(rows), list[int]()
        while batch := [values_of(table, row) for row in islice(waiting, _BATCH)]:
            ids += self._insert(model, table, batch)
            self._flush()
        return ids

    def amend(self, model: type[Record], row_id: int, *, revision: int | None = None, **values: Any) -> int:
        """Write some columns of a row that exists and leave the others as they are."""
        return self._update(model, table_of(model), row_id, {**values, "revision": revision})

    def add_up(self, model: type[Sums], rows: Iterable[Mapping[str, Any]]) -> None:
        """Add to the sums kept in `model`; each row says under which key, and the amount of each sum."""
        adding = adding_of(model)
        self.connection.executemany(adding.statement, [adding.values(row) for row in rows])

    def link(self, from_id: int, to_id: int, kind: str) -> int:
        """Join two rows of whatever tables; joining them again changes nothing."""
        found = Link.get_or_none(Link.from_id == from_id, Link.to_id == to_id, Link.kind == kind)
        if found is None:
            return self.write(Link, {"from_id": from_id, "to_id": to_id, "kind": kind, "ended": False})
        return self.amend(Link, found.id, ended=False)

    def unlink(self, from_id: int, to_id: int, kind: str) -> None:
        """End a link; it stays in the journal."""
        found = Link.get_or_none(Link.from_id == from_id, Link.to_id == to_id, Link.kind == kind)
        if found is not None:
            self.amend(Link, found.id, ended=True)

    def attach(self, owner_id: int, name: str, size: int, digest: str) -> int:
        """Note that the file stored under `digest` belongs to a row; see attachments.py for the bytes."""
        return self.write(
            Attachment,
            {"owner_id": owner_id, "name": name, "size": size, "digest": digest, "added": self.at, "ended": False},
        )

    def forget_file(self, digest: str) -> None:
        """Destroy a kept file once this change stands, unless a row still names it."""
        self._forgotten.add(digest)

    def files_to_forget(self) -> set[str]:
        """The files given up that no row names any more."""
        if not self._forgotten:
            return set()
        wanted = Attachment.select(Attachment.digest).where(Attachment.digest.in_(self._forgotten))
        return self._forgotten - {digest for (digest,) in tuples(wanted)}

    def number(self, model: type[Record], prefix: str, year: int | None = None, *, column: str = "number") -> str:
        """The next document number of `model`'s rows: "KN-2026-0001", or "NG-0001" without a year.

        It follows the highest that stands in `column`: no gaps, and a change that fails gives its numbers back.
        """
        series = prefix if year is None else f"{prefix}-{year:04}"
        last = self._numbers.get((model, series))
        if last is None:
            last = self._last_number(table_of(model).name, column, series)
        self._numbers[model, series] = last + 1
        return f"{series}-{last + 1:04}"

    def note(self, text: str, number: str | None = None) -> None:
        """Journal something done that wrote no row: sensitive fields shown, a backup restored."""
        self._journal("", 0, number, journal.encode({"note": nfc(text)}))

    def blank(self, model: type[Record], row_id: int, reason: str, /, **values: Any) -> None:
        """Amend a row and wipe what the journal still tells of its past; the chain holds, the reason stays."""
        table = table_of(model)
        self._flush()
        blanked = [entry.seq for entry in journal.of_row(row_id) if entry.payload is not None]
        self._update(model, table, row_id, {**values, "revision": None}, forget=True)
        search.forget(self.connection, row_id)
        self.connection.executemany(
            "UPDATE journal SET payload = NULL, salt = NULL WHERE seq = ?", [(seq,) for seq in blanked]
        )
        self._journal(table.name, 0, None, journal.encode({"note": nfc(reason), "blanks": blanked}))
        self._blanked = True

    def catch_up(self) -> None:
        """Write what was gathered so far, so that a deed within this one finds it by number and by search."""
        self._flush()

    def vouch_for_steps(self, steps: list[list[str]]) -> None:
        """Journal which schema steps a new office's file counts as taken."""
        self._journal("schema_migration", 0, None, journal.encode({"steps": steps}))

    @property
    def blanked(self) -> bool:
        """Whether something was wiped, so that the log must be emptied after the commit."""
        return self._blanked

    @contextmanager
    def within(self, deed: Deed) -> Iterator[None]:
        """Write in the name of a deed within this one; if it fails, nothing of the outer one may stand."""
        outer, self.deed = self.deed, deed
        try:
            yield
        except BaseException:
            self._broken = True
            raise
        finally:
            self.deed = outer

    def news(self) -> list[News]:
        """What this change touched, by topic."""
        return [News(topic, frozenset(ids)) for topic, ids in self._touched.items()]

    def finish(self) -> Head:
        """Write what was gathered, before the commit; returns the journal's new head."""
        if self._broken:
            raise RuntimeError(f"a deed within {self.deed.name} failed and its error was passed over")
        self._flush()
        if self._blanked:
            self.connection.execute(search.OPTIMIZE)
        return self._scribe.head

    def _last_number(self, table: str, column: str, series: str) -> int:
        query = (
            f'SELECT "{column}" FROM "{table}" WHERE "{column}" > ? AND "{column}" < ? AND length("{column}") > ? '
            f'ORDER BY "{column}" DESC LIMIT 1'
        )
        last = ""
        # As texts are ordered, "9999" stands behind "10000".
        while not last.strip("9"):
            shortest = len(series) + 1 + len(last)
            found = self.connection.execute(query, (f"{series}-", f"{series}.", shortest)).fetchone()
            if found is None:
                break
            last = found[0][len(series) + 1 :]
        return int(last or 0)

    def _take_ids(self, count: int) -> range:
        if self._last_id is None:
            found = self.connection.execute(_GET_LAST_ID).fetchone()
            self._last_id = 0 if found is None else int(found[0])
        taken = range(self._last_id + 1, self._last_id + 1 + count)
        self._last_id += count
        return taken

    def _insert(self, model: type[Record], table: Table, rows: Sequence[dict[str, Any]]) -> list[int]:
        """Lay new rows down together; everything but the rows themselves is gathered."""
        ids, made = self._take_ids(len(rows)), []
        for row_id, values, salt in zip(ids, rows, journal.new_salts(len(rows)), strict=True):
            if values.get("id") is not None:
                raise TypeError(f"{table.name}: a new row has no id yet")
            after = fresh(table, values)
            after["id"], after["revision"] = row_id, 1
            number, title = model.describe(after)
            content: dict[str, Any] = {
                "after": journal.image(journal.held(after), table.secret, salt),
                "before": None,
            }
            text = search.index_text([after[column] for column in table.searchable]) if table.searchable else ""
            if text:
                content["found"] = table.topic, text
            seq = self._journal(table.name, row_id, number, journal.encode(content), salt)
            if text:
                self._said.append(search.Said(seq, row_id, table.topic, text, new=True))
            self._entities[row_id] = (row_id, table.name, number, title, str(seq))
            made.append(tuple(after.values()))
        self.connection.executemany(table.insert, made)
        self._touch(table, ids)
        return list(ids)

    def _update(
        self, model: type[Record], table: Table, row_id: int, values: dict[str, Any], *, forget: bool = False
    ) -> int:
        found = self.connection.execute(table.select, (row_id,)).fetchone()
        if found is None:
            raise RuleBroken("store.row.unknown", _("This entry no longer exists. Reload the list."))
        before = dict(zip(table.columns, found, strict=True))
        expected = values.pop("revision", None)
        if expected is not None and expected != before["revision"]:
            raise Stale(_("Somebody else has changed this entry. Reload it, then make your change again."), row_id)
        given = stored(table, values)
        changed = {column: before[column] for column, value in given.items() if value != before[column]}
        if not changed and not forget:
            return row_id
        changed["revision"] = before["revision"]
        after = {**before, **given, "revision": before["revision"] + 1}
        self.connection.execute(update_of(table.name, tuple(changed)), [*(after[column] for column in changed), row_id])
        number, title = model.describe(after)
        salt = journal.new_salt()
        content: dict[str, Any] = {
            "before": None if forget else journal.image(changed, table.secret, salt),
            "after": journal.image(journal.held(after), table.secret, salt),
        }
        found_anew = table.searchable and (forget or not changed.keys().isdisjoint(table.searchable))
        text = search.index_text([after[column] for column in table.searchable]) if found_anew else ""
        if found_anew:
            content["found"] = table.topic, text
        seq = self._journal(table.name, row_id, number, journal.encode(content), salt)
        if found_anew:
            self._said.append(search.Said(seq, row_id, table.topic, text, new=False))
        waiting = self._entities.get(row_id)
        entries = str(seq) if waiting is None else f"{waiting[-1]},{seq}"
        self._entities[row_id] = (row_id, table.name, number, title, entries)
        self._touch(table, [row_id])
        return row_id

    def _touch(self, table: Table, row_ids: Sequence[int]) -> None:
        """Gather the news of rows."""
        if table.topic and row_ids:
            self._touched.setdefault(table.topic, set()).update(row_ids)

    def _journal(self, table: str, row_id: int, number: str | None, payload: bytes, salt: str | None = None) -> int:
        """Gather an entry of the journal; returns its place there."""
        entry = self._scribe.entry(self.deed.name, table, row_id, number, payload, salt or journal.new_salt())
        self._entries.append(entry)
        return self._scribe.seq

    def _flush(self) -> None:
        self.connection.executemany(journal.INSERT, self._entries)
        self.connection.executemany(_PUT_ENTITY, self._entities.values())
        search.take_in(self.connection, self._written, self._scribe.seq, self._said)
        if self._last_id is not None:
            self.connection.execute(_PUT_LAST_ID, (self._last_id,))
        self._written = self._scribe.seq
        for gathered in (self._entries, self._entities, self._said):
            gathered.clear()
