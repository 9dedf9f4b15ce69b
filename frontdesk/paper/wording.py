"""The few words a paper's parts bring along themselves, the same in every kind of print."""

import re
from typing import Final

from frontdesk.paper.blocks import Marker, Numbered, Recipients, Run, Text
from frontdesk.paper.figures import runs_of

COUNTRY: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
DRAFT: Final = "DỰ THẢO"
RECIPIENTS: Final = "Nơi nhận:"

_ROMAN: Final = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"
"""The Vietnamese alphabet as the law counts its points: đ after d, no f, j, w, z."""

_UNIT: Final = re.compile(r" (?=(?:xã|phường|đặc khu|thị trấn|tỉnh|thành phố) )", re.IGNORECASE)


def broken_before_unit(text: str) -> str:
    """`text` with a line feed before the kind of the unit it names; "VIỆT NAM" is never parted."""
    kept = re.sub(r"(việt) (nam)", "\\1\u00a0\\2", text, flags=re.IGNORECASE)
    return _UNIT.sub("\n", kept, count=1)


def recipient_lines(recipients: Recipients) -> tuple[str, ...]:
    """The list under Nơi nhận: a dash before each, ";" after each but the last, "." after that."""
    items = [item.strip().removeprefix("-").strip().rstrip(";.") for item in recipients.items]
    return tuple(f"- {item}{'.' if number == len(items) else ';'}" for number, item in enumerate(items, 1))


def numbered_texts(block: Numbered) -> tuple[Text, ...]:
    """The items with their markers before them."""
    return tuple(
        (Run(f"{marker_text(block.marker, number)} "), *runs_of(item))
        for number, item in enumerate(block.items, block.start)
    )


def marker_text(marker: Marker, number: int) -> str:
    """What stands before item `number` (from 1): "3.", "c)", "III." or a dash."""
    match marker:
        case Marker.ARABIC:
            return f"{number}."
        case Marker.ROMAN:
            return f"{_roman(number)}."
        case Marker.LETTER:
            turn, index = divmod(number - 1, len(_LETTERS))
            return f"{_LETTERS[index]}{turn or ''})"
        case _:
            return marker.value


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text
