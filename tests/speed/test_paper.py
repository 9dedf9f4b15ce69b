"""How much longer our papers take than the same content written straight in ReportLab (design §7)."""

import io
import time
from itertools import groupby
from xml.sax.saxutils import escape

import pytest
import segno
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle

from frontdesk.paper import (
    Align,
    Beside,
    Cards,
    Code,
    Column,
    Heading,
    Letterhead,
    Paper,
    Row,
    Signatures,
    Signer,
    Slot,
    Table,
    Title,
    page_count,
    print_pdf,
)
from frontdesk.paper import Paragraph as Text
from frontdesk.paper.pdf.faces import face_name, register_faces

pytestmark = pytest.mark.speed

OPINION = "Đề nghị Ủy ban Mặt trận Tổ quốc xã kiến nghị sửa chữa tuyến đường liên thôn đã xuống cấp nhiều năm. " * 5
HEADINGS = [f"{n}. Ông Trần Văn {n} - Trưởng ban Công tác Mặt trận khu dân cư số {n}" for n in range(1, 41)]
DELEGATES = [
    (str(n), f"Nguyễn Thị Hồng Ánh {n}", f"Trưởng ban Công tác Mặt trận thôn Trung Hòa {n}", "", "")
    for n in range(1, 161)
]
GUESTS = [(f"Ông Nguyễn Văn {n}\nTrưởng ban Công tác Mặt trận thôn {n}", f"{n:08}") for n in range(500)]
INVITATION = (
    Letterhead(("ỦY BAN MTTQ VIỆT NAM XÃ MINH TÂN", "BAN THƯỜNG TRỰC"), "Số: 12/GM-MTTQ-BTT", "Minh Tân, ngày 15"),
    Title("GIẤY MỜI", "Dự Hội nghị giao ban quý II năm 2026"),
    Text("Ban Thường trực Ủy ban MTTQ Việt Nam xã Minh Tân trân trọng kính mời:"),
    Slot("guest", 16, bold=True),
    Text("Tới dự: Hội nghị giao ban."),
    Beside(((Slot("code", 26),), (Signatures((Signer(("CHỦ TỊCH",), "Nguyễn Thị Hồng Ánh"),)),))),
)


def _best(work, rounds=7):
    """The shortest of several times in seconds: what disturbs a run only ever makes it longer."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def _ours(paper):
    stream = io.BytesIO()
    print_pdf(paper, stream)
    return stream.getvalue()


def _minutes():
    columns = (
        Column("STT", 12, align=Align.CENTER),
        Column("Họ và tên", weight=2),
        Column("Chức vụ, đơn vị", weight=2.4),
        Column("Ký tên", 30),
        Column("Ghi chú", 24),
    )
    blocks = [block for heading in HEADINGS for block in (Heading(heading), Text(OPINION))]
    return Paper("Biên bản", "UBMTTQ", (*blocks, Table(columns, tuple(map(Row, DELEGATES)))))


def _plain_minutes():
    """The same words in the same faces and sizes, as anybody would write them with Platypus."""
    body = ParagraphStyle(
        "body", fontName=face_name(), fontSize=14, leading=18.2, alignment=4, firstLineIndent=36, spaceBefore=6
    )
    head = ParagraphStyle("head", body, fontName=face_name(bold=True), alignment=0, keepWithNext=1)
    cell = ParagraphStyle("cell", fontName=face_name(), fontSize=13, leading=15.6)
    story = []
    for heading in HEADINGS:
        story += [Paragraph(escape(heading), head), Paragraph(escape(OPINION), body)]
    titles = [Paragraph(escape(words), cell) for words in ("STT", "Họ và tên", "Chức vụ, đơn vị", "Ký tên", "Ghi chú")]
    rows = [titles, *([Paragraph(escape(words), cell) for words in row] for row in DELEGATES)]
    look = [
        ("GRID", (0, 0), (-1, -1), 0.5, 0),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    ]
    look += [("LEFTPADDING", (0, 0), (-1, -1), 4), ("RIGHTPADDING", (0, 0), (-1, -1), 4)]
    story.append(LongTable(rows, (34, 126, 154, 85, 68), repeatRows=1, style=TableStyle(look)))
    stream = io.BytesIO()
    # A frame of Platypus has 6 points of padding of its own.
    document = SimpleDocTemplate(
        stream, pagesize=A4, leftMargin=79, rightMargin=37, topMargin=51, bottomMargin=51, invariant=1
    )
    document.build(story)
    return stream.getvalue()


def _invitations():
    fills = tuple({"guest": guest, "code": Code(digits)} for guest, digits in GUESTS)
    return Paper("Giấy mời", "UBMTTQ", (Cards(INVITATION, fills),))


def _bare_invitations():
    """One form, and on each page the form, two lines and a code drawn by its dark stretches."""
    stream = io.BytesIO()
    canvas = Canvas(stream, A4, invariant=1, initialFontName=face_name())
    canvas.beginForm("face")
    canvas.setFont(face_name(), 14)
    for number in range(12):
        canvas.drawString(85, 700 - number * 20, "Ban Thường trực Ủy ban MTTQ Việt Nam xã Minh Tân trân trọng kính mời")
    canvas.endForm()
    for guest, digits in GUESTS:
        canvas.doForm("face")
        canvas.setFont(face_name(bold=True), 14)
        for number, line in enumerate(guest.split("\n")):
            canvas.drawCentredString(320, 600 - number * 18, line)
        path = canvas.beginPath()
        for y, row in enumerate(segno.make_qr(digits, error="m").matrix):
            x = 0
            for dark, modules in groupby(row):
                length = len(list(modules))
                if dark:
                    path.rect(100 + x * 2, 400 - y * 2, length * 2, 2)
                x += length
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_minutes_take_little_longer_than_the_same_content_straight_in_reportlab():
    register_faces()
    paper = _minutes()
    assert abs(page_count(_ours(paper)) - page_count(_plain_minutes())) <= 2
    ours, plain = _best(lambda: _ours(paper)), _best(_plain_minutes)
    print(f"minutes {ours:.3f} s, straight in ReportLab {plain:.3f} s, ratio {ours / plain:.2f}")  # noqa: T201
    assert ours <= 1.3 * plain


def test_invitations_take_little_longer_than_bare_forms_and_codes():
    register_faces()
    paper = _invitations()
    assert page_count(_ours(paper)) == page_count(_bare_invitations()) == len(GUESTS)
    ours, bare = _best(lambda: _ours(paper), 3), _best(_bare_invitations, 3)
    print(f"500 invitations {ours:.3f} s, bare {bare:.3f} s, ratio {ours / bare:.2f}")  # noqa: T201
    assert ours <= 1.5 * bare
