"""The 3,321 communes, wards and special zones, found without diacritics and without a network."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from frontdesk.errors import RuleBroken
from frontdesk.messages import _
from frontdesk.vietnamese import fold


@dataclass(frozen=True)
class CommuneRow:
    """A commune by its five-digit `code`; `kind` is "xã", "phường" or "đặc khu", `short` its name without it."""

    code: str
    kind: str
    short: str
    province: str

    @property
    def name(self) -> str:
        """As it stands in a sentence: "phường Hải Đông"; a numbered unit keeps its capital: "Phường 1"."""
        return f"{self.kind.capitalize() if self.short.isdigit() else self.kind} {self.short}"

    @property
    def upper_unit(self) -> str:
        """The province as it stands in a sentence: "tỉnh An Giang", "thành phố Cần Thơ"."""
        city, _space, name = self.province.partition("Thành phố ")
        return f"thành phố {name}" if name else f"tỉnh {city}"


@cache
def _all() -> dict[str, CommuneRow]:
    # Late: only making an office and choosing another commune need the list.
    from vietnam_provinces import Province, Ward

    provinces = {province.code: province.name for province in Province.iter_all()}
    rows = {}
    for ward in Ward.iter_all():
        kind = ward.division_type.value
        short = ward.name[len(kind) :].strip()
        code = f"{int(ward.code):05}"
        rows[code] = CommuneRow(code, kind, short, provinces[ward.province_code])
    return rows


def communes(text: str = "") -> Iterator[CommuneRow]:
    """The communes whose name or province holds the words of `text`, any marks aside; all of them for ""."""
    words = fold(text).split()
    for row in _all().values():
        searched = fold(f"{row.code} {row.kind} {row.short} {row.province}").split()
        if all(any(place.startswith(word) for place in searched) for word in words):
            yield row


def commune(code: str) -> CommuneRow:
    """The commune with this code; RuleBroken when there is none."""
    found = _all().get(code.strip().zfill(5)) if code.strip().isdigit() else None
    if found is None:
        raise RuleBroken(
            "office.commune.unknown",
            _("There is no commune with the code {code}. Look it up with `communes`.").format(code=code),
            "commune",
        )
    return found
