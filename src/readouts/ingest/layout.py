"""The order in which the lines of printed pages are read: columns, running heads, footnotes, paragraphs.

Coordinates are points from the lower left corner of the page, as in PDF.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

Interval = tuple[float, float]

# The part of a page, above and below, in which running heads and page numbers stand.
_EDGE = 0.12
_SAME_HEIGHT = 6.0
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|стр\.?|第)\s*)?\d{1,4}(?:\s*(?:/|of|von|из|sur)\s*\d{1,4})?(?:\s*页)?\W*$", re.I
)
_DIGITS = re.compile(r"\d+")
_SMALL = 0.88
_NOTE_MARK = re.compile(r"\s*(?:\d{1,3}|[*†‡§]+|\[\d{1,3}\])[\s.)\]]*\S")
_SENTENCE_END = re.compile(r"[.!?:;…。！？：；][\"'”’»」』)\]]*$")
_BULLET = re.compile(r"[•●▪◦‣–—·]\s")
# "It. Asked" at the head of a line is no number of a list.
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{2,4})[.)]\s")
# A column is one only where several rows stand in it, and most of its width is filled.
_ROWS_OF_COLUMNS = 3
_FILLED = 0.55
# Cells of a table stand further apart, in widths of a letter, than the words of a justified line.
_CELLS_APART = 2.0
# Paragraphs stand so much further apart than lines.
_NEXT_PARAGRAPH = 1.25
# Lines end so near to one another where they are justified, in points, and so many of a column do.
_EVEN, _JUSTIFIED = 2.0, 0.35


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line of a page. `base` is the height letters stand at, `size` the font's."""

    words: str
    page: int
    left: float
    bottom: float
    right: float
    top: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Column:
    """The lines of one column, from above."""

    lines: tuple[Line, ...]

    @property
    def left(self) -> float:
        """Where its lines begin."""
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        """Where its longest line ends."""
        return max(line.right for line in self.lines)


@dataclass(frozen=True, slots=True)
class Laid:
    """Pages in the order of reading: the paragraphs of the article, its footnotes, and the running heads."""

    paragraphs: tuple[tuple[Line, ...], ...]
    notes: tuple[tuple[Line, ...], ...]
    running: tuple[Line, ...]
    body_size: float


