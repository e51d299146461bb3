"""Whom "he" or "she" stands for: the nearest person whom grammar and sense allow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from readouts.actors.fold import fold
from readouts.actors.passage import Passage
from readouts.actors.words import MENS_PRONOUNS, WOMEN, WOMENS_PRONOUNS
from readouts.model import Mention, MentionKind, Span
from readouts.text import Parse, Token

_NEARNESS = (3.0, 2.2, 1.3, 0.7)
_SUBJECT, _OWN_STATE, _SAME_CLAUSE, _NEAREST = 1.2, 2.0, -9.0, 1.5
_ENOUGH = 1.0
_HONOURS = frozenset("Majesty Highness Excellency Holiness Honor Honour Grace Royal Eminence Beatitude".split())
_SINGULAR = MENS_PRONOUNS | WOMENS_PRONOUNS


@dataclass(frozen=True, slots=True)
class Seen:
    """A person (or a stranger, without mention) met on the way through the text."""

    mention: Mention | None
    span: Span
    sentence: int
    subject: bool


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun and its place. `states` are the subjects of what it says ("he said China will …")."""

    span: Span
    subject: bool
    possessive: bool
    place: int
    clause: int
    states: frozenset[str]
    woman: bool | None


def pronouns_of(parse: Parse, passage: Passage) -> Iterator[Pronoun]:
    """Yield the sentence's singular personal pronouns for persons."""
    tokens = passage.line.sentence.tokens
    for place, token in enumerate(tokens):
        if token.text.lower() not in _SINGULAR or (parse.parsed and token.tag not in ("PRP", "PRP$")):
            continue
        if token.text[0].isupper() and place + 1 < len(tokens) and tokens[place + 1].text in _HONOURS:
            continue
        if not parse.parsed and not _alone(tokens, place):
            continue
        subject = token.dep in ("nsubj", "nsubjpass") or not parse.parsed
        yield Pronoun(
            token.span,
            subject,
            token.tag == "PRP$",
            place,
            _clause(tokens, place),
            _states_said(passage, token),
            _woman(token.text.lower()),
        )


def antecedent(
    pronoun: Pronoun, passage: Passage, number: int, recent: Sequence[Seen], latest: Mapping[str, Mention]
) -> Mention | None:
    """Return the mention a pronoun stands for; None where nobody or a stranger is likeliest.

    Where nobody was named of late, who says what his state will do is that state's person in the text (`latest`).
    """
    best: tuple[float, int] | None = None
    chosen: Seen | None = None
    here = [seen for seen in recent if seen.sentence == number and seen.span.start < pronoun.span.start]
    nearest = here[-1] if here else None
    for seen in recent:
        score = _score(pronoun, seen, number, passage, seen is nearest)
        if score >= _ENOUGH and (best is None or (score, seen.span.start) > best):
            best, chosen = (score, seen.span.start), seen
    if chosen is None and pronoun.states:
        named = (latest[state] for state in sorted(pronoun.states) if state in latest)
        return next((m for m in named if pronoun.woman in (None, _is_woman(m.person or ""))), None)
    return chosen.mention if chosen else None


def _score(pronoun: Pronoun, seen: Seen, number: int, passage: Passage, nearest: bool) -> float:
    if seen.mention and pronoun.woman is not None and pronoun.woman != _is_woman(seen.mention.person or ""):
        return 0.0
    score = _NEARNESS[min(number - seen.sentence, len(_NEARNESS) - 1)]
    if seen.sentence == number:
        tokens, place = passage.tokens, passage.place(seen.span)
        if seen.span.start > pronoun.span.start:
            # "On his birthday, Varo promised …": only the main clause's subject may follow its pronoun.
            if not seen.subject or tokens[place].head != passage.root or _clause(tokens, pronoun.place) == -1:
                return 0.0
            score -= 0.5
            if pronoun.subject:
                return 0.0
        elif not pronoun.possessive and _shares_clause(passage, pronoun, place):
            score += _SAME_CLAUSE
        elif pronoun.subject and tokens[pronoun.clause].dep == "relcl":
            score += _NEAREST * nearest
        elif pronoun.possessive and _is_thanked(tokens, pronoun, place):
            score += _NEAREST + _SUBJECT
    if seen.subject:
        score += _SUBJECT
    if seen.mention and seen.mention.state in pronoun.states:
        score += _OWN_STATE
    return score


def _shares_clause(passage: Passage, pronoun: Pronoun, place: int) -> bool:
    """Say whether a name is subject or object of the pronoun's own verb, where "him" would be "himself".

    "Varo spoke with Lind and thanked him": the subject of "thanked" is that of "spoke".
    """
    tokens, verb = passage.tokens, pronoun.clause
    argument = _argument_of(tokens, place)
    if argument == verb or pronoun.subject:
        return argument == verb
    while tokens[verb].dep == "conj" and not any(tokens[at].dep.startswith("nsubj") for at in passage.children[verb]):
        verb = tokens[verb].head
        if argument == verb and tokens[place].dep.startswith("nsubj"):
            return True
    return False


def _is_thanked(tokens: tuple[Token, ...], pronoun: Pronoun, place: int) -> bool:
    """Say whether a name is the object of thanks, praise or good wishes for what is "his"."""
    verb = tokens[place].head
    return (
        tokens[place].dep in ("dobj", "dative")
        and verb == pronoun.clause
        and tokens[verb].lemma
        in ("thank", "congratulate", "praise", "commend", "criticize", "criticise", "wish", "applaud")
    )


def _woman(pronoun: str) -> bool | None:
    return True if pronoun in WOMENS_PRONOUNS else False if pronoun in MENS_PRONOUNS else None


def _is_woman(person: str) -> bool:
    return not WOMEN.isdisjoint(fold(person).split())


def _alone(tokens: tuple[Token, ...], place: int) -> bool:
    """In Chinese 他 is also part of 其他, 他们."""
    before = tokens[place - 1].text if place else ""
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    return not (before in ("其", "吉") or after in ("们", "国", "人", "們"))


def _clause(tokens: tuple[Token, ...], place: int) -> int:
    """Return the place of the verb whose clause a token stands in."""
    for _ in range(12):
        token = tokens[place]
        if token.pos in ("VERB", "AUX") or token.head == place:
            return place
        place = token.head
    return place


def _argument_of(tokens: tuple[Token, ...], place: int) -> int:
    """Return the verb whose subject or object the token is, -1 where it lies deeper: such may be named again."""
    token = tokens[place]
    if token.dep == "conj":
        token = tokens[token.head]
    return token.head if token.dep in ("nsubj", "nsubjpass", "dobj", "dative", "iobj") else -1


def _states_said(passage: Passage, pronoun: Token) -> frozenset[str]:
    """Return the states that are the subject of what the pronoun says: who says so speaks for one of them."""
    tokens = passage.tokens
    if pronoun.dep not in ("nsubj", "nsubjpass") or tokens[pronoun.head].dep == "ccomp":
        return frozenset()
    said = [place for place in passage.children[pronoun.head] if tokens[place].dep == "ccomp"]
    subjects = (at for place in said for at in passage.children[place] if tokens[at].dep in ("nsubj", "nsubjpass"))
    mentions = (passage.mention_at(place) for place in subjects)
    return frozenset(m.state for m in mentions if m and m.state and m.kind is MentionKind.STATE)
