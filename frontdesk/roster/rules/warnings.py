"""Rules of number and composition of bodies: warnings with their source, never walls."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from frontdesk.messages import _, mark
from frontdesk.roster.kinds import BodyKind, Sex
from frontdesk.roster.rules.rows import MemberRow
from frontdesk.vietnamese import fold


@dataclass(frozen=True)
class Limits:
    """How many members a body of a kind has by rule; None is no limit. `source` is the rule's law and article."""

    least: int | None
    most: int | None
    source: str


@dataclass(frozen=True)
class BodyWarning:
    """Something about a body that the rules would have otherwise; `source` says which rule."""

    body: str
    code: str
    message: str
    source: str


LIMITS: Final[dict[BodyKind, Limits]] = {
    BodyKind.COMMITTEE: Limits(30, 70, "Hướng dẫn đại hội 2024 - 2029; thực tế sau sắp xếp 2025"),
    BodyKind.STANDING_BOARD: Limits(3, 7, "Điều lệ MTTQ Việt Nam; thực tế từ 2025"),
    BodyKind.INSPECTION_BOARD: Limits(5, None, "Luật 10/2022/QH15; NĐ 59/2023/NĐ-CP"),
    BodyKind.INVESTMENT_BOARD: Limits(5, None, "Luật 10/2022/QH15, điều 41; NĐ 59/2023/NĐ-CP, điều 17"),
    BodyKind.CONCILIATION_TEAM: Limits(3, None, "Luật Hòa giải ở cơ sở 35/2013/QH13, điều 12"),
}
_HEADS: Final = ("chu tich", "truong ban", "to truong")
_WOMAN_NEEDED: Final = frozenset({BodyKind.CONCILIATION_TEAM})
_MOST_DEPUTIES: Final = {BodyKind.INVESTMENT_BOARD: 2}
_HEADED: Final = frozenset(BodyKind) - {BodyKind.MEMBER_ORGANISATION, BodyKind.OTHER}
_PROTOCOL_SOURCE: Final = mark("one head a body")


def warnings_of(body: str, kind: BodyKind, members: Sequence[MemberRow], limits: Limits | None) -> list[BodyWarning]:
    """What is amiss in a body with these members (a row a post); `limits` None: the rules set none."""
    people = {row.person.id: row.person for row in members}
    found: list[BodyWarning] = []

    def warn(code: str, message: str, source: str) -> None:
        found.append(BodyWarning(body, f"roster.body.{code}", message, source))

    count = len(people)
    if limits is not None and limits.least is not None and count < limits.least:
        text = _("{body} has {count} members; the rule is at least {least}.")
        warn("too_few", text.format(body=body, count=count, least=limits.least), limits.source)
    if limits is not None and limits.most is not None and count > limits.most:
        text = _("{body} has {count} members; the rule is at most {most}.")
        warn("too_many", text.format(body=body, count=count, most=limits.most), limits.source)
    if kind in _WOMAN_NEEDED and count and not any(person.sex is Sex.FEMALE for person in people.values()):
        source = limits.source if limits else ""
        warn("no_woman", _("{body} has no woman among its members.").format(body=body), source)
    heads = [row for row in members if _is_head(row.membership.post)]
    if kind in _HEADED and count and not heads:
        warn("no_head", _("{body} has nobody at its head.").format(body=body), _(_PROTOCOL_SOURCE))
    if len({row.person.id for row in heads}) > 1:
        names = ", ".join(row.person.name for row in heads)
        warn(
            "several_heads", _("{body} has several heads: {names}.").format(body=body, names=names), _(_PROTOCOL_SOURCE)
        )
    deputies = sum(fold(row.membership.post or "").startswith("pho ") for row in members)
    if kind in _MOST_DEPUTIES and deputies > _MOST_DEPUTIES[kind]:
        text = _("{body} has {count} deputies; the rule is at most {most}.")
        source = limits.source if limits else ""
        warn("deputies", text.format(body=body, count=deputies, most=_MOST_DEPUTIES[kind]), source)
    return found


def _is_head(post: str | None) -> bool:
    key = fold(post or "")
    return any(key.startswith(head) for head in _HEADS)
