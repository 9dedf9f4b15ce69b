"""What every paper of the fund carries: who issues it, who signs, and the fingerprint of the books."""

from dataclasses import dataclass
from datetime import date

from frontdesk.paper import Align, Footer, Paragraph, Signer
from frontdesk.vietnamese import LARGEST_AMOUNT_VND, in_words, law_date


@dataclass(frozen=True)
class Frame:
    """The office as it stands on the fund's papers. `place` goes before the date, `area` is "phường Hải Đông"."""

    unit: tuple[str, str]
    address: str
    budget_code: str
    place: str
    commune: str
    author: str
    head: Signer
    accountant: Signer
    treasurer: Signer
    preparer: Signer
    fingerprint: str

    def place_date(self, day: date | None) -> str:
        """ "Hải Đông, ngày 05 tháng 9 năm 2026", with room for the day when there is none."""
        return f"{self.place}, {law_date(day) if day else 'ngày      tháng      năm'}"


def fingerprint_footer(fingerprint: str) -> Footer:
    """The line at the foot of a book by which the office's file can be checked against this paper."""
    return Footer(f"Mã kiểm chứng sổ: {fingerprint}")


def centred(text: str, *, bold: bool = False, italic: bool = False) -> Paragraph:
    """A line in the middle of the page."""
    return Paragraph(text, Align.CENTER, bold=bold, italic=italic, first_line=False)


def spelled(sum_vnd: int | None) -> str:
    """A sum of many amounts in words; blank where it is larger than words are known for."""
    return "" if sum_vnd is not None and abs(sum_vnd) > LARGEST_AMOUNT_VND else in_words(sum_vnd)


def quoted(fund: str) -> str:
    """A fund's name as papers write it: Quỹ “Vì người nghèo”."""
    return f"Quỹ “{fund}”"
