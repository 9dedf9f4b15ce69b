"""People admitted, corrected, joined, withdrawn and blanked; posts given and ended."""

from datetime import date
from pathlib import Path

import pytest

from frontdesk.errors import NotAllowed, RuleBroken, Stale
from frontdesk.office import AdmitUser, ListAsk, Office
from frontdesk.roster import (
    Admit,
    AmendMembership,
    Appoint,
    BlankPerson,
    BodyKind,
    Correct,
    EditPeople,
    EndMembership,
    FoundBody,
    HowChosen,
    JoinPeople,
    PeopleFilter,
    PeopleSort,
    ReinstatePerson,
    ResumeMembership,
    Roster,
    SetPhoto,
    SetPost,
    Sex,
    ShowSensitive,
    Status,
    WhyEnded,
    WithdrawMembership,
    WithdrawPerson,
)
from frontdesk.store import Role, Store, journal_entries, open_store
from tests.conftest import StandingClock

INSPECTORS = "Ban Thanh tra nhân dân"
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40


def names(rows: list) -> list[str]:
    return [row.name for row in rows]


def test_a_person_gets_a_number_and_a_first_post(roster: Roster) -> None:
    person = roster.admit(Admit("NGUYỄN THỊ  HÒA", Sex.FEMALE, birth_year=1968, area="Khu phố 1", post="Trưởng ban"))
    assert (person.number, person.name, person.birth_year, person.born) == ("NG-0001", "Nguyễn Thị Hòa", 1968, None)
    (held,) = person.memberships
    assert (held.body, held.area, held.post) == ("Ban Công tác Mặt trận Khu phố 1", "Khu phố 1", "Trưởng ban")


def test_a_post_without_area_or_body_is_one_of_the_committee(roster: Roster) -> None:
    (held,) = roster.admit(Admit("Lê Văn An", post="Ủy viên")).memberships
    assert (held.body_kind, held.body) == (BodyKind.COMMITTEE, "Ủy ban MTTQ Việt Nam phường Hoàn Kiếm")


