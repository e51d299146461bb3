"""Find every place where a text names an actor, and whom it names there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from readouts.actors.anaphora import resolve_references
from readouts.actors.clues import ABROAD, Clues, fitting, kind_of
from readouts.actors.evidence import bears_other_title, evidence_for, is_introduced, is_word
from readouts.actors.identify import Identity, holder, known_person, own_word, post
from readouts.actors.lexicon import lexicon_of
from readouts.actors.names import Name, names_in
from readouts.actors.passage import Passage
from readouts.actors.phrases import Phrase, phrases
from readouts.actors.repair import beside_office, named_elsewhere, of_named_state, run_together
from readouts.actors.scan import scan
from readouts.actors.speakers import speakers
from readouts.actors.states import state_mentions
from readouts.actors.table import ActorTable
from readouts.model import Mention, MentionKind, Repair, Residue, Span
from readouts.text import Parse
from readouts.text.sentences import IDEOGRAPHIC

# Greater than any name that is not in Chinese.
_HAN = "\u2fff"


def find_mentions(
    parse: Parse,
    published: date | None,
    table: ActorTable,
    residue: Sequence[Residue] = (),
    home: str | None = None,
) -> tuple[Mention, ...]:
    """Return the mentions of actors outside `residue`, in the order of the text and without overlap.

    `published` is the day the text speaks from; where it is None, the offices that the text gives the people
    it names bound the time. `home` is the state that the publisher speaks for: "the President" without more is
    its own. Linear in the length of the text.
    """
    clues = Clues(table, published, published, home)
    passages = list(_passages(parse, table, residue))
    _gather(clues, passages)
    for passage in passages:
        _name_known(clues, passage)
    if _part_run_together(clues, passages):
        for passage in passages:
            _name_known(clues, passage)
    for passage in passages:
        _repair_names(parse.text, clues, passage)
    for passage in passages:
        passage.found = [_as_introduced(parse.text, clues, mention) for mention in passage.found]
        passage.found = [_with_office(clues, mention) for mention in passage.found]
        _name_offices(clues, passage)
        passage.found += list(state_mentions(parse.text, clues, passage))
        passage.found.sort(key=_start)
    resolve_references(parse, clues, passages)
    return tuple(_without_overlap(m for passage in passages for m in passage.found))


def _passages(parse: Parse, table: ActorTable, residue: Sequence[Residue]) -> Iterator[Passage]:
    lexicon = lexicon_of(table)
    spoken = speakers(parse) if parse.language in IDEOGRAPHIC else frozenset()
    marked = sorted(item.span for item in residue)
    starts = [span.start for span in marked]
    for sentence in parse.sentences:
        line = scan(parse, sentence, lexicon)
        if marked:
            line = line.without(lambda span: _is_marked(span, marked, starts))
        if not line.words:
            continue
        names = names_in(parse.text, line, spoken)
        yield Passage(line, names, list(phrases(parse.text, line, names)))


def _is_marked(span: Span, marked: Sequence[Span], starts: Sequence[int]) -> bool:
    at = bisect_right(starts, span.start) - 1
    return (at >= 0 and marked[at].overlaps(span)) or (at + 1 < len(marked) and marked[at + 1].overlaps(span))


def _gather(clues: Clues, passages: Sequence[Passage]) -> None:
    """Count what the text names beyond doubt, before anything doubtful is decided."""
    doubtful: list[tuple[str, ...]] = []
    for passage in passages:
        for atom in passage.line.atoms:
            entry = atom.entry
            states = tuple(entry.states or entry.demonyms or entry.metonyms or entry.capitals)
            if len(states) == 1:
                clues.states[states[0]] += 1
            elif states:
                doubtful.append(states)
    for states in doubtful:
        known = [state for state in states if clues.states[state]] or list(states)
        clues.states.update(known[:1])
    for passage in passages:
        for phrase in passage.phrases:
            name = phrase.name
            if name and name.entry.full:
                person = known_person(clues, name, phrase)
                if person:
                    clues.persons[person] += 1
                    _narrow(clues, person, phrase)
        # Who is named in full and is nobody's in the table keeps that family name for himself.
        clues.strangers |= {
            name.words[-1].key for name in passage.names if len(name.words) > 1 and name.before and _is_person(name)
        }


def _is_person(name: Name) -> bool:
    token = name.words[-1].token
    return token is not None and token.entity.endswith("PERSON")


def _narrow(clues: Clues, person: str, phrase: Phrase) -> None:
    if phrase.offices and not (phrase.former or phrase.coming or phrase.lesser):
        clues.narrow(fitting(clues, person, phrase.offices, phrase.states))


def _part_run_together(clues: Clues, passages: Sequence[Passage]) -> bool:
    """Strike from the strangers who are none: "Ji Putin" is two people. Say whether there was one."""
    before = len(clues.strangers)
    for passage in passages:
        for name in passage.names:
            key = name.words[-1].key
            if name.known and name.before and key in clues.strangers and run_together(clues, name):
                clues.strangers.discard(key)
    return len(clues.strangers) < before


def _name_known(clues: Clues, passage: Passage) -> None:
    named = {mention.span for mention in passage.found}
    for phrase in passage.phrases:
        name = phrase.name
        if name is None or name.span in named or not name.known:
            continue
        alone = not (phrase.offices or name.entry.full)
        if alone and is_introduced(passage, name):
            continue
        person = known_person(clues, name, phrase)
        if person is None or (alone and _is_another(clues, passage, name, person, phrase)):
            continue
        if not name.entry.full:
            clues.persons[person] += 1
            _narrow(clues, person, phrase)
        passage.found.append(_person_mention(clues, name.span, person, phrase, None))


def _is_another(clues: Clues, passage: Passage, name: Name, person: str, phrase: Phrase) -> bool:
    """Say whether a family name without an office is a word in its place, or somebody else's by the title before it."""
    named = clues.persons[person] > 0
    if bears_other_title(passage, name, person, named):
        return True
    return not named and not phrase.states and is_word(passage, name)


