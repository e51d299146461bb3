"""Sightings of contacts in English sentences: "X spoke with Y", "X's call with Y", "the two leaders met"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from readouts.contacts import english_words as words
from readouts.contacts.birthdays import birthday_clues
from readouts.contacts.clue import Clue
from readouts.contacts.english_dates import english_clues
from readouts.contacts.events import EventTable
from readouts.contacts.lines import Line, is_group
from readouts.contacts.openings import openings
from readouts.contacts.phrases import kind_of, row
from readouts.contacts.sentence_tree import Tree
from readouts.contacts.sighting import Sighting, Standing
from readouts.contacts.standing import noun_standing, verb_standing
from readouts.model import ContactKind, Mention, Span

_REACH = 14
_OBJECTS = frozenset({"dobj", "oprd"})
_NOT_CONTACT = frozenset({"press", "background", "conference"})
_COUNT = re.compile(
    r"\b(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\s+time"
    r"|first\s+(?:in-person\s+)?(?:call|meeting|conversation|talks))\b",
    re.IGNORECASE,
)
_INITIATIVE = re.compile(
    r"\b(?:at the initiative of|initiated by|at the request of|on the initiative of)\s+(?:the\s+)?$", re.IGNORECASE
)
_AT_INITIATIVE = re.compile(r"\s*(?:side|party)?(?:['’]s?)?\s+(?:initiative|request)\b", re.IGNORECASE)


def english_sightings(line: Line, text: str, events: EventTable) -> list[Sighting]:
    """Return what one parsed sentence says of contacts, in the order of the text."""
    if not any(_may_cue(token.lemma.lower()) for token in line.tokens):
        return []
    tree = Tree(line)
    sentence = line.sentence.span
    named = [Span(*name.span()) for name in events.find(text, sentence.start, sentence.end)]
    found = _without_repeats([*_of_verbs(tree), *_of_nouns(tree, named), *_speaking(tree), *openings(tree)])
    if not found:
        return []
    clues = [
        *english_clues(text, sentence.start, sentence.end, events),
        *birthday_clues(text, sentence.start, sentence.end, line.mentions),
    ]
    found = [replace(one, initiator=_initiator(line, text)) for one in found]
    if count := _COUNT.search(text, sentence.start, sentence.end):
        found = [replace(one, count=Span(count.start(), count.end())) for one in found]
    return _with_clues(found, clues, text)


def _may_cue(lemma: str) -> bool:
    return lemma in words.VERBS or lemma in words.NOUNS or lemma in words.OPENERS or lemma in words.GATHERINGS


def _of_verbs(tree: Tree) -> Iterator[Sighting]:
    line = tree.line
    for place, token in enumerate(tree.tokens):
        lemma = tree.lemma(place)
        if lemma not in words.VERBS or token.pos not in ("VERB", "AUX"):
            continue
        kind, ways = words.VERBS[lemma]
        standing = verb_standing(tree, place)
        if standing is None:
            continue
        subject = tree.subject(place)
        own = row(line, tree.left_edge(subject)) if subject is not None else ()
        others, together = _others(tree, place, ways, lemma)
        if lemma in words.PERSON_OBJECT and not any(m.person or is_group(m) for m in others):
            continue
        if kind is ContactKind.VISIT and not others:
            continue
        if not others and not (lemma in words.MUTUAL and _several(own)):
            continue
        if not others and lemma == "speak" and not _spoken_together(tree, place, own):
            continue
        yield Sighting(
            line.number,
            token.span,
            kind_of(tree, place, kind),
            standing,
            tuple(side for side in (own, others) if side),
            separate=together or any(tree.word(child) in words.SEPARATE for child in tree.children(place)),
            main=tree.is_main(place),
        )


def _others(tree: Tree, verb: int, ways: frozenset[str], lemma: str) -> tuple[tuple[Mention, ...], bool]:
    """Return the other side of a verb, and whether its parties were met one by one."""
    line = tree.line
    found: tuple[Mention, ...] = ()
    if "" in ways:
        for child in tree.children(verb, _OBJECTS):
            found = row(line, tree.left_edge(child))
            if found:
                return found, False
    separate = False
    for place in range(verb + 1, min(len(tree.tokens), verb + _REACH)):
        word = line.word(place)
        if word in words.SEPARATE:
            separate = True
        elif word in ways:
            found = row(line, place + 1)
            if found:
                return found, separate
        elif tree.tokens[place].pos == "VERB" and tree.tokens[place].tag in ("VBD", "VBZ", "VBP", "VB"):
            break
    return found, separate


def _of_nouns(tree: Tree, named: Sequence[Span]) -> Iterator[Sighting]:
    """Yield the sightings of nouns, except those that are part of the name of a known event."""
    line = tree.line
    for place, token in enumerate(tree.tokens):
        lemma = tree.lemma(place)
        if token.pos not in ("NOUN", "PROPN") or not (lemma in words.NOUNS or lemma in words.GATHERINGS):
            continue
        if any(event.start <= token.start < event.end for event in named):
            continue
        if any(tree.lemma(child) in _NOT_CONTACT for child in tree.children(place, frozenset({"compound", "amod"}))):
            continue
        standing = noun_standing(tree, place)
        if standing is None:
            continue
        kind, ways = words.NOUNS.get(lemma, (ContactKind.MEETING, frozenset({"with", "between"})))
        support = _support(tree, place)
        own = _holder(tree, place, support)
        others = _partners(tree, place, ways)
        if not own and not others:
            if line.word(place - 1) in words.DEFINITE or tree.children(place, frozenset({"poss"})):
                yield Sighting(line.number, token.span, kind_of(tree, place, kind), Standing.REFERRED)
            continue
        if support is None and not others and lemma not in words.NOUNS:
            continue
        if lemma in words.LOOSE and support is None and not (own and others):
            continue
        if standing is Standing.HELD and support is None and line.word(place - 1) in words.DEFINITE and not others:
            standing = Standing.REFERRED
        yield Sighting(
            line.number,
            token.span,
            kind_of(tree, place, kind),
            standing,
            tuple(side for side in (own, others) if side),
            main=support is not None and tree.is_main(support),
        )


def _support(tree: Tree, noun: int) -> int | None:
    """Return the verb that gives the noun its parties ("held talks", "took part in a meeting")."""
    place = noun
    for head in tree.heads(noun):
        if tree.tokens[head].pos in ("VERB", "AUX"):
            return head if tree.lemma(head) in words.SUPPORT else None
        if tree.tokens[head].pos not in ("ADP", "NOUN") or tree.tokens[place].dep not in (
            "pobj",
            "prep",
            "conj",
            "dobj",
        ):
            return None
        place = head
    return None


def _holder(tree: Tree, noun: int, support: int | None) -> tuple[Mention, ...]:
    line = tree.line
    for owner in tree.children(noun, frozenset({"poss"})):
        found = row(line, tree.left_edge(owner))
        if found:
            return found
    if support is not None:
        subject = tree.subject(support)
        if subject is not None:
            return row(line, tree.left_edge(subject))
    return ()


def _partners(tree: Tree, noun: int, ways: frozenset[str]) -> tuple[Mention, ...]:
    line = tree.line
    for place in range(noun + 1, min(len(tree.tokens), noun + _REACH)):
        word = line.word(place)
        if word in ways:
            found = row(line, place + 1)
            if found:
                return found
            continue
        if tree.tokens[place].pos == "VERB" and tree.tokens[place].tag not in ("VBN", "VBG"):
            break
        if word in (".", ";", ":") or (line.at[place] >= 0 and line.mentions[line.at[place]].person):
            break
    return ()


def _speaking(tree: Tree) -> Iterator[Sighting]:
    """Yield what "Speaking on her 50th birthday, X promised" says: a day, whatever the kind."""
    first = tree.tokens[0]
    if first.lemma.lower() == "speak" and first.tag == "VBG" and tree.line.word(1) == "on":
        subject = tree.subject(0)
        own = row(tree.line, tree.left_edge(subject)) if subject is not None else ()
        yield Sighting(tree.line.number, first.span, None, Standing.REFERRED, (own,) if own else ())


def _several(mentions: Sequence[Mention]) -> bool:
    return len(mentions) > 1 or any(is_group(mention) for mention in mentions)


def _spoken_together(tree: Tree, verb: int, own: Sequence[Mention]) -> bool:
    """Tell "the leaders spoke on Monday" from "the leaders spoke about" and "spoke in favour of"."""
    if len({mention.state for mention in own if mention.person}) > 1:
        return True
    following = {tree.line.word(child) for child in tree.children(verb) if child > verb}
    return not following & {"about", "of", "in", "against", "for", "at", "out"}


def _without_repeats(found: list[Sighting]) -> list[Sighting]:
    """Keep one sighting for a verb and the noun it supports ("held a call with")."""
    found.sort(key=lambda one: one.cue)
    kept: list[Sighting] = []
    for one in found:
        if kept and kept[-1].cue == one.cue:
            continue
        kept.append(one)
    return kept


def _initiator(line: Line, text: str) -> Mention | None:
    for mention in line.mentions:
        if _AT_INITIATIVE.match(text, mention.span.end, min(len(text), mention.span.end + 40)):
            return mention
        if _INITIATIVE.search(text[max(line.sentence.span.start, mention.span.start - 40) : mention.span.start]):
            return mention
    return None


def _with_clues(found: list[Sighting], clues: Sequence[Clue], text: str) -> list[Sighting]:
    """Give each dating expression to the sighting that owns it ("Wednesday's call"), else to the last before it."""
    mine: list[list[Clue]] = [[] for _ in found]
    for clue in sorted(clues, key=lambda clue: clue.span):
        following = next((at for at, one in enumerate(found) if one.cue.start >= clue.span.start), None)
        before = len(found) - 1 if following is None else following - 1
        owned = following is not None and re.match(
            r"(?:['’]s)?(?:\s+[\w-]+){0,3}\s*$", text[clue.span.end : found[following].cue.start]
        )
        chosen = following if before < 0 or owned else before
        if chosen is not None:
            mine[chosen].append(clue)
    return [replace(one, kind=_of_place(one.kind, own), clues=tuple(own)) for one, own in zip(found, mine, strict=True)]


def _of_place(kind: ContactKind | None, clues: Sequence[Clue]) -> ContactKind | None:
    """Who speaks at a summit speaks in its place."""
    return ContactKind.MEETING if kind is ContactKind.CALL and any(clue.place for clue in clues) else kind
