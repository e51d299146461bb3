"""Who says what in the English of official releases, by the verbs of the genre and the sentence's syntax.

Releases report speech with verbs that news seldom uses ("discussed", "underscored", "expressed support for"), always
with a plain subject: a person, an office, the parties together. Every such verb is a cue; its complement is the
content.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from readouts.attribution import official_words as words
from readouts.attribution.acts import ActTable
from readouts.attribution.extraction import Extraction
from readouts.attribution.official_content import (
    before_according,
    complement,
    quoted,
    rest,
    says_when,
    trimmed,
    with_marks,
)
from readouts.attribution.official_letters import read_out
from readouts.attribution.quotes import Quotations
from readouts.attribution.syntax import Tree
from readouts.model import Span
from readouts.text import Parse

_SURE = 0.8


@dataclass(slots=True)
class _Cue:
    """A verb that reports speech in its sentence: tokens of cue and content are numbers, ends included."""

    verb: int
    subject: int | None
    passive: bool
    first: int
    last: int
    content: tuple[int, int] | None
    lemma: str


def extract_official(parse: Parse, quotations: Quotations, acts: ActTable) -> tuple[Extraction, ...]:
    """Return the attributions that the verbs of the genre make. Linear in the length of the text."""
    found: list[Extraction] = []
    for place, sentence in enumerate(parse.sentences):
        tree = Tree(sentence)
        for cue in _clipped(tree, list(_cues(tree, acts))):
            found += _extraction(parse, place, tree, cue, quotations)
        found += _according(tree)
    return (*found, *read_out(parse.text, quotations))


def _cues(tree: Tree, acts: ActTable) -> Iterator[_Cue]:
    for at, token in enumerate(tree.tokens):
        if token.pos not in ("VERB", "AUX") or token.dep == "prep" or tree.child(at, "neg") is not None:
            continue
        cue = _special(tree, at)
        if cue is None and (words.reports(token.lemma, acts) or _with_particle(tree, at, acts)):
            cue = _passive(tree, at) if tree.child(at, "nsubjpass") is not None else _active(tree, at)
        if cue is not None and not _is_told(tree, cue, acts):
            yield cue


def _with_particle(tree: Tree, at: int, acts: ActTable) -> bool:
    """Say whether a verb reports speech together with its particle ("pointed out", where "pointed" alone does not)."""
    particle = tree.child(at, "prt")
    return particle is not None and acts.of(f"{tree.tokens[at].lemma} {tree.tokens[particle].lemma}", "en") is not None


def _special(tree: Tree, at: int) -> _Cue | None:
    """Read what reports without a verb of saying: a state of mind, what a talk was about, attention that was paid."""
    lemma = tree.tokens[at].lemma
    subject = tree.child(at, "nsubj", "nsubjpass")
    if subject is None:
        return None
    if lemma in words.STATES or (lemma == "be" and _mind(tree, at) is not None):
        holder = _mind(tree, at) if lemma == "be" else at
        content = complement(tree, at, holder, holder) if holder is not None and _can_speak(tree, subject) else None
        return _Cue(at, subject, False, _auxiliary(tree, at), max(holder or at, at), content, lemma)
    if lemma in words.EVENT_VERBS and tree.tokens[subject].lemma in words.EVENTS:
        first, last, lemma, holder = _cue_words(tree, at)
        return _Cue(at, None, False, first, last, complement(tree, at, holder, last), lemma)
    if lemma == "pay" and tree.tokens[subject].lemma == "attention":
        first, last, lemma, holder = _cue_words(tree, at)
        return _Cue(at, None, False, tree.left[subject], last, complement(tree, at, holder, last), "discuss")
    return None


def _auxiliary(tree: Tree, at: int) -> int:
    """Return the first word of a passive: its auxiliary, where that stands before the verb."""
    return min(tree.child(at, "auxpass") or at, at)


def _mind(tree: Tree, at: int) -> int | None:
    state = tree.child(at, "acomp", "attr")
    return state if state is not None and tree.tokens[state].lemma in words.MINDS else None


def _active(tree: Tree, at: int) -> _Cue | None:
    token = tree.tokens[at]
    if token.lemma in words.ONLY_WITH and not _has_its_company(tree, at):
        return None
    if token.lemma in words.FINITE and (token.dep == "pcomp" or (token.tag == "VB" and tree.child(at, "aux"))):
        return None
    if any(tree.tokens[child].lemma in words.FUTURE for child in tree.children[at] if tree.tokens[child].dep == "aux"):
        return None
    subject = _speaker(tree, at)
    if subject is None:
        return None
    first, last, lemma, holder = _cue_words(tree, at)
    return _Cue(at, subject, False, first, last, complement(tree, at, holder, last), lemma)


def _has_its_company(tree: Tree, at: int) -> bool:
    company = words.ONLY_WITH[tree.tokens[at].lemma]
    return any(tree.tokens[child].lemma in company for child in tree.children[at])


def _passive(tree: Tree, at: int) -> _Cue | None:
    if tree.tokens[at].lemma not in words.PASSIVE or tree.child(at, "oprd") is not None:
        return None
    if tree.tokens[at].lemma == "consider" and tree.child(at, "xcomp") is not None:
        return None
    subject = tree.child(at, "nsubjpass")
    agent = tree.child(at, "agent")
    source = tree.child(agent, "pobj") if agent is not None else None
    if subject is None:
        return None
    first = _auxiliary(tree, at)
    content: tuple[int, int] | None = tree.left[subject], tree.right[subject]
    if tree.tokens[subject].lemma in ("it", "there"):
        content = complement(tree, at, at, at)
    elif tree.tokens[subject].lemma in ("this", "that", "these"):
        content = None
    return _Cue(at, source, True, first, at, content, tree.tokens[at].lemma)


def _speaker(tree: Tree, at: int) -> int | None:
    """Return the subject who speaks: the verb's own, or that of the verb it is joined or subordinate to."""
    token = tree.tokens[at]
    if token.dep in ("relcl", "amod", "csubj") or (token.dep == "acl" and token.tag == "VBN"):
        own = tree.child(at, "nsubj")
        return own if own is not None and _can_speak(tree, own) else None
    for verb in (at, *tree.above(_joined_by_mistake(tree, at))):
        subject = tree.child(verb, "nsubj", "nsubjpass")
        if subject is not None and _can_speak(tree, subject):
            return subject
        if subject is not None and tree.tokens[verb].dep not in ("conj", "advcl"):
            return None
    # A parser may hang the subject on the phrase before it ("At the request of Lind, Varo provided …").
    stray = at - 1
    if stray >= 0 and token.tag in words.FINITE_TAGS and tree.tokens[stray].pos == "PROPN" and _can_speak(tree, stray):
        return stray
    return None


