"""What a reader found in one file, before what the caller says of it is added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from readouts.model import Heading, Place, Problem, Residue, ResidueReason, Span

SOFT_HYPHEN = "\u00ad"
"""Where a word may be broken: no character of the word, and not seen unless it is."""
_BETWEEN = "\n\n"
_LONGEST_CELL = 200


@dataclass(frozen=True, slots=True)
class Content:
    """One text and what its file says of it. `text` is what all offsets count in.

    `identifier` tells the texts of one file apart, `site` is what the file calls its publisher. Of a file of many texts
    `raw` are the bytes this one was read from, None where they were the text itself. `media_type` says what they, or
    those of the whole file, are.
    """

    text: str
    title: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    site: str | None = None
    identifier: str | None = None
    residue: tuple[Residue, ...] = ()
    headings: tuple[Heading, ...] = ()
    places: tuple[Place, ...] = ()
    problems: tuple[Problem, ...] = ()
    raw: bytes | None = None
    media_type: str = "text/plain"


class ContentBuilder:
    """Sets paragraphs one below the other and keeps where each came from."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self.residue: list[Residue] = []
        self.headings: list[Heading] = []
        self.places: list[Place] = []

    def add(
        self,
        words: str,
        places: Sequence[Place] = (),
        *,
        heading: bool = False,
        residue: ResidueReason | None = None,
    ) -> None:
        """Add one paragraph; the spans of `places` count within it. A blank one is left out."""
        if not words.strip():
            return
        if self._pieces:
            self._pieces.append(_BETWEEN)
            self._length += len(_BETWEEN)
        start = self._length
        self._pieces.append(words)
        self._length += len(words)
        span = Span(start, self._length)
        self.places += [Place(Span(start + p.span.start, start + p.span.end), p.element, p.page, p.box) for p in places]
        if residue:
            self.residue.append(Residue(span, residue))
        elif heading:
            self.headings.append(Heading(span))

    def content(
        self,
        *,
        title: str | None = None,
        published: date | None = None,
        url: str | None = None,
        language: str | None = None,
        site: str | None = None,
        problems: Sequence[Problem] = (),
        media_type: str = "text/plain",
    ) -> Content:
        """Return what was set, with what the file says of itself."""
        return Content(
            text="".join(self._pieces),
            title=title,
            published=published,
            url=url,
            language=language,
            site=site,
            residue=tuple(self.residue),
            headings=tuple(self.headings),
            places=tuple(self.places),
            problems=tuple(problems),
            media_type=media_type,
        )


def is_row(lengths: Sequence[int], cells: int) -> bool:
    """Say whether a table's row is one of short cells, a paragraph each, and not a frame for a page's paragraphs.

    `lengths` are those of the paragraphs in the row.
    """
    return 1 < len(lengths) <= cells and max(lengths) <= _LONGEST_CELL


def dated_by_the_file(day: date | None) -> tuple[Problem, ...]:
    """Say that a day of publication is only the day on which the file was made."""
    if day is None:
        return ()
    message = f"dated {day.isoformat()}, when the file was made; say with --date when it was published."
    return (Problem("date-of-file", message),)
