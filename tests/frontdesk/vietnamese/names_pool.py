"""Words that names of invented people are drawn from."""

from tests.frontdesk.vietnamese.tables import pairs

_WORDS = dict(pairs("name-words.tsv"))

FAMILY = _WORDS["family"].split()
MIDDLE = _WORDS["middle"].split()
GIVEN = _WORDS["given"].split()
# Names of the peoples of the highlands, and one name in several spellings.
UNUSUAL = _WORDS["unusual"].split("|")
