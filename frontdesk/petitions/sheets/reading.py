"""From the rows of a register to what each says of a petition."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from frontdesk.messages import _, n_
from frontdesk.petitions.rules.likeness import likeness_key
from frontdesk.petitions.rules.secrecy import Identity
from frontdesk.petitions.rules.words import Kind, Route, Status
from frontdesk.petitions.sheets import words
from frontdesk.sheet import Cell, Ignored, Outcome, Recognised, Row, RowOutcome, is_blank, values, walk
from frontdesk.vietnamese import excerpt, fold

_TICKED_KINDS: Final = {
    "is_denunciation": Kind.DENUNCIATION,
    "is_complaint": Kind.COMPLAINT,
    "is_report": Kind.REPORT,
    "is_proposal": Kind.PROPOSAL,
}
_TICKED_ROUTES: Final = {
    "is_forwarded": Route.FORWARD,
    "is_accepted": Route.ACCEPT,
    "is_returned": Route.RETURN,
    "is_guided": Route.GUIDE,
    "is_filed": Route.FILE,
}
_DONE_BY_ROUTE: Final = {Route.GUIDE: Status.GUIDED, Route.RETURN: Status.RETURNED, Route.FILE: Status.FILED}
_TEXTS: Final = (
    "field", "place", "settled_before", "forward_document", "result", "answer_document", "satisfaction", "meeting",
    "remark",
)  # fmt: skip
_SENDER_TEXTS: Final = ("sender_address", "sender_identity", "representatives")


@dataclass(frozen=True, slots=True)
class PetitionLine:
    """What a row says: `columns` are those of a petition it gives; `area` and `agency` are names still to be found.

    `due` is the deadline the register itself gives, `likeness` the key of its summary. `remarks` are sentences about
    what was left out.
    """

    row: int
    number: str | None
    columns: Mapping[str, Any]
    area: str | None
    agency: str | None
    due: date | None
    likeness: str
    remarks: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """What the row is classed as."""
        return Kind(self.columns["kind"])

    @property
    def what(self) -> str:
        """The row in a few words, never with the name of a denouncer."""
        said = (self.columns.get("book_number"), self.columns.get("sender"), self.columns["summary"])
        return excerpt(" · ".join(filter(None, said)), 80)


@dataclass(frozen=True, slots=True)
class SheetLines:
    """A whole register read: its petitions, and what became of the other rows."""

    lines: tuple[PetitionLine, ...]
    others: tuple[RowOutcome, ...]
    notes: tuple[str, ...]


@dataclass(slots=True)
class _Register:
    """What a whole register says of its rows.

    `year`: of its title, for days without one. `kind`: the only one it is kept for; `has_kinds`: each row says its
    own; `may_denounce`: it holds denunciations too. `received`: the day of all rows where no column gives it.
    `guessed` counts the rows that nothing says the kind of.
    """

    today: date
    year: int | None
    kind: Kind | None
    has_kinds: bool
    may_denounce: bool = False
    received: date | None = None
    guessed: int = 0

    def day(self, cell: Cell) -> date | None:
        """The day of a cell."""
        return values.day(cell, self.today, year=self.year)


def read_lines(recognised: Recognised, today: date) -> SheetLines:
    """Read every row under the header of each sheet; a row that cannot be read is rejected with its reason."""
    lines: list[PetitionLine] = []
    others: list[RowOutcome] = []
    guessed = 0
    for sheet in recognised.sheets:
        rows = list(walk(sheet))
        register = _register(sheet, rows, today)
        for row in rows:
            if isinstance(row, Ignored):
                others.append(RowOutcome(Outcome.IGNORED, row.number, excerpt(row.text, 80), row.why))
                continue
            try:
                lines.append(_line(row, register))
            except ValueError as error:
                others.append(RowOutcome(Outcome.REJECTED, row.number, _known_by(row), str(error)))
        guessed += register.guessed
    told = (_taken_as_proposals(guessed),) if guessed else ()
    return SheetLines(tuple(lines), tuple(others), (*recognised.notes(), *told))


def _taken_as_proposals(count: int) -> str:
    return n_(
        "Nothing says of what kind {count} petition is; it was taken as a proposal. Class it anew if it is another.",
        "Nothing says of what kind {count} petitions are; they were taken as proposals. Class the others anew.",
        count,
    ).format(count=count)


def _register(sheet: Recognised, rows: Sequence[Row | Ignored], today: date) -> _Register:
    titles = [row.text for row in rows[: sheet.title_rows] if isinstance(row, Ignored)]
    has_kinds = not sheet.mapping.keys().isdisjoint({"kind", *_TICKED_KINDS})
    headers = [column.header for column in sheet.mapping.get("summary", ())]
    kind = words.kind_of_book(titles) or words.kind_of_book(headers)
    received = None if "received" in sheet.mapping else values.day_of(titles)
    may_denounce = any(map(words.tells_on_somebody, (*titles, *headers)))
    return _Register(today, values.year_of(titles), kind, has_kinds, may_denounce, received)


def _line(row: Row, register: _Register) -> PetitionLine:
    cells, today = {name: cell for name, cell in row.cells.items() if cell != ""}, register.today
    columns: dict[str, Any] = {
        "summary": _text(cells, "summary"),
        "received": _received(cells, register),
        "book_number": _text(cells, "book_number") or None,
        "kind": _kind(cells, row.group, register),
        "people": _people(cells),
        "channel": words.channel(cells.get("channel", "")),
        "satisfied": _satisfied(cells),
    }
    if not columns["summary"]:
        raise ValueError(_("The row does not say what the petition asks."))
    columns |= {name: _text(cells, name) or None for name in _TEXTS}
    for name in ("forwarded", "answered", "told"):
        columns[name] = register.day(cells[name]) if name in cells else None
    if columns["answered"] is None:
        told_of = (words.settled_on(cells[name], today) for name in ("result", "status") if name in cells)
        columns["answered"] = next(filter(None, told_of), None)
    remarks = (*_put_sender(cells, columns), *_odd_days(columns, today))
    agency = _agency(cells)
    columns["route"] = _route(cells, agency, columns["forwarded"])
    columns |= _standing(_status(cells), columns, agency)
    area = values.text_or_none(cells.get("area", "")) or words.area_in(columns.get("sender_address") or "")
    return PetitionLine(
        row.number,
        _text(cells, "number") or None,
        columns,
        area,
        agency,
        register.day(cells["due"]) if "due" in cells else None,
        likeness_key(columns["summary"]),
        remarks,
    )


def _text(cells: Mapping[str, Cell], name: str) -> str:
    return values.text(cells[name]) if name in cells else ""


def _known_by(row: Row) -> str:
    """A rejected row in a few words: its number and matter, but of a denunciation the number alone."""
    secret = "to cao" in fold(values.text(row.cells.get("kind", ""))) or row.cells.get("is_denunciation")
    names = ("book_number",) if secret else ("book_number", "summary")
    return excerpt(" · ".join(filter(None, (values.text(row.cells.get(name, "")) for name in names))), 80)


def _received(cells: Mapping[str, Cell], register: _Register) -> date:
    received = register.day(cells.get("received", "")) or register.received
    if received is None:
        raise ValueError(_("The row does not say when the petition came."))
    return received


def _odd_days(columns: Mapping[str, Any], today: date) -> tuple[str, ...]:
    """What is strange about the days of a row; a register is taken as it was kept, so none is refused."""
    known = [columns[name] for name in ("received", "forwarded", "answered", "told") if columns[name] is not None]
    remarks = []
    if known != sorted(known):
        remarks.append(_("The days of this row do not follow each other; they were taken as they stand."))
    if known[-1] > today:
        remarks.append(_("A day of this row is yet to come; it was taken as it stands."))
    return tuple(remarks)


def _kind(cells: Mapping[str, Cell], group: str, register: _Register) -> Kind:
    """The kind the row says; else what its group, its first words or the whole register say; else a proposal."""
    ticked = (kind for name, kind in _TICKED_KINDS.items() if not is_blank(cells.get(name, "")))
    found = words.kind(cells.get("kind", "")) or next(ticked, None)
    summary = values.text(cells.get("summary", ""))
    if found is None and not register.has_kinds:
        found = words.kind_of_book([group]) or words.kind_of_matter(summary) or register.kind
        if found is None and not register.may_denounce and not words.tells_on_somebody(summary):
            register.guessed += 1
            return Kind.PROPOSAL
    if found is None:
        raise ValueError(_("The row does not say what kind of petition it is."))
    return found


def _satisfied(cells: Mapping[str, Cell]) -> bool | None:
    said = words.satisfied(cells.get("satisfied", ""))
    return False if said is None and words.satisfied(cells.get("dissatisfied", "")) else said


def _route(cells: Mapping[str, Cell], agency: str | None, forwarded: date | None) -> Route | None:
    ticked = (route for name, route in _TICKED_ROUTES.items() if name in cells and not is_blank(cells[name]))
    found = words.route(cells.get("route", "")) or next(ticked, None)
    return found or (Route.FORWARD if agency and forwarded else None)


def _people(cells: Mapping[str, Cell]) -> int:
    counted = values.whole(cells.get("people", ""))
    sender = cells.get("sender") or cells.get("sender_and_address", "")
    return counted or words.people_in(cells.get("kind", ""), sender) or 1


def _agency(cells: Mapping[str, Cell]) -> str | None:
    """Where a petition went: its own column, or what stands under or in "Chuyển đơn"."""
    named = values.text_or_none(cells.get("agency", ""))
    return named or words.agency_in(cells.get("is_forwarded", "")) or words.agency_in(cells.get("route", ""))


def _status(cells: Mapping[str, Cell]) -> Status | None:
    return words.status(cells.get("status", "")) or words.status(cells.get("result", ""))


def _put_sender(cells: Mapping[str, Cell], columns: dict[str, Any]) -> tuple[str, ...]:
    """Take the sender over, but nothing of a denunciation's; ValueError where its text says who sent it."""
    both, address = words.sender_and_address(cells.get("sender_and_address", ""))
    phones = values.phones(cells.get("sender_phone", ""))
    given: dict[str, Any] = dict.fromkeys(_SENDER_TEXTS)
    given |= {name: values.text_or_none(cells[name]) for name in _SENDER_TEXTS if name in cells}
    given["sender"] = words.sender(cells.get("sender", "")) or both
    given["sender_address"] = address or given["sender_address"]
    given["sender_phone"] = ", ".join(phones) or None
    if given["sender_identity"] == words.MASK:
        given["sender_identity"] = None
    if columns["kind"] is not Kind.DENUNCIATION:
        columns |= given
        return ()
    identity = Identity.of(
        given["sender"],
        given["sender_address"],
        given["sender_phone"],
        given["sender_identity"],
        given["representatives"],
    )
    if any(identity.found_in(columns[name]) for name in ("summary", *_TEXTS)):
        raise ValueError(_("The text says who sent the denunciation. Take the name out of the sheet first."))
    return (_("The sender of a denunciation was not taken over."),) if identity else ()


def _standing(said: Status | None, columns: Mapping[str, Any], agency: str | None) -> dict[str, Any]:
    """How far the case had come: its status, the day it was settled, accepted or closed."""
    route, received = columns["route"], columns["received"]
    done = columns["answered"] or columns["forwarded"] or received
    if columns["answered"] is not None:
        status = Status.TOLD if columns["told"] else Status.ANSWERED
    elif columns["forwarded"] is not None or (route is Route.FORWARD and agency):
        status = Status.FORWARDED
    elif route in _DONE_BY_ROUTE:
        status = _DONE_BY_ROUTE[route]
    else:
        status = Status.CLASSIFIED if route is Route.ACCEPT else Status.RECEIVED
    status = said or status
    settled = None if status in (Status.RECEIVED, Status.CLASSIFIED, Status.FORWARDED) else done
    return {
        "status": status,
        "settled": settled,
        "accepted": received if route is Route.ACCEPT else None,
        "closed": done if status is Status.CLOSED else None,
        "closed_as": "settled" if status is Status.CLOSED else None,
    }
