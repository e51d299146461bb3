"""A test's docstring is its text; the states and persons are invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from readouts.actors import find_mentions
from readouts.attribution import find_statements
from readouts.model import Publisher, Span, Statement
from readouts.text import Models
from tests.actors.invented_actors import TABLE

Attribute = Callable[..., tuple[Statement, ...]]
Tell = Callable[..., list[tuple[str, str, str]]]
DAY = date(2031, 5, 6)


@pytest.fixture
def attribute(models: Models, request: pytest.FixtureRequest) -> Attribute:
    """Find the statements of the test's own docstring, or of `text`."""

    def attributer(
        language: str = "en", *, by: str | None = None, state: str | None = None, text: str | None = None
    ) -> tuple[Statement, ...]:
        text = (request.function.__doc__ or "") if text is None else text
        parse = models.parse(text, language)
        publisher = Publisher(by, state) if by else None
        return find_statements(parse, find_mentions(parse, DAY, TABLE), publisher)

    return attributer


@pytest.fixture
def tell(attribute: Attribute, request: pytest.FixtureRequest) -> Tell:
    """Say source, cue and content of each statement that has a source or cue, in words."""

    def teller(language: str = "en", *, by: str | None = None, state: str | None = None) -> list[tuple[str, str, str]]:
        text = request.function.__doc__ or ""
        found = attribute(language, by=by, state=state)
        return [(words(text, s.source), words(text, s.cue), words(text, s.content)) for s in found if s.source or s.cue]

    return teller


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(span.of(text) for span in spans)
