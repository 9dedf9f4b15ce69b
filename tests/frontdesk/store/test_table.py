"""What a model may declare."""

import pytest
from peewee import TextField

from frontdesk.store import Record
from frontdesk.store.table import table_of, values_of


class Leaky(Record):
    """A secret that would be searchable."""

    searchable = ("name",)
    secret = ("name",)
    name = TextField()


class Exposed(Record):
    """A sensitive column that would be searchable."""

    searchable = ("name",)
    sensitive = ("name",)
    name = TextField()


class Misspelt(Record):
    """A column that is not there."""

    secret = ("nmae",)
    name = TextField()


@pytest.mark.parametrize(("model", "named"), [(Leaky, "name"), (Exposed, "name"), (Misspelt, "nmae")])
def test_a_model_that_declares_wrongly_cannot_be_written(model: type[Record], named: str) -> None:
    with pytest.raises(TypeError, match=named):
        table_of(model)


def test_a_row_is_a_mapping_or_a_dataclass() -> None:
    class Plain(Record):
        name = TextField()

    with pytest.raises(TypeError):
        values_of(table_of(Plain), ["name"])
    assert values_of(table_of(Plain), None) == {}
