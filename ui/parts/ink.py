"""What charts are drawn in on the screen; on paper they keep the paper's colours."""

from frontdesk.paper import ON_PAPER, Ink
from ui.parts.colours import DARK, Colours

_ON_DARK = ("#8ab4f0", "#3f6ea8", "#c9ced6", "#5d97dd", "#6f7782", "#bcd4f7", "#4a5563")


def ink_of(colours: Colours) -> Ink:
    """The colours of a chart that stands in a window of this look."""
    fills = _ON_DARK if colours == DARK else ON_PAPER.fills
    return Ink(colours.text, colours.window, colours.line, fills)
