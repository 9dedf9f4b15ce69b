"""Header lines, symbols, number books and signers."""

from datetime import date

import pytest

from frontdesk.commands.services import Services
from frontdesk.errors import RuleBroken
from frontdesk.office import CommuneRow, Set, SetBook, SetSigner, commune, communes
from frontdesk.office.deeds import SET_BOOK


def code_of(kind: str, short: str, province: str = "") -> str:
    """The code of a commune that is named in a test."""
    rows = communes(f"{kind} {short} {province}")
    return next(row.code for row in rows if (row.kind, row.short) == (kind, short))


@pytest.mark.parametrize(
    ("kind", "short", "province", "line", "place", "author"),
    [
        ("xã", "Hải Hưng", "", "ỦY BAN MTTQ VIỆT NAM XÃ HẢI HƯNG", "Hải Hưng", "Ủy ban MTTQ Việt Nam xã Hải Hưng"),
        (
            "phường", "Ba Đình", "Hà Nội",
            "ỦY BAN MTTQ VIỆT NAM PHƯỜNG BA ĐÌNH", "Ba Đình", "Ủy ban MTTQ Việt Nam phường Ba Đình",
        ),
        (
            "đặc khu", "Phú Quốc", "",
            "ỦY BAN MTTQ VIỆT NAM ĐẶC KHU PHÚ QUỐC", "Phú Quốc", "Ủy ban MTTQ Việt Nam đặc khu Phú Quốc",
        ),
    ],
)  # fmt: skip
def test_the_letterhead_names_the_commune(
    services: Services, kind: str, short: str, province: str, line: str, place: str, author: str
) -> None:
    office = services.office
    office.set(Set("office.commune", code_of(kind, short, province)))
    head = office.letterhead("BB-MTTQ-BTT", "05/BB-MTTQ-BTT", date(2026, 9, 5))
    assert head.issuer_lines == (line, "BAN THƯỜNG TRỰC")
    assert head.place_date == f"{place}, ngày 05 tháng 9 năm 2026"
    assert head.number_line == "Số: 05/BB-MTTQ-BTT"
    assert office.author() == author


def test_a_numbered_ward_keeps_its_kind_in_the_place() -> None:
    row = CommuneRow("00001", "phường", "1", "Tỉnh")
    assert row.name == "Phường 1"


def test_the_spelling_of_uy_is_the_offices_own(services: Services) -> None:
    office = services.office
    office.set(Set("office.old_tone_place", "không"))
    assert office.issuer_lines()[0].startswith("UỶ BAN MTTQ")
    assert office.author().startswith("Uỷ ban MTTQ")


def test_a_draft_has_room_for_its_number_and_its_day(services: Services) -> None:
    head = services.office.letterhead("BB-MTTQ-BTT", None, None, draft=True, about="V/v mời họp")
    assert head.number_line == "Số:        /BB-MTTQ-BTT"
    assert head.place_date.endswith("ngày      tháng      năm 2026")
    assert (head.draft, head.about) == (True, "V/v mời họp")
    assert services.office.letterhead("", None, None).number_line == ""


def test_the_fund_has_a_letterhead_of_its_own(services: Services) -> None:
    assert services.office.issuer_lines(fund=True)[1] == "BAN VẬN ĐỘNG QUỸ “VÌ NGƯỜI NGHÈO”"


@pytest.mark.parametrize(
    ("kind", "fund", "symbol"),
    [("BB", False, "BB-MTTQ-BTT"), ("", False, "MTTQ-BTT"), ("BC", True, "BC-BVĐ"), ("", True, "BVĐ")],
)
def test_a_symbol_follows_its_pattern(services: Services, kind: str, fund: bool, symbol: str) -> None:
    assert services.office.symbol(kind, fund=fund) == symbol


def test_the_pattern_of_symbols_is_a_setting(services: Services) -> None:
    services.office.set(Set("office.symbol", "{kind}-MT"))
    assert services.office.symbol("BB") == "BB-MT"


def take(services: Services, kind: str, year: int, *, fund: bool = False, fail: bool = False) -> str:
    with services.store.change(SET_BOOK) as change:
        number = services.office.take_number(change, kind, year, fund=fund)
        if fail:
            raise RuleBroken("test.no", "Không")
    return number


def test_each_kind_and_year_has_a_book_without_gaps(services: Services) -> None:
    assert [take(services, "BB", 2026) for _each in range(2)] == ["01/BB-MTTQ-BTT", "02/BB-MTTQ-BTT"]
    assert take(services, "", 2026) == "01/MTTQ-BTT"
    assert take(services, "BB", 2027) == "01/BB-MTTQ-BTT"
    assert take(services, "BB", 2026, fund=True) == "01/BB-BVĐ"
    with pytest.raises(RuleBroken):
        take(services, "BB", 2026, fail=True)
    assert take(services, "BB", 2026) == "03/BB-MTTQ-BTT"
    assert [(book.series, book.last) for book in services.office.books(2026)] == [
        ("BB-BVĐ", 1),
        ("BB-MTTQ-BTT", 3),
        ("MTTQ-BTT", 1),
    ]
    assert all(finding.ok for finding in services.check(None))


