"""Who says a passage, and by whose account."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from readouts.model import Mode, Publisher, Span, Statement
from readouts.report.names import States, speaker_name


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, what the words do, and whose account says so (a siglum or a name, empty when unknown)."""

    speaker: str
    act: str
    account: str
    direct: bool


def speakers(statement: Statement, text: str, states: States) -> str:
    """Return whom the source names; its own words when nobody is known by them; empty without a source."""
    known = dict.fromkeys(filter(None, (speaker_name(speaker, states) for speaker in statement.speakers)))
    return " and ".join(known) or " ".join(span.of(text) for span in statement.source)


def voice(statement: Statement, text: str, sigla: Mapping[Publisher, str], states: States) -> Voice:
    """Return who speaks in a statement; `sigla` are the short marks of the publishers on the page."""
    account = statement.account
    return Voice(
        speaker=speakers(statement, text, states),
        act=statement.act or "",
        account="" if account is None else sigla.get(account, account.name),
        direct=statement.mode is not Mode.INDIRECT,
    )


def voices(
    spans: Sequence[Span], statements: Iterable[Statement], text: str, sigla: Mapping[Publisher, str], states: States
) -> tuple[Voice, ...]:
    """Return who is quoted in `spans`, in order; a publisher's own words have no speaker and are left out."""
    found = (
        voice(statement, text, sigla, states)
        for statement in statements
        if any(content.overlaps(span) for content in statement.content for span in spans)
    )
    return tuple(dict.fromkeys(one for one in found if one.speaker))
