"""Who sent a denunciation stands nowhere: every list, search, export, print, log, draft and table is swept."""

import json
import logging
import re
import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from frontdesk.commands.services import Services
from frontdesk.errors import RuleBroken
from frontdesk.meetings.deeds.afterwards import AttachScan, Finalise, Reopen
from frontdesk.meetings.rules.freezing import fingerprint, thaw
from frontdesk.office import ListAsk
from frontdesk.petitions import Channel, Kind, Petitions, Register, asks
from frontdesk.petitions.model import PetitionStep
from frontdesk.petitions.rules.secrecy import Identity
from frontdesk.petitions.rules.words import Route
from frontdesk.petitions.service.filters import PetitionFilter, PetitionSort
from frontdesk.store import Store, check, journal_entries, live
from tests.frontdesk.petitions.conftest import MODELS, Settable
from tests.frontdesk.petitions.sweeping import (
    ADDRESS,
    GIVEN,
    NAME,
    PHONE,
    WHO,
    gives_away,
    left_behind,
    pdf_text,
    sweep,
    tables,
)

SPOKEN = {"meeting_opinion", "meeting_conclusion", "meeting_task", "petition", "petition_step"}


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for temporary files, this test's own: whatever is left in it is left by the program."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    assert tempfile.gettempdir() == str(folder)
    return folder


@pytest.fixture
def classed_later(desk: Petitions, store: Store, clock: Settable, tmp_path: Path) -> str:
    """A petition whose sender stands in every place there is, until it is classed as tố cáo."""
    number = desk.register(
        Register(
            Kind.REPORT, f"Ông {GIVEN} báo cán bộ nhận tiền trái phép", Channel.IN_PERSON, **WHO, people=2,
            received_by="Lê Ngọc Thảo", remark=f"gọi lại {PHONE}", settled_before="UBND xã",
        )
    ).number  # fmt: skip
    again = desk.register(Register(Kind.REPORT, "Lại báo nhận tiền", **WHO)).number
    desk.join(asks.Join(again, number))
    scan = tmp_path / f"đơn của {NAME}.png"
    notes = PngInfo()
    notes.add_text("Author", NAME)
    Image.new("L", (60, 80), 200).save(scan, "PNG", pnginfo=notes)
    desk.attach(asks.Attach(number, str(scan)))
    desk.correct(asks.Correct(number, sender="Trần Văn Khuyên", place=f"cạnh nhà ông {GIVEN}"))
    desk.correct(asks.Correct(number, sender=NAME))
    desk.classify(asks.Classify(number, Route.FORWARD, to="Công an xã", reason=f"đơn của {NAME}"))
    store.keep_draft("petitions/new", {"sender": NAME, "summary": "chưa xong"})
    clock.moment = datetime(2026, 3, 5, 9)
    store.back_up()
    return number