@pytest.mark.parametrize(
    ("ask", "field"),
    [
        (Admit("  "), "name"),
        (Admit("Lê Văn An", born=date(1968, 9, 5), birth_year=1969), "birth_year"),
        (Admit("Lê Văn An", born=date(2026, 6, 23)), "born"),
        (Admit("Lê Văn An", birth_year=1899), "birth_year"),
        (Admit("Lê Văn An", birth_year=2027), "birth_year"),
        (Admit("Lê Văn An", phone="12"), "phone"),
        (Admit("Lê Văn An", body="Ban Lạ"), "body"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field_and_writes_nothing(roster: Roster, ask: Admit, field: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        roster.admit(ask)
    assert refused.value.field == field
    assert roster.count() == 0
    assert roster.admit(Admit("Lê Văn An", born=date(2026, 6, 22))).number == "NG-0001"


def test_somebody_known_is_refused_unless_said_to_be_a_namesake(roster: Roster) -> None:
    roster.admit(Admit("Nguyễn Thị Hòa", birth_year=1968, area="Khu phố 1"))
    for again in (Admit("Nguyễn Thị Hoà", birth_year=1968), Admit("Nguyễn Thị Hòa", area="KP 1")):
        with pytest.raises(RuleBroken) as refused:
            roster.admit(again)
        assert (refused.value.code, "NG-0001" in refused.value.message) == ("roster.person.known", True)
    assert roster.admit(Admit("Nguyễn Thị Hòa", birth_year=1970, area="Khu phố 1")).number == "NG-0002"
    assert roster.admit(Admit("Nguyễn Thị Hòa", birth_year=1968, namesake=True)).number == "NG-0003"
    assert len(roster.namesakes("Nguyễn Thị Hoà", None, 1968, None)) == 2


@pytest.mark.parametrize("typed", ["hoa", "hòa", "hoà", "HOÀ", "dang", "đặng", "ng hoa", "Đặng Thị Hoà"])
def test_a_name_is_found_however_it_is_typed(roster: Roster, typed: str) -> None:
    roster.admit(Admit("Đặng Thị Ngọc Hòa", birth_year=1970))
    roster.admit(Admit("Lê Văn Bình", birth_year=1970))
    assert names(roster.find_people(typed)) == ["Đặng Thị Ngọc Hòa"]
    assert names(roster.page(PeopleFilter(search=typed))) == ["Đặng Thị Ngọc Hòa"]


@pytest.mark.parametrize("typed", ["NG-0002", "ng2", "2", "0002", "0912 34", "bì"])
def test_a_person_is_found_by_number_by_phone_and_by_two_letters(roster: Roster, typed: str) -> None:
    roster.admit(Admit("Lê Văn An", birth_year=1970))
    roster.admit(Admit("Lê Văn Bình", birth_year=1970, phone="0912.345.678"))
    assert names(roster.find_people(typed))[:1] == ["Lê Văn Bình"]


def test_people_stand_in_vietnamese_order_by_given_name(roster: Roster) -> None:
    for name in ("Lê Đức Đạt", "Trần Văn Dương", "Nguyễn Thị Ặc", "Nguyễn Thị Anh", "H'Hen Niê"):
        roster.admit(Admit(name, sort_name="Hen Niê" if name.startswith("H'") else None))
    ordered = ["Nguyễn Thị Anh", "Nguyễn Thị Ặc", "Trần Văn Dương", "Lê Đức Đạt", "H'Hen Niê"]
    assert names(roster.page()) == ordered
    assert names(roster.page(descending=True)) == ordered[::-1]
    assert names(roster.page(offset=1, limit=2)) == ordered[1:3]
    assert names(roster.page(sort=PeopleSort.NUMBER))[0] == "Lê Đức Đạt"


def test_a_correction_changes_what_it_names_and_empties_what_it_is_told_to(roster: Roster) -> None:
    first = roster.admit(Admit("Lê Văn An", born=date(1970, 1, 2), phone="0912345678", occupation="Giáo viên"))
    changed = roster.correct(Correct(first.number, name="Lê Văn Ân", birth_year=1971, clear=("occupation",)))
    assert (changed.name, changed.born, changed.birth_year) == ("Lê Văn Ân", None, 1971)
    assert (changed.phone, changed.occupation) == ("0912345678", None)
    with pytest.raises(Stale):
        roster.correct(Correct(first.number, phone="0987654321", revision=first.revision))
    with pytest.raises(RuleBroken):
        roster.correct(Correct(first.number, clear=("number",)))


def test_many_people_are_edited_at_once_or_not_at_all(roster: Roster) -> None:
    one, two = roster.admit(Admit("Lê Văn An")), roster.admit(Admit("Lê Văn Bình"))
    rows = roster.edit_people(EditPeople((one.number, two.number), profession="Đại học"))
    assert [row.profession for row in rows] == ["Đại học", "Đại học"]
    with pytest.raises(RuleBroken):
        roster.edit_people(EditPeople((one.number, "NG-0009"), profession="Cao đẳng"))
    assert roster.person(one.number).profession == "Đại học"


def test_sensitive_columns_are_masked_until_asked_for_and_that_is_journalled(roster: Roster) -> None:
    roster.admit(Admit("Lê Văn An", ethnicity="Hoa", religion="Phật giáo", party=True))
    (masked,) = roster.listing(ListAsk())
    assert (masked["ethnicity"], masked["religion"], masked["party"]) == (None, None, None)
    assert masked["masked"] == ["ethnicity", "religion", "party"]
    assert roster.page()[0].party_since is None
    (shown,) = roster.show_sensitive(ShowSensitive("lập báo cáo", ("NG-0001",)))
    assert (shown.ethnicity, shown.religion, shown.party, shown.masked) == ("Hoa", "Phật giáo", True, ())
    (listed,) = roster.listing(ListAsk(sensitive=True))
    assert (listed["ethnicity"], listed["masked"]) == ("Hoa", [])
    notes = [entry for entry in journal_entries() if entry.deed == "roster.show_sensitive"]
    assert [entry.number for entry in notes] == ["NG-0001", None]
    assert "lập báo cáo" in notes[0].content()["note"]


def test_who_may_not_see_sensitive_columns_is_refused(
    roster: Roster, roster_store: Store, clock: StandingClock
) -> None:
    roster.admit(Admit("Lê Văn An", party=True))
    Office(roster_store).admit_user(AdmitUser("Trần Thị Kế", (Role.ACCOUNTANT,), "mật khẩu kế toán"))
    folder = roster_store.folder
    roster_store.close()
    accountants = open_store(folder, "Trần Thị Kế", "mật khẩu kế toán", clock=clock)
    try:
        reading = Roster(accountants, Office(accountants))
        assert reading.listing(ListAsk())[0]["party"] is None
        with pytest.raises(NotAllowed):
            reading.listing(ListAsk(sensitive=True))
    finally:
        accountants.close()


def test_posts_are_given_ended_and_taken_back(roster: Roster) -> None:
    number = roster.admit(Admit("Lê Văn An")).number
    roster.found_body(FoundBody(BodyKind.INSPECTION_BOARD))
    roster.appoint(
        Appoint(number, INSPECTORS, "Trưởng ban", "Khu phố 1", date(2025, 7, 1), "05/QĐ", chosen=HowChosen.ELECTED)
    )
    roster.appoint(Appoint(number, area="Khu phố 1", post="Ủy viên"))
    with pytest.raises(RuleBroken) as twice:
        roster.appoint(Appoint(number, INSPECTORS, "trưởng ban"))
    assert twice.value.code == "roster.membership.twice"
    with pytest.raises(RuleBroken) as several:
        roster.end_membership(EndMembership(number))
    assert several.value.code == "roster.membership.several"
    ended = roster.end_membership(EndMembership(number, "Ban TTND", until=date(2026, 5, 31), why=WhyEnded.RETIRED))
    (held,) = [each for each in ended.memberships if each.body == INSPECTORS]
    assert (held.until, held.ended_why, held.chosen) == (date(2026, 5, 31), WhyEnded.RETIRED, HowChosen.ELECTED)
    assert [each.body_kind for each in ended.serving(date(2026, 6, 22))] == [BodyKind.WORKING_COMMITTEE]
    resumed = roster.resume_membership(ResumeMembership(number, INSPECTORS))
    assert len(resumed.serving(date(2026, 6, 22))) == 2


def test_a_post_is_corrected_and_one_entered_in_error_is_gone(roster: Roster) -> None:
    number = roster.admit(Admit("Lê Văn An", area="Khu phố 1", post="Ủy viên")).number
    amended = roster.amend_membership(AmendMembership(number, new_post="Thư ký", since=date(2025, 1, 1)))
    assert [(each.post, each.since) for each in amended.memberships] == [("Thư ký", date(2025, 1, 1))]
    with pytest.raises(RuleBroken) as refused:
        roster.end_membership(EndMembership(number, until=date(2024, 12, 31)))
    assert refused.value.field == "until"
    assert roster.withdraw_membership(WithdrawMembership(number)).memberships == ()


def test_members_stand_in_order_of_protocol_then_by_given_name(roster: Roster) -> None:
    roster.found_body(FoundBody(BodyKind.COMMITTEE))
    for name, post in (
        ("Lê Văn Yên", "Ủy viên"), ("Lê Văn An", "Ủy viên"), ("Lê Văn Sáu", "Phó Chủ tịch"),
        ("Lê Văn Tư", "Chủ tịch"), ("Lê Văn Ba", "Ủy viên Thường trực"), ("Lê Văn Hai", "Phó Chủ tịch Thường trực"),
    ):  # fmt: skip
        roster.admit(Admit(name, post=post))
    ordered = [row.person.name.split()[-1] for row in roster.members(kind=BodyKind.COMMITTEE)]
    assert ordered == ["Tư", "Hai", "Sáu", "Ba", "An", "Yên"]
    roster.set_post(SetPost("Ủy viên Thường trực", 50))
    assert roster.members(kind=BodyKind.COMMITTEE)[0].person.name == "Lê Văn Ba"


def test_a_withdrawn_person_is_in_no_list_and_comes_back_whole(roster: Roster) -> None:
    number = roster.admit(Admit("Lê Văn An", area="Khu phố 1")).number
    roster.withdraw_person(WithdrawPerson(number, "nhập nhầm"))
    assert (roster.count(), roster.find_people("an"), roster.members(area="Khu phố 1")) == (0, [], [])
    assert names(roster.page(PeopleFilter(status=Status.WITHDRAWN))) == ["Lê Văn An"]
    with pytest.raises(RuleBroken) as refused:
        roster.appoint(Appoint(number, area="Khu phố 2"))
    assert refused.value.code == "roster.person.withdrawn"
    roster.reinstate_person(ReinstatePerson(number))
    assert len(roster.members(area="Khu phố 1")) == 1


def test_two_entries_of_one_person_become_one(roster: Roster) -> None:
    kept = roster.admit(Admit("Lê Văn An", area="Khu phố 1", post="Ủy viên")).number
    other = roster.admit(Admit("Lê Văn An", birth_year=1970, area="Khu phố 2", post="Thư ký", phone="0912345678"))
    joined = roster.join_people(JoinPeople(kept, other.number))
    assert (joined.birth_year, joined.phone, len(joined.memberships)) == (1970, "0912345678", 2)
    assert roster.count() == 1
    with pytest.raises(RuleBroken) as refused:
        roster.appoint(Appoint(other.number, area="Khu phố 3"))
    assert kept in refused.value.message


def test_a_blanked_person_leaves_no_name_in_row_journal_or_search(roster: Roster, roster_store: Store) -> None:
    number = roster.admit(Admit("Vũ Thị Xuyến", phone="0912345678", area="Khu phố 1", post="Ủy viên")).number
    roster.correct(Correct(number, address="Số 5 ngõ Xuyến"))
    with pytest.raises(RuleBroken):
        roster.blank_person(BlankPerson(number, " "))
    roster.blank_person(BlankPerson(number, "theo yêu cầu của chủ thể dữ liệu"))
    told = "".join(f"{entry.payload}" for entry in journal_entries())
    assert ("Xuyến" in told, "0912345678" in told) == (False, False)
    assert "theo yêu cầu" in told
    assert roster.find_people("xuyen") == []
    blanked = roster.person(number)
    assert (blanked.name, blanked.phone, blanked.address) == ("(đã xóa)", None, None)


def test_a_photo_is_kept_and_given_back_and_another_file_refused(roster: Roster, tmp_path: Path) -> None:
    number = roster.admit(Admit("Lê Văn An")).number
    assert roster.photo(number) is None
    (tmp_path / "anh.png").write_bytes(PNG)
    roster.set_photo(SetPhoto(number, tmp_path / "anh.png"))
    assert roster.photo(number) == PNG
    (tmp_path / "anh.txt").write_bytes(b"hello")
    for name in ("anh.txt", "khong-co.png"):
        with pytest.raises(RuleBroken) as refused:
            roster.set_photo(SetPhoto(number, tmp_path / name))
        assert refused.value.field == "file"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("all", {"Lê Văn An", "Lê Văn Bình", "Lê Văn Chi"}),
        ("serving", {"Lê Văn An"}),
        ("former", {"Lê Văn Bình", "Lê Văn Chi"}),
    ],
)
def test_a_list_shows_who_serves_and_who_did(roster: Roster, status: str, expected: set[str]) -> None:
    roster.admit(Admit("Lê Văn An", area="Khu phố 1"))
    bình = roster.admit(Admit("Lê Văn Bình", area="Khu phố 1")).number
    roster.end_membership(EndMembership(bình, until=date(2026, 6, 21)))
    roster.admit(Admit("Lê Văn Chi"))
    assert {row["name"] for row in roster.listing(ListAsk(status=status))} == expected
    with pytest.raises(RuleBroken):
        roster.listing(ListAsk(status="lạ"))


def test_a_post_held_twice_is_said_by_its_days(roster: Roster) -> None:
    number = roster.admit(Admit("Lê Văn An", area="Khu phố 1", post="Trưởng ban", since=date(2020, 1, 1))).number
    roster.end_membership(EndMembership(number, until=date(2022, 12, 31)))
    roster.appoint(Appoint(number, area="Khu phố 1", post="Trưởng ban", since=date(2024, 1, 1)))

    def days() -> list[tuple[date | None, date | None, str | None]]:
        return sorted((post.since, post.until, post.decision_number) for post in roster.person(number).memberships)

    roster.amend_membership(AmendMembership(number, decision_number="09/QĐ"))
    roster.amend_membership(AmendMembership(number, began=date(2020, 1, 1), decision_number="01/QĐ"))
    roster.amend_membership(AmendMembership(number, ended=date(2022, 12, 31), until=date(2023, 1, 31)))
    assert days() == [(date(2020, 1, 1), date(2023, 1, 31), "01/QĐ"), (date(2024, 1, 1), None, "09/QĐ")]
    with pytest.raises(RuleBroken) as unknown:
        roster.amend_membership(AmendMembership(number, began=date(2019, 1, 1)))
    assert unknown.value.code == "roster.membership.unknown"
    roster.withdraw_membership(WithdrawMembership(number, ended=date(2023, 1, 31)))
    assert days() == [(date(2024, 1, 1), None, "09/QĐ")]
