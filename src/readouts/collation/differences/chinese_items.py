"""Items of enumerations in Chinese, where nothing but the text around them says where they begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readouts.collation.words import load_words
from readouts.model import Span

_RUN = re.compile(r"[^，。；：！？“”（）\s]+")
_BREAK = re.compile("、|以及|和|及|与")
# What ends the last item: "trade and tourism | and other fields".
_END = re.compile("(?P<item>.{2,8}?)(?:等|的|领域|方面|问题|事务|合作|$)")
# Signs of a verb or a clause inside a would-be item, and a suffix that begins none.
_NO_ITEM = re.compile("[就对将向在把被为是不也都使让同愿要上下]|^性")
_SHORTEST, _LONGEST, _LONGEST_OF_TWO = 2, 8, 4


def find_items(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the items of the lists in the passages; a list whose borders are not clear gives none."""
    return [
        item for span in spans for run in _RUN.finditer(text, span.start, span.end) for item in _items(text, run.span())
    ]


def _items(text: str, run: tuple[int, int]) -> list[Span]:
    borders = list(_BREAK.finditer(text, *run))
    if not borders:
        return []
    starts = [run[0], *(border.end() for border in borders)]
    ends = [*(border.start() for border in borders), run[1]]
    found = [_first(text, starts[0], ends[0])]
    found += [_whole(text, start, end) for start, end in list(zip(starts, ends, strict=True))[1:-1]]
    found.append(_last(text, starts[-1], ends[-1]))
    # A single "and" joins far more than items; beside two sure ones it is a list.
    longest = _LONGEST if any(border[0] == "、" for border in borders) else _LONGEST_OF_TWO
    items = [item for item in found if item is not None and len(item) <= longest and _known(item.of(text))]
    return items if len(items) == len(found) else []


def _known(item: str) -> bool:
    """Say whether an item is made of known words to its last sign; else a border was missed."""
    return sum(len(span) for span, _ in load_words().chinese_words(item)) == len(item)


def _first(text: str, start: int, end: int) -> Span | None:
    """Return the longest known word that ends where the first item does; what stands before it is the verb."""
    for length in range(min(_LONGEST, end - start), _SHORTEST - 1, -1):
        known = load_words().chinese_words(text[end - length : end])
        if known and known[0][0] == Span(0, length):
            return _whole(text, end - length, end)
    return None


def _whole(text: str, start: int, end: int) -> Span | None:
    if not _SHORTEST <= end - start <= _LONGEST or _NO_ITEM.search(text[start:end]):
        return None
    return Span(start, end)


def _last(text: str, start: int, end: int) -> Span | None:
    if (found := _END.match(text, start, end)) is None:
        return None
    return _whole(text, start, start + len(found["item"]))
