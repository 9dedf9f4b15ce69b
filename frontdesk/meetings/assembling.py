"""Meetings as rows out of the tables, and rows into the tables; one query a table, however many meetings."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import cache
from typing import Any, Final, get_args, get_type_hints

from frontdesk.errors import RuleBroken
from frontdesk.meetings.model import (
    AgendaItem,
    Conclusion,
    Delegate,
    Meeting,
    OfItem,
    Opinion,
    Outcome,
    PaperRead,
    Publication,
    Recommendation,
    Site,
    Task,
    TeamMember,
    Visit,
    Vote,
)
from frontdesk.meetings.rules.kinds import Kind
from frontdesk.meetings.rules.rows import (
    AgendaRow,
    DelegateRow,
    ItemPartRow,
    MeetingRow,
    Officer,
    OpinionRow,
    OutcomeRow,
    PaperRow,
    PublicationRow,
    QuorumRule,
    RecommendationRow,
    SiteRow,
    TaskRow,
    TeamRow,
    VisitRow,
    VoteRow,
    Was,
    json_or_none,
)
from frontdesk.meetings.shape import read, write
from frontdesk.messages import _
from frontdesk.store import Change, tuples
from frontdesk.vietnamese import fold


class PartName(StrEnum):
    """The parts of a meeting that are lists, as deeds call one entry of them."""

    SITE = "site"
    DELEGATE = "delegate"
    ITEM = "item"
    PAPER = "paper"
    OPINION = "opinion"
    VOTE = "vote"
    TASK = "task"
    MEMBER = "member"
    VISIT = "visit"
    RECOMMENDATION = "recommendation"
    PUBLICATION = "publication"


@dataclass(frozen=True)
class PartKind:
    """Where a part is kept, as what row, and in which field of the meeting."""

    model: Any
    row: Any
    field: str


PARTS: Final = {
    PartName.SITE: PartKind(Site, SiteRow, "sites"),
    PartName.DELEGATE: PartKind(Delegate, DelegateRow, "delegates"),
    PartName.ITEM: PartKind(AgendaItem, AgendaRow, "agenda"),
    PartName.PAPER: PartKind(PaperRead, PaperRow, "papers"),
    PartName.OPINION: PartKind(Opinion, OpinionRow, "opinions"),
    PartName.VOTE: PartKind(Vote, VoteRow, "votes"),
    PartName.TASK: PartKind(Task, TaskRow, "tasks"),
    PartName.MEMBER: PartKind(TeamMember, TeamRow, "team"),
    PartName.VISIT: PartKind(Visit, VisitRow, "visits"),
    PartName.RECOMMENDATION: PartKind(Recommendation, RecommendationRow, "recommendations"),
    PartName.PUBLICATION: PartKind(Publication, PublicationRow, "publications"),
}

_PLAIN: Final = (
    "id", "revision", "number", "status", "paper_number", "series", "title", "starts", "ends", "place", "convened",
    "invitation_note", "invited", "subject", "plan", "news_title", "news_text", "withdrawn_because",
)  # fmt: skip
_FOLDED: Final = ("kind", "was", "chair_name", "chair_position", "secretary_name", "secretary_position", "quorum_share")


def load(ids: Collection[int]) -> list[MeetingRow]:
    """The meetings with these ids, whole, by start and then as they were recorded."""
    found = tuples(
        Meeting.select(*(getattr(Meeting, name) for name in (*_PLAIN, *_FOLDED)))
        .where(Meeting.id.in_(list(ids)))
        .order_by(Meeting.starts, Meeting.id)
    )
    rows = [_meeting(dict(zip((*_PLAIN, *_FOLDED), values, strict=True))) for values in found]
    parts = {kind.field: load_parts(kind, ids) for kind in PARTS.values()}
    paragraphs: dict[int, list[str]] = defaultdict(list)
    query = Conclusion.select(Conclusion.meeting_id, Conclusion.text)
    for meeting_id, text in tuples(_standing(query, Conclusion, ids)):
        paragraphs[meeting_id].append(text)
    return [_with_parts(row, parts, paragraphs) for row in rows]


def load_parts(kind: PartKind, ids: Collection[int]) -> defaultdict[int, list[Any]]:
    """The entries of one part that have not ended, in order, by meeting id."""
    names = part_columns(kind)
    of_item = issubclass(kind.model, OfItem)
    extra = (kind.model.item_id,) if of_item else ()
    columns = (kind.model.meeting_id, *(getattr(kind.model, name) for name in names), *extra)
    rows = list(tuples(_standing(kind.model.select(*columns), kind.model, ids)))
    places = _item_places(ids) if of_item and any(values[-1] is not None for values in rows) else {}
    found: defaultdict[int, list[Any]] = defaultdict(list)
    outcomes = _outcomes(ids) if kind.model is AgendaItem else {}
    converters = _converters(kind.row)
    for meeting_id, *values in rows:
        known = _typed(dict(zip(names, values, strict=False)), converters)
        if of_item:
            known["item"] = places.get(values[-1])
        row = kind.row(**known)
        if outcomes and isinstance(row, AgendaRow):
            row = replace(row, outcomes=tuple(outcomes.get(row.id or 0, ())))
        found[meeting_id].append(row)
    return found


def insert(change: Change, row: MeetingRow) -> int:
    """Write a new meeting with all its parts; `number` and `status` are the caller's."""
    meeting_id = change.write(Meeting, meeting_columns(row))
    for name, kind in PARTS.items():
        for rank, part in enumerate(getattr(row, kind.field), 1):
            insert_part(change, name, meeting_id, rank, part)
    for rank, text in enumerate(row.conclusion, 1):
        change.write(Conclusion, {"meeting_id": meeting_id, "rank": rank, "text": text, "ended": 0})
    return meeting_id


