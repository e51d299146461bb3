"""One text with its provenance, and the parts of it that are not the article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from readouts.model.problem import Problem
from readouts.model.span import Span


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who published a text. `state` is ISO 3166-1 alpha-3 when the publisher speaks for a state."""

    name: str
    state: str | None = None
    siglum: str | None = None


class ResidueReason(StrEnum):
    """Why characters of a copied page are not the article."""

    NAVIGATION = "navigation"
    RELATED = "related item"
    CAPTION = "caption"
    COMMENT_FORM = "comment form"
    LINK_TEXT = "link text"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True, order=True)
class Residue:
    """Characters of a copied page that are not the article: marked, shown, kept."""

    span: Span
    reason: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, order=True)
class Heading:
    """A heading inside the article."""

    span: Span


_OWN = ("row", "note")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the file it was read from a piece of the text stands.

    `page` counts from 1 and `box` is left, bottom, right, top in points from the page's lower left corner (PDF);
    `element` is the path of an element in its page (XPath), or says which paragraph, row of a table or note of its file
    it is.
    """

    span: Span
    element: str | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None

    @property
    def is_own(self) -> bool:
        """Whether the file tells that this belongs to the text, however it looks: a row of a table, a note."""
        return self.element is not None and self.element.startswith(_OWN)


@dataclass(frozen=True, slots=True)
class Document:
    """One text as received, with its provenance. All offsets in the project are offsets of `text`.

    `residue`, `headings` and `places` are what the file itself told of the text; a plain text tells none.
    """

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    url: str | None = None
    publisher: Publisher | None = None
    language: str | None = None
    problems: tuple[Problem, ...] = ()
    residue: tuple[Residue, ...] = ()
    headings: tuple[Heading, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def content_hash(self) -> str:
        """SHA-256 of the text, hexadecimal; a lone surrogate counts as its three-byte form."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Received:
    """A document with the bytes it was read from; `raw` is None when they were the text itself."""

    document: Document
    raw: bytes | None = None
    media_type: str = "text/plain"
