"""Signs that a text is not the original's wording: a copy translated there and back, or read off a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from readouts.ingest.dropped import Missing, find_dropped, gap_model
from readouts.ingest.misread import find_misread
from readouts.ingest.signs import (
    find_all,
    find_broken,
    find_cut,
    find_names_of_nobody,
    find_other_scripts,
    find_slips,
    find_turned,
)
from readouts.model import Problem, Span

_MOST_SHOWN = 12
_MOST_QUOTED = 4


class Sign(StrEnum):
    """What tells of a damaged copy, in words for the reader."""

    SCRIPT = "words of another script"
    MIXED = "letters of two scripts in one word"
    TWICE = "a word said twice"
    DIGITS = "digits inside words"
    BROKEN = "words broken in two"
    APART = "letters set apart"
    CUT = "sentences cut short"
    MISREAD = "words misread"
    TURNED = "fixed terms in other words"
    NAMES = "names that fit nobody"
    SPELT = "names written in two ways"
    REPAIRED = "names that had to be restored"
    DROPPED = "words dropped"


# Characters read of a longer text: some hundred pages.
_READ = 200_000
# One word broken in two is a slip, and so is one word that is a letter away from another.
_LEAST = {Sign.BROKEN: 3, Sign.MISREAD: 2}
# So many places of one kind are enough alone; the others may be meant. Chosen by `benchmarks.damage`.
_ENOUGH_ALONE = {
    Sign.NAMES: 1,
    **dict.fromkeys((Sign.MIXED, Sign.DIGITS, Sign.APART, Sign.CUT, Sign.MISREAD, Sign.TURNED, Sign.SPELT), 2),
    **dict.fromkeys((Sign.BROKEN, Sign.REPAIRED), 3),
}


def find_damage(
    text: str, language: str | None, repaired: Sequence[Span] = (), residue: Sequence[Span] = ()
) -> tuple[Problem, ...]:
    """Return a warning, with its evidence, where signs of damage of different kinds stand together; else nothing.

    One kind alone is enough where nobody writes so on purpose. `repaired` is where damaged
    names were restored, `residue` what is not the article and not weighed, in order; both in characters of `text`.
    Of a long text its beginning is read: a damaged copy is damaged there too, and two places in a whole library say
    little. Words dropped, cut sentences and misread words are looked for in English alone.
    """
    if len(text) > _READ:
        text = text[: max(text.rfind("\n", 0, _READ), 0) or _READ]
        repaired, residue = ([span for span in spans if span.end <= len(text)] for spans in (repaired, residue))
    words, ends = find_dropped(text, residue) if language == "en" else (Missing(), Missing())
    found = {sign: _outside(spans, residue) for sign, spans in _signs(text, language)}
    found |= {Sign.REPAIRED: list(repaired), Sign.DROPPED: list(words.spans)}
    alone = words.alone or ends.alone or any(len(found[sign]) >= enough for sign, enough in _ENOUGH_ALONE.items())
    found[Sign.CUT] = list(dict.fromkeys([*found[Sign.CUT], *ends.spans]))
    found = {sign: spans for sign, spans in found.items() if spans and len(spans) >= _LEAST.get(sign, 1)}
    if len(found) < 2 and not alone:
        return ()
    evidence = "; ".join(f"{sign} ({_quoted(text, spans)})" for sign, spans in found.items())
    message = (
        f"this seems to be a copy that was translated there and back, or read off a picture: {evidence}. "
        f"Do not quote it as the original."
    )
    return (Problem("damaged-copy", message, tuple(sorted(_shown(list(found.values()))))),)


def _signs(text: str, language: str | None) -> Iterator[tuple[Sign, Iterator[Span]]]:
    yield Sign.SCRIPT, find_other_scripts(text, language)
    yield Sign.MIXED, find_all("mixed", text)
    yield Sign.TWICE, find_all("twice", text)
    yield Sign.DIGITS, find_all("digits", text)
    yield Sign.BROKEN, find_broken(text)
    yield Sign.APART, find_all("apart", text)
    english = language == "en"
    yield Sign.CUT, find_cut(text) if english else iter(())
    yield Sign.MISREAD, find_misread(text, gap_model().common) if english else iter(())
    yield Sign.TURNED, find_turned(text) if english else iter(())
    yield Sign.NAMES, find_names_of_nobody(text) if english else iter(())
    yield Sign.SPELT, find_slips(text) if english else iter(())


def _outside(spans: Iterator[Span], passed_over: Sequence[Span]) -> list[Span]:
    """Return the spans that lie in none of those passed over; both are in order."""
    kept, at = [], 0
    for span in spans:
        while at < len(passed_over) and passed_over[at].end <= span.start:
            at += 1
        if at == len(passed_over) or span.end <= passed_over[at].start:
            kept.append(span)
    return kept


def _shown(kinds: Sequence[Sequence[Span]]) -> set[Span]:
    """Return some places of every kind, the first of each before the second of any."""
    shown: list[Span] = []
    for place in range(max(map(len, kinds))):
        shown += [spans[place] for spans in kinds if place < len(spans)]
    return set(list(dict.fromkeys(shown))[:_MOST_SHOWN])


def _quoted(text: str, spans: Sequence[Span]) -> str:
    words = dict.fromkeys(" ".join(text[span.start : min(span.end, span.start + 60)].split()) for span in spans)
    return ", ".join(f"“{word}”" for word in list(words)[:_MOST_QUOTED])
