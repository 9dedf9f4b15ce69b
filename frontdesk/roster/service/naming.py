"""The columns a person's name is kept in."""

from frontdesk.roster.rules.identity import name_key
from frontdesk.vietnamese import nfc, sort_key


def naming(name: str, sort_name: str | None = None) -> dict[str, str | None]:
    """Name, the key namesakes share, and where the name sorts; `sort_name` for names that do not fit the rule.

    The keys are those of the letters the store will keep: composed, trimmed, without what nobody can see.
    """
    kept, wanted = nfc(name), nfc(sort_name or "") or None
    return {
        "name": kept,
        "name_key": name_key(kept),
        "sort_name": wanted,
        # A key may begin with blanks, which the store would trim: "(đã xóa)".
        "sort_key": nfc(sort_key(kept, wanted)),
    }
