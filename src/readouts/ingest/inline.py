"""Residue inside a line: what a page's copy left standing between two sentences, or glued to a paragraph's end."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from readouts.ingest.lines import Lines
from readouts.model import Residue, ResidueReason, Span

# A word that opens a sentence, before one that does not begin a name.
_OPENS = (
    r"(?:He|She|They|It|The|This|These|Those|That|There|On|In|Of|At|From|To|By|For|But|We|You|His|Her|Its|Their|Our|"
    r"An?|As|After|Before|During|Since|When|While|Where|With|Without|Under|Over|Both|Also|If|Although|According|"
    r"Earlier|Later|Meanwhile|However|Last|Another|Some|Many|Most|All|Such|What|Who|How|Why|Among|Since)"
)
# After a sentence, a few words that end in no mark, and then a word that begins or goes on with a sentence.
_LEFT = re.compile(rf"[.!?”] (?P<left>[A-Z][\w’'-]*(?: [\w’'-]+){{1,6}}?) (?={_OPENS}\b [a-z“])")
# What leads on to another item, after a sentence: up to that item's question or exclamation mark, to the line's end,
# or to where the next sentence opens. What ends in a full stop is a sentence that refers the reader to something.
_LEADS = re.compile(
    r"[.!?”»] (?P<left>"
    r"(?:(?:See also|SEE ALSO|READ MORE|READ ALSO|ALSO READ)\b:?|"
    r"(?:Read more|Read also|Also read|Read next|Related|RELATED|Recommended|Watch|WATCH|More on this|Don[’']t miss|"
    r"Lesen Sie auch|Lesen Sie mehr|Mehr zum Thema|Siehe auch|Lire aussi|À lire aussi|Voir aussi|Lea también|"
    r"Lea más|Ver también|Leia também|Leggi anche|Czytaj też|Czytaj także|Zobacz też|Читайте также|Читайте також) ?:) "
    rf"(?=[\W\d]*[^\W\d_a-zа-я])[^\n\r.!?]{{8,160}}?(?:[!?]|(?=[\n\r]|$)|(?= {_OPENS}\b [a-z“])))"
)
_AGENCY = r"(?:AP|AFP|EPA|DPA|dpa|Reuters|REUTERS|Getty(?: Images)?|Xinhua|TASS|Anadolu|Ukrinform|Shutterstock|iStock)"
_BRACKETED = re.compile(
    r"[(\[](?:(?:Photo|PHOTO|Image|Picture|File photo|File|Photograph|Credit|Foto|Bild)\b[^()\[\]\n\r]{2,90}"
    rf"|[^()\[\]\n\r/]{{2,60}}/{_AGENCY}(?:[ /][\w ]{{2,30}})?)[)\]]"
)
_CREDIT = re.compile(
    r"[.!?”»] (?P<left>(?:Photo|Image|Picture|Photograph|Credit|Foto|Bild)(?: credits?| by)? ?[:/] ?[^\n\r.!?:]{2,70}"
    r"(?=[\n\r]|$)|REUTERS/[A-Z]\w+(?: [A-Z][\w-]+){0,2})"
)
# A sentence has a verb; words of it, and of what may stand before a name, rule a link's text out.
_SENTENCE_WORDS = frozenset(
    """is are was were be been has have had will would can could should may might must do does did said says told
    he she they it we you i who which that this these when while as if because although after before
    mr mrs ms dr president prime minister chancellor king queen secretary general of the
    thank thanks dear yes no not let good hello please""".split()
)
# Where such a span is in fact a link's, in `benchmarks.residue_inline`.
_SURE = 0.7


def residue_within(text: str, language: str | None, lines: Lines, chosen: NDArray[np.bool_]) -> Iterator[Residue]:
    """Yield what stands inside one of the `chosen` lines and is no part of it, each span once."""
    reached = -1
    for span, reason in sorted(_found(text, language), key=lambda found: found[0]):
        at = int(np.searchsorted(lines.starts, span.start, side="right")) - 1
        whole = span == lines.span(at)
        if span.start >= reached and chosen[at] and not whole and span.end <= lines.ends[at]:
            reached = span.end
            yield Residue(span, reason, _SURE)


def _found(text: str, language: str | None) -> Iterator[tuple[Span, ResidueReason]]:
    for led in _LEADS.finditer(text):
        yield Span(*led.span("left")), ResidueReason.RELATED
    for bracketed in _BRACKETED.finditer(text):
        yield Span(*bracketed.span()), ResidueReason.CAPTION
    for credit in _CREDIT.finditer(text):
        yield Span(*credit.span("left")), ResidueReason.CAPTION
    if language != "en":
        return
    for left in _LEFT.finditer(text):
        if not any(word.lower() in _SENTENCE_WORDS for word in left["left"].split()):
            yield Span(*left.span("left")), ResidueReason.LINK_TEXT
