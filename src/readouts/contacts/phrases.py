"""What the phrases around an English cue say: the row of parties, and the kind of contact."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from readouts.contacts import english_words as words
from readouts.contacts.lines import is_group
from readouts.contacts.sentence_tree import Tree
from readouts.contacts.sides import side
from readouts.model import ContactKind, Mention

_REACH = 16
_FOLLOWING = 24
_NEAR = 3
# A party may stand this side of such words: "spoke on the phone this morning with", "met at the White House with".
_BETWEEN = frozenset(
    "phone telephone video person margin sideline fringe morning afternoon evening night week weekend day "
    "teleconference videoconference conference call format invitation request initiative".split()
)
_GOVERNED = frozenset({"pobj"})
_FIRST_PERSON = frozenset({"i", "we"})


def row(tree: Tree, place: int, until: int | None = None) -> tuple[Mention, ...]:
    """Return the parties that stand in one row from the token `place` on, before the token `until`."""
    found, _end = tree.line.row_after(place)
    if until is not None:
        border = tree.tokens[until].start
        found = [number for number in found if tree.line.mentions[number].span.start < border]
    return side(tree.line, found)


def subject_row(tree: Tree, verb: int) -> tuple[Mention, ...]:
    """Return who a verb says acts; where the tree has no subject with a mention, who stands right before it."""
    subject = tree.subject(verb)
    found = row(tree, tree.left_edge(subject), verb if subject < verb else None) if subject is not None else ()
    if not found and (subject is None or tree.tokens[subject].pos == "PROPN"):
        found = side(tree.line, tree.line.row_before(verb))
    return found


def is_ours(tree: Tree, verb: int) -> bool:
    """Say whether the speaker counts himself among those who act."""
    subject = tree.subject(verb)
    return subject is not None and tree.word(subject) in _FIRST_PERSON


def is_a_thing_welcomed(tree: Tree, verb: int, place: int) -> bool:
    """Say whether an object is no guest: "welcomed the decision of the President" tells of no meeting."""
    token = tree.tokens[place]
    if tree.lemma(verb) != "welcome" or token.pos != "NOUN" or tree.lemma(place) in words.GATHERINGS | words.GUESTS:
        return False
    return not any(mention.span.overlaps(token.span) for mention in tree.line.mentions)


def partners(tree: Tree, cue: int, ways: frozenset[str], also: int | None = None) -> tuple[tuple[Mention, ...], bool]:
    """Return the other side that one of the words `ways` leads to, and whether its parties were met one by one.

    The word must hang on the cue, or on `also`, or stand right after it, or after words of time and place only.
    """
    separate = False
    for place in _ahead(tree, cue):
        word = tree.line.word(place)
        separate = separate or word in words.SEPARATE
        if word in ways and _hangs(tree, place, cue, also):
            found = row(tree, place + 1) or guests(tree, next(iter(tree.children(place, _GOVERNED)), None))
            if found:
                following = _following(tree, found[-1].span.end, ways)
                return (*found, *following), separate or bool(following)
    return (), separate


def _following(tree: Tree, end: int, ways: frozenset[str]) -> tuple[Mention, ...]:
    """Return those met one after another: "spoke with A, then with B, and later with C"."""
    found: list[Mention] = []
    while True:
        place = bisect_left(tree.tokens, end, key=lambda token: token.start)
        words_ahead = [tree.line.word(at) for at in range(place, place + _NEAR + 1)]
        turn = next((at for at, word in enumerate(words_ahead) if word in words.NEXT), None)
        if turn is None or ways.isdisjoint(words_ahead[turn + 1 : turn + 2]):
            return tuple(found)
        after = row(tree, place + turn + 2)
        if not after:
            return tuple(found)
        found += after
        end = after[-1].span.end


def is_one_by_one(tree: Tree, place: int) -> bool:
    """Say whether a word or what hangs on it tells that others were met one by one: "calls", "called … in turn"."""
    if tree.tokens[place].tag == "NNS" and tree.lemma(place) in words.EACH:
        return True
    children = tree.children(place)
    in_turn = (
        tree.word(under) for child in children if tree.line.word(child) == "in" for under in tree.children(child)
    )
    return any(word in words.SEPARATE for word in (*(tree.word(child) for child in children), *in_turn))


def guests(tree: Tree, noun: int | None) -> tuple[Mention, ...]:
    """Return the states whose unnamed people a noun means: "representatives from Norvia and Estmark"."""
    if noun is None or tree.lemma(noun) not in words.GUESTS:
        return ()
    ways = (child for child in tree.children(noun) if tree.line.word(child) in ("from", "of"))
    rows = (row(tree, way + 1) for way in ways)
    return next((found for found in rows if found and not any(mention.person for mention in found)), ())


def _ahead(tree: Tree, cue: int) -> Iterator[int]:
    for place in range(cue + 1, min(len(tree.tokens), cue + _REACH)):
        token = tree.tokens[place]
        if token.text in (";", ":") or (token.pos == "VERB" and token.tag in ("VBD", "VBZ", "VBP", "VB")):
            return
        yield place


def _hangs(tree: Tree, place: int, cue: int, also: int | None) -> bool:
    head = tree.tokens[place].head
    if head in (cue, also) or head <= cue or place - cue <= _NEAR:
        return True
    between = tree.tokens[head]
    return between.pos != "NOUN" or between.lemma.lower() in _BETWEEN or between.dep == "npadvmod"


def several(mentions: tuple[Mention, ...]) -> bool:
    """Say whether a side names more than one."""
    return len(mentions) > 1 or any(is_group(mention) for mention in mentions)


def kind_of(tree: Tree, place: int, kind: ContactKind) -> ContactKind:
    """Refine the kind by the words around: a "virtual meeting" is a video call, "spoke to residents" a meeting."""
    near = {tree.line.word(at) for at in range(max(0, place - 5), place + 6)}
    phrase = {tree.lemma(child) for child in tree.children(place)} | {tree.line.word(place - 1)}
    if kind in (ContactKind.CALL, ContactKind.MEETING):
        verb = tree.tokens[place].pos == "VERB"
        if phrase & words.VIDEO_WORDS or _virtually(tree, place) or (near & words.VIDEO_WORDS and verb):
            return ContactKind.VIDEO_CALL
        if kind is ContactKind.CALL and phrase & words.PRESENCE_WORDS:
            return ContactKind.MEETING
        if kind is ContactKind.CALL and audience(tree, place) & words.PRESENT and not near & words.PHONE_WORDS:
            return ContactKind.MEETING
        if kind is ContactKind.MEETING and near & words.PHONE_WORDS:
            return ContactKind.CALL
    return kind


def audience(tree: Tree, verb: int) -> frozenset[str]:
    """Return the words for the unnamed people to or with whom a verb says one spoke."""
    if tree.lemma(verb) not in words.TALKING:
        return frozenset()
    ways = (child for child in tree.children(verb) if tree.line.word(child) in ("to", "with"))
    return frozenset(tree.lemma(under) for way in ways for under in tree.children(way, _GOVERNED))


def _virtually(tree: Tree, place: int) -> bool:
    """Say whether "in a virtual meeting" or "via videoconference" follows."""
    following = [tree.line.word(at) for at in range(place + 1, min(len(tree.tokens), place + _FOLLOWING))]
    return any(
        word in ("in", "by", "via", "through", "over") and words.VIDEO_WORDS & set(following[at + 1 : at + 3])
        for at, word in enumerate(following)
    )
