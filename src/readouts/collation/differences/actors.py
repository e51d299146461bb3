"""Different actors: the two leaders agreed, A said; Norvia will pay, Estmark will pay."""

from __future__ import annotations

import re
from typing import NamedTuple

from readouts.collation.differences.said import Claim, Said
from readouts.model import DifferenceKind, Span
from readouts.text import Token

_JOINT = re.compile(
    r"^(?:(?:the )?(?:two|both)\b.*|the (?:leaders|presidents|prime ministers|ministers|foreign ministers|sides|"
    r"parties|delegations|interlocutors|heads of state|governments|countries|negotiators)|they|both)$",
    re.IGNORECASE,
)
_HAN_JOINT = re.compile("双方|两国(?:元首|领导人|总统|总理|外长|国防部长)?|两国|各方")
_HAN_SUBJECT = re.compile(
    r"^[“\"]?(?P<who>[^，。；：“”]{2,14}?)(?=(?:首相|总统|总理|主席|外长|部长)?(?:强调|指出|表示|同意|重申|呼吁|敦促|要求|谴责|欢迎|希望|承诺|认为|祝贺|感谢|邀请|提议|建议|介绍|通报|阐述|转达|对|就|向|将|不会|愿))"
)
_TITLES = frozenset(
    """president prime minister foreign secretary chancellor king queen premier deputy vice defence defense finance mr
    mrs ms the of general ambassador government side ministry republic leader party state people""".split()
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_INITIATIVE = frozenset({"initiative", "request", "invitation", "proposal", "behest", "suggestion", "insistence"})


# What a report names instead of who speaks in it.
_TEXTS = frozenset("readout statement summary communique communiqué release account report text transcript".split())


class Doer(NamedTuple):
    """Who does what: the words, the names in them (empty: unknown), together or alone, and the verb's place."""

    span: Span
    names: frozenset[str]
    joint: bool
    verb: int


def find(first: Said, second: Said) -> list[Claim]:
    """Return verbs that both sides give different doers, the doers of the main verbs, and different initiators."""
    if first.opens and second.opens:
        # Each account names its own side first; that is no difference.
        return _initiators(first, second)
    if not (first.parsed and second.parsed):
        return _across(first, second)
    ones, others = _doers(first), _doers(second)
    claims = []
    for one in ones:
        for other in others:
            if _lemma(first, one) == _lemma(second, other) and _differ(one, other):
                same = [d for d in others if _lemma(second, d) == _lemma(first, one) and not _differ(one, d)]
                if not same:
                    claims.append(_claim(first, one, second, other))
    claims = claims or _main_doers(_main(first), first, _main(second), second) or _initiators(first, second)
    return claims[:1]


def _across(first: Said, second: Said) -> list[Claim]:
    """Return the main doers of sides of which one is not parsed, where none of the one is one of the other.

    Names are those of the table: others are spelled in ways that cannot be compared across scripts.
    """
    ones, others = _mains(first), _mains(second)
    if not ones or not others:
        return []
    foreign = first.language != second.language
    for one in ones:
        for other in others:
            alone = not (one.joint or other.joint)
            pair = (_of_table(first, one), _of_table(second, other)) if foreign and alone else (one, other)
            if not _differ(*pair):
                return []
    return [_claim(first, ones[0], second, others[0])]


def _of_table(said: Said, doer: Doer) -> Doer:
    known = {name.lower() for m in said.mentions if m.span.overlaps(doer.span) for name in (m.person, m.state) if name}
    return doer._replace(names=frozenset(known))


def _main_doers(one: Doer | None, first: Said, other: Doer | None, second: Said) -> list[Claim]:
    if one and other and _differ(one, other):
        return [_claim(first, one, second, other)]
    return []


def _claim(first: Said, one: Doer, second: Said, other: Doer) -> Claim:
    return Claim(
        DifferenceKind.ACTOR,
        (_called(first, one), _called(second, other)),
        ((one.span,), (other.span,)),
    )


def _called(said: Said, doer: Doer) -> str:
    """Return the doer's words; whom a pronoun stands for, where that is known."""
    words = said.quote([doer.span])
    if words.lower() not in ("he", "she"):
        return words
    return next((m.person for m in said.mentions if m.span.overlaps(doer.span) and m.person), words)


def _differ(one: Doer, other: Doer) -> bool:
    """Say whether two doers are surely not the same."""
    if one.joint or other.joint:
        return one.joint is not other.joint and bool(one.names or other.names)
    if not one.names or not other.names:
        return False
    return not any(_alike(a, b) for a in one.names for b in other.names)


def _alike(one: str, other: str) -> bool:
    """Say whether two names may be one: the same, or a state and its adjective (Norvia, Norvian)."""
    shorter = min(len(one), len(other))
    return one == other or (shorter >= 4 and one[: max(4, shorter - 2)] == other[: max(4, shorter - 2)])


def _lemma(said: Said, doer: Doer) -> str:
    return said.tokens[doer.verb].lemma.lower() if doer.verb >= 0 else ""


def _doers(said: Said) -> list[Doer]:
    found = []
    for at, token in enumerate(said.tokens):
        if token.dep in _SUBJECTS and token.head != at:
            passive = token.dep == "nsubjpass"
            if not passive:
                found.append(_doer(said, at, token.head))
        elif token.dep == "pobj" and said.tokens[token.head].dep == "agent":
            found.append(_doer(said, at, said.tokens[token.head].head))
    return found


def _doer(said: Said, at: int, verb: int) -> Doer:
    places = said.subtree(at, frozenset({"relcl", "acl", "advcl", "punct", "appos"}))
    tokens = [said.tokens[place] for place in places]
    span = Span(tokens[0].start, tokens[-1].end)
    return Doer(span, _names(said, span, tokens), bool(_JOINT.match(" ".join(t.text for t in tokens))), verb)


def _names(said: Said, span: Span, tokens: list[Token]) -> frozenset[str]:
    """Return the names in a doer's words: of the table where it knows them, else capitalised words but titles."""
    found = {
        token.text.lower()
        for token in tokens
        if token.text[:1].isupper() and token.text.lower() not in _TITLES and token.pos in ("PROPN", "NOUN", "ADJ")
    }
    for mention in said.mentions:
        if mention.span.overlaps(span):
            found |= {name.lower() for name in (mention.person, mention.state) if name}
            found |= {name.lower() for name in (mention.person or "").split()}
    return frozenset(found)


def _mains(said: Said) -> list[Doer]:
    """Return who does what the passages say, a main clause a passage; nobody where one of them names nobody."""
    chinese = said.language in ("zh", "ja")
    found = [_chinese_main(said, piece) for piece in said.spans] if chinese else [_main(said)]
    known = [doer for doer in found if doer is not None]
    return known if len(known) == len(found) else []


def _main(said: Said) -> Doer | None:
    """Return who does what the first main clause says."""
    for at, token in enumerate(said.tokens):
        if token.head == at and said.children[at]:
            subject = next((c for c in said.children[at] if said.tokens[c].dep in _SUBJECTS), None)
            if subject is None or said.tokens[subject].lemma.lower() in _TEXTS:
                return None
            agent = next((c for c in said.children[at] if said.tokens[c].dep == "agent"), None)
            if said.tokens[subject].dep == "nsubjpass":
                if agent is not None and said.children[agent]:
                    return _doer(said, said.children[agent][0], at)
                if said.tokens[subject].text.lower() == "it" and token.lemma in ("agree", "decide"):
                    return Doer(said.tokens[subject].span, frozenset(), True, at)
                return None
            return _doer(said, subject, at)
    return None


def _chinese_main(said: Said, piece: Span) -> Doer | None:
    text = piece.of(said.text)
    if joint := _HAN_JOINT.match(text):
        return Doer(Span(piece.start, piece.start + joint.end()), frozenset(), True, -1)
    if (who := _HAN_SUBJECT.match(text)) is None:
        return None
    span = Span(piece.start, piece.start + who.end("who"))
    names = {who["who"]}
    for mention in said.mentions:
        if mention.span.overlaps(span):
            names |= {name.lower() for name in (mention.person, mention.state) if name}
    return Doer(span, frozenset(names), False, -1)


def _initiators(first: Said, second: Said) -> list[Claim]:
    """Return at whose initiative, request or invitation the two sides say a thing was done, where they differ."""
    ones, others = _initiative(first), _initiative(second)
    return [_claim(first, one, second, other) for one in ones for other in others if _differ(one, other)][:1]


def _initiative(said: Said) -> list[Doer]:
    found = []
    for at, token in enumerate(said.tokens):
        if token.lemma.lower() in _INITIATIVE:
            places = [place for place in said.subtree(at) if place != at]
            tokens = [said.tokens[place] for place in places if said.tokens[place].text.lower() not in ("of", "the")]
            if tokens:
                span = Span(tokens[0].start, tokens[-1].end)
                found.append(Doer(span, _names(said, span, tokens), False, -1))
    return found
