"""The columns of a cash book that say what stands on its vouchers besides; sheets kept by hand have none of them."""

from collections.abc import Mapping
from typing import Final, TypeVar

from frontdesk.fund.rules.kinds import Consent, DonorKind
from frontdesk.fund.rules.particulars import PLAIN, Giver, Helped, Particulars
from frontdesk.messages import _
from frontdesk.sheet import Cell, FieldSpec, Kind, is_blank, values
from frontdesk.vietnamese import fold

_Word = TypeVar("_Word")

_HEADERS: Final = (
    ("address", "Địa chỉ", 30),
    ("documents", "Kèm theo", 20),
    ("approval", "Căn cứ duyệt", 18),
    ("reserved_for", "Mục đích được giao", 24),
    ("restricted", "Dùng đúng ý người cho", 12),
    ("gift", "Sử dụng tiền của phiếu", 18),
    ("donor_number", "Mã người ủng hộ", 14),
    ("donor_name", "Tên người ủng hộ", 30),
    ("donor_kind", "Cá nhân, tổ chức", 12),
    ("donor_consent", "Cách nêu tên", 12),
    ("household_number", "Mã hộ", 12),
    ("household_head", "Chủ hộ", 26),
    ("household_area", "Khu dân cư", 18),
    ("reverses", "Hủy bỏ phiếu", 16),
    ("reason", "Hủy vì", 24),
    ("accountant", "Kế toán viên", 24),
    ("treasurer", "Thủ quỹ", 24),
    ("exception", "Kiêm nhiệm vì", 24),
)
HEADERS: Final = tuple((header, width) for _name, header, width in _HEADERS)
FIELDS: Final = tuple(
    FieldSpec(name, (header,), kind=Kind.YES if name == "restricted" else Kind.TEXT) for name, header, _w in _HEADERS
)
_NAMES: Final = frozenset(name for name, _header, _width in _HEADERS)
_KINDS: Final = {DonorKind.PERSON: "Cá nhân", DonorKind.ORGANISATION: "Tổ chức"}
_CONSENTS: Final = {Consent.SHOWN: "Nêu tên", Consent.MASKED: "Viết tắt", Consent.ANONYMOUS: "Ẩn danh"}


def cells_of(of: Particulars) -> tuple[str, ...]:
    """The cells of a voucher in the order of `HEADERS`, "" where it says nothing."""
    giver, helped = of.donor, of.household
    donor = (giver.number, giver.name, _KINDS[giver.kind], _consent(giver.consent)) if giver else ("",) * 4
    household = (helped.number, helped.head, helped.area) if helped else ("",) * 3
    wish = (of.reserved_for or "", "x" if of.restricted else "", of.gift or "")
    undone = (of.reverses or "", of.reason or "")
    people = (of.accountant, of.treasurer, of.exception or "")
    return (of.address, of.documents, of.approval or "", *wish, *donor, *household, *undone, *people)


def particulars_of(cells: Mapping[str, Cell]) -> Particulars:
    """What the cells of a row say, by field; ValueError with the sentence to show for a word that is none of ours."""
    if _NAMES.isdisjoint(cells):
        return PLAIN
    said = {name: values.text(cell) for name, cell in cells.items() if name in _NAMES and not is_blank(cell)}
    if not said:
        return PLAIN
    names = ("address", "documents", "approval", "accountant", "treasurer", "exception")
    more = ("reserved_for", "gift", "reverses", "reason")
    plain = {name: said[name] for name in (*names, *more) if name in said}
    return Particulars(
        **plain,
        restricted=bool(values.yes(cells.get("restricted", ""))),
        donor=_giver(said),
        household=_helped(said),
    )


def _giver(said: Mapping[str, str]) -> Giver | None:
    number, name = said.get("donor_number", "").upper(), said.get("donor_name", "")
    if not (number or name):
        return None
    kind = _meant(_KINDS, said.get("donor_kind", "")) or DonorKind.PERSON
    return Giver(number, name, kind, _meant(_CONSENTS, said.get("donor_consent", "")))


def _helped(said: Mapping[str, str]) -> Helped | None:
    number, head = said.get("household_number", "").upper(), said.get("household_head", "")
    return Helped(number, head, said.get("household_area", "")) if number or head else None


def _meant(words: Mapping[_Word, str], text: str) -> _Word | None:
    """The value a word of a sheet means, None for a blank."""
    if not text:
        return None
    for value, word in words.items():
        if fold(word) == fold(text):
            return value
    raise ValueError(_("“{text}” is none of: {words}").format(text=text, words=", ".join(words.values())))


def _consent(consent: Consent | None) -> str:
    return "" if consent is None else _CONSENTS[consent]
