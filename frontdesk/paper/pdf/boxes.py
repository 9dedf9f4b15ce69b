"""Flowables that hold others: glued to each other, side by side, and the small ones between them."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus.flowables import Flowable

from frontdesk.paper import layout

_ROUNDING_PT = 0.01


class Stack(Flowable):
    """Flowables one under another that never leave each other; shrunk when a page is too low for them."""

    def __init__(self, content: Sequence[Flowable], page_height: float, gap: float = 0) -> None:
        super().__init__()
        self.content = list(content)
        self.page_height = page_height
        self.spaceBefore = gap or (self.content[0].getSpaceBefore() if self.content else 0)
        self.factor = 1.0
        self.sizes: list[tuple[float, float, float]] = []

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        canvas = getattr(self, "canv", None)
        self.sizes = []
        total = 0.0
        for number, item in enumerate(self.content):
            gap = item.getSpaceBefore() if number else 0
            width, height = item.wrapOn(canvas, available_width, self.page_height)
            self.sizes.append((gap, width, height))
            total += gap + height
        self.factor = min(1.0, self.page_height / total) if total else 1.0
        self.width, self.height = available_width, total * self.factor
        return self.width, self.height

    def draw(self) -> None:
        self.canv.saveState()
        if self.factor < 1:
            self.canv.translate(self.width * (1 - self.factor) / 2, 0)
            self.canv.scale(self.factor, self.factor)
        y = self.height / self.factor
        for item, (gap, _width, height) in zip(self.content, self.sizes, strict=True):
            y -= gap + height
            item.drawOn(self.canv, 0, y)
        self.canv.restoreState()


class Columns(Flowable):
    """Stacks side by side, their tops level; `widths` are shares of the whole."""

    def __init__(
        self, columns: Sequence[Sequence[Flowable]], widths: Sequence[float], page_height: float, gap: float = 0
    ) -> None:
        super().__init__()
        whole = sum(widths)
        self.stacks = [Stack(column, page_height) for column in columns]
        self.shares = [width / whole for width in widths]
        self.spaceBefore = gap

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        canvas = getattr(self, "canv", None)
        heights = [
            stack.wrapOn(canvas, available_width * share, available_height)[1]
            for stack, share in zip(self.stacks, self.shares, strict=True)
        ]
        self.width, self.height = available_width, max(heights, default=0)
        return self.width, self.height

    def draw(self) -> None:
        x = 0.0
        for stack, share in zip(self.stacks, self.shares, strict=True):
            stack.drawOn(self.canv, x, self.height - stack.height)
            x += self.width * share


class Glued(Flowable):
    """Flowables with no page break between them, only inside them: a heading and its text, a text and who signs it.

    Each of them keeps at least two lines together where it breaks.
    """

    def __init__(self, items: Sequence[Flowable], page_height: float) -> None:
        super().__init__()
        self.items = list(items)
        self.spaceBefore = self.items[0].getSpaceBefore()
        self.page_height = page_height
        self.sizes: list[tuple[float, float]] = []

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        canvas = getattr(self, "canv", None)
        self.sizes = []
        total = 0.0
        for number, item in enumerate(self.items):
            gap = item.getSpaceBefore() if number else 0
            # Room beyond the page: whoever measures itself only as far as it is asked to would lie about the rest.
            height = item.wrapOn(canvas, available_width, available_height)[1]
            self.sizes.append((gap, height))
            total += gap + height
        self.width, self.height = available_width, total
        return available_width, total

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        if len(self.items) == 1:
            return list(self.items[0].splitOn(self.canv, available_width, available_height))
        self.wrap(available_width, available_height)
        if self.height <= available_height:
            return [self]
        tops = [0.0]
        for gap, height in self.sizes:
            tops.append(tops[-1] + gap + height)
        for index in reversed(range(len(self.items))):
            gap, height = self.sizes[index]
            room = min(available_height - tops[index] - gap, self._room_before_the_end(index, height))
            if room <= 0:
                continue
            parts = self.items[index].splitOn(self.canv, available_width, room)
            if len(parts) > 1:
                before = Glued([*self.items[:index], parts[0]], self.page_height)
                after = Glued([*parts[1:], *self.items[index + 1 :]], self.page_height)
                return [before, after]
        if available_height < self.page_height - 1:
            return []
        # A whole page is too low for all of it together: there is nothing left but to let go. What is given back
        # must begin with something that fits.
        return [Gap(0), self.items[0], Glued(self.items[1:], self.page_height)]

    def _room_before_the_end(self, index: int, height: float) -> float:
        """For what has others after it: so little less than its height that its last lines go along with them."""
        if index == len(self.items) - 1:
            return height
        least = getattr(self.items[index], "tail_height", None)
        if least is not None:
            # A sum of rows taken in another order differs in the last bit, and a row would not fit in its own height.
            return height - float(least()) + _ROUNDING_PT
        leading = getattr(getattr(self.items[index], "style", None), "leading", 0)
        return height - float(leading) * layout.BODY_LINES_WITH_SIGNATURE

    def draw(self) -> None:
        y = self.height
        for item, (gap, height) in zip(self.items, self.sizes, strict=True):
            y -= gap + height
            item.drawOn(self.canv, 0, y)


class Kept(Glued):
    """Flowables that move to the next page together, and are let go when a page is too low for them."""

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        self.wrap(available_width, available_height)
        if self.height <= available_height:
            return [self]
        return [Gap(0), *self.items] if self.height > self.page_height else []


class Fitted(Kept):
    """Kept flowables drawn smaller where they are higher than `most` points, in the wider lines that gives them.

    What could be read no more is left as it is.
    """

    def __init__(self, items: Sequence[Flowable], page_height: float, most: float) -> None:
        super().__init__(items, page_height)
        self.most = most
        self.factor = 1.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        for factor in layout.SMALLER:
            self.factor = factor
            super().wrap(available_width / factor, available_height / factor)
            if self.height * factor <= self.most:
                self.width, self.height = available_width, self.height * factor
                return self.width, self.height
        self.factor = 1.0
        return super().wrap(available_width, available_height)

    def draw(self) -> None:
        self.canv.saveState()
        self.canv.scale(self.factor, self.factor)
        self.height /= self.factor
        super().draw()
        self.height *= self.factor
        self.canv.restoreState()


class Line(Flowable):
    """A rule: `length` points long and centred, None for the whole width."""

    def __init__(self, length: float | None = None, gap: float = 0, dashed: bool = False) -> None:
        super().__init__()
        self.length = length
        self.spaceBefore = gap
        self.dashed = dashed

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width = available_width
        self.height = layout.RULE_PT
        return self.width, self.height

    def draw(self) -> None:
        length = self.width if self.length is None else min(self.length, self.width)
        left = (self.width - length) / 2
        self.canv.saveState()
        self.canv.setLineWidth(layout.RULE_PT)
        if self.dashed:
            self.canv.setDash(4, 3)
        self.canv.line(left, layout.RULE_PT / 2, left + length, layout.RULE_PT / 2)
        self.canv.restoreState()


class Gap(Flowable):
    """Empty room; at the top of a page only when `firm`."""

    def __init__(self, height: float, *, firm: bool = False) -> None:
        super().__init__()
        self.spaceBefore = 0 if firm else height
        self.room = height if firm else 0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width, self.height = available_width, self.room
        return self.width, self.height

    def draw(self) -> None:
        """Nothing stands in a gap."""


class Bookmark(Flowable):
    """An entry of the outline, at the place where it stands on the page."""

    def __init__(self, title: str, level: int, key: str, gap: float) -> None:
        super().__init__()
        self.title, self.level, self.key = title, level, key
        self.spaceBefore = gap

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width = self.height = 0
        return 0, 0

    def draw(self) -> None:
        canvas: Any = self.canv
        # An outline may not skip a level; a paper may.
        level = min(self.level, getattr(canvas, "outline_level", -1) + 1)
        canvas.outline_level = level
        canvas.bookmarkHorizontal(self.key, 0, layout.BODY_PT * 2)
        canvas.addOutlineEntry(self.title, self.key, level)
