"""The words Readouts uses, one small frozen value each."""

from readouts.model.actor import Office, Person, State, Tenure
from readouts.model.analysis import Analysis, Comparison, ReportReading, Term
from readouts.model.collation import (
    Account,
    Cell,
    Collation,
    Difference,
    DifferenceKind,
    Gap,
    Reading,
    Relation,
    Row,
    Silence,
)
from readouts.model.contact import Contact, ContactKind, Evidence, Party
from readouts.model.document import Document, Heading, Place, Publisher, Received, Residue, ResidueReason
from readouts.model.echo import Echo, EchoClaim, Formula, Passage, WordingUse
from readouts.model.mention import Mention, MentionKind, Repair
from readouts.model.outline import Outline, TopicShare, Turn
from readouts.model.problem import Problem
from readouts.model.respan import respan
from readouts.model.span import Anchor, Span
from readouts.model.statement import Mode, Speaker, Statement

__all__ = [
    "Account",
    "Analysis",
    "Anchor",
    "Cell",
    "Collation",
    "Comparison",
    "Contact",
    "ContactKind",
    "Difference",
    "DifferenceKind",
    "Document",
    "Echo",
    "EchoClaim",
    "Evidence",
    "Formula",
    "Gap",
    "Heading",
    "Mention",
    "MentionKind",
    "Mode",
    "Office",
    "Outline",
    "Party",
    "Passage",
    "Person",
    "Place",
    "Problem",
    "Publisher",
    "Reading",
    "Received",
    "Relation",
    "Repair",
    "ReportReading",
    "Residue",
    "ResidueReason",
    "Row",
    "Silence",
    "Span",
    "Speaker",
    "State",
    "Statement",
    "Tenure",
    "Term",
    "TopicShare",
    "Turn",
    "WordingUse",
    "respan",
]