def insert_part(change: Change, name: PartName, meeting_id: int, rank: int, part: Any) -> int:
    """Write a new entry of a part at `rank`."""
    kind = PARTS[name]
    where: dict[str, int | None] = {"meeting_id": meeting_id, "rank": rank, "ended": 0}
    if isinstance(part, ItemPartRow):
        where["item_id"] = item_at(meeting_id, part.item)
    row_id = change.write(kind.model, {**part_values(kind, part), **where, **_derived(part, rank)})
    if isinstance(part, AgendaRow):
        insert_outcomes(change, meeting_id, row_id, part.outcomes)
    return row_id


def item_at(meeting_id: int, place: int | None) -> int | None:
    """The id of the item at `place` of a meeting's agenda, from 1; None for none. RuleBroken when it is not there."""
    if place is None:
        return None
    items = [row_id for row_id, at in _item_places([meeting_id]).items() if at == place]
    if not items:
        message = _("There is no item {place} on the agenda.").format(place=place)
        raise RuleBroken("meetings.item.unknown", message, "item")
    return items[0]


def insert_outcomes(
    change: Change, meeting_id: int, item_id: int, outcomes: Sequence[OutcomeRow], after: int = 0
) -> None:
    """Write new outcomes of an agenda item, ranked after `after`."""
    for rank, outcome in enumerate(outcomes, after + 1):
        where = {"meeting_id": meeting_id, "item_id": item_id, "rank": rank, "ended": 0}
        change.write(Outcome, {**where, "kind": outcome.kind, "text": outcome.text})


def meeting_columns(row: MeetingRow) -> dict[str, Any]:
    """The columns of a meeting's own table, without id and revision."""
    return {
        **{name: getattr(row, name) for name in _PLAIN if name not in ("id", "revision")},
        "kind": row.kind,
        "was": json_or_none(write(row.was) if row.was is not None else None),
        "series_key": series_key(row.series),
        **officer_columns("chair", row.chair),
        **officer_columns("secretary", row.secretary),
        "quorum_share": row.quorum_share,
    }


