"""The petition desk: one class, a deed a method; each part stands in its file."""

from frontdesk.petitions.service.lists import Lists


class Petitions(Lists):
    """What people tell the Front, kept until it is answered."""
