"""Excel and OpenDocument books as python-calamine reads them, kept from taking the program down with them."""

import io
import multiprocessing
import os
import sys
from multiprocessing.connection import Connection
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from frontdesk.errors import RuleBroken
from frontdesk.sheet.grid import Grid, Merge
from frontdesk.sheet.guard import Limits, encrypted, too_large, unreadable, wrong_type

_MEMORY_OF_READER: Final = 3 << 30
_ENCRYPTED_PACKAGE: Final = "EncryptedPackage".encode("utf-16-le")
_OTHER_OFFICE: Final = tuple(name.encode("utf-16-le") for name in ("WordDocument", "PowerPoint Document", "__nameid"))
_REFUSALS: Final = {refusal().code: refusal for refusal in (encrypted, too_large, unreadable, wrong_type)}


def read_book(data: bytes, limits: Limits) -> list[Grid]:
    """The worksheets of the bytes of a book that `guard` has let pass, their texts as they stand in the file."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            grids = []
            for place, sheet in enumerate(book.sheets_metadata):
                if sheet.typ is not SheetTypeEnum.WorkSheet:
                    continue
                worksheet = book.get_sheet_by_index(place)
                if worksheet.total_height * worksheet.total_width > limits.cells:
                    raise too_large()
                grids.append(
                    Grid(
                        sheet.name,
                        worksheet.to_python(skip_empty_area=False),
                        tuple(Merge(*start, *end) for start, end in worksheet.merged_cell_ranges or ()),
                        sheet.visible is not SheetVisibleEnum.Visible,
                    )
                )
    except PasswordError as error:
        raise encrypted() from error
    except (CalamineError, OSError, ValueError) as error:
        raise unreadable() from error
    return grids


def read_old_book(data: bytes, limits: Limits) -> list[Grid]:
    """The worksheets of the bytes of an xls book, read in a process of its own.

    WORKAROUND https://github.com/tafia/calamine: a damaged xls makes the reader panic, or claim more memory than
    there is and end its process; here that is the reading process, and the program says one sentence.
    """
    if _ENCRYPTED_PACKAGE in data:
        raise encrypted()
    if any(stream in data for stream in _OTHER_OFFICE):
        raise wrong_type()
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(sender, data, limits), daemon=True)
    process.start()
    sender.close()
    try:
        if not receiver.poll(limits.seconds):
            raise too_large()
        answer = receiver.recv()
    except (EOFError, OSError) as error:
        raise unreadable() from error
    finally:
        receiver.close()
        process.kill()
        process.join()
        process.close()
    if isinstance(answer, str):
        raise _REFUSALS[answer]()
    grids: list[Grid] = answer
    return grids


def _answer(sender: Connection, data: bytes, limits: Limits) -> None:
    """Runs in the reading process: sends the grids or a refusal's code; a dying reader's prints go nowhere."""
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - a descriptor is wanted, not a path
        os.dup2(nowhere.fileno(), 2)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_OF_READER, _MEMORY_OF_READER))
    try:
        sender.send(read_book(data, limits))
    except RuleBroken as refusal:
        sender.send(refusal.code)
    finally:
        sender.close()
