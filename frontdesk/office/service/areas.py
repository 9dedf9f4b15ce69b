"""The residential areas of the commune."""

from datetime import date
from typing import Any

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.office.areas import AreaKind, AreaRow, area_key, area_kind, area_sort_key, bare_key
from frontdesk.office.asks import ListAsk
from frontdesk.office.deeds import ADD_AREA, EDIT_AREA, AddArea, EditArea
from frontdesk.office.model import Area, stood
from frontdesk.office.service.base import Settings
from frontdesk.store import Change
from frontdesk.vietnamese import fold


class Areas(Settings):
    """Listing, finding and keeping areas; renaming and merging, which move people, are the roster's."""

    def areas(self, on: date | None = None) -> list[AreaRow]:
        """The areas there are on a day (None: those that have not ended), in the order people list them."""
        query = Area.select().order_by(Area.sort_key, Area.id)
        if on is None:
            query = query.where(Area.until.is_null())
        else:
            query = query.where(Area.since.is_null() | (Area.since <= on), Area.until.is_null() | (Area.until >= on))
        return [_row(area) for area in query]

    def area(self, area_id: int) -> AreaRow:
        """The area with this id, ended or not."""
        return _row(Area.get_by_id(area_id))

    def find_area(self, name: str) -> AreaRow | None:
        """The area people mean by `name`, ended ones only where no other answers; None when unsure or unknown."""
        key = area_key(name)
        if not key:
            return None
        exact = list(Area.select().where(Area.key == key, stood(Area)).order_by(Area.until.desc(nulls="first")))
        if exact:
            return _row(exact[0])
        bare = bare_key(key)
        if bare.isdigit():
            return None
        # Thôn Đông and Xóm Đông are two; An Niên, Khu dân cư An Niên and Thôn An Niên are one.
        kind, general = area_kind(name), AreaKind.RESIDENTIAL_AREA
        alike = [
            area
            for area in self.areas()
            if bare_key(area_key(area.name)) == bare and (kind == area.kind or general in (kind, area.kind))
        ]
        return alike[0] if len(alike) == 1 else None

    def ensure_area(self, change: Change, name: str) -> tuple[int, bool]:
        """The id of the area called `name`, made when it is not known yet; whether it was made."""
        found = self.find_area(name)
        if found is not None:
            return found.id, False
        return change.write(Area, _values(name, None, None, None)), True

    def add_area(self, ask: AddArea) -> AreaRow:
        """Record an area that was not known."""
        if not ask.name.strip():
            raise RuleBroken("office.area.nameless", _("An area needs a name."), "name")
        _refuse_less_than_none(ask.households)
        known = self.find_area(ask.name)
        if known is not None and known.until is None:
            raise RuleBroken("office.area.known", _("There already is “{name}”.").format(name=known.name), "name")
        with self.store.change(ADD_AREA) as change:
            area_id = change.write(Area, _values(ask.name, ask.kind, ask.households, ask.since))
        return self.area(area_id)

    def edit_area(self, ask: EditArea) -> AreaRow:
        """Correct an area's kind, households or first day."""
        found = self.find_area(ask.name)
        if found is None:
            raise RuleBroken("office.area.unknown", _("There is no area “{name}”.").format(name=ask.name), "name")
        _refuse_less_than_none(ask.households)
        if ask.since is not None and found.until is not None and found.until < ask.since:
            raise RuleBroken("office.area.days", _("The last day lies before the first."), "since")
        wanted = {"kind": ask.kind, "households": ask.households, "since": ask.since}
        given = {column: value for column, value in wanted.items() if value is not None}
        with self.store.change(EDIT_AREA) as change:
            change.amend(Area, found.id, revision=ask.revision, **given)
        return self.area(found.id)

    def list_areas(self, ask: ListAsk) -> list[dict[str, Any]]:
        """The areas as `list areas` shows them, ended ones too."""
        rows = [_row(area) for area in Area.select().where(stood(Area)).order_by(Area.sort_key, Area.id)]
        names = {row.id: row.name for row in rows}
        wanted = fold(ask.search or "")
        return [
            {
                "name": row.name,
                "kind": row.kind.value,
                "households": row.households,
                "from": row.since and row.since.isoformat(),
                "to": row.until and row.until.isoformat(),
                "merged_into": names.get(row.merged_into_id) if row.merged_into_id else None,
            }
            for row in rows
            if wanted in fold(row.name)
        ]


def _refuse_less_than_none(households: int | None) -> None:
    if households is not None and households < 0:
        raise RuleBroken("office.area.households", _("The number of households is 0 or more."), "households")


def _values(name: str, kind: AreaKind | None, households: int | None, since: date | None) -> dict[str, Any]:
    tidy = " ".join(name.split())
    return {
        "name": tidy,
        "kind": kind or area_kind(tidy),
        "households": households,
        "since": since,
        "key": area_key(tidy),
        "sort_key": area_sort_key(tidy),
    }


def _row(area: Area) -> AreaRow:
    return AreaRow(
        area.id,
        area.name,
        AreaKind(area.kind),
        area.households,
        area.since,
        area.until,
        area.merged_into_id,
        area.revision,
    )
