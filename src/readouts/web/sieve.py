"""How lists are narrowed from an address: parties, publisher, days, language, and which page of them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Query, Request

from readouts.collection import ContactFilter, Filter, days_of
from readouts.errors import WrongCall
from readouts.model import ContactKind
from readouts.workflows import Tools
from readouts.workflows.parties import party_names

PAGE = 50
_LONGEST = 200
# Past this a list is narrowed, not leafed through.
_MOST_PAGES = 100_000

_Word = Annotated[str, Query(max_length=_LONGEST)]


@dataclass(frozen=True, slots=True)
class Sieve:
    """What the fields over a list hold, as they were filled in; empty where they were not."""

    q: str = ""
    a: str = ""
    b: str = ""
    publisher: str = ""
    since: str = ""
    until: str = ""
    language: str = ""
    kind: str = ""
    page: int = 1

    @property
    def slice(self) -> slice:
        """The part of the list that is shown."""
        return slice((self.page - 1) * PAGE, self.page * PAGE)

    @property
    def narrowed(self) -> bool:
        """Say whether anything at all is filled in."""
        return self != Sieve(page=self.page)

    def documents(self, tools: Tools) -> Filter:
        """Return the filter for documents; raise WrongCall for a day that is none."""
        return Filter(
            publisher=self.publisher or None,
            parties=self._parties(tools),
            since=_day(self.since)[0],
            until=_day(self.until)[1],
            language=self.language.lower() or None,
        )

    def contacts(self, tools: Tools) -> ContactFilter:
        """Return the filter for contacts; raise WrongCall for a day or kind that is none."""
        if self.kind and self.kind not in set(ContactKind):
            raise WrongCall(f"{self.kind} is no kind of contact; known are {', '.join(ContactKind)}.")
        return ContactFilter(
            between=self._parties(tools),
            since=_day(self.since)[0],
            until=_day(self.until)[1],
            kind=ContactKind(self.kind) if self.kind else None,
        )

    def address(self, path: str, **changed: object) -> str:
        """Return the address of the same list with some fields changed."""
        fields = {name: getattr(self, name) for name in self.__slots__} | changed
        return f"{path}?{urlencode({name: value for name, value in fields.items() if value not in ('', 1)})}"

    def _parties(self, tools: Tools) -> tuple[frozenset[str], ...]:
        return tuple(party_names(said, tools.actors) for said in (self.a, self.b) if said.strip())


_FIELDS = tuple(field.name for field in fields(Sieve) if field.name != "page")


def from_address(
    q: _Word = "",
    a: _Word = "",
    b: _Word = "",
    publisher: _Word = "",
    since: _Word = "",
    until: _Word = "",
    language: _Word = "",
    kind: _Word = "",
    page: Annotated[int, Query(ge=1, le=_MOST_PAGES)] = 1,
) -> Sieve:
    """Read the fields of a list from the address of a request."""
    return Sieve(
        q.strip(), a.strip(), b.strip(), publisher.strip(), since.strip(), until.strip(), language.strip(), kind, page
    )


async def from_form(request: Request) -> Sieve:
    """Read the fields of a list from a form that was sent; a longer word than an address may hold is cut."""
    form = await request.form(max_files=0, max_fields=len(_FIELDS) + 1, max_part_size=4 * _LONGEST)
    said: dict[str, Any] = {name: str(form.get(name, ""))[:_LONGEST].strip() for name in _FIELDS}
    return Sieve(**said)


Sieved = Annotated[Sieve, Depends(from_address)]
Sent = Annotated[Sieve, Depends(from_form)]


@dataclass(frozen=True, slots=True)
class Pager:
    """Which part of a list is shown, and the ways to the next and previous one."""

    first: int
    last: int
    total: int
    previous: str
    next: str


def pager(request: Request, sieve: Sieve, shown: int, total: int) -> Pager:
    """Return where in the list the page stands."""
    first = sieve.slice.start + 1 if shown else 0
    last = sieve.slice.start + shown
    path = request.url.path
    return Pager(
        first,
        last,
        total,
        sieve.address(path, page=sieve.page - 1) if sieve.page > 1 else "",
        sieve.address(path, page=sieve.page + 1) if last < total else "",
    )


def _day(said: str) -> tuple[date | None, date | None]:
    days = days_of(said or None)
    if said and days[0] is None:
        raise WrongCall(f"{said} is not a day, month or year; write it as 2022-06-15, 2022-06 or 2022.")
    return days
