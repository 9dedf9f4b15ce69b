"""The petition desk: one class, a deed a method; each part stands in its file."""

from frontdesk.office import Office
from frontdesk.petitions.service.printing import Printing
from frontdesk.roster import Roster
from frontdesk.store import Store


class Petitions(Printing):
    """What people tell the Front, kept until it is answered."""

    def __init__(self, store: Store, office: Office, roster: Roster) -> None:
        super().__init__(store, office, roster)
        store.listen(self.hear)
