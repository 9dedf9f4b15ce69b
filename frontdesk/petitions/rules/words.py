"""The terms of the petition desk, with the words papers and sheets have for them."""

from enum import StrEnum
from typing import Final

from frontdesk.messages import mark


class Channel(StrEnum):
    """How a petition came to the office."""

    IN_PERSON = "in_person"
    LETTER = "letter"
    AREA = "area"
    MEETING = "meeting"
    SUPERVISION = "supervision"
    PHONE = "phone"
    ONLINE = "online"


class Kind(StrEnum):
    """What a petition is by its content, whatever its title says (Thông tư 05/2021/TT-TTCP)."""

    PROPOSAL = "proposal"
    REPORT = "report"
    COMPLAINT = "complaint"
    DENUNCIATION = "denunciation"


class Status(StrEnum):
    """How far a petition has come."""

    RECEIVED = "received"
    CLASSIFIED = "classified"
    GUIDED = "guided"
    RETURNED = "returned"
    FILED = "filed"
    FORWARDED = "forwarded"
    ANSWERED = "answered"
    TOLD = "told"
    CLOSED = "closed"


class Route(StrEnum):
    """What is to be done with a petition; `ACCEPT` only where the Front itself is competent."""

    GUIDE = "guide"
    FORWARD = "forward"
    RETURN = "return"
    FILE = "file"
    ACCEPT = "accept"


class Complexity(StrEnum):
    """How long the law lets a complaint or denunciation take."""

    NORMAL = "normal"
    COMPLEX = "complex"
    VERY_COMPLEX = "very_complex"


class Ending(StrEnum):
    """Why a case is closed."""

    SETTLED = "settled"
    WITHDRAWN = "withdrawn"
    JOINED = "joined"
    MISTAKEN = "mistaken"


class Contact(StrEnum):
    """How the office spoke with the sender."""

    FACE_TO_FACE = "face_to_face"
    PHONE = "phone"
    LETTER = "letter"
    ONLINE = "online"


class Level(StrEnum):
    """Where an agency stands; above the commune a petition is above our competence."""

    COMMUNE = "commune"
    PROVINCE = "province"
    CENTRAL = "central"


OPEN: Final = (Status.RECEIVED, Status.CLASSIFIED, Status.FORWARDED)
"""Statuses in which somebody still owes the sender something."""

CHANNEL_TITLES: Final[dict[Channel, str]] = {
    Channel.IN_PERSON: mark("in person"),
    Channel.LETTER: mark("by letter"),
    Channel.AREA: mark("at a residential area"),
    Channel.MEETING: mark("at a meeting"),
    Channel.SUPERVISION: mark("after supervision"),
    Channel.PHONE: mark("by phone"),
    Channel.ONLINE: mark("online"),
}
KIND_TITLES: Final[dict[Kind, str]] = {
    Kind.PROPOSAL: mark("proposal (kiến nghị)"),
    Kind.REPORT: mark("report (phản ánh)"),
    Kind.COMPLAINT: mark("complaint (khiếu nại)"),
    Kind.DENUNCIATION: mark("denunciation (tố cáo)"),
}
KIND_HELP: Final[dict[Kind, str]] = {
    Kind.PROPOSAL: mark("Asks for something to be done or changed: policy, law, management."),
    Kind.REPORT: mark("Tells of something going on in the area."),
    Kind.COMPLAINT: mark("Asks to review a decision or act of an authority that harms the sender's own rights."),
    Kind.DENUNCIATION: mark("Says that somebody broke the law. The sender stays secret: the name is never kept."),
}
STATUS_TITLES: Final[dict[Status, str]] = {
    Status.RECEIVED: mark("received"),
    Status.CLASSIFIED: mark("classified"),
    Status.GUIDED: mark("guided"),
    Status.RETURNED: mark("returned"),
    Status.FILED: mark("filed"),
    Status.FORWARDED: mark("forwarded"),
    Status.ANSWERED: mark("answered"),
    Status.TOLD: mark("sender told"),
    Status.CLOSED: mark("closed"),
}
ROUTE_TITLES: Final[dict[Route, str]] = {
    Route.GUIDE: mark("guide the sender"),
    Route.FORWARD: mark("forward"),
    Route.RETURN: mark("return"),
    Route.FILE: mark("file"),
    Route.ACCEPT: mark("settle ourselves"),
}
LEVEL_TITLES: Final[dict[Level, str]] = {
    Level.COMMUNE: mark("commune"),
    Level.PROVINCE: mark("province"),
    Level.CENTRAL: mark("centre"),
}

CHANNEL_WORDS: Final[dict[Channel, str]] = {
    Channel.IN_PERSON: "Trực tiếp",
    Channel.LETTER: "Bưu điện, thư",
    Channel.AREA: "Khu dân cư",
    Channel.MEETING: "Hội nghị, tiếp xúc cử tri",
    Channel.SUPERVISION: "Sau giám sát",
    Channel.PHONE: "Điện thoại",
    Channel.ONLINE: "Trực tuyến",
}
KIND_WORDS: Final[dict[Kind, str]] = {
    Kind.PROPOSAL: "Kiến nghị",
    Kind.REPORT: "Phản ánh",
    Kind.COMPLAINT: "Khiếu nại",
    Kind.DENUNCIATION: "Tố cáo",
}
STATUS_WORDS: Final[dict[Status, str]] = {
    Status.RECEIVED: "Mới tiếp nhận",
    Status.CLASSIFIED: "Đã phân loại",
    Status.GUIDED: "Đã hướng dẫn",
    Status.RETURNED: "Đã trả lại",
    Status.FILED: "Đã lưu",
    Status.FORWARDED: "Đã chuyển, chờ trả lời",
    Status.ANSWERED: "Đã có trả lời",
    Status.TOLD: "Đã báo người gửi",
    Status.CLOSED: "Kết thúc",
}
ROUTE_WORDS: Final[dict[Route, str]] = {
    Route.GUIDE: "Hướng dẫn",
    Route.FORWARD: "Chuyển đơn",
    Route.RETURN: "Trả lại đơn",
    Route.FILE: "Lưu đơn",
    Route.ACCEPT: "Thụ lý",
}
CONTACT_WORDS: Final[dict[Contact, str]] = {
    Contact.FACE_TO_FACE: "gặp trực tiếp",
    Contact.PHONE: "qua điện thoại",
    Contact.LETTER: "bằng văn bản",
    Contact.ONLINE: "trực tuyến",
}
LEVEL_WORDS: Final[dict[Level, str]] = {
    Level.COMMUNE: "Cấp xã",
    Level.PROVINCE: "Cấp tỉnh",
    Level.CENTRAL: "Trung ương",
}
SECRET_WORDS: Final = "(giữ bí mật)"
