"""Where a text names a state as such: by its name, as a side, through an institution or by a metonym."""

from __future__ import annotations

from collections.abc import Iterator

from readouts.actors.clues import Clues
from readouts.actors.passage import Passage
from readouts.actors.phrases import Part, Phrase
from readouts.actors.words import HAN_PARTY, PERSON_VERBS
from readouts.model import Mention, MentionKind, Span
from readouts.text import Token

_AGENT = frozenset({"nsubj", "nsubjpass", "poss", "agent", "conj", "appos"})
_TOWARDS = frozenset({"with", "between", "against", "by", "among", "for"})
_AT = frozenset(
    {"in", "at", "inside", "outside", "near", "around", "on", "into", "behind", "toward", "towards", "within"}
)


def state_mentions(text: str, clues: Clues, passage: Passage) -> Iterator[Mention]:
    """Yield the mentions of states in the phrases of a sentence that name no person and no office."""
    for phrase in passage.phrases:
        if phrase.offices and (phrase.name or phrase.states):
            continue
        for part in phrase.parts:
            mention = _mention(text, clues, passage, phrase, part)
            if mention:
                yield mention


def _mention(text: str, clues: Clues, passage: Passage, phrase: Phrase, part: Part) -> Mention | None:
    if part.sort not in ("state", "adjective", "metonym", "capital", "sign"):
        return None
    state = _one(clues, phrase.states)
    if state is None:
        return None
    institution = phrase.of("institution") or phrase.of("collective")
    if institution:
        return Mention(phrase.span, MentionKind.STATE, state=state)
    if part.sort == "state":
        return Mention(part.span, MentionKind.STATE, state=state) if _is_state(passage, part) else None
    if part.sort in ("metonym", "capital"):
        governs = _is_seat(text, passage, part) if part.sort == "metonym" else _acts_for_its_state(passage, part)
        return Mention(part.span, MentionKind.METONYM, state=state) if governs else None
    if part.sort == "sign":
        return Mention(part.span, MentionKind.STATE, state=state) if _is_party(text, part.span) else None
    return Mention(part.span, MentionKind.STATE, state=state) if _is_people(passage, part) else None


def _one(clues: Clues, states: tuple[str, ...]) -> str | None:
    if len(states) < 2:
        return states[0] if states else None
    named = sorted(states, key=lambda state: -clues.states[state])
    return named[0] if clues.states[named[0]] else None


def _is_state(passage: Passage, part: Part) -> bool:
    token = passage.token_at(part.span)
    if token is None:
        return True
    # A name that the parser takes for a person's or a title's is not the state's.
    return not (
        token.entity.endswith(("PERSON", "WORK_OF_ART")) and part.first == part.last and token.dep == "compound"
    )


def _is_seat(text: str, passage: Passage, part: Part) -> bool:
    """Say whether a seat of government stands for the government, and is no place and no part of a longer name."""
    token = passage.token_at(part.span)
    if token is None:
        return True
    if token.dep == "pobj" and passage.tokens[token.head].lemma.lower() in _AT:
        return False
    following = passage.place(part.span) + 1
    if following < len(passage.tokens) and text[part.span.end : part.span.end + 1] == " ":
        after = passage.tokens[following]
        return not (after.tag == "NNP" and after.text[0].isupper())
    return True


def _acts_for_its_state(passage: Passage, part: Part) -> bool:
    """Say whether a capital stands for the government: it acts, owns, or is dealt with."""
    token = passage.token_at(part.span)
    if token is None or token.entity.endswith("PERSON"):
        return False
    return _acts(token, passage.tokens)


def _acts(token: Token, tokens: tuple[Token, ...]) -> bool:
    for _ in range(3):
        if token.dep in ("nsubj", "nsubjpass", "poss", "agent"):
            return True
        head = tokens[token.head]
        if token.dep == "pobj":
            return head.lemma in _TOWARDS
        if token.dep not in ("conj", "appos"):
            return False
        token = head
    return False


def _is_party(text: str, span: Span) -> bool:
    """Say whether a Chinese sign stands for its state: with another in a row before a word for both."""
    after = text[span.end : span.end + 6]
    before = text[max(0, span.start - 3) : span.start]
    return any(word in after[:4] for word in HAN_PARTY) and not before.endswith(("其", "当", "之", "从", "集"))


def _is_people(passage: Passage, part: Part) -> bool:
    """Say whether an adjective stands as a noun ("the Chinese said", "the Russians")."""
    token = passage.token_at(part.span)
    if token is None:
        return False
    acting = token.dep == "nsubj" and passage.tokens[token.head].lemma in PERSON_VERBS
    return acting and any(passage.tokens[at].lemma == "the" for at in passage.children[passage.place(part.span)])
