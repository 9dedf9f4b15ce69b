"""Office files are zip archives; written again with one fixed time, equal content gives equal bytes."""

import io
import zipfile
from typing import Final

_THE_SAME_TIME: Final = (1980, 1, 1, 0, 0, 0)


def without_times(data: bytes) -> bytes:
    """The archive `data` with its members in the same order and all times the same."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            entry = zipfile.ZipInfo(member.filename, _THE_SAME_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(member))
    return stream.getvalue()
