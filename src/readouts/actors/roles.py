"""What the grammar says of a name: whether it stands where a person stands, and with whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readouts.actors.passage import Passage
from readouts.actors.scan import Line, Word
from readouts.actors.words import CONTACT_WORDS, PERSON_VERBS
from readouts.text import Token

_DONE_TO_PERSONS = frozenset(
    "meet call host receive tell phone welcome thank greet congratulate invite brief assure urge ask inform "
    "embrace".split()
)
_SUBJECT = frozenset({"nsubj", "nsubjpass", "agent"})


def role(line: Line, word: Word) -> str:
    """Return in words why `word` stands for a person ("subject of said"); '' where nothing says so."""
    if word.token is None:
        return ""
    tokens = line.sentence.tokens
    token, place = word.token, word.place
    for _ in range(4):
        head = tokens[token.head]
        if token.dep in _SUBJECT and (head.lemma in PERSON_VERBS or _takes_part(tokens, token.head)):
            return f"subject of “{head.text}”"
        if token.dep == "pobj" and head.lemma in ("with", "to", "from", "by", "between", "and"):
            if head.dep == "agent":
                return "doer"
            if _in_contact(line, head.head):
                return f"party “{head.text}” in a contact"
        if token.dep == "poss" and (head.lemma in CONTACT_WORDS or head.lemma in PERSON_VERBS):
            return f"“{head.text}” is theirs"
        if token.dep == "dobj" and head.lemma in _DONE_TO_PERSONS:
            return f"object of “{head.text}”"
        if token.dep in ("conj", "appos", "compound", "nmod") and token.head != place:
            token, place = head, token.head
            continue
        break
    return ""


def _takes_part(tokens: Sequence[Token], verb: int) -> bool:
    following = tokens[verb + 1] if verb + 1 < len(tokens) else None
    return tokens[verb].lemma == "take" and following is not None and following.lemma == "part"


def _in_contact(line: Line, place: int) -> bool:
    tokens = line.sentence.tokens
    for _ in range(3):
        token = tokens[place]
        if token.lemma.lower() in CONTACT_WORDS or token.lemma in PERSON_VERBS:
            return True
        if token.head == place:
            return False
        place = token.head
    return False


def companions(passage: Passage, word: Word) -> Iterator[int]:
    """Yield the places of the tokens that stand in one row with the word ("G and Putin")."""
    if word.token is None or not passage.parsed:
        return
    if word.token.dep == "conj":
        yield word.token.head
    for place in passage.children[word.place]:
        if passage.tokens[place].dep == "conj":
            yield place
