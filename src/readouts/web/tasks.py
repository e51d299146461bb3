"""The analyses a page or a request can ask for, as values that travel to the process that does them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from readouts.collection import Filter, list_entries, open_collection
from readouts.errors import WrongCall
from readouts.model import Analysis, Comparison, Document, ReportReading, Span
from readouts.web.sieve import Sieve
from readouts.web.used import MOST_FORMULAS, Formulas, Told, Traced, formulas, traced
from readouts.workflows import Depth, Tools, compare, read, wording_json
from readouts.workflows.batch import analyse
from readouts.workflows.formulas import find_formulas
from readouts.workflows.kept import kept_documents
from readouts.workflows.supply import Supplied, supplied_documents
from readouts.workflows.trace import trace_wording

# Says what is being done now: words, and how many steps of how many are done.
Tell = Callable[[str, int, int], None]
Outcome = Comparison | ReportReading | Analysis | Traced | Formulas | Told | None
# A page of more columns than this cannot be read, and every pair of accounts costs time.
MOST_ACCOUNTS = 12


@dataclass(frozen=True, slots=True)
class Warm:
    """Load the language models, so that the first visitor does not wait for them."""

    title: ClassVar[str] = "Loading the language models"

    def run(self, tools: Tools, limit: int, tell: Tell) -> None:
        """Parse, encode and read one sentence."""
        sentence = "The leaders spoke."
        tools.models.parse(sentence, "en")
        tools.models.encode([sentence])
        tools.models.read(sentence, "en", [Span(0, len(sentence))])


@dataclass(frozen=True, slots=True)
class Compare:
    """Set what is handed over side by side; `documents` are already read."""

    supplied: tuple[Supplied, ...] = ()
    documents: tuple[Document, ...] = ()

    @property
    def title(self) -> str:
        """Name the accounts."""
        names = [one.name for one in self.supplied] + [one.title or one.id for one in self.documents]
        return f"Comparing {' · '.join(names)}"

    def run(self, tools: Tools, limit: int, tell: Tell) -> Comparison:
        """Read every text, then compare."""
        steps = len(self.supplied) + 2
        documents = list(self.documents)
        for done, supplied in enumerate(self.supplied):
            tell(f"Reading {supplied.name}", done, steps)
            documents += supplied_documents(supplied, limit)
        if len(documents) > MOST_ACCOUNTS:
            raise WrongCall(f"{len(documents)} accounts are too many for one page; {MOST_ACCOUNTS} is the most.")
        tell("Setting the accounts side by side", steps - 2, steps)
        return compare(documents, tools)


@dataclass(frozen=True, slots=True)
class Read:
    """Read one report; what it says returns is looked for in the `collection` that lies there."""

    collection: str
    supplied: Supplied | None = None
    document: Document | None = None

    @property
    def title(self) -> str:
        """Name the report."""
        return f"Reading {self.supplied.name if self.supplied else self.document.id if self.document else ''}"

    def run(self, tools: Tools, limit: int, tell: Tell) -> ReportReading:
        """Read the text, then who says what in it."""
        return read(_one(self.supplied, self.document, limit, tell), tools, partial(open_collection, self.collection))


@dataclass(frozen=True, slots=True)
class Analyse:
    """Find what single stages find in one document, as far as `depth`."""

    depth: Depth
    supplied: Supplied

    @property
    def title(self) -> str:
        """Name the document."""
        return f"Looking at {self.supplied.name}"

    def run(self, tools: Tools, limit: int, tell: Tell) -> Analysis:
        """Read the text, then run the stages."""
        return analyse(_one(self.supplied, None, limit, tell), tools, self.depth)


@dataclass(frozen=True, slots=True)
class Trace:
    """Find every use of a phrase in a collection, as far as the fields of its form let through."""

    sieve: Sieve
    across: bool
    wanted: Filter
    collection: str

    @property
    def title(self) -> str:
        """Name the phrase."""
        return f"Tracing “{self.sieve.q}”"

    def run(self, tools: Tools, limit: int, tell: Tell) -> Traced:
        """Read the collection, then look for the phrase."""
        documents = _documents(self.collection, self.wanted, tell)
        return traced(trace_wording(documents, self.sieve.q, tools.models if self.across else None), len(documents))


@dataclass(frozen=True, slots=True)
class FindFormulas:
    """Find the wording that returns in a collection, as far as the fields of its form let through."""

    sieve: Sieve
    wanted: Filter
    collection: str
    title: ClassVar[str] = "Looking for formulas"

    def run(self, tools: Tools, limit: int, tell: Tell) -> Formulas:
        """Read the collection, then look for what returns."""
        documents = _documents(self.collection, self.wanted, tell)
        return formulas(find_formulas(documents, most=MOST_FORMULAS), len(documents))


@dataclass(frozen=True, slots=True)
class TellUsage:
    """Tell every use of a phrase in a collection, or without one of its formulas, in the JSON of the commands."""

    collection: str
    wanted: Filter
    phrase: str | None = None
    across: bool = False
    least: int | None = None
    most: int | None = None
    title: ClassVar[str] = "Looking for wording"

    def run(self, tools: Tools, limit: int, tell: Tell) -> Told:
        """Read the collection, then look for the phrase or for what returns."""
        documents = _documents(self.collection, self.wanted, tell)
        if self.phrase is None:
            found = find_formulas(documents, self.least, self.most)
        else:
            found = [trace_wording(documents, self.phrase, tools.models if self.across else None)]
        return Told(tuple(map(wording_json.usage, found)))


Task = Warm | Compare | Read | Analyse | Trace | FindFormulas | TellUsage


def _documents(location: str, wanted: Filter, tell: Tell) -> list[Document]:
    tell("Reading the collection", 0, 2)
    with open_collection(location) as collection:
        found = list(kept_documents(collection, list_entries(collection, wanted, slice(0, None))))
    tell("Looking through its texts", 1, 2)
    return found


def _one(supplied: Supplied | None, document: Document | None, limit: int, tell: Tell) -> Document:
    if supplied is not None:
        tell(f"Reading {supplied.name}", 0, 2)
        found = supplied_documents(supplied, limit)
        if len(found) != 1:
            raise WrongCall(f"{supplied.name} holds {len(found)} documents; hand over just one.")
        [document] = found
    assert document is not None
    tell("Looking who says what by whose account", 1, 2)
    return document