def officer_columns(prefix: str, officer: Officer | None) -> dict[str, str | None]:
    """The columns of the chair or the secretary."""
    return {
        f"{prefix}_name": officer.name if officer is not None else None,
        f"{prefix}_position": officer.position if officer is not None else None,
    }


def series_key(series: str | None) -> str | None:
    """What meetings of one series share, however it is typed."""
    return fold(series) if series else None


def part_values(kind: PartKind, part: Any) -> dict[str, Any]:
    """The columns a row of a part fills, without id and revision."""
    return {name: getattr(part, name) for name in part_columns(kind) if name not in ("id", "revision")}


@cache
def part_columns(kind: PartKind) -> tuple[str, ...]:
    """The columns of a part's table that its row shows."""
    known = kind.model._meta.columns
    return tuple(field.name for field in fields(kind.row) if field.name in known)


def _derived(part: Any, rank: int) -> dict[str, Any]:
    match part:
        case DelegateRow():
            return {"code": part.code or rank}
        case TaskRow():
            return {"due_now": part.due_now}
    return {}


def _meeting(values: dict[str, Any]) -> MeetingRow:
    share = values["quorum_share"]
    return MeetingRow(
        **{name: values[name] for name in _PLAIN},
        kind=Kind(values["kind"]),
        was=read(Was, json.loads(values["was"])) if values["was"] else None,
        chair=_officer(values["chair_name"], values["chair_position"]),
        secretary=_officer(values["secretary_name"], values["secretary_position"]),
        quorum=QuorumRule(share) if share is not None else None,
    )


def _with_parts(
    row: MeetingRow, parts: Mapping[str, Mapping[int, list[Any]]], paragraphs: Mapping[int, list[str]]
) -> MeetingRow:
    own: dict[str, Any] = {name: tuple(by_meeting.get(row.id or 0, ())) for name, by_meeting in parts.items()}
    return replace(row, conclusion=tuple(paragraphs.get(row.id or 0, ())), **own)


def _officer(name: str | None, position: str | None) -> Officer | None:
    return Officer(name, position) if name else None


def _outcomes(ids: Collection[int]) -> dict[int, list[OutcomeRow]]:
    found: defaultdict[int, list[OutcomeRow]] = defaultdict(list)
    query = Outcome.select(Outcome.item_id, Outcome.id, Outcome.revision, Outcome.kind, Outcome.text)
    converters = _converters(OutcomeRow)
    for item_id, row_id, revision, kind, text in tuples(_standing(query, Outcome, ids)):
        values = {"id": row_id, "revision": revision, "kind": kind, "text": text}
        found[item_id].append(OutcomeRow(**_typed(values, converters)))
    return found


def _item_places(ids: Collection[int]) -> dict[int, int]:
    """Where each standing item of the agendas of these meetings stands, from 1, by the item's id."""
    counted: dict[int, int] = {}
    places: dict[int, int] = {}
    query = AgendaItem.select(AgendaItem.meeting_id, AgendaItem.id)
    for meeting_id, row_id in tuples(_standing(query, AgendaItem, ids)):
        places[row_id] = counted[meeting_id] = counted.get(meeting_id, 0) + 1
    return places


def _standing(query: Any, model: Any, ids: Collection[int]) -> Any:
    chosen = query.where(model.meeting_id.in_(list(ids)), ~model.ended)
    return chosen.order_by(model.meeting_id, model.rank, model.id)


@cache
def _converters(row_type: type[Any]) -> dict[str, Callable[[Any], Any]]:
    """The columns that hold one of a fixed set of words, with the set."""
    found: dict[str, Callable[[Any], Any]] = {}
    for name, hint in get_type_hints(row_type).items():
        for kind in (hint, *get_args(hint)):
            if isinstance(kind, type) and issubclass(kind, StrEnum):
                found[name] = kind
    return found


def _typed(values: dict[str, Any], converters: dict[str, Callable[[Any], Any]]) -> dict[str, Any]:
    for name, convert in converters.items():
        if values.get(name) is not None:
            values[name] = convert(values[name])
    return values