def _joined_by_mistake(tree: Tree, at: int) -> int:
    """Return the word whose heads are the verb's true ones.

    Parsers join a second report to the last verb of what the first one reports ("reiterated that relations were
    good and reaffirmed", "agreed to work and committed"): the tense, or a subject that cannot speak, tells.
    """
    token, inner = tree.tokens[at], tree.tokens[tree.tokens[at].head]
    if token.dep != "conj" or inner.dep not in words.INSIDE:
        return at
    subject = tree.child(token.head, "nsubj", "nsubjpass")
    mute = subject is not None and not _can_speak(tree, subject)
    tenses = token.tag in words.FINITE_TAGS and inner.tag not in words.FINITE_TAGS
    # "They said they were glad and reaffirmed their friendship": who is glad speaks of nobody else's words.
    moods = token.tag == "VBD" and inner.lemma == "be" and token.lemma in words.LIGHT
    return token.head if mute or moods or (tenses and subject is None) else at


def _can_speak(tree: Tree, subject: int) -> bool:
    token = tree.tokens[subject]
    if token.pos == "PROPN":
        return token.entity[2:] not in words.NO_SPEAKERS
    if token.pos == "PRON":
        return token.lemma.lower() in words.PRONOUNS
    return token.lemma.lower() in words.SPEAKERS or token.lemma.lower() in words.PAPERS


def _cue_words(tree: Tree, at: int) -> tuple[int, int, str, int]:
    """Return the first and last token of the cue, its lemma and the word whose complement is the content."""
    first = at
    while first and tree.tokens[first - 1].head == at and tree.tokens[first - 1].dep in words.BEFORE_VERB:
        first -= 1
    lemma, last, holder = tree.tokens[at].lemma, at, at
    particle = tree.child(at, "prt")
    if particle is not None and particle == at + 1:
        last = particle
        lemma = f"{lemma} {tree.tokens[particle].lemma}"
    noun = tree.child(at, "dobj")
    if lemma in words.LIGHT and noun is not None and tree.tokens[noun].lemma in words.LIGHT[lemma]:
        if any(tree.tokens[child].dep in ("prep", "acl") and child > noun for child in tree.children[noun]):
            holder = noun
        lemma, last = f"{lemma} {tree.tokens[noun].lemma}", noun if holder == noun else last
    preposition = tree.child(holder, "prep")
    if (
        preposition == last + 1
        and not says_when(tree, preposition)
        and (holder != at or tree.tokens[preposition].lemma in words.ABSORBED)
    ):
        last = preposition
        lemma = f"{lemma} {tree.tokens[preposition].lemma}" if holder == at else lemma
    return first, last, lemma, holder


