"""What the phrases around an English cue say: the row of parties, and the kind of contact."""

from __future__ import annotations

from readouts.contacts import english_words as words
from readouts.contacts.lines import Line
from readouts.contacts.sentence_tree import Tree
from readouts.contacts.sides import side
from readouts.model import ContactKind, Mention

_FOLLOWING = 24


def row(line: Line, place: int) -> tuple[Mention, ...]:
    """Return the parties that stand in one row from the token `place` on."""
    found, _end = line.row_after(place)
    return side(line, found)


def kind_of(tree: Tree, place: int, kind: ContactKind) -> ContactKind:
    """Refine the kind by the words around: a "virtual meeting" is a video call, "spoke in person" a meeting."""
    near = {tree.line.word(at) for at in range(max(0, place - 5), place + 6)}
    phrase = {tree.lemma(child) for child in tree.children(place)} | {tree.line.word(place - 1)}
    if kind in (ContactKind.CALL, ContactKind.MEETING):
        if (
            phrase & words.VIDEO_WORDS
            or _virtually(tree, place)
            or (near & words.VIDEO_WORDS and tree.tokens[place].pos == "VERB")
        ):
            return ContactKind.VIDEO_CALL
        if kind is ContactKind.CALL and phrase & words.PRESENCE_WORDS:
            return ContactKind.MEETING
        if kind is ContactKind.MEETING and near & words.PHONE_WORDS:
            return ContactKind.CALL
    return kind


def _virtually(tree: Tree, place: int) -> bool:
    """Say whether "in a virtual meeting" or "via videoconference" follows."""
    following = [tree.line.word(at) for at in range(place + 1, min(len(tree.tokens), place + _FOLLOWING))]
    return any(
        word in ("in", "by", "via", "through", "over") and words.VIDEO_WORDS & set(following[at + 1 : at + 3])
        for at, word in enumerate(following)
    )
