"""Residue inside a line: what a page's copy left standing between two sentences, or glued to a paragraph's end."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from readouts.ingest.lines import Lines
from readouts.model import Residue, ResidueReason, Span

# Words that open a sentence, before one that does not begin a name.
_OPENS = (
    r"(?:He|She|They|It|We|You|His|Her|Its|Their|Our|My|Your|The|An?|This|These|Those|That|There|Here|On|In|Of|At|"
    r"From|To|By|For|With|Without|Under|Over|Between|Among|Through|Despite|During|Since|Until|Before|After|As|If|When|"
    r"While|Where|Whether|Although|Though|Because|Once|But|And|Or|Nor|Yet|So|Then|Now|Still|Even|Only|Just|Also|Both|"
    r"Each|Every|Several|Some|Many|Most|All|Such|Other|Another|Two|Three|What|Who|How|Why|Which|According|Based|Known|"
    r"Earlier|Later|Last|Meanwhile|However|Today|Yesterday|Tomorrow|Instead|Moreover|Finally|Perhaps)"
)
# After a sentence, a few words that end in no mark, and then a word that begins or goes on with a sentence.
_LEFT = re.compile(rf"[.!?”] (?P<left>[A-Z][\w’'&-]*(?:[,:]? (?:&|[\w’'&-]+)){{1,7}}?) (?={_OPENS},? [a-z“])")
# What pages call their own parts, between two sentences.
_PARTS = re.compile(
    r"[.!?”] (?P<left>(?i:leave a (?:reply|comment)|(?:post|add) (?:a|your) comments?|there are no comments yet|"
    r"read more|continue reading|explore further|follow us|share this(?: article| story)?|print this page|"
    r"you (?:might|may) (?:also )?like|related (?:stories|articles|posts|news|content)|more stories|trending(?: now)?|"
    r"most (?:read|popular)|next (?:post|article|story)|previous (?:post|article|story)|back to top|sign up|subscribe|"
    r"toggle navigation|skip to (?:main )?content|advertisement)) (?=[A-Z“])"
)
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
# The day a page puts under its headline, and its list of keywords.
_STAMPED = re.compile(
    r"[.!?”»] (?P<left>(?:(?:Last )?[Uu]pdated|Published|Posted|Aktualisiert|Veröffentlicht|Publié|Mis à jour|"
    r"Publicado|Actualizado|Опубликовано|Обновлено)(?: ?:| on| am| le| el) [^\n\r.!?:]{0,16}\b(?:19|20)\d\d\b"
    r"(?:,? (?:at |um |à )?\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\b)?)?)(?= [^\W\d_a-zа-я]|[\n\r]|$)"
)
_LISTED = re.compile(
    r"[.!?”»] (?P<left>(?:Tags|Filed [Uu]nder|Schlagw[oö]rter|Étiquettes|Etiquetas|Теги) ?: ?[^\n\r.!?:]{2,120}?)"
    rf"(?=[\n\r]|$| {_OPENS},? [a-z“])"
)
# What a page asks of its reader, and its rights.
_ASKED = re.compile(
    r"[.!?”»] (?P<left>(?:(?:Subscribe|Sign up|SIGN UP|Register) (?:to|for|now|here)|Follow us|Join our|Get the|"
    r"Read the latest|Read further|More (?:in|from|on)|Trending|TRENDING|Most (?:read|popular)|(?:Copyright )?©)(?= )"
    rf"[^\n\r.!?:]{{0,80}}?)(?= {_OPENS},? [a-z“])"
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
    thank thanks dear yes no not let good hello please what why so but now here i’m i'm i’ve i've that’s that's there
    there’s there's here’s here's it’s it's we’re we're we’ve we've don’t don't am get got""".split()
)
# No link's text breaks off after one of these.
_GOES_ON = frozenset("and or of for in on at to with by from as a an our their his her its my your & per vs".split())
# Where such a span is in fact a link's, in `benchmarks.residue_inline`.
_SURE = 0.7


def residue_within(text: str, language: str | None, lines: Lines, chosen: NDArray[np.bool_]) -> Iterator[Residue]:
    """Yield what stands inside one of the `chosen` lines and is no part of it, each span once."""
    reached = -1
    for span, reason in sorted(_found(text, language), key=lambda found: (found[0].start, -found[0].end)):
        at = int(np.searchsorted(lines.starts, span.start, side="right")) - 1
        whole = span == lines.span(at)
        if span.start >= reached and chosen[at] and not whole and span.end <= lines.ends[at]:
            reached = span.end
            yield Residue(span, reason, _SURE)


def _found(text: str, language: str | None) -> Iterator[tuple[Span, ResidueReason]]:
    for led in _LEADS.finditer(text):
        yield Span(*led.span("left")), ResidueReason.RELATED
    for part in _PARTS.finditer(text):
        if part["left"][0].isupper():
            yield Span(*part.span("left")), ResidueReason.NAVIGATION
    for pattern in (_STAMPED, _LISTED, _ASKED):
        for page_part in pattern.finditer(text):
            yield Span(*page_part.span("left")), ResidueReason.BOILERPLATE
    for bracketed in _BRACKETED.finditer(text):
        yield Span(*bracketed.span()), ResidueReason.CAPTION
    for credit in _CREDIT.finditer(text):
        yield Span(*credit.span("left")), ResidueReason.CAPTION
    if language != "en":
        return
    for left in _LEFT.finditer(text):
        words = left["left"].lower().split()
        if words[-1] not in _GOES_ON and _SENTENCE_WORDS.isdisjoint(words):
            yield Span(*left.span("left")), ResidueReason.LINK_TEXT