def test_two_numbers_in_one_deed_follow_each_other(services: Services) -> None:
    with services.store.change(SET_BOOK) as change:
        numbers = [services.office.take_number(change, "BB", 2026) for _each in range(3)]
    assert numbers == ["01/BB-MTTQ-BTT", "02/BB-MTTQ-BTT", "03/BB-MTTQ-BTT"]


def test_one_series_for_all_kinds_is_a_setting(services: Services) -> None:
    services.office.set(Set("office.one_series", "có"))
    numbers = [take(services, kind, 2026) for kind in ("BB", "BC", "")]
    assert numbers == ["01/BB-MTTQ-BTT", "02/BC-MTTQ-BTT", "03/MTTQ-BTT"]


def test_a_book_begun_on_paper_goes_on_from_there_and_never_back(services: Services) -> None:
    office = services.office
    office.set_book(SetBook("BB-MTTQ-BTT", 2026, 41))
    assert take(services, "BB", 2026) == "42/BB-MTTQ-BTT"
    with pytest.raises(RuleBroken, match="42") as refused:
        office.set_book(SetBook("BB-MTTQ-BTT", 2026, 41))
    assert (refused.value.code, refused.value.field) == ("office.book.backwards", "last")
    assert office.set_book(SetBook("BB-MTTQ-BTT", 2026, 42)).last == 42
    with pytest.raises(RuleBroken):
        office.set_book(SetBook("BC-MTTQ-BTT", 2026, -1))


def test_numbers_past_nine_and_ninety_nine_are_written_plainly(services: Services) -> None:
    services.office.set_book(SetBook("BB-MTTQ-BTT", 2026, 9))
    assert take(services, "BB", 2026) == "10/BB-MTTQ-BTT"
    services.office.set_book(SetBook("BB-MTTQ-BTT", 2026, 99))
    assert take(services, "BB", 2026) == "100/BB-MTTQ-BTT"


@pytest.mark.parametrize(
    ("post", "lines"),
    [
        ("chair", ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH")),
        ("deputy", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("fund", ("TM. BAN VẬN ĐỘNG", "TRƯỞNG BAN")),
        ("accountant", ("KẾ TOÁN",)),
        ("treasurer", ("THỦ QUỸ",)),
    ],
)
def test_a_post_signs_with_its_lines_until_the_office_says_otherwise(
    services: Services, post: str, lines: tuple[str, ...]
) -> None:
    office = services.office
    assert (office.signer(post).lines, office.signer(post).name) == (lines, "")
    office.set_signer(SetSigner(post, ("TL. BAN THƯỜNG TRỰC", "ỦY VIÊN"), "Phạm Thu Hà"))
    office.set_signer(SetSigner(post, ("TL. BAN THƯỜNG TRỰC", "ỦY VIÊN"), "Phạm Thu Hương"))
    assert office.signer(post).lines == ("TL. BAN THƯỜNG TRỰC", "ỦY VIÊN")
    assert office.signers()[post].name == "Phạm Thu Hương"


def test_a_signer_needs_a_line(services: Services) -> None:
    with pytest.raises(RuleBroken) as refused:
        services.office.set_signer(SetSigner("chair", ("  ",)))
    assert refused.value.code == "office.signer.lines"


def test_there_are_3321_communes_in_34_provinces() -> None:
    rows = list(communes())
    assert len(rows) == len({row.code for row in rows}) == 3321
    assert len({row.province for row in rows}) == 34
    assert {row.kind for row in rows} == {"xã", "phường", "đặc khu"}
    assert all(row.short and not row.short.startswith(row.kind) for row in rows)


@pytest.mark.parametrize("text", ["ba dinh", "BA ĐÌNH", "phuong ba dinh ha noi", "ba di", "00004"])
def test_a_commune_is_found_without_marks_by_beginnings_of_words(text: str) -> None:
    assert "Ba Đình" in {row.short for row in communes(text)}


@pytest.mark.parametrize("text", ["xyzq", "ba dinh ca mau"])
def test_what_matches_no_commune_gives_none(text: str) -> None:
    assert list(communes(text)) == []


@pytest.mark.parametrize("code", ["", "99999", "phường", "-1"])
def test_an_unknown_code_is_refused(services: Services, code: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        commune(code)
    assert (refused.value.code, refused.value.field) == ("office.commune.unknown", "commune")
    with pytest.raises(RuleBroken):
        services.office.set(Set("office.commune", code))
    assert services.office.commune().code == "00070"


def test_a_code_may_lack_its_leading_noughts() -> None:
    assert commune("70") == commune("00070") == commune(" 00070 ")
