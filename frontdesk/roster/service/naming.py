"""The columns a person's name is kept in."""

from frontdesk.roster.rules.identity import name_key
from frontdesk.vietnamese import sort_key


def naming(name: str, sort_name: str | None = None) -> dict[str, str | None]:
    """Name, the key namesakes share, and where the name sorts; `sort_name` for names that do not fit the rule."""
    return {
        "name": name,
        "name_key": name_key(name),
        "sort_name": sort_name or None,
        "sort_key": sort_key(name, sort_name),
    }