def _is_told(tree: Tree, cue: _Cue, acts: ActTable) -> bool:
    """Say whether a verb belongs to what somebody else is reported to say, and not to the report."""
    token = tree.tokens[cue.verb]
    if token.lemma in words.ALWAYS:
        return False
    verb = start = _joined_by_mistake(tree, cue.verb)
    if start != cue.verb:
        verb = start = tree.tokens[start].head
    for above in tree.above(start):
        if tree.tokens[verb].dep in words.INSIDE and words.reports(tree.tokens[above].lemma, acts):
            return not _said_by_a_paper(tree, above)
        verb = above
    return False


def _said_by_a_paper(tree: Tree, verb: int) -> bool:
    """Say whether a verb's subject is a readout or the like: what it says includes reports of what others say."""
    subject = tree.child(verb, "nsubj")
    return subject is not None and tree.tokens[subject].lemma in words.PAPERS


def _clipped(tree: Tree, cues: list[_Cue]) -> list[_Cue]:
    """End a content before the next cue of the same speaker, which a parser's slip may have put inside it."""
    for cue in cues:
        if cue.content is not None:
            cue.content = (cue.content[0], before_according(tree, *cue.content))
    for cue, following in pairwise(cues):
        if cue.content is None or cue.passive:
            continue
        if following.subject != cue.subject and not _beside(tree, cue, following):
            continue
        begin, end = cue.content
        if begin < following.first <= end:
            stop = following.first - 1
            while stop > begin and (
                tree.tokens[stop].dep in ("cc", "punct", "mark", "advmod") or _begins(tree, stop, following)
            ):
                stop -= 1
            cue.content = (begin, stop)
    return cues


def _begins(tree: Tree, at: int, cue: _Cue) -> bool:
    """Say whether a word belongs to the subject of a cue."""
    return cue.subject is not None and tree.left[cue.subject] <= at <= cue.subject


def _beside(tree: Tree, cue: _Cue, following: _Cue) -> bool:
    """Say whether the next cue's clause only stands beside a cue's content ("noted the rise, as they discussed …")."""
    token = tree.tokens[following.verb]
    mark = tree.child(following.verb, "mark")
    joined = token.dep == "advcl" and token.head == cue.verb and following.subject is not None
    return joined and mark is not None and tree.tokens[mark].lemma in ("as", "while")


def _extraction(parse: Parse, place: int, tree: Tree, cue: _Cue, quotations: Quotations) -> Iterator[Extraction]:
    spoken = _spoken(parse, place, tree, cue, quotations)
    if spoken:
        content = tuple(spoken)
    elif cue.content is not None:
        content = (with_marks(trimmed(tree, *cue.content), quotations),)
    elif cue.passive and place:
        content = (parse.sentences[place - 1].span,)
    else:
        return
    source = () if cue.subject is None else (_source(tree, cue.subject),)
    yield Extraction(source, (tree.span(cue.first, cue.last),), content, cue.lemma, _SURE)


def _spoken(parse: Parse, place: int, tree: Tree, cue: _Cue, quotations: Quotations) -> list[Span]:
    if tree.tokens[cue.verb].lemma not in words.SAYING:
        return []
    if tree.tokens[cue.verb].tag == "VBG" and tree.tokens[cue.verb].dep == "advcl" and cue.content is not None:
        return []  # "…," she said, noting that …: the quotation is the other verb's
    first, last = min(cue.first, cue.subject or cue.first), max(cue.last, cue.subject or cue.last)
    told = tree.child(cue.verb, "ccomp")
    clause = tree.tokens[tree.left[told]].start if told is not None and told < cue.verb else None
    start = tree.tokens[tree.left[first] if first == cue.subject else first].start
    return quoted(parse, place, start, tree.tokens[last].end, clause, quotations)


def _according(tree: Tree) -> Iterator[Extraction]:
    """Yield what a sentence says according to somebody: the sentence without those words."""
    for at in tree.according:
        named = tree.child(at + 1, "pobj")
        if named is None or not _can_speak(tree, named):
            continue
        last = _last_of_source(tree, named)
        before, after = rest(tree, 0, at - 1), rest(tree, last + 1, len(tree.tokens) - 1)
        content = tuple(span for span in (before, after) if span is not None)
        if content:
            yield Extraction((_source(tree, named),), (tree.span(at, at + 1),), content, "according", _SURE)


def _source(tree: Tree, subject: int) -> Span:
    return tree.span(tree.left[subject], _last_of_source(tree, subject))


def _last_of_source(tree: Tree, subject: int) -> int:
    last = subject
    for child in tree.children[subject]:
        if child > subject:
            if tree.tokens[child].dep in ("punct", "relcl", "acl"):
                break
            last = tree.right[child]
    return last