def lay_out(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> Laid:
    """Order the pieces of lines on each page (`heights` are the pages') as a person would read them."""
    body_size = _commonest_size(line for page in pages for line in page)
    running = _running_heads(pages, heights)
    columns: list[Column] = []
    notes: list[tuple[Line, ...]] = []
    for page in pages:
        for column in _columns([line for line in page if line not in running]):
            article, below = _without_notes(column, body_size)
            if article.lines:
                columns.append(article)
            notes += [tuple(note) for note in _notes(below)]
    kept = tuple(line for page in pages for line in page if line in running)
    return Laid(tuple(_paragraphs(columns)), tuple(notes), kept, body_size)


def _commonest_size(lines: Iterable[Line]) -> float:
    counts: Counter[float] = Counter()
    for line in lines:
        counts[round(line.size * 2) / 2] += len(line.words)
    return counts.most_common(1)[0][0] if counts else 0.0


def _running_heads(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> set[Line]:
    """Return the outermost lines of pages that are page numbers or return, but for their digits, on others."""
    seen: defaultdict[str, list[Line]] = defaultdict(list)
    for page, height in zip(pages, heights, strict=True):
        for line in page:
            if _at_edge(line, height):
                seen[_undigited(line)].append(line)
    least = max(1, len(pages) // 4)
    found: set[Line] = set()
    for page, height in zip(pages, heights, strict=True):
        downwards = sorted(page, key=lambda line: -line.top)
        for outside in (downwards, downwards[::-1]):
            for line in outside:
                returns = len(line.words) < 150 and _pages_at(seen[_undigited(line)], line.bottom) > least
                if not _at_edge(line, height) or not (returns or _PAGE_NUMBER.match(line.words)):
                    break
                found.add(line)
    return found


def _pages_at(lines: Sequence[Line], bottom: float) -> int:
    return len({line.page for line in lines if abs(line.bottom - bottom) < _SAME_HEIGHT})


def _at_edge(line: Line, height: float) -> bool:
    return line.top < _EDGE * height or line.bottom > (1 - _EDGE) * height


def _undigited(line: Line) -> str:
    return _DIGITS.sub("#", line.words).strip()


def _columns(pieces: Sequence[Line]) -> Iterator[Column]:
    """Yield the columns of one page in order; text over the whole width is a column of its own."""
    rows = _rows(pieces)
    gutters = _gutters(rows)
    block: list[list[Line]] = []
    open_: frozenset[float] = frozenset(gutters)
    whole: list[Line] = []
    for row in rows:
        passed = frozenset(x for x in gutters if not any(piece.left < x < piece.right for piece in row))
        if open_ & passed:
            block.append(row)
            open_ &= passed
            continue
        yield from _block_columns(block, open_, whole)
        block, open_ = [row], passed
        if not passed:
            yield from _block_columns(block, open_, whole)
            block, open_ = [], frozenset(gutters)
    yield from _block_columns(block, open_, whole)
    if whole:
        yield Column(tuple(_evened(whole)))


def _gutters(rows: Sequence[Sequence[Line]]) -> list[float]:
    """Return where, from left to right, at least three rows leave the same strip empty between two pieces."""
    gaps = [
        (before.right, after.left)
        for row in rows
        for before, after in pairwise(row)
        if after.left - before.right >= max(6.0, 0.8 * after.size)
    ]
    gutters = []
    while len(gaps) >= _ROWS_OF_COLUMNS:
        best, count = _most_shared(gaps)
        if count < _ROWS_OF_COLUMNS:
            break
        if _rows_open(rows, best) >= _ROWS_OF_COLUMNS:
            gutters.append(best)
        gaps = [gap for gap in gaps if not gap[0] <= best <= gap[1]]
    return sorted(gutters)


def _rows_open(rows: Sequence[Sequence[Line]], x: float) -> int:
    """Return how many rows, one below the other with none across, leave `x` empty between two pieces.

    The wide spaces of justified lines make strips too, but the next lines cross them.
    """
    most = count = 0
    for row in rows:
        if any(piece.left < x < piece.right for piece in row):
            count = 0
        elif row[0].right <= x <= row[-1].left:
            count += 1
            most = max(most, count)
    return most


def _most_shared(gaps: Sequence[Interval]) -> tuple[float, int]:
    """Return the middle of the stretch that lies in the most intervals, and their number."""
    edges = sorted(
        [(start, -1, at) for at, (start, _) in enumerate(gaps)] + [(end, 1, at) for at, (_, end) in enumerate(gaps)]
    )
    count = most = 0
    best = (0.0, 0.0)
    for at, (x, step, _) in enumerate(edges):
        count -= step
        if count > most:
            most, best = count, (x, edges[at + 1][0])
    return (best[0] + best[1]) / 2, most


def _rows(pieces: Sequence[Line]) -> list[list[Line]]:
    """Gather pieces that stand beside one another, the rows from above and each from the left."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda p: -(p.top + p.bottom)):
        if rows and _beside(rows[-1][0], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda p: p.left) for row in rows]


def _beside(a: Line, b: Line) -> bool:
    shared = min(a.top, b.top) - max(a.bottom, b.bottom)
    return shared > 0.5 * min(a.top - a.bottom, b.top - b.bottom)


def _block_columns(block: Sequence[Sequence[Line]], gutters: Iterable[float], whole: list[Line]) -> Iterator[Column]:
    """Cut rows that leave the same gutters empty into columns; rows that do not are gathered in `whole`."""
    pieces = [piece for row in block for piece in row]
    cuts = sorted(x for x in gutters if any(p.right <= x for p in pieces) and any(p.left >= x for p in pieces))
    parts = [
        [_joined([p for p in row if low <= p.left < high]) for row in block if any(low <= p.left < high for p in row)]
        for low, high in zip([float("-inf"), *cuts], [*cuts, float("inf")], strict=True)
    ]
    if len(parts) > 1 and all(_is_column(part) for part in parts):
        if whole:
            yield Column(tuple(_evened(whole)))
            whole.clear()
        yield from (Column(tuple(_evened(part))) for part in parts)
    else:
        whole += [_joined(row) for row in block]


def _evened(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of a column, wide spaces as spaces where the lines are justified: from edge to edge."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    filling = [line.left - left < _EVEN and right - line.right < _EVEN for line in lines]
    justified = sum(filling) >= max(_ROWS_OF_COLUMNS, _JUSTIFIED * len(lines))
    for line, fills in zip(lines, filling, strict=True):
        yield replace(line, words=line.words.replace("\t", " ")) if justified and fills else line


def _is_column(lines: Sequence[Line]) -> bool:
    if len(lines) < _ROWS_OF_COLUMNS:
        return False
    width = max(line.right for line in lines) - min(line.left for line in lines)
    return median(line.right - line.left for line in lines) >= _FILLED * width and width > 12 * median(
        line.size for line in lines
    )


def _joined(pieces: Sequence[Line]) -> Line:
    if len(pieces) == 1:
        return pieces[0]
    words = pieces[0].words
    for before, after in pairwise(pieces):
        gap = after.left - before.right
        words += ("\t" if gap > _CELLS_APART * after.size else " " if gap > 0.15 * after.size else "") + after.words
    return Line(
        words,
        pieces[0].page,
        pieces[0].left,
        min(p.bottom for p in pieces),
        max(p.right for p in pieces),
        max(p.top for p in pieces),
        max(pieces, key=lambda p: len(p.words)).base,
        max(p.size for p in pieces),
    )


def _without_notes(column: Column, body_size: float) -> tuple[Column, Sequence[Line]]:
    """Cut the footnotes off a column: its last lines, in a smaller font, beginning with a note's mark."""
    cut = len(column.lines)
    while cut and column.lines[cut - 1].size < _SMALL * body_size:
        cut -= 1
    while cut < len(column.lines) and not _NOTE_MARK.match(column.lines[cut].words):
        cut += 1
    return Column(column.lines[:cut]), column.lines[cut:]


def _notes(lines: Sequence[Line]) -> list[list[Line]]:
    notes: list[list[Line]] = []
    for line in lines:
        if _NOTE_MARK.match(line.words) or not notes:
            notes.append([line])
        else:
            notes[-1].append(line)
    return notes


def _paragraphs(columns: Sequence[Column]) -> Iterator[tuple[Line, ...]]:
    paragraph: list[Line] = []
    before: Column | None = None
    for column in columns:
        pitch = _pitch(column)
        for at, line in enumerate(column.lines):
            if paragraph:
                last = paragraph[-1]
                same = before is column or at > 0
                begins = _begins(line, last, column, pitch) if same else not _goes_on(line, last)
                if begins:
                    yield tuple(paragraph)
                    paragraph = []
            paragraph.append(line)
        before = column
    if paragraph:
        yield tuple(paragraph)


def _pitch(column: Column) -> float:
    steps = [a.base - b.base for a, b in pairwise(column.lines)]
    steps = [step for step in steps if step > 0]
    # The lower quartile: in a column of one-line paragraphs most steps lead to a new one.
    return sorted(steps)[len(steps) // 4] if steps else 0.0


def _begins(line: Line, last: Line, column: Column, pitch: float) -> bool:
    """Say whether a line begins a paragraph below the last one in the same column."""
    step = last.base - line.base
    if abs(line.size - last.size) > 0.12 * last.size or step > _NEXT_PARAGRAPH * max(pitch, 0.9 * line.size):
        return True
    indent = column.left + 0.8 * line.size
    # What stands further in is centred.
    indented = last.left <= indent < line.left < column.left + 5 * line.size
    ends = bool(_SENTENCE_END.search(last.words))
    if indented or _BULLET.match(line.words) or (ends and _NUMBER.match(line.words)):
        return True
    # A row of a table stands alone.
    if "\t" in line.words or "\t" in last.words:
        return True
    return ends and last.right < column.right - 0.25 * (column.right - column.left)


def _goes_on(line: Line, last: Line) -> bool:
    """Say whether a line at the head of a column goes on with the paragraph at the foot of the one before."""
    if abs(line.size - last.size) > 0.12 * last.size or _SENTENCE_END.search(last.words):
        return False
    return line.words[:1].islower() or last.words.endswith("-") or not line.words[:1].isupper()
