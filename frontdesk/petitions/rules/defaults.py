"""The deadline table an office starts with (domain §4.2); the office edits it as laws change.

What is marked [M] was not read in the law's text: check it with the office. Luật 136/2025/QH15, in force from
01/7/2026, amends all three laws; changes of day counts in it were not seen.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from frontdesk.petitions.rules.deadlines import Counting, Event, RuleRow, Step
from frontdesk.petitions.rules.words import Complexity, Kind

_COMPLAINTS: Final = date(2012, 7, 1)
_DENUNCIATIONS: Final = date(2019, 1, 1)
_COMPLAINT_LAW: Final = "Luật Khiếu nại 2011"
_DENUNCIATION_LAW: Final = "Luật Tố cáo 2018"


def _complaint(
    name: str,
    step: Step,
    counted_from: Event,
    days: int,
    article: str,
    *,
    remote: bool | None = None,
    complexity: Complexity | None = None,
) -> RuleRow:
    return RuleRow(
        name, Kind.COMPLAINT, step, counted_from, days, Counting.CALENDAR, f"{article} {_COMPLAINT_LAW}",
        remote, complexity, _COMPLAINTS,
    )  # fmt: skip


def _denunciation(
    name: str,
    step: Step,
    counted_from: Event,
    days: int,
    counting: Counting,
    article: str,
    complexity: Complexity | None = None,
) -> RuleRow:
    return RuleRow(
        name, Kind.DENUNCIATION, step, counted_from, days, counting, f"{article} {_DENUNCIATION_LAW}",
        None, complexity, _DENUNCIATIONS,
    )  # fmt: skip


def _resolving() -> Iterator[RuleRow]:
    table = (
        ("giai-quyet-lan-dau", Step.RESOLVE, "Điều 28", (30, 45, 45, 60)),
        ("giai-quyet-lan-hai", Step.RESOLVE_AGAIN, "Điều 37", (45, 60, 60, 70)),
    )
    cases = (
        ("", False, Complexity.NORMAL),
        ("-phuc-tap", False, Complexity.COMPLEX),
        ("-vung-sau", True, Complexity.NORMAL),
        ("-vung-sau-phuc-tap", True, Complexity.COMPLEX),
    )
    for name, step, article, days in table:
        for (suffix, remote, complexity), allowed in zip(cases, days, strict=True):
            yield _complaint(
                f"khieu-nai-{name}{suffix}", step, Event.ACCEPTED, allowed, article,
                remote=remote, complexity=complexity,
            )  # fmt: skip


DEFAULT_RULES: Final[tuple[RuleRow, ...]] = (
    # Luật Tiếp công dân 2013 Điều 28 and Thông tư 05/2021/TT-TTCP [M]: common practice for every letter.
    RuleRow(
        "xu-ly-don", None, Step.PROCESS, Event.RECEIVED, 10, Counting.WORKING,
        "Điều 28 Luật Tiếp công dân 2013 và Thông tư 05/2021/TT-TTCP",
    ),
    # What registers of offices show: thirty days after the transfer [M].
    RuleRow(
        "tra-loi", None, Step.ANSWER, Event.FORWARDED, 30, Counting.CALENDAR,
        "thời hạn trả lời ghi trong phiếu chuyển",
    ),
    _complaint("khieu-nai-thu-ly", Step.ACCEPT, Event.FORWARDED, 10, "Điều 27"),
    *_resolving(),
    _complaint("thoi-hieu-khieu-nai", Step.COMPLAIN, Event.DECIDED, 90, "Điều 9"),
    _complaint("khieu-nai-tiep", Step.COMPLAIN_AGAIN, Event.DECIDED, 30, "Điều 33", remote=False),
    _complaint("khieu-nai-tiep-vung-sau", Step.COMPLAIN_AGAIN, Event.DECIDED, 45, "Điều 33", remote=True),
    # Luật Tố cáo Điều 24 [M].
    _denunciation("to-cao-xu-ly", Step.PROCESS, Event.RECEIVED, 7, Counting.WORKING, "Điều 24"),
    _denunciation(
        "to-cao-xu-ly-xac-minh", Step.PROCESS, Event.RECEIVED, 10, Counting.WORKING, "Điều 24", Complexity.COMPLEX
    ),
    _denunciation("to-cao-chuyen", Step.TRANSFER, Event.RECEIVED, 5, Counting.WORKING, "Điều 24"),
    _denunciation("to-cao-thu-ly", Step.ACCEPT, Event.FORWARDED, 7, Counting.WORKING, "Điều 24"),
    _denunciation(
        "to-cao-thu-ly-xac-minh", Step.ACCEPT, Event.FORWARDED, 10, Counting.WORKING, "Điều 24", Complexity.COMPLEX
    ),
    _denunciation("to-cao-thong-bao", Step.NOTICE, Event.ACCEPTED, 5, Counting.WORKING, "Điều 29"),
    _denunciation("to-cao-ket-luan", Step.RESOLVE, Event.ACCEPTED, 30, Counting.CALENDAR, "Điều 30"),
    _denunciation(
        "to-cao-ket-luan-phuc-tap", Step.RESOLVE, Event.ACCEPTED, 60, Counting.CALENDAR, "Điều 30", Complexity.COMPLEX
    ),
    _denunciation(
        "to-cao-ket-luan-dac-biet-phuc-tap", Step.RESOLVE, Event.ACCEPTED, 90, Counting.CALENDAR, "Điều 30",
        Complexity.VERY_COMPLEX,
    ),
    # Read in Luật Tố cáo 2011 Điều 44; the article of the present law is [M].
    RuleRow(
        "bao-ket-qua-cho-mat-tran", None, Step.REPLY, Event.DECIDED, 7, Counting.CALENDAR,
        "quy định trả lời cơ quan Mặt trận đã chuyển đơn",
    ),
    RuleRow("luu-don", None, Step.KEEP, Event.FILED, 1, Counting.YEARS, "Điều 28 Thông tư 05/2021/TT-TTCP"),
)  # fmt: skip
