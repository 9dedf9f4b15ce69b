"""Meetings as JSON of every possible shape, for hypothesis."""

from datetime import date, datetime
from typing import Any

from hypothesis import strategies as st

from frontdesk.meetings.rules.counting import Base
from frontdesk.meetings.rules.kinds import Absence, Kind, Method, OutcomeKind, TaskStatus
from frontdesk.vietnamese import nfc

texts = (
    st.one_of(
        st.sampled_from(["Nguyễn Thị Hòa", "<b>kể cả</b> & “ngoặc”", "Hai\ndòng", "Thuỷ \u1ec7 ệ", "=1+1", "x" * 5000]),
        st.text(min_size=1, max_size=30),
    )
    .map(nfc)
    .filter(bool)
)
counts = st.integers(0, 400)
shares = st.sampled_from(["2/3", "1/2", "3/4", "1/1", "4/6"])
days = st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(lambda day: day.isoformat())
clocks = st.times().map(lambda time: f"{time:%H:%M}")
moments = st.datetimes(datetime(1900, 1, 1), datetime(2099, 12, 31)).map(
    lambda moment: moment.isoformat(timespec="minutes")
)


def words(kind: Any) -> st.SearchStrategy[str]:
    return st.sampled_from([each.value for each in kind])


def objects(needed: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Objects with some of the optional keys, some of them null."""
    return st.fixed_dictionaries(needed, optional={key: st.none() | value for key, value in optional.items()})


officers = objects({"name": texts}, {"position": texts})
sites = texts | objects({"name": texts}, {"head_count": counts})
delegates = objects(
    {"name": texts},
    {
        "position": texts, "organisation": texts, "site": texts, "present": st.booleans(),
        "absence": words(Absence), "reason": texts, "group": texts, "substitute": texts, "arrived": moments,
        "speaks": st.integers(1, 40),
    },
)  # fmt: skip
items = objects(
    {"title": texts},
    {
        "at": clocks, "minutes": counts, "presenter": texts, "outcome": texts,
        "outcomes": st.lists(objects({"kind": words(OutcomeKind), "text": texts}, {}), max_size=2),
    },
)  # fmt: skip
papers = objects({"title": texts}, {"speaker": texts, "summary": texts})
opinions = objects(
    {"text": texts},
    {"speaker": texts, "organisation": texts, "petition": st.booleans(), "answered_by": texts, "answer": texts},
)
choices = st.sampled_from(["for", "against", "abstain", "spoiled"])
names = st.one_of(
    st.lists(texts, max_size=3),
    st.lists(objects({"name": texts, "choice": choices}, {}), max_size=3),
    st.dictionaries(choices, st.lists(texts, max_size=2), max_size=3),
)
votes = objects(
    {"question": texts},
    {
        "for": st.just(0), "against": st.just(0), "abstain": st.just(0), "spoiled": st.just(0),
        "method": words(Method), "majority": shares, "base": words(Base), "names": names,
    },
)  # fmt: skip
tasks = objects({"what": texts}, {"assignee": texts, "due": days, "status": words(TaskStatus)})
bare_meetings = objects(
    {"kind": words(Kind), "title": texts, "starts": moments},
    {
        "number": texts, "status": texts, "paper_number": texts, "series": texts, "ends": moments, "place": texts,
        "sites": st.lists(sites, max_size=3), "chair": officers, "secretary": officers, "convened": counts,
        "quorum": objects({}, {"share": shares}), "delegates": st.lists(delegates, max_size=4),
        "agenda": st.lists(items, max_size=3), "papers": st.lists(papers, max_size=2),
        "opinions": st.lists(opinions, max_size=3), "votes": st.lists(votes, max_size=2),
        "conclusion": st.lists(texts, max_size=2), "tasks": st.lists(tasks, max_size=2),
    },
)  # fmt: skip


def with_items(meeting: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """The meeting, some of its papers, opinions and votes belonging to items of its agenda."""
    count = len(meeting.get("agenda") or ())
    places = st.none() | st.integers(1, count) if count else st.none()

    def tie(part: str, entries: list[dict[str, Any]]) -> st.SearchStrategy[Any]:
        return st.tuples(st.just(part), st.tuples(*(places.map(lambda at, each=each: {**each, "item": at})
                                                    for each in entries)).map(list))  # fmt: skip

    tied = [tie(part, meeting[part]) for part in ("papers", "opinions", "votes") if meeting.get(part)]
    return st.tuples(*tied).map(lambda parts: {**meeting, **dict(parts)})


meetings = bare_meetings.flatmap(with_items)


def recorded(value: Any) -> Any:
    """A JSON value without what says nothing: null, empty lists and objects, and a site that is only its name."""
    if isinstance(value, dict):
        kept = {key: recorded(each) for key, each in value.items()}
        return {key: each for key, each in kept.items() if each not in (None, [], {})}
    if isinstance(value, list):
        return [recorded(each) for each in value]
    return value
