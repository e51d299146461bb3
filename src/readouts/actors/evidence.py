"""What in its place speaks for a word's being a damaged name; a word without any is left alone."""

from __future__ import annotations

from readouts.actors.fold import fold, is_foreign
from readouts.actors.names import Name
from readouts.actors.passage import Passage
from readouts.actors.roles import companions, role
from readouts.actors.words import MENS_TITLES, STRANGERS_TITLES, WOMEN, WOMENS_TITLES, WORDS_TOO
from readouts.model import MentionKind

_ARTICLES = frozenset({"A", "I"})
_SHORTEST_NAME = 3


def evidence_for(text: str, passage: Passage, name: Name) -> str:
    """Return in words why the name stands for a person; '' where nothing says so."""
    word = name.words[-1]
    if _in_another_script(text, name):
        return "the text around it is in another script"
    if len(word.text) > 2 and word.text.isupper() and word.text.isascii():
        return ""  # An abbreviation.
    letter = len(name.words) == 1 and len(word.text) == 1
    if letter and not _is_bare_letter(text, name):
        return ""
    if _has_article(passage, name) or is_introduced(passage, name):
        return ""
    beside = _beside_person(passage, name)
    if beside:
        return f"beside {beside}"
    if word.token is None or (letter and not _heads_its_phrase(passage, name)) or _is_something_else(passage, name):
        return ""
    dealing = _deals_with_person(passage, name)
    return f"subject of a sentence with {dealing}" if dealing else role(passage.line, word)


def _in_another_script(text: str, name: Name) -> bool:
    word = name.words[0]
    return (
        word.token is not None
        and word.text[0] > "\u052f"
        and is_foreign(word.text[0])
        and not name.known
        and text[word.start] == word.text[0]
    )


def _has_article(passage: Passage, name: Name) -> bool:
    """Say whether an article makes the word a thing ("the Trumpet")."""
    if not passage.parsed:
        return False
    return any(passage.tokens[place].dep == "det" for place in passage.children[name.words[-1].place])


def is_word(passage: Passage, name: Name) -> bool:
    """Say whether a lone family name is a word of every day in its place: "the Park", "Rice exports", "the Li plant".

    Only a name that is such a word, or too short to tell, is one before a noun: "the Biden administration" is his.
    """
    if not passage.parsed or len(name.words) > 1 or name.words[0].token is None:
        return False
    word, tokens = name.words[0], passage.tokens
    token = tokens[word.place]
    if word.place and tokens[word.place - 1].tag == "DT" and tokens[word.place - 1].head == word.place:
        return True
    head = tokens[token.head]
    if word.key in WORDS_TOO and token.dep in ("compound", "amod") and token.head > word.place:
        return not head.entity.endswith("PERSON")  # "Young Scientists", "Key Points".
    modifies = token.dep == "compound" and token.head > word.place and head.pos == "NOUN" and head.text.islower()
    return modifies and len(word.text) < _SHORTEST_NAME


def bears_other_title(passage: Passage, name: Name, person: str, named: bool) -> bool:
    """Say whether a title makes the name another's: "Ms." a man's, "Professor" one who was not `named` before."""
    word = name.words[0]
    title = passage.tokens[word.place - 1].text.rstrip(".").lower() if word.token and word.place else ""
    woman = not WOMEN.isdisjoint(fold(person).split())
    return title in (MENS_TITLES if woman else WOMENS_TITLES) or (title in STRANGERS_TITLES and not named)


def is_introduced(passage: Passage, name: Name) -> bool:
    """Say whether the text presents the bearer as nobody of office: "the singer …", "…, a farmer", "a cat called …".

    Only words in lower case present; an office among them stands in the phrase and is weighed there.
    """
    if not passage.parsed or name.words[-1].token is None:
        return False
    tokens = passage.tokens
    first, last = name.words[0].place, name.words[-1].place
    before = tokens[first - 1] if first else None
    if before is not None:
        if before.text.lower() in ("called", "named", "nicknamed", "dubbed"):
            return True
        if (
            before.pos == "NOUN"
            and before.text.islower()
            and before.head == last
            and before.dep in ("compound", "nmod", "amod")
        ):
            return True
        if (
            before.pos == "NOUN"
            and before.text.islower()
            and tokens[last].dep == "appos"
            and tokens[last].head == first - 1
        ):
            return True
    for place in passage.children[last]:
        token = tokens[place]
        if token.dep == "appos" and place > last and token.text.islower() and token.pos == "NOUN":
            return any(tokens[at].lemma == "a" for at in passage.children[place]) or token.tag == "NN"
    return False


def _is_something_else(passage: Passage, name: Name) -> bool:
    """Say whether the parser takes the word for a day, a place or part of a longer organisation's name.

    A foreign spelling alone in its place is often labelled an organisation by mistake; that denies nothing.
    """
    entity = name.words[-1].token.entity if name.words[-1].token else ""
    if entity.endswith(("DATE", "GPE", "EVENT", "LANGUAGE", "TIME")):
        return True
    if not entity.endswith(("ORG", "LOC", "FAC", "PRODUCT", "LAW")):
        return False
    tokens = passage.tokens
    place = name.words[-1].place
    return entity.startswith("I-") or (place + 1 < len(tokens) and tokens[place + 1].entity.startswith("I-"))


def _deals_with_person(passage: Passage, name: Name) -> str | None:
    """Return a person named in the same sentence, when the name is the subject of its verb."""
    token = name.words[-1].token
    if token is None or token.dep not in ("nsubj", "nsubjpass"):
        return None
    if passage.tokens[token.head].lemma == "be":
        return None
    last = passage.found[-1] if passage.found else None
    return last.person if last and last.person and last.span.start > token.end else None


def _is_bare_letter(text: str, name: Name) -> bool:
    """Say whether a single letter stands by itself: no numeral, initial, grade, list mark or shape."""
    word = name.words[0]
    if word.text in _ARTICLES or not word.text.isupper():
        return False
    after = text[word.end : word.end + 1]
    before = text[max(0, word.start - 1) : word.start]
    if after and after in ".-–)/&:*_'’" and text[word.end : word.end + 2] not in ("’s", "'s"):
        return False
    return not (before and before in "-–/&*_.$€£#@")


def _heads_its_phrase(passage: Passage, name: Name) -> bool:
    """Say whether no noun before or after makes the letter a mark of something ("Group G", "G string")."""
    word = name.words[0]
    tokens = passage.tokens
    if word.place and tokens[word.place - 1].pos in ("DET", "NOUN", "PROPN", "ADJ", "NUM"):
        return False
    return not (word.place + 1 < len(tokens) and tokens[word.place + 1].pos in ("NOUN", "PROPN", "NUM"))


def _beside_person(passage: Passage, name: Name) -> str | None:
    """Return the person with whom the name stands in one row."""
    for place in companions(passage, name.words[-1]):
        mention = passage.mention_at(place)
        if mention and mention.kind is MentionKind.NAME and mention.person:
            return mention.person
    return None
