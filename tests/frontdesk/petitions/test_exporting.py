"""The register out, and in again."""

from datetime import date, datetime
from pathlib import Path

import pytest

from frontdesk.office import ImportAsk, ListAsk, lay_out
from frontdesk.petitions import Channel, Kind, Petitions, Register
from frontdesk.petitions.asks import Answer, Ask, Classify, Close, Forward, GiveBack, Tell
from frontdesk.petitions.rules.words import Contact, Route
from frontdesk.sheet import read
from frontdesk.store import Store, create, open_store
from tests.frontdesk.petitions.conftest import COMMUNE, MODELS, PASSPHRASE, QUICK, USER, Settable, build
from tests.frontdesk.petitions.test_importing import SAMPLE

OURS = {"number", "book_number", "due", "due_why", "urged", "overdue"}


@pytest.fixture
def full(desk: Petitions, clock: Settable) -> Petitions:
    """An office with the sample register and cases of its own in several states."""
    clock.moment = datetime(2026, 10, 1, 9)
    desk.import_sheet(ImportAsk(SAMPLE))
    first = desk.register(
        Register(
            Kind.COMPLAINT, "=1+1 bị tính sai tiền", Channel.IN_PERSON, date(2026, 9, 1), sender="H'Hen Niê",
            sender_address="Số 5, đường Hai Bà Trưng", sender_phone="0912345678", sender_identity="038099001234",
            people=7, representatives="Y Moan Êban", field="Đất đai", place="Chợ", remark="Gửi lần đầu",
        )
    )  # fmt: skip
    desk.classify(Classify(first.number, Route.FORWARD))
    desk.forward(Forward(first.number, "UBND phường", "15/MTTQ-BTT"))
    desk.answer(Answer(first.number, "Đã trả lại tiền", "20/UBND"))
    desk.tell(Tell(first.number, Contact.PHONE))
    desk.ask(Ask(first.number, Contact.PHONE, satisfied=True, words="Cảm ơn"))
    desk.close(Close(first.number))
    secret = desk.register(Register(Kind.DENUNCIATION, "Cán bộ nhận tiền", sender="Lê Văn Tám"))
    desk.classify(Classify(secret.number, Route.FORWARD))
    back = desk.register(Register(Kind.REPORT, "Không rõ việc gì"))
    desk.classify(Classify(back.number, Route.RETURN))
    desk.give_back(GiveBack(back.number, "không rõ nội dung"))
    return desk


def test_an_export_imports_back_unchanged(full: Petitions, tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    full.export_sheet(path, ListAsk())
    before = full.listing(ListAsk())
    report = full.import_sheet(ImportAsk(path))
    assert report.summary_line() == "added 0, updated 0, unchanged 63, rejected 0"
    assert full.listing(ListAsk()) == before


def test_another_office_reads_the_same_cases_from_an_export(
    full: Petitions, store: Store, clock: Settable, tmp_path: Path
) -> None:
    path = tmp_path / "so.xlsx"
    full.export_sheet(path, ListAsk(sensitive=True))
    mine = full.listing(ListAsk(sensitive=True))
    store.close()
    create(
        tmp_path / "other", USER, PASSPHRASE, MODELS, clock=clock, cost=QUICK,
        first=lambda change: lay_out(change, COMMUNE),
    )  # fmt: skip
    other = open_store(tmp_path / "other", None, PASSPHRASE, clock=clock)
    try:
        desk = build(other).petitions
        assert desk.import_sheet(ImportAsk(path)).summary_line() == "added 63, updated 0, unchanged 0, rejected 0"
        assert desk.import_sheet(ImportAsk(path)).summary_line() == "added 0, updated 0, unchanged 63, rejected 0"
        theirs = desk.listing(ListAsk(sensitive=True))
    finally:
        other.close()
    assert _kept(theirs) == _kept(mine)


def test_identity_papers_are_masked_and_denouncers_absent(full: Petitions, tmp_path: Path) -> None:
    path = tmp_path / "so.xlsx"
    full.export_sheet(path, ListAsk())
    cells = {str(cell) for row in read(path).grids[0].rows for cell in row}
    assert "***" in cells
    assert "038099001234" not in cells
    assert not any("Tám" in cell for cell in cells)


def _kept(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    return [{key: value for key, value in row.items() if key not in OURS | {"code"}} for row in rows]