def test_a_name_typed_at_intake_of_a_denunciation_is_found_nowhere(
    desk: Petitions, store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    store.keep_draft("petitions/new", {"sender": NAME, "summary": "Nhận tiền"})
    row = desk.register(Register(Kind.DENUNCIATION, "Nhận tiền trái phép", **WHO, paper_place="Tủ sắt số 2"))
    desk.correct(asks.Correct(row.number, sender=NAME, sender_phone=PHONE, summary="Cán bộ nhận tiền trái phép"))
    desk.classify(asks.Classify(row.number, Route.FORWARD, to="Công an xã"))
    desk.forward(asks.Forward(row.number, "Công an xã"))
    assert sweep(desk, store, row.number, tmp_path / "out") == []
    assert not gives_away(caplog.text)
    assert desk.petition(row.number).paper_place == "Tủ sắt số 2"


def test_a_name_typed_before_the_case_was_classed_so_is_found_nowhere(
    desk: Petitions, store: Store, classed_later: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    assert sweep(desk, store, classed_later, tmp_path / "before") != []
    digest = desk.files(classed_later)[0].digest
    row = desk.reclass(asks.Reclass(classed_later, Kind.DENUNCIATION, "theo nội dung đơn", "Tủ sắt số 2"))
    assert sweep(desk, store, classed_later, tmp_path / "after") == []
    assert not gives_away(caplog.text)
    assert (row.sender, row.code, row.kind) == (None, "TC-2026-0001", Kind.DENUNCIATION)
    assert row.summary == "(giữ bí mật) báo cán bộ nhận tiền trái phép"
    assert not store.vault.path(digest).exists()
    assert desk.files(classed_later) == []
    assert [finding.fault for finding in check(store, MODELS) if not finding.ok] == []
    assert [finding.fault for finding in desk.check() if not finding.ok] == []


def test_the_backups_that_still_hold_the_name_are_named(
    desk: Petitions, store: Store, clock: Settable, classed_later: str
) -> None:
    (backup,) = store.backups()
    row = desk.classify(asks.Classify(classed_later, Route.FORWARD, kind=Kind.DENUNCIATION))
    assert backup.folder.name in row.notices[-1]
    clock.moment = datetime(2026, 3, 6, 9)
    later = desk.register(Register(Kind.REPORT, "Việc khác", sender="Lê Văn Tám")).number
    assert len(desk.reclass(asks.Reclass(later, Kind.DENUNCIATION, "theo nội dung")).notices) == 1


def test_the_sweep_sees_what_is_left_in_the_temporary_folder(temporary: Path, tmp_path: Path) -> None:
    (temporary / "xem-truoc.bin").write_bytes(b"\x00\x01" + f"đơn của {NAME}".encode("utf-16-le"))
    assert any(map(gives_away, left_behind(tmp_path)))


def test_what_was_joined_with_a_denunciation_is_wiped_too(desk: Petitions, classed_later: str) -> None:
    desk.reclass(asks.Reclass(classed_later, Kind.DENUNCIATION, "theo nội dung"))
    rows = desk.chosen(PetitionFilter(), PetitionSort("number", descending=False))
    assert [(row.kind, row.sender) for row in rows] == [(Kind.DENUNCIATION, None)] * 2


@pytest.mark.parametrize("text", [f"đơn của {NAME}", "theo lời ông Khuyến", f"gọi {PHONE}"])
def test_a_reason_that_names_the_sender_is_refused(desk: Petitions, classed_later: str, text: str) -> None:
    before = desk.petition(classed_later)
    with pytest.raises(RuleBroken) as refusal:
        desk.reclass(asks.Reclass(classed_later, Kind.DENUNCIATION, text))
    assert refusal.value.code == "petitions.secrecy.identity_in_text"
    assert desk.petition(classed_later) == before


def test_the_paper_of_a_denunciation_stays_out_of_the_machine(desk: Petitions, tmp_path: Path) -> None:
    number = desk.register(Register(Kind.DENUNCIATION, "Nhận tiền trái phép")).number
    scan = tmp_path / f"{NAME}.png"
    Image.new("L", (60, 80), 200).save(scan, "PNG")
    with pytest.raises(RuleBroken):
        desk.attach(asks.Attach(number, str(scan)))
    desk.attach(asks.Attach(number, str(scan), identity_removed=True))
    assert [file.name for file in desk.files(number)] == ["TC-2026-0001 tài liệu 1.png"]


def test_no_petition_is_offered_or_joined_across_the_line_of_secrecy(desk: Petitions) -> None:
    known = desk.register(Register(Kind.REPORT, "Nhận tiền trái phép", sender=NAME)).number
    row = desk.register(Register(Kind.DENUNCIATION, "Nhận tiền trái phép", sender=NAME))
    assert row.notices == ()
    with pytest.raises(RuleBroken) as refusal:
        desk.join(asks.Join(row.number, known))
    assert refusal.value.code == "petitions.join.secrecy"


def test_a_denunciation_is_never_tied_to_another_part_of_its_letter(desk: Petitions) -> None:
    known = desk.register(Register(Kind.PROPOSAL, "Xin mở lại chợ", sender=NAME)).number
    hidden = desk.register(Register(Kind.DENUNCIATION, "Nhận tiền trái phép")).number
    for kind, whole in ((Kind.DENUNCIATION, known), (Kind.PROPOSAL, hidden)):
        with pytest.raises(RuleBroken) as refusal:
            desk.register(Register(kind, "Phần khác của lá đơn", split_from=whole))
        assert refusal.value.code == "petitions.split.secrecy"
    part = desk.register(Register(Kind.DENUNCIATION, "Nhận tiền lần khác", split_from=hidden)).number
    assert [link.other.number for link in desk.related(part)] == [hidden]


@pytest.mark.parametrize("later", [0, 1])
def test_a_part_later_classed_as_denunciation_is_parted_from_the_rest_of_its_letter(
    desk: Petitions, store: Store, later: int
) -> None:
    first = desk.register(Register(Kind.PROPOSAL, "Xin mở lại chợ", sender=NAME))
    second = desk.register(Register(Kind.REPORT, "Cán bộ nhận tiền", sender=NAME, split_from=first.number))
    hidden, known = (second, first) if later else (first, second)
    desk.reclass(asks.Reclass(hidden.number, Kind.DENUNCIATION, "theo nội dung"))
    assert desk.related(hidden.number) == desk.related(known.number) == []
    assert desk.petition(known.number).sender == NAME
    told = [
        *live.execute_sql("SELECT from_id, to_id FROM link"),
        *live.execute_sql("SELECT payload FROM journal WHERE table_name = 'link' AND payload IS NOT NULL"),
    ]
    assert [row for row in told if {str(known.id), str(hidden.id)} <= set(re.findall(r"\d+", repr(row)))] == []
    assert [finding.fault for finding in check(store, MODELS) if finding.fault] == []


def test_the_line_of_time_of_a_wiped_case_stays_whole(desk: Petitions, classed_later: str) -> None:
    verbs = [row.verb for row in desk.history(classed_later)]
    desk.reclass(asks.Reclass(classed_later, Kind.DENUNCIATION, "theo nội dung"))
    assert [row.verb for row in desk.history(classed_later)] == [*verbs, "reclass"]
    assert PetitionStep.select().where(PetitionStep.text.contains(GIVEN)).count() == 0


@pytest.mark.parametrize(
    ("text", "stripped"),
    [
        ("Ông Khuyến nói", "(giữ bí mật) nói"),
        ("TRẦN VĂN KHUYẾN", "(giữ bí mật)"),
        ("tran van  khuyen và vợ", "(giữ bí mật) và vợ"),
        ("gọi 0912 345 678 nhé", "gọi 0(giữ bí mật) nhé"),
        ("số 9, ngõ Hàng Chuối", "(giữ bí mật)"),
        ("chương trình khuyến học", "chương trình khuyến học"),
        ("ông Khuyên", "(giữ bí mật)"),
        ("bà Văn", "bà Văn"),
        ("", ""),
    ],
)
def test_an_identity_is_found_however_it_is_written(text: str, stripped: str) -> None:
    assert Identity.of(NAME, ADDRESS, PHONE).strip(text) == stripped


def test_a_name_of_one_word_is_looked_for_after_a_form_of_address_only() -> None:
    identity = Identity.of("Hòa")
    assert identity.found_in("thôn Đông Hòa bị ngập") is None
    assert identity.found_in("theo bà Hòa") == "bà Hòa"


def test_an_opinion_that_turns_out_a_denunciation_is_wiped_in_the_meeting_too(
    services: Services, desk: Petitions, store: Store, tmp_path: Path
) -> None:
    meeting = {
        "kind": "dialogue", "title": "Đối thoại với Nhân dân", "starts": "2026-03-02T08:00",
        "opinions": [{"speaker": NAME, "text": f"Tôi là {NAME}, báo việc nhận tiền trái phép", "petition": True}],
    }  # fmt: skip
    (number,) = services.import_meetings(json.dumps(meeting), dry_run=False)
    (row,) = desk.chosen(PetitionFilter())
    assert (row.meeting, row.sender, row.channel) == (number, NAME, Channel.MEETING)
    desk.classify(asks.Classify(row.number, Route.FORWARD, kind=Kind.DENUNCIATION, to="Công an xã"))
    assert sweep(desk, store, row.number, tmp_path / "out") == []
    assert not gives_away(json.dumps(services.meetings.listing(ListAsk()), ensure_ascii=False))
    assert [finding.fault for finding in services.check() if not finding.ok] == []


def final_meeting(services: Services, folder: Path) -> str:
    """Final minutes, twice, whose opinion is a petition; the name stands in all that was said and decided there."""
    meeting = {
        "kind": "dialogue", "title": "Đối thoại với Nhân dân", "starts": "2026-03-02T08:00", "ends": "2026-03-02T11:00",
        "delegates": [{"name": NAME, "present": True}],
        "agenda": [{"title": "Ý kiến của Nhân dân", "presenter": NAME, "outcome": f"ghi nhận lời {NAME}"}],
        "opinions": [
            {"speaker": NAME, "text": "Cán bộ nhận tiền trái phép", "petition": True},
            {"speaker": "Lê Văn Tám", "text": f"Đồng ý với ông {GIVEN}"},
        ],
        "conclusion": [f"Xác minh lời của ông {GIVEN}"],
        "tasks": [{"what": f"Trả lời ông {NAME}", "assignee": "UBND xã"}],
    }  # fmt: skip
    (number,) = services.import_meetings(json.dumps(meeting), dry_run=False)
    services.meetings.finalise(Finalise(number))
    services.meetings.reopen(Reopen(number, "bổ sung"))
    services.meetings.finalise(Finalise(number))
    scan = folder / "bien-ban-da-ky.png"
    Image.new("L", (60, 80), 200).save(scan, "PNG")
    services.meetings.attach_scan(AttachScan(number, scan))
    return number


def test_final_minutes_no_longer_name_who_denounced_and_the_deed_says_what_still_does(
    services: Services, desk: Petitions, store: Store, tmp_path: Path
) -> None:
    number = final_meeting(services, tmp_path)
    before = services.meetings.versions(number)
    (row,) = desk.chosen(PetitionFilter())
    after = desk.reclass(asks.Reclass(row.number, Kind.DENUNCIATION, "theo nội dung"))
    told = " ".join(after.notices)
    for named in (before[0].paper_number, number, "signed paper", "reopen", "bien-ban-da-ky.png"):
        assert named in told
    versions = services.meetings.versions(number)
    assert [each.fingerprint for each in versions] == [each.fingerprint for each in before]
    for old, new in zip(before, versions, strict=True):
        assert not store.vault.path(old.pdf).exists()
        text = pdf_text(store.vault.get(new.pdf))
        # Who sat in the room and who presented stays; who spoke, and what was said of it, is gone.
        assert text.count(NAME) == 2
        assert "giữ bí mật người tố cáo" in " ".join(text.split())
        assert old.short in text
    assert [value for table, value in tables() if gives_away(value) and table in SPOKEN] == []
    told_before = [entry.payload for entry in journal_entries() if entry.table_name in SPOKEN]
    assert [payload for payload in told_before if gives_away(payload or "")] == []
    assert [finding.fault for finding in services.check() if not finding.ok] == []
    typed = services.meetings.check_fingerprint(before[-1].fingerprint)
    assert typed is not None
    assert typed.ok


def test_veiled_minutes_are_opened_and_finalised_anew(services: Services, desk: Petitions, tmp_path: Path) -> None:
    number = final_meeting(services, tmp_path)
    (row,) = desk.chosen(PetitionFilter())
    desk.reclass(asks.Reclass(row.number, Kind.DENUNCIATION, "theo nội dung"))
    services.meetings.reopen(Reopen(number, "giữ bí mật người tố cáo"))
    services.meetings.finalise(Finalise(number))
    newest = services.meetings.versions(number)[-1]
    assert newest.version == 3
    kept = services.meetings.kept_minutes(number)
    assert kept is not None
    assert "giữ bí mật người tố cáo" not in " ".join(pdf_text(kept).split())
    assert [finding.fault for finding in services.check() if not finding.ok] == []


def test_minutes_of_others_are_left_alone(services: Services, desk: Petitions, tmp_path: Path) -> None:
    number = final_meeting(services, tmp_path)
    before = services.meetings.versions(number)
    other = desk.register(Register(Kind.REPORT, "Việc khác", sender="Lê Văn Tám")).number
    desk.reclass(asks.Reclass(other, Kind.DENUNCIATION, "theo nội dung"))
    assert services.meetings.versions(number) == before


def test_the_fingerprint_that_is_kept_confirms_no_guessed_name(
    services: Services, desk: Petitions, tmp_path: Path
) -> None:
    number = final_meeting(services, tmp_path)
    before = services.meetings.versions(number)
    salts = [thaw(each.content)[1].salt for each in before]
    (row,) = desk.chosen(PetitionFilter())
    desk.reclass(asks.Reclass(row.number, Kind.DENUNCIATION, "theo nội dung"))
    for old, new, salt in zip(before, services.meetings.versions(number), salts, strict=True):
        assert salt is not None
        # Whoever guesses right puts back everything but the salt.
        guessed = old.content.replace(f',"salt":"{salt}"', "")
        assert guessed != old.content
        assert fingerprint(old.content) == new.fingerprint
        assert fingerprint(guessed) != new.fingerprint
    kept = [*(value for _table, value in tables()), *(entry.payload or "" for entry in journal_entries())]
    assert [salt for salt in salts if any(str(salt) in str(value) for value in kept)] == []


def test_minutes_frozen_without_a_salt_lose_the_fingerprint_of_the_signed_paper(
    services: Services, desk: Petitions, tmp_path: Path
) -> None:
    number = final_meeting(services, tmp_path)
    for each in services.meetings.versions(number):
        salt = thaw(each.content)[1].salt
        plain = each.content.replace(f',"salt":"{salt}"', "")
        statement = "UPDATE meeting_minutes SET content = ?, fingerprint = ? WHERE content = ?"
        live.execute_sql(statement, (plain, fingerprint(plain), each.content))
    before = services.meetings.versions(number)
    (row,) = desk.chosen(PetitionFilter())
    desk.reclass(asks.Reclass(row.number, Kind.DENUNCIATION, "theo nội dung"))
    for old, new in zip(before, services.meetings.versions(number), strict=True):
        assert new.fingerprint == fingerprint(new.content) != old.fingerprint
