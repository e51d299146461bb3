"""How wording is used in the collection, in the little that a page shows: the texts themselves stay behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readouts.report.dates import day_in_words
from readouts.report.names import language_tag, publisher_name
from readouts.web.listed import document_address, publisher_mark
from readouts.workflows.contract import Json
from readouts.workflows.usage import Usage, Use

# Who wants to see more of one wording narrows the days, or asks the command.
MOST_USES = 300
MOST_FORMULAS = 200


@dataclass(frozen=True, slots=True)
class Used:
    """One use of a wording in its sentence; `alike` says how much of the wording it is, empty when all."""

    title: str
    address: str
    day: str
    publisher: str
    siglum: str
    lang: str | None
    before: str
    words: str
    after: str
    alike: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording, how often and by whom it is used, and the first of its uses."""

    wording: str
    documents: int
    first: str
    last: str
    publishers: tuple[tuple[str, int], ...]
    by_month: tuple[tuple[str, int], ...]
    total: int
    uses: tuple[Used, ...]


@dataclass(frozen=True, slots=True)
class Traced:
    """What came of tracing a wording among `searched` documents."""

    wording: Wording
    searched: int


@dataclass(frozen=True, slots=True)
class Formulas:
    """The formulas found among `searched` documents, those that say most first."""

    found: tuple[Wording, ...]
    searched: int


@dataclass(frozen=True, slots=True)
class Told:
    """How wordings are used, in the JSON of the commands."""

    usages: tuple[Json, ...]


def traced(found: Usage, searched: int) -> Traced:
    """Return how one wording is shown with its uses."""
    return Traced(_wording(found, found.uses[:MOST_USES]), searched)


def formulas(found: Sequence[Usage], searched: int) -> Formulas:
    """Return how formulas are shown, each without its uses."""
    return Formulas(tuple(_wording(one, ()) for one in found), searched)


def _wording(found: Usage, uses: Sequence[Use]) -> Wording:
    return Wording(
        wording=found.wording,
        documents=found.documents,
        first=day_in_words(found.first),
        last=day_in_words(found.last),
        publishers=tuple((name or publisher_name(None), count) for name, count in found.publishers),
        by_month=found.by_month,
        total=len(found.uses),
        uses=tuple(map(_used, uses)),
    )


def _used(use: Use) -> Used:
    document, (before, after) = use.document, use.around
    return Used(
        title=document.title or document.id,
        address=document_address(document.id),
        day=day_in_words(document.published) or "no date",
        publisher=publisher_name(document.publisher),
        siglum=publisher_mark(document.publisher),
        lang=language_tag(document.language),
        before=before,
        words=use.wording,
        after=after,
        alike="" if use.similarity >= 1 else f"{use.similarity:.0%} alike",
    )
