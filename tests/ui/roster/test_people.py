"""The list of people: whose, in what order, found how."""

from ui.roster.desk import RosterDesk


def names(desk: RosterDesk) -> list[str]:
    model = desk.people.pane.model
    return [str(model.index(at, 1).data()) for at in range(model.rowCount())]


def test_people_stand_in_the_order_of_their_given_names(desk: RosterDesk) -> None:
    assert names(desk) == ["Nguyễn Văn Ân", "Đặng Quốc Ẩn", "Trần Thị Hoà"]
