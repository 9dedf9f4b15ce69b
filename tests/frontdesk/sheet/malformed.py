"""Files that no office means to keep, made by chance: cut, torn, scratched, bombs, formulas, far claims."""

import random
import time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from frontdesk.sheet import read, recognise, walk
from tests.frontdesk.sheet.making import DATA, SHEET_PART, ods_bytes, ods_row, patched, xlsx_bytes
from tests.frontdesk.sheet.specs import ROSTER

PEOPLE = [["Họ và tên", "Chức vụ", "Năm sinh"], *(["Nguyễn Văn Đức", "Trưởng ban", 1960 + row] for row in range(40))]


def _books():
    return (
        (DATA / "roster.xlsx").read_bytes(),
        (DATA / "roster-tcvn3.xls").read_bytes(),
        ods_bytes(*(ods_row(*map(str, row)) for row in PEOPLE)),
        "\r\n".join(";".join(map(str, row)) for row in PEOPLE).encode("utf-16"),
    )


def _cut(chance):
    data = chance.choice(_books())
    return data[: chance.randrange(1, len(data))]


def _scratched(chance):
    data = bytearray(chance.choice(_books()))
    for _scratch in range(chance.randrange(1, 40)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def _torn_out(chance):
    data = chance.choice(_books())
    start = chance.randrange(len(data))
    return data[:start] + chance.randbytes(chance.randrange(600)) + data[start + chance.randrange(600) :]


def _noise(chance):
    head = chance.choice(
        (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"\xef\xbb\xbf", b"%PDF-")
    )
    return head + chance.randbytes(chance.randrange(1, 5000))


def _far_claims(chance):
    column = chance.choice(("A", "Z", "ZZ", "XFD", "XFE", "ZZZ"))
    row = chance.choice((0, 1, 99_999, 1_048_576, 4_294_967_296, 10**18))
    cell = f'<c r="{column}{row}"><v>{chance.choice((1, "1e999", "x", ""))}</v></c></row></sheetData>'.encode()
    return patched(xlsx_bytes(PEOPLE), SHEET_PART, lambda xml: xml.replace(b"</row></sheetData>", cell))


def _broken_sheet(chance):
    """A sound zip around a worksheet that is not."""

    def scratch(xml):
        content = bytearray(xml)
        for _scratch in range(chance.randrange(1, 30)):
            content[chance.randrange(len(content))] = chance.choice(b'<>/"=& 09Ax')
        return bytes(content)

    part = chance.choice(
        (SHEET_PART, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "[Content_Types].xml")
    )
    return patched(xlsx_bytes(PEOPLE), part, scratch)


def _deep(chance):
    depth = chance.randrange(1_000, 200_000)
    deep = b"<x>" * depth + b"</x>" * chance.choice((0, depth))
    if chance.random() < 0.5:
        return patched(xlsx_bytes(PEOPLE), SHEET_PART, lambda xml: xml.replace(b"<sheetData>", b"<sheetData>" + deep))
    return patched(ods_bytes(ods_row("A")), "content.xml", lambda xml: xml.replace(b"<text:p>", b"<text:p>" + deep))


def _entities(chance):
    kinds = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, chance.randrange(2, 12)))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "ha">{kinds}]><worksheet'.encode()
    return patched(xlsx_bytes(PEOPLE), SHEET_PART, lambda xml: xml.replace(b"<worksheet", bomb, 1))


def _zip_bomb(chance):
    filler = chance.choice((b" ", b"<row/>", b"<row><c/></row>", b"<c><v>1</v></c>"))
    size = chance.randrange(10, 280) << 20
    return patched(
        xlsx_bytes(PEOPLE), SHEET_PART, lambda xml: xml.replace(b"</sheetData>", filler * (size // len(filler) // 8))
    )


def _formulas(chance):
    texts = ("=1+1", "=cmd|' /C calc'!A0", "@SUM(1)", "+1", "-2", '=HYPERLINK("http://x")', "\x00", "a" * 40_000)
    rows = [[chance.choice(texts) for _cell in range(5)] for _row in range(20)]
    return "\n".join("\t".join(row) for row in [["Họ và tên", "Chức vụ"], *rows]).encode()


def _repeats(chance):
    row = ods_row("A", "B", repeated=chance.choice((1, 70_000, 1_048_576, 10**9)))
    return ods_bytes(row.replace('columns-repeated="1"', f'columns-repeated="{chance.choice((1, 90, 16_384, 10**9))}"'))


def _odd_tables(chance):
    return chance.choice(
        (
            b'"' * chance.randrange(1, 9_999),
            b'"' + b"a" * 300_000,
            b";" * chance.randrange(1, 99_999),
            b"\n" * chance.randrange(1, 99_999),
            b"Ho va ten,Chuc vu\n\xff\xfe\xfd,\x81\x8d",
            "Họ và tên,Chức vụ\n\ud800,x".encode("utf-16", "surrogatepass"),
            b"H\xe1\xbb\x8d v\xc3\xa0 t\xc3\xaan,Ch\xe1",
        )
    )


FAMILIES = (
    _cut, _scratched, _torn_out, _noise, _far_claims, _broken_sheet, _deep, _entities, _formulas, _repeats, _odd_tables,
    _cut, _broken_sheet, _scratched, _zip_bomb,
)  # fmt: skip


def malformed(number: int) -> bytes:
    """The file of that number."""
    return FAMILIES[number % len(FAMILIES)](random.Random(number))


@cache
def patience() -> float:
    """How long one file may keep the processor, in seconds: ten times as long as an honest book of 20,000 people.

    A sheet of 280 MB of blanks, which has to be unpacked to be refused, takes half of that.
    """
    people = [[f"Nguyễn Văn {row}", "Trưởng ban", 1960 + row % 40] for row in range(20_000)]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "honest.xlsx"
        path.write_bytes(xlsx_bytes([PEOPLE[0], *people]))
        began = time.process_time()
        assert len(list(walk(recognise(read(path), ROSTER)))) > len(people)
        return 10 * (time.process_time() - began)
