import csv

from frontdesk.sheet import ImportReport, Outcome, RowOutcome

REPORT = ImportReport(
    (
        RowOutcome(Outcome.ADDED, 11, "Nguyễn Văn An"),
        RowOutcome(Outcome.ADDED, 12, "Trần Thị Bình"),
        RowOutcome(Outcome.JOINED, 13, "Nguyễn Văn An", "same birth date"),
        RowOutcome(Outcome.UNCHANGED, 14, "Lê Chín"),
        RowOutcome(Outcome.REJECTED, 15, '=HYPERLINK("http://x")', "@impossible date"),
        RowOutcome(Outcome.IGNORED, 16, "Tổng cộng", "a total"),
    ),
    ("+unknown header",),
)


def test_the_summary_is_for_scripts():
    assert REPORT.summary_line() == "added 2, updated 1, unchanged 1, rejected 1"
    assert ImportReport(()).summary_line() == "added 0, updated 0, unchanged 0, rejected 0"


def test_outcomes_are_counted_and_found():
    assert REPORT.count(Outcome.ADDED) == 2
    assert [outcome.row for outcome in REPORT.of(Outcome.REJECTED, Outcome.JOINED)] == [13, 15]


def test_an_import_that_took_no_row_has_failed():
    assert not REPORT.nothing_read
    assert ImportReport((RowOutcome(Outcome.REJECTED, 3, "x"), RowOutcome(Outcome.IGNORED, 4, "y"))).nothing_read


def test_the_report_opens_in_excel_and_computes_nothing(tmp_path):
    path = tmp_path / "report.csv"
    REPORT.write_csv(path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    assert rows[1] == ["11", "added", "Nguyễn Văn An", ""]
    assert rows[5] == ["15", "rejected", '\'=HYPERLINK("http://x")', "'@impossible date"]
    assert rows[7] == ["", "", "", "'+unknown header"]
