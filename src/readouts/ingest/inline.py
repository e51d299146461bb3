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
# A sentence has a verb; words of it, and of what may stand before a name, rule a link's text out.
_SENTENCE_WORDS = frozenset(
    """is are was were be been has have had will would can could should may might must do does did said says told
    he she they it we you i who which that this these when while as if because although after before
    mr mrs ms dr president prime minister chancellor king queen secretary general of the
    thank thanks dear yes no not let good hello please what why so but now here i’m i'm i’ve i've that’s that's there
    there’s there's here’s here's it’s it's we’re we're we’ve we've don’t don't am get got""".split()
)
_NO_LINK = rf"(?:{'|'.join(word.capitalize() for word in sorted(_SENTENCE_WORDS))})\b"
_AGENCY = r"(?:AP|AFP|EPA|DPA|dpa|Reuters|REUTERS|Getty(?: Images)?|Xinhua|TASS|Anadolu|Ukrinform|Shutterstock|iStock)"
# What may stand after a sentence's end and is no part of the next one; the first that fits.
_AFTER_SENTENCE = (
    # What leads on to another item: up to that item's question or exclamation mark, to the line's end, or to where the
    # next sentence opens. What ends in a full stop is a sentence that refers the reader to something.
    r"(?P<related>"
    r"(?:(?:See also|SEE ALSO|READ MORE|READ ALSO|ALSO READ)\b:?|"
    r"(?:Read more|Read also|Also read|Read next|Related|RELATED|Recommended|Watch|WATCH|More on this|Don[’']t miss|"
    r"Lesen Sie auch|Lesen Sie mehr|Mehr zum Thema|Siehe auch|Lire aussi|À lire aussi|Voir aussi|Lea también|"
    r"Lea más|Ver también|Leia também|Leggi anche|Czytaj też|Czytaj także|Zobacz też|Читайте также|Читайте також) ?:) "
    rf"(?=[\W\d]*[^\W\d_a-zа-я])[^\n\r.!?]{{8,160}}?(?:[!?]|(?=[\n\r]|$)|(?= {_OPENS}\b [a-z“])))",
    # What pages call their own parts.
    r"(?P<navigation>(?=[A-Z])(?i:leave a (?:reply|comment)|(?:post|add) (?:a|your) comments?|"
    r"there are no comments yet|read more|continue reading|explore further|follow us|"
    r"share this(?: article| story)?|print this page|you (?:might|may) (?:also )?like|"
    r"related (?:stories|articles|posts|news|content)|more stories|trending(?: now)?|most (?:read|popular)|"
    r"next (?:post|article|story)|previous (?:post|article|story)|back to top|sign up|subscribe|toggle navigation|"
    r"skip to (?:main )?content|advertisement)(?= [A-Z“]))",
    # The day a page puts under its headline, its list of keywords, what it asks of its reader, and its rights.
    r"(?P<boilerplate>"
    r"(?:(?:Last )?[Uu]pdated|Published|Posted|Aktualisiert|Veröffentlicht|Publié|Mis à jour|"
    r"Publicado|Actualizado|Опубликовано|Обновлено)(?: ?:| on| am| le| el) [^\n\r.!?:]{0,16}\b(?:19|20)\d\d\b"
    r"(?:,? (?:at |um |à )?\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\b)?)?(?= [^\W\d_a-zа-я]|[\n\r]|$)|"
    r"(?:Tags|Filed [Uu]nder|Schlagw[oö]rter|Étiquettes|Etiquetas|Теги) ?: ?[^\n\r.!?:]{2,120}?"
    rf"(?=[\n\r]|$| {_OPENS},? [a-z“])|"
    r"(?:(?:Subscribe|Sign up|SIGN UP|Register) (?:to|for|now|here)|Follow us|Join our|Get the|"
    r"Read the latest|Read further|More (?:in|from|on)|Trending|TRENDING|Most (?:read|popular)|(?:Copyright )?©)(?= )"
    rf"[^\n\r.!?:]{{0,80}}?(?= {_OPENS},? [a-z“]))",
    r"(?P<caption>(?:Photo|Image|Picture|Photograph|Credit|Foto|Bild)(?: credits?| by)? ?[:/] ?[^\n\r.!?:]{2,70}"
    r"(?=[\n\r]|$)|REUTERS/[A-Z]\w+(?: [A-Z][\w-]+){0,2})",
    # A few words that end in no mark, and then a word that begins or goes on with a sentence.
    rf"(?P<link_text>(?=[A-Z])(?!{_NO_LINK})[\w’'&-]++(?:[,:]?+ (?:&|[\w’'&-]++)){{1,7}}?"
    rf"(?= (?=[A-Z]){_OPENS},? [a-z“]))",
)
_BRACKETED = (
    r"(?:Photo|PHOTO|Image|Picture|File photo|File|Photograph|Credit|Foto|Bild)\b[^()\[\]\n\r]{2,90}[)\]]|"
    rf"[^()\[\]\n\r/]{{2,60}}+/{_AGENCY}(?:[ /][\w ]{{2,30}})?[)\]]"
)
# In one pass, from what stands before: the end of a sentence, or what itself is part of what is found.
_LEFT = re.compile(
    rf"[.!?”»(\[<](?:(?<=[.!?”»]) (?=[^\sa-zа-я])(?:{'|'.join(_AFTER_SENTENCE)})|(?<=[(\[])(?P<bracketed>{_BRACKETED})|"
    r"(?<=<)(?P<comment>!--[^\n\r]{0,200}?-->))"
)
# No link's text breaks off after one of these.
_GOES_ON = frozenset("and or of for in on at to with by from as a an our their his her its my your & per vs".split())
_REASONS = {reason.name.lower(): reason for reason in ResidueReason} | {
    "bracketed": ResidueReason.CAPTION,
    "comment": ResidueReason.BOILERPLATE,
}
# Where such a span is in fact a link's, in `benchmarks.residue_inline`; a comment of the mark-up is one.
_SURE = 0.7


def residue_within(text: str, language: str | None, lines: Lines, chosen: NDArray[np.bool_]) -> Iterator[Residue]:
    """Yield what stands inside one of the `chosen` lines and is no part of it, each span once."""
    for found in _LEFT.finditer(text):
        kind = str(found.lastgroup)
        if kind == "link_text" and (language != "en" or not _may_be_link(found[kind])):
            continue
        start, end = found.span(kind)
        span = Span(start - (kind in ("bracketed", "comment")), end)
        at = int(lines.starts.searchsorted(span.start, side="right")) - 1
        if chosen[at] and span != lines.span(at) and span.end <= lines.ends[at]:
            yield Residue(span, _REASONS[kind], 1.0 if kind == "comment" else _SURE)


def _may_be_link(words: str) -> bool:
    """Say whether some words between two sentences may be a link's text: no sentence, and not broken off."""
    lowered = words.lower().split()
    return lowered[-1] not in _GOES_ON and _SENTENCE_WORDS.isdisjoint(lowered)
