"""A test's docstring is its text; the states and persons are invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from readouts.actors import find_mentions
from readouts.contacts import find_contacts, load_events
from readouts.model import Contact, Publisher
from readouts.text import Models
from tests.actors.invented_actors import TABLE

EVENTS = load_events(
    """
    [[event]]
    names = ["Harbour Summit"]
    first = 2030-11-20
    last = 2030-11-21
    place = "Puerto Claro"
    kind = "summit"

    [[event]]
    names = ["invasion of Velmara", "Velmara invasion"]
    first = 2031-02-10
    place = "Velmara"
    kind = "war"
    """,
    "events of the tests",
)
DAY = date(2031, 5, 6)
Read = Callable[..., tuple[Contact, ...]]


@pytest.fixture
def read(models: Models, request: pytest.FixtureRequest) -> Read:
    """Read the contacts of the test's own docstring, or of `text`."""

    def reader(
        day: date | None = DAY, language: str = "en", *, title: str | None = None, text: str | None = None, by: str = ""
    ) -> tuple[Contact, ...]:
        text = (request.function.__doc__ or "") if text is None else text
        parse = models.parse(text, language)
        publisher = Publisher(by, by) if by else None
        return find_contacts(parse, find_mentions(parse, day, TABLE), day, title, publisher, (), EVENTS)

    return reader


def persons(contact: Contact) -> list[str | None]:
    """Return the persons of a contact, or the states of those not named."""
    return [party.person or party.state for party in contact.parties]
