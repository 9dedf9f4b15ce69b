"""Composition statistics (cơ cấu): counts and percentages from the same rows (domain §2.3)."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from frontdesk.messages import mark
from frontdesk.roster.kinds import Bloc, Sex
from frontdesk.vietnamese import fold

UNKNOWN: Final = "unknown"
GROUPS: Final[dict[str, tuple[str, str]]] = {
    "sex": (mark("sex"), "Giới tính"),
    "party": (mark("Party"), "Đảng"),
    "people": (mark("people"), "Dân tộc"),
    "religion": (mark("religion"), "Tôn giáo"),
    "age": (mark("age"), "Độ tuổi"),
    "education": (mark("education"), "Trình độ học vấn, chuyên môn"),
    "theory": (mark("political theory"), "Lý luận chính trị"),
    "seat": (mark("re-election"), "Tái cử"),
    "bloc": (mark("bloc"), "Khối"),
}
"""Each question with its title on screen and on paper; the lines of one add up to the total."""
_LINES: Final[dict[str, tuple[str, str]]] = {
    "sex.female": (mark("women"), "Nữ"),
    "sex.male": (mark("men"), "Nam"),
    "party.outside": (mark("not in the Party"), "Ngoài Đảng"),
    "party.member": (mark("Party members"), "Đảng viên"),
    "people.minority": (mark("ethnic minorities"), "Dân tộc thiểu số"),
    "people.majority": (mark("majority people"), "Dân tộc Kinh"),
    "religion.some": (mark("with a religion"), "Có tôn giáo"),
    "religion.unknown": (mark("none, or not recorded"), "Không hoặc chưa ghi"),
    "education.below": (mark("below upper secondary"), "Dưới trung học phổ thông"),
    "education.secondary": (mark("upper secondary"), "Trung học phổ thông"),
    "education.elementary": (mark("elementary vocational"), "Sơ cấp"),
    "education.intermediate": (mark("intermediate vocational"), "Trung cấp"),
    "education.college": (mark("college"), "Cao đẳng"),
    "education.university": (mark("university"), "Đại học"),
    "education.postgraduate": (mark("postgraduate"), "Sau đại học"),
    "theory.elementary": (mark("elementary"), "Sơ cấp"),
    "theory.intermediate": (mark("intermediate"), "Trung cấp"),
    "theory.advanced": (mark("advanced"), "Cao cấp, cử nhân"),
    "seat.again": (mark("re-elected"), "Tái cử"),
    "seat.first": (mark("for the first time"), "Tham gia lần đầu"),
    "bloc.member_organisation": (mark("member organisations"), "Tổ chức thành viên"),
    "bloc.area_head": (mark("heads of working committees"), "Trưởng ban Công tác Mặt trận"),
    "bloc.individual": (mark("outstanding individuals"), "Cá nhân tiêu biểu"),
    "bloc.full_time": (mark("full-time staff"), "Cán bộ chuyên trách"),
}
_NOT_RECORDED: Final = (mark("not recorded"), "Chưa ghi")
_GRADE: Final = re.compile(r"(\d{1,2})\s*/\s*(10|12)")
_EDUCATION: Final[tuple[tuple[str, str], ...]] = (
    (r"\b(tien si|thac si|sau dai hoc|cao hoc|ts|ths|chuyen khoa)\b", "postgraduate"),
    (r"\b(dai hoc|dh|cu nhan|ky su|bac si|kien truc su|luat su)\b", "university"),
    (r"\b(cao dang|cd)\b", "college"),
    (r"\b(trung cap|trung hoc chuyen nghiep|tc|tccn|thcn)\b", "intermediate"),
    (r"\b(so cap|sc)\b", "elementary"),
    (r"\b(thpt|trung hoc pho thong|cap 3|cap iii|ptth|tot nghiep)\b", "secondary"),
    (r"\b(thcs|trung hoc co so|tieu hoc|cap 1|cap 2|cap i|cap ii)\b", "below"),
)
_THEORY: Final[tuple[tuple[str, str], ...]] = (
    (r"\b(cao cap|cu nhan|cc|dai hoc)\b", "advanced"),
    (r"\b(trung cap|tc)\b", "intermediate"),
    (r"\b(so cap|sc)\b", "elementary"),
)
_CENT: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Seated:
    """What is counted of somebody; None is not recorded. `again`: held a seat in an earlier term."""

    person_id: int
    sex: Sex | None = None
    born: date | None = None
    birth_year: int | None = None
    ethnicity: str | None = None
    religion: str | None = None
    party: bool | None = None
    education: str | None = None
    profession: str | None = None
    political_theory: str | None = None
    bloc: Bloc | None = None
    again: bool | None = None


@dataclass(frozen=True)
class CountLine:
    """One answer to one question: how many people gave it, and what part of all they are in percent."""

    group: str
    key: str
    count: int
    percent: Decimal
    title: str
    """On screen, an English msgid; ages put their bounds in by `bounds`."""
    word: str
    """On paper, Vietnamese."""
    bounds: tuple[int | None, int | None] = (None, None)


@dataclass(frozen=True)
class Composition:
    """The composition of a set of people on a day. Ages are whole years; None where no birth is known."""

    on: date
    total: int
    lines: tuple[CountLine, ...]
    youngest: int | None
    oldest: int | None
    average_age: Decimal | None

    def count(self, group: str, key: str) -> int:
        """How many gave this answer."""
        return next((line.count for line in self.lines if (line.group, line.key) == (group, key)), 0)

    def of(self, group: str) -> tuple[CountLine, ...]:
        """The answers to one question."""
        return tuple(line for line in self.lines if line.group == group)


def age_on(born: date | None, birth_year: int | None, on: date) -> int | None:
    """Whole years of age on a day; by the year alone where the day of birth is not known."""
    if born is not None:
        return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return None if birth_year is None else on.year - birth_year


@lru_cache(maxsize=4096)
def education_level(education: str | None, profession: str | None) -> str:
    """The highest level the two columns say: "12/12" is upper secondary, "ĐH Luật" university."""
    found = [level for text in (profession, education) if text and (level := _level(text, _EDUCATION))]
    ranks = [level for _words, level in _EDUCATION]
    for text in (education, profession):
        if text and (grade := _GRADE.search(text)):
            found.append("secondary" if grade[1] == grade[2] else "below")
    return min(found, key=ranks.index, default=UNKNOWN)


@lru_cache(maxsize=4096)
def theory_level(text: str | None) -> str:
    """The level of political theory a column says."""
    return (_level(text, _THEORY) if text else None) or UNKNOWN


def composition(people: Iterable[Seated], on: date, age_bounds: Sequence[int], majority: str) -> Composition:
    """Count people, each once, whatever posts they hold; every question is answered by all of them."""
    rows = list({row.person_id: row for row in people}.values())
    ages = [age_on(row.born, row.birth_year, on) for row in rows]
    known = [age for age in ages if age is not None]
    bounds = sorted(age_bounds)
    majority_key = fold(majority)
    answers: tuple[tuple[str, Sequence[str], Callable[[Seated], str]], ...] = (
        ("sex", ("female", "male", UNKNOWN), lambda row: row.sex.value if row.sex else UNKNOWN),
        ("party", ("outside", "member", UNKNOWN), lambda row: _either(row.party, "member", "outside")),
        ("people", ("minority", "majority", UNKNOWN), lambda row: _people(row.ethnicity, majority_key)),
        ("religion", ("some", UNKNOWN), lambda row: "some" if row.religion else UNKNOWN),
        (
            "education",
            (*dict.fromkeys(level for _words, level in reversed(_EDUCATION)), UNKNOWN),
            lambda row: education_level(row.education, row.profession),
        ),
        (
            "theory",
            (*(level for _words, level in reversed(_THEORY)), UNKNOWN),
            lambda row: theory_level(row.political_theory),
        ),
        ("seat", ("again", "first", UNKNOWN), lambda row: _either(row.again, "again", "first")),
        ("bloc", (*(bloc.value for bloc in Bloc), UNKNOWN), lambda row: row.bloc.value if row.bloc else UNKNOWN),
    )
    counted: dict[str, list[CountLine]] = {"age": _ages(ages, bounds)}
    for group, keys, answer in answers:
        given = [answer(row) for row in rows]
        counted[group] = [_line(group, key, given.count(key), len(rows)) for key in keys]
    return Composition(
        on,
        len(rows),
        tuple(line for group in GROUPS for line in counted[group]),
        min(known, default=None),
        max(known, default=None),
        (Decimal(sum(known)) / len(known)).quantize(Decimal("0.1"), ROUND_HALF_UP) if known else None,
    )


def percent(count: int, total: int) -> Decimal:
    """The part `count` is of `total`, in percent to two places; 0 of nothing is 0."""
    return (Decimal(count * 100) / total).quantize(_CENT, ROUND_HALF_UP) if total else Decimal("0.00")


def _line(group: str, key: str, count: int, total: int) -> CountLine:
    title, word = _LINES.get(f"{group}.{key}", _NOT_RECORDED)
    return CountLine(group, key, count, percent(count, total), title, word)


def _ages(ages: Sequence[int | None], bounds: Sequence[int]) -> list[CountLine]:
    lines = []
    edges: list[int | None] = [None, *bounds, None]
    for below, upper in pairwise(edges):
        lower = None if below is None else below + 1
        count = sum(
            age is not None and (lower is None or age >= lower) and (upper is None or age <= upper) for age in ages
        )
        if lower is None:
            title, word, key = mark("{upper} or younger"), f"Từ {upper} tuổi trở xuống", f"to_{upper}"
        elif upper is None:
            title, word, key = mark("{lower} or older"), f"Trên {below} tuổi", f"from_{lower}"
        else:
            title, word, key = mark("{lower} to {upper}"), f"Từ {lower} đến {upper} tuổi", f"{lower}_to_{upper}"
        lines.append(CountLine("age", key, count, percent(count, len(ages)), title, word, (lower, upper)))
    return [*lines, _line("age", UNKNOWN, ages.count(None), len(ages))]


def _level(text: str, levels: Sequence[tuple[str, str]]) -> str | None:
    key = fold(text)
    return next((level for words, level in levels if re.search(words, key)), None)


def _either(said: bool | None, yes: str, no: str) -> str:
    if said is None:
        return UNKNOWN
    return yes if said else no


@lru_cache(maxsize=4096)
def _people(ethnicity: str | None, majority_key: str) -> str:
    if not ethnicity:
        return UNKNOWN
    return "majority" if fold(ethnicity) == majority_key else "minority"
