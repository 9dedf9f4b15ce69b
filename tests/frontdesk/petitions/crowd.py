"""A hundred thousand petitions, laid down past the door: what the windows and the speed tests page through."""

import random
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from frontdesk.petitions.model import Agency, Petition
from frontdesk.petitions.rules.likeness import likeness_key
from frontdesk.petitions.rules.words import Channel, Ending, Kind, Status
from frontdesk.store import live, search
from frontdesk.vietnamese import fold, sort_key, text_key

FIELDS: Final = ("Đất đai", "Môi trường", "Giao thông", "Trật tự đô thị", "Chính sách xã hội")
MATTERS: Final = ("đường ngập nước sau mưa", "chợ lấn chiếm vỉa hè", "đèn đường hỏng", "tiếng ồn karaoke", "rác thải")
FAMILIES: Final = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Vũ", "Bùi")
GIVEN: Final = ("An", "Bình", "Cường", "Dũng", "Hòa", "Lan", "Mai", "Ẩn", "Yến", "Đức", "Thảo", "Tuấn")
FIRST_DAY: Final = date(2016, 1, 4)
LAST_DAY: Final = date(2026, 6, 19)
OPEN_SHARE: Final = 0.03
"""Most of ten years' petitions are closed; a few hundred to a few thousand are open."""


def lay_down(count: int, areas: int, agencies: int = 40) -> None:
    """Fill the live file: the petitions come from so many of the areas that exist; the agencies are made."""
    with live.atomic():
        _lay_down(count, areas, agencies)


def _lay_down(count: int, areas: int, agencies: int) -> None:
    dice = random.Random(7)
    first = int(live.execute_sql("SELECT COALESCE(MAX(id), 0) FROM entity").fetchone()[0]) + 1
    made = [(first + at, f"Cơ quan thứ {at}") for at in range(agencies)]
    _put(Agency, [_agency(row_id, name) for row_id, name in made])
    known = [row_id for (row_id,) in live.execute_sql("SELECT id FROM area ORDER BY id").fetchall()][:areas]
    rows = []
    for at in range(count):
        received = FIRST_DAY + timedelta(at * (LAST_DAY - FIRST_DAY).days // count)
        rows.append(_petition(dice, first + agencies + at, at, received, known, [row_id for row_id, _name in made]))
    _put(Petition, rows)
    texts = []
    for row in rows:
        told = f"{row['number'].lower()} {_folded(row['sender'], row['summary'])}"
        texts.append((row["id"], Petition.topic, told))
    connection = live.connection()
    connection.executemany(search.INSERT, texts)
    entities = [(row["id"], "petition", row["number"], row["summary"]) for row in rows]
    put = "INSERT INTO entity (id, table_name, number, title, entries) VALUES (?, ?, ?, ?, '')"
    connection.executemany(put, entities)
    last = first + agencies + count
    put = "INSERT INTO counter (name, value) VALUES ('id', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
    connection.execute(put, (last,))


def _agency(row_id: int, name: str) -> dict[str, Any]:
    named = {"name": name, "key": fold(name), "sort_key": text_key(name)}
    return {"id": row_id, "revision": 1, **named, "level": "commune"}


def _petition(
    dice: random.Random, row_id: int, at: int, received: date, areas: list[int], agencies: list[int]
) -> dict[str, Any]:
    sender = f"{dice.choice(FAMILIES)} Văn {dice.choice(GIVEN)}" if dice.random() < 0.9 else None
    summary = f"Khu phố {dice.randint(1, 60)}: {dice.choice(MATTERS)}"
    row = {
        "id": row_id, "revision": 1, "number": f"KN-{received.year}-{at:06}",
        "number_key": received.year * 10_000_000 + at, "received": received, "opened": received,
        "channel": dice.choice(list(Channel)), "kind": dice.choices(list(Kind), (60, 30, 8, 2))[0],
        "field": dice.choice(FIELDS), "area_id": dice.choice(areas), "people": 1, "summary": summary,
        "likeness_key": _like(summary), "remote": False, "complexity": "normal", "again": False, "urged": 0,
        "agency_id": dice.choice(agencies), "upward": False, "due": received + timedelta(14), "due_own": False,
        "forwarded": received + timedelta(3), "sender": sender, "sender_key": _key(sender) if sender else None,
        "settled": None, "closed": None, "closed_as": None, "status": dice.choice((Status.RECEIVED, Status.FORWARDED)),
    }  # fmt: skip
    if row["kind"] is Kind.DENUNCIATION:
        row["sender"] = row["sender_key"] = None
    if dice.random() > OPEN_SHARE:
        row |= {"status": Status.CLOSED, "settled": received + timedelta(12), "closed": received + timedelta(15)}
        row["closed_as"] = Ending.SETTLED
    return row


# A few thousand names and matters make the hundred thousand.
_key = cache(sort_key)
_like = cache(likeness_key)


@cache
def _folded(sender: str | None, summary: str) -> str:
    return search.index_text([sender, summary])


def _put(model: Any, rows: list[dict[str, Any]]) -> None:
    names = list(rows[0])
    places = ", ".join("?" * len(names))
    values = [[each.isoformat() if isinstance(each, date) else each for each in row.values()] for row in rows]
    sql = f"INSERT INTO {model._meta.table_name} ({', '.join(names)}) VALUES ({places})"
    live.connection().executemany(sql, values)
