"""One document under study: each stage runs when it is first asked for, on the mended text."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property

from readouts.actors import find_mentions
from readouts.attribution import coverage, find_asides, find_statements
from readouts.contacts import find_contacts
from readouts.ingest import SURE, find_damage, mark_residue
from readouts.model import (
    Analysis,
    Contact,
    Document,
    Heading,
    Mention,
    Problem,
    Residue,
    Span,
    Statement,
    respan,
)
from readouts.text import MendedText, Parse, detect_language, mend
from readouts.workflows.tools import Tools

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Study:
    """What the stages find in one document.

    Inside, spans are of the mended text; `analysis` carries them back to the text as given.
    """

    def __init__(self, document: Document, tools: Tools) -> None:
        language = document.language or detect_language(document.text)
        self.document = replace(document, language=language)
        self._tools = tools

    @cached_property
    def mended(self) -> MendedText:
        """The text the stages work on."""
        return mend(self.document.text)

    @cached_property
    def parse(self) -> Parse:
        """Sentences and tokens."""
        return self._tools.models.parse(self.mended.text, self.document.language)

    @cached_property
    def _marked(self) -> tuple[tuple[Residue, ...], tuple[Heading, ...]]:
        own = tuple(place.span for place in self.document.places if place.is_own)
        known = respan((self.document.residue, self.document.headings, own), self.mended.to_given.forward)
        return mark_residue(self.mended.text, self.document.language, *known)

    @property
    def residue(self) -> tuple[Residue, ...]:
        """What is not the article, as far as it is shown."""
        return self._marked[0]

    @cached_property
    def unread(self) -> tuple[Residue, ...]:
        """The residue that is sure enough for the later stages to pass over."""
        return tuple(residue for residue in self.residue if residue.confidence >= SURE)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings inside the article."""
        return self._marked[1]

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Who is named where."""
        publisher = self.document.publisher
        home = publisher.state if publisher else None
        return find_mentions(self.parse, self.document.published, self._tools.actors, self.unread, home)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Who says what by whose account."""
        return find_statements(self.parse, self.mentions, self.document.publisher, self.unread, self._tools.acts)

    @cached_property
    def asides(self) -> tuple[Span, ...]:
        """What in a transcript is no point of the account: labels, and what is asked."""
        return find_asides(self.parse.text, self.parse.language)

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """The contacts it tells of."""
        known, events = self.document, self._tools.events
        return find_contacts(
            self.parse, self.mentions, known.published, known.title, known.publisher, self.unread, events
        )

    def given(self, span: Span) -> Span:
        """Carry a span of the mended text back to the text as given."""
        return self.mended.to_given.back(span)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is unknown or doubtful about the document itself."""
        return (*self.document.problems, *_problems(self.document))

    def analysis(self, *, mentions: bool = True, statements: bool = True, contacts: bool = True) -> Analysis:
        """Return everything found, in offsets of the text as given; a stage not wanted does not run."""
        found = Analysis(
            document=Document(self.document.id, ""),
            residue=self.residue,
            headings=self.headings,
            mentions=self.mentions if mentions else (),
            statements=self.statements if statements else (),
            contacts=self.contacts if contacts else (),
        )
        limits = self._limits if statements else ()
        problems = (*self.problems, *self._damage(found.mentions), *limits)
        return replace(respan(found, self.given), document=self.document, problems=problems)

    def _damage(self, mentions: tuple[Mention, ...]) -> tuple[Problem, ...]:
        """Signs that the text is a damaged copy; names that had to be repaired among `mentions` are one."""
        repaired = [self.given(mention.span) for mention in mentions if mention.repair]
        residue = [self.given(residue.span) for residue in self.unread]
        found = find_damage(self.document.text, self.document.language, repaired, residue)
        return tuple(replace(problem, message=f"{self.document.id}: {problem.message}") for problem in found)

    @property
    def _limits(self) -> tuple[Problem, ...]:
        """How far statements are found in the document's language, where that is not all the way."""
        limit = coverage(self.document.language) if self.document.text.strip() else None
        return (Problem("statements-in-part", f"{self.document.id}: {limit}"),) if limit else ()


def _problems(document: Document) -> list[Problem]:
    name, text = document.id, document.text
    found = []
    if not text.strip():
        found.append(Problem("empty-text", f"{name}: the text is empty."))
    if document.publisher is None:
        found.append(Problem("unknown-publisher", f"{name}: the publisher is unknown; say it with NAME=FILE."))
    if document.published is None:
        found.append(Problem("unknown-date", f"{name}: the date of publication is unknown; say it with --date."))
    if document.language is None:
        found.append(Problem("unknown-language", f"{name}: the language is unknown; say it with --lang."))
    for code, pattern, words in (
        ("control-characters", _CONTROL, "control characters"),
        ("unpaired-surrogates", _SURROGATE, "unpaired surrogates"),
    ):
        if first := pattern.search(text):
            count = len(pattern.findall(text))
            message = f"{name}: {count} {words}, the first at {first.start()}; read as blanks."
            found.append(Problem(code, message, (Span(first.start(), first.end()),)))
    return found
