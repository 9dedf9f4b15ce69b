"""The fund's service: one class, one method a deed; each part stands in its file."""

from frontdesk.fund.service.importing import Importing
from frontdesk.office import Office
from frontdesk.store import Store


class Fund(Importing):
    """The fund's books, a deed a method.

    `roster` and `meetings` are the slices below; the fund knows their papers by number only.
    """

    def __init__(self, store: Store, office: Office, roster: object = None, meetings: object = None) -> None:
        super().__init__(store, office)
