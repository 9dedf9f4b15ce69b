"""The journal walked once: whether its chain holds, and what it says the tables must contain."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final

from frontdesk.messages import _
from frontdesk.store import journal
from frontdesk.store.keys import Head

_NUMBER: Final = re.compile(r"(.+)-(\d{4,})")


@dataclass(frozen=True)
class Vouched:
    """What the journal knows of a row: its table, the hash of its image (None: wiped) and the salt of secrets.

    `places` are those of all entries on the row.
    """

    table: str
    digest: str | None
    salt: str
    places: tuple[int, ...] = ()


@dataclass
class Replay:
    """What the journal says the file must hold, and the faults found on the way.

    `rows` by id; `numbers` by series; `steps` as migrate.steps_taken gives them; `released` the tables whose rows no
    journal vouches for since one of those steps; `unsound` are filled in by whoever compares the rows: what is not as
    journalled is not looked at again.
    """

    rows: dict[int, Vouched] = field(default_factory=dict)
    numbers: dict[str, set[int]] = field(default_factory=dict)
    steps: list[list[str]] | None = None
    released: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    unsound: set[int] = field(default_factory=set)


def digest_of(image: Mapping[str, Any]) -> str:
    """What is remembered of a row's image instead of the image; payloads used to name what a row does not hold."""
    return sha256(journal.encode(journal.held(image))).hexdigest()


def replay_of(anchor: Head | None) -> Replay:
    """Walk the chain of the live file; `anchor` is the head that office.keys remembers and must lie on it."""
    replay = Replay()
    head, anchored = journal.NOTHING, False
    blanked: set[int] = set()
    vouched: set[int] = set()
    for entry in journal.walk():
        faults = list(_entry_faults(entry, head))
        replay.faults += faults
        if entry.payload is None:
            blanked.add(entry.seq)
        if not faults:
            vouched.update(_take_over(replay, entry))
        head = Head(entry.seq, entry.hash)
        anchored = anchored or head == anchor
    if anchor is None:
        replay.faults.append(_("office.keys does not remember its end"))
    elif not anchored:
        replay.faults.append(_("its end is missing: office.keys remembers entry no. {seq}").format(seq=anchor.seq))
    replay.faults += [_("entry no. {seq} was emptied").format(seq=seq) for seq in sorted(blanked - vouched)]
    return replay


def _entry_faults(entry: journal.Entry, head: Head) -> Iterator[str]:
    header = (entry.seq, entry.at, entry.act, entry.user, entry.deed, entry.table_name, entry.row_id, entry.number)
    if entry.seq != head.seq + 1:
        yield _("entries are missing before no. {seq}").format(seq=entry.seq)
    elif entry.hash != journal.entry_hash(head.hash, header, entry.payload_hash):
        yield _("entry no. {seq} was changed").format(seq=entry.seq)
    salt, payload = entry.salt, entry.payload
    wiped = salt is None and payload is None
    whole = isinstance(salt, str) and isinstance(payload, str)
    if not wiped and not (whole and journal.payload_hash(str(salt), str(payload).encode()) == entry.payload_hash):
        yield _("the content of entry no. {seq} was changed").format(seq=entry.seq)


def _take_over(replay: Replay, entry: journal.Entry) -> list[int]:
    """Note what a sound entry says; returns the entries it vouches to have blanked."""
    content = entry.content()
    if entry.row_id and (entry.payload is None or "after" in content):
        digest = digest_of(content["after"]) if content else None
        known = replay.rows.get(entry.row_id)
        places = (entry.seq,) if known is None else (*known.places, entry.seq)
        replay.rows[entry.row_id] = Vouched(entry.table_name, digest, entry.salt or "", places)
    if "steps" in content:
        replay.steps = content["steps"]
        replay.released.update(content.get("released", []))
    found = _NUMBER.fullmatch(entry.number or "")
    if found:
        replay.numbers.setdefault(found[1], set()).add(int(found[2]))
    return list(content.get("blanks", []))