def _repair_names(text: str, clues: Clues, passage: Passage) -> None:
    """Restore the names that are still nobody's; those beside a known name need that one found before."""
    named = {mention.span for mention in passage.found}
    restored: list[Mention] = []
    for phrase in passage.phrases:
        name = phrase.name
        if name is None or name.span in named:
            continue
        mentions = list(_restored(text, clues, passage, name, phrase))
        if not mentions:
            passage.strangers.append(name)
        restored += mentions
        for mention in mentions:
            if mention.actor:
                clues.persons[mention.actor.name] += 1
                _narrow(clues, mention.actor.name, phrase)
    passage.found = sorted(passage.found + restored, key=_start)


def _restored(text: str, clues: Clues, passage: Passage, name: Name, phrase: Phrase) -> Iterator[Mention]:
    """Yield what a name comes to that is no known person's as it stands: usually nothing."""
    parted = run_together(clues, name) if name.known else None
    if parted:
        first, other = parted
        bare = Phrase([])
        yield _person_mention(clues, Span(name.span.start, name.before[-1].end), first.person, bare, first.repair)
        yield _person_mention(clues, Span(name.known[0].start, name.known[-1].end), other, bare, None)
        return
    restored = beside_office(clues, name, phrase)
    if restored is None:
        evidence = evidence_for(text, passage, name)
        restored = named_elsewhere(clues, name, phrase, evidence) or of_named_state(clues, name, phrase, evidence)
    if restored:
        mention = _person_mention(clues, name.span, restored.person, phrase, restored.repair)
        _introduce(clues, name, mention)
        yield mention
    elif name.before or name.after or (phrase.states and name.written > _HAN):
        # In Chinese also who bears a known family name in an office that no known bearer held.
        yield from _outside_the_table(clues, name, phrase)


def _outside_the_table(clues: Clues, name: Name, phrase: Phrase) -> Iterator[Mention]:
    """Name somebody the table does not have as the text first writes them, once it gives their office."""
    known = clues.introduced.get(name.written)
    if known:
        yield replace(known, span=name.span)
    elif phrase.offices and len(name.span) > 1 and _may_be_person(name):
        states = phrase.states
        state = states[0] if len(states) == 1 else None
        # A Chinese text parts a foreign office from its state by other words.
        if (
            not states
            and not phrase.serves
            and name.written < _HAN
            and not any(kind_of(clues.table, office) in ABROAD for office in phrase.offices)
        ):
            state = clues.home
        office = None if phrase.lesser else own_word(clues, phrase.offices, state)
        mention = Mention(name.span, MentionKind.NAME, name.written, state, office)
        _introduce(clues, name, mention)
        yield mention


def _may_be_person(name: Name) -> bool:
    """Say whether a name beside an office may be its holder's: no longer name's part ("President of the … Council")."""
    token = name.words[-1].token
    if token is None or token.entity.endswith("PERSON"):
        return True
    return len(name.words) > 1 and not token.entity.endswith(("ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW"))


def _introduce(clues: Clues, name: Name, mention: Mention) -> None:
    """Remember a name by its whole and its last word; a name of a letter or two is too short to be known again."""
    for written in (name.written, name.words[-1].text if name.words[-1].token else name.written):
        if len(written) > 2 or written > _HAN:
            clues.introduced.setdefault(written, mention)


def _as_introduced(text: str, clues: Clues, mention: Mention) -> Mention:
    """Let a family name mean whom the text introduced under it rather than its known bearer."""
    known = clues.introduced.get(mention.span.of(text)) if mention.actor and mention.repair is None else None
    return replace(known, span=mention.span) if known and known.actor is None else mention


def _person_mention(clues: Clues, span: Span, person: str, phrase: Phrase, repair: Repair | None) -> Mention:
    offices = () if phrase.lesser else phrase.offices
    identity: Identity = post(clues, person, offices, phrase.states)
    return Mention(
        span,
        MentionKind.NAME,
        person,
        identity.state,
        identity.office,
        repair,
        clues.table.persons.get(person),
    )


def _start(mention: Mention) -> int:
    return mention.span.start


def _with_office(clues: Clues, mention: Mention) -> Mention:
    """Give a person the office of the document's time, which is known only once all names are."""
    if mention.office or mention.actor is None:
        return mention
    identity = post(clues, mention.actor.name)
    return replace(mention, state=identity.state or mention.state, office=identity.office)


def _name_offices(clues: Clues, passage: Passage) -> None:
    for phrase in passage.phrases:
        if phrase.name is None and phrase.offices and phrase.states:
            identity = holder(clues, phrase)
            passage.found.append(
                Mention(
                    phrase.span,
                    MentionKind.OFFICE,
                    identity.person,
                    identity.state,
                    identity.office,
                    actor=clues.table.persons.get(identity.person or ""),
                )
            )


def _without_overlap(mentions: Iterator[Mention]) -> Iterator[Mention]:
    last: Mention | None = None
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if last is None:
            last = mention
        elif _is_one_name(last, mention):
            # "Mohamed bin Abdulrahman" and "Al-Thani" were known each for itself.
            last = replace(last, span=Span(last.span.start, mention.span.end))
        elif not mention.span.overlaps(last.span):
            yield last
            last = mention
    if last is not None:
        yield last


def _is_one_name(first: Mention, second: Mention) -> bool:
    named = first.kind is second.kind is MentionKind.NAME and first.actor is not None and first.actor is second.actor
    return named and second.span.start == first.span.end + 1 and first.repair is None and second.repair is None
