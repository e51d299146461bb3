"""An account as the collator receives it: its text, parsed, and what earlier stages found in it."""

from __future__ import annotations

from dataclasses import dataclass

from readouts.model import Account, Heading, Mention, Residue, Span, Statement
from readouts.text import Parse


@dataclass(frozen=True, slots=True)
class Witness:
    """One account of a contact. All spans are of the text of `parse`.

    `passages` is the part of the text that is this account's (two accounts cited in one report share its
    parse); None means all of it. Residue is never collated, nor are headings that only name what follows, nor the
    `asides` of a transcript: labels of speakers, turns of those who ask.
    Mentions and statements help where they are given; collation works without them.
    """

    account: Account
    parse: Parse
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    passages: tuple[Span, ...] | None = None
    residue: tuple[Residue, ...] = ()
    headings: tuple[Heading, ...] = ()
    asides: tuple[Span, ...] = ()
