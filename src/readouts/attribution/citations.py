"""Where a report names the account it draws on: "the Kremlin readout said", "according to the Foreign Ministry"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from readouts.attribution.quotes import Quotations
from readouts.attribution.speakers import Mentions
from readouts.model import Mention, MentionKind, Publisher, Span
from readouts.text import Parse, Sentence

_PAPER = (
    r"(?:read-?outs?|readings?|summar(?:y|ies)|statements?|communiqu[eé]s?|accounts?|versions?|transcripts?"
    r"|press[- ]releases?|news releases?|press services?|minutes|websites?)"
)
_SAYS = (
    r"(?:said|says|say|noted|reported|added|stated|announced|wrote|writes|confirmed|claimed|reads?|quoted|cited"
    r"|described|called|gave|gives|put it|spoke of|reported)"
)
# What stands right before the publisher's name, and right after it.
_ACCORDING = re.compile(
    r"\b(?:according to|citing|quoting|as reported by|as told by)\s+(?:the\s+|a\s+)?$", re.IGNORECASE
)
_PAPER_FROM = re.compile(
    rf"\b{_PAPER}\b(?:\s+(?:of|on|about)\s[^.;:“”\"]{{0,60}})?\s+(?:from|by|of|(?:issued|released|published|provided"
    r"|posted|carried)\s+(?:\w+\s+)?by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OWN_PAPER = re.compile(rf"(?:'s|’s|['’])?\s+(?:own\s+)?(?:[\w-]+\s+){{0,2}}?{_PAPER}\b", re.IGNORECASE)
_SPEAKS = re.compile(rf"\s*(?:,[^,.;]{{0,40}},)?\s+(?:also\s+|only\s+|has\s+|had\s+)?{_SAYS}\b")
_SAID_BY = re.compile(r"\b(?:said|reported|noted|added|announced)\s+(?:the\s+)?$")
_IN_ITS_PAPER = re.compile(
    rf"[\s“\"]*(?:In|As|Per)\s+(?:(?:its|a|an|the|their|his|her)\s+)?[^,.:;]{{0,80}}?\b{_PAPER}\b"
)
_CHINESE_ACCORDING = re.compile(r"(?:据|根据|援引)$")
_CHINESE_PAPER = re.compile(r"(?:官?方?网站|官网|发言人办公室)?(?:消息|报道|发布|通报|新闻稿|公报|声明|表示|称)")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+|(?:'s|’s|['’])$", re.IGNORECASE)
# Bodies that publish, for states whose names the table of actors lacks.
_BODY = re.compile(
    r"\b(?:[A-Z][\w’'-]+\s+){1,3}(?:(?:Foreign|Defen[cs]e) (?:Ministry|Office)|Ministry of Foreign Affairs|Presidency"
    r"|Presidential Office|[Gg]overnment|Cabinet Office|Chancellery)\b"
)
_REACH = 90


@dataclass(frozen=True, slots=True)
class Citation:
    """Words that name whose account is given. `leads` says that what follows the sentence is meant."""

    span: Span
    publisher: Publisher
    sentence: int
    leads: bool


@dataclass(frozen=True, slots=True)
class _Named:
    """A body named in a sentence, before it is known how the report calls it elsewhere."""

    span: Span
    name: str
    state: str | None
    generic: bool


def find_citations(parse: Parse, mentions: Mentions, quotations: Quotations) -> tuple[Citation, ...]:
    """Return the places where the text says whose account it gives, with one publisher value an account."""
    found = [
        (at, named, _leads(parse.text, sentence))
        for at, sentence in enumerate(parse.sentences)
        for named in _cited_in(parse.text, sentence, mentions, quotations)
    ]
    publishers = _one_an_account([named for _, named, _ in found])
    return tuple(
        Citation(named.span, publisher, at, leads)
        for (at, named, leads), publisher in zip(found, publishers, strict=True)
    )


def _leads(text: str, sentence: Sentence) -> bool:
    return text[sentence.span.start : sentence.span.end].rstrip().endswith((":", "："))


def _cited_in(text: str, sentence: Sentence, mentions: Mentions, quotations: Quotations) -> list[_Named]:
    bodies = list(_bodies(text, sentence.span, mentions, quotations))
    cited = [body for body in bodies if _is_cited(text, sentence.span, body)]
    if not cited and bodies and _IN_ITS_PAPER.match(text, sentence.span.start, sentence.span.end):
        cited = [body for body in bodies if not body.generic][:1]
    return cited


def _bodies(text: str, span: Span, mentions: Mentions, quotations: Quotations) -> Iterator[_Named]:
    taken: list[Span] = []
    for mention in mentions.within(span):
        if mention.members or mention.person or mention.kind in (MentionKind.PRONOUN, MentionKind.NAME):
            continue
        if quotations.around(mention.span.start) is None:
            taken.append(mention.span)
            yield _named(text, mention)
    for body in _BODY.finditer(text, span.start, span.end):
        found = Span(body.start(), body.end())
        if not any(found.overlaps(other) for other in taken) and quotations.around(found.start) is None:
            yield _Named(found, _ARTICLE.sub("", body[0]), None, generic=False)


def _named(text: str, mention: Mention) -> _Named:
    name = _ARTICLE.sub("", _ARTICLE.sub("", mention.span.of(text)))
    return _Named(
        mention.span, " ".join(name.split()), mention.state, mention.kind is MentionKind.STATE and len(name.split()) < 2
    )


def _is_cited(text: str, sentence: Span, body: _Named) -> bool:
    before = text[max(sentence.start, body.span.start - _REACH) : body.span.start]
    after = text[body.span.end : min(sentence.end, body.span.end + _REACH)]
    if _PAPER_FROM.search(before) or _OWN_PAPER.match(after):
        return True
    if _CHINESE_ACCORDING.search(before) and _CHINESE_PAPER.match(after):
        return True
    if body.generic:
        return False
    return bool(_ACCORDING.search(before) or _SPEAKS.match(after) or _SAID_BY.search(before))


def _one_an_account(cited: Sequence[_Named]) -> list[Publisher]:
    """Give every citation of one account the same publisher: a state's bare name joins the body of that state."""
    bodies: dict[str, Publisher] = {}
    of_state: dict[str, Publisher] = {}
    for named in cited:
        publisher = bodies.setdefault(named.name.casefold(), Publisher(named.name, named.state))
        if named.state and publisher.state is None:
            bodies[named.name.casefold()] = replace(publisher, state=named.state)
    for named in cited:
        if named.state and not named.generic:
            of_state.setdefault(named.state, bodies[named.name.casefold()])
    return [
        of_state.get(named.state or "", bodies[named.name.casefold()])
        if named.generic
        else bodies[named.name.casefold()]
        for named in cited
    ]
