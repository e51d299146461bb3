"""Everything found in one document, in offsets of its text as given."""

from __future__ import annotations

from dataclasses import dataclass

from readouts.model.collation import Collation
from readouts.model.contact import Contact
from readouts.model.document import Document, Heading, Residue
from readouts.model.echo import Echo, EchoClaim
from readouts.model.mention import Mention
from readouts.model.problem import Problem
from readouts.model.span import Span
from readouts.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Term:
    """A use of wording that accounts are known to contest: the family, and the variant used."""

    span: Span
    family: str
    variant: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the stages found in one document."""

    document: Document
    residue: tuple[Residue, ...] = ()
    headings: tuple[Heading, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    contacts: tuple[Contact, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportReading:
    """One report, read: its analysis, and the accounts it cites set side by side.

    The collation's accounts are the cited ones; all their spans lie in this one document. `echoed` are the other
    documents that the passages of `echoes` lie in.
    """

    analysis: Analysis
    collation: Collation
    claims: tuple[EchoClaim, ...] = ()
    echoes: tuple[Echo, ...] = ()
    echoed: tuple[Document, ...] = ()
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two or more accounts, each with its analysis, and the rows between them."""

    analyses: tuple[Analysis, ...]
    collation: Collation
