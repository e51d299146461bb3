"""Words that name again who was named before: "the president", "he", "the two leaders", 双方."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from readouts.actors.clues import Clues, kind_of
from readouts.actors.groups import Parties
from readouts.actors.identify import holder_of
from readouts.actors.passage import Passage
from readouts.actors.phrases import Phrase
from readouts.actors.pronouns import Seen, antecedent, pronouns_of
from readouts.actors.words import PLURAL_PRONOUNS, TITLES
from readouts.model import Mention, MentionKind, Span
from readouts.text import Parse, Token

_REACH, _MOST_RECENT, _AHEAD = 3, 16, 4


# "Mr President" speaks to somebody; to whom is seldom told.
_ADDRESSED = ("mr", "mrs", "ms", "madam", "madame", "mme", "dear")


@dataclass(slots=True)
class _Way:
    """What has been met so far."""

    recent: list[Seen] = field(default_factory=list)
    first: dict[str, dict[str, Mention]] = field(default_factory=dict)
    latest: dict[str, Mention] = field(default_factory=dict)
    group: tuple[int, tuple[Mention, ...]] | None = None


def resolve_references(parse: Parse, clues: Clues, passages: Sequence[Passage]) -> None:
    """Add to each passage the mentions that stand for others, going through the text once."""
    parties = Parties(clues, passages)
    way = _Way()
    census = _census(clues, passages)
    for number, passage in enumerate(passages):
        offices = list(_definite_offices(parse.text, clues, passage, way, census))
        passage.found = sorted(passage.found + offices, key=lambda mention: mention.span.start)
        met = _met(parse, passage, number)
        way.recent = [seen for seen in way.recent if number - seen.sentence <= _REACH][-_MOST_RECENT:] + met
        _remember(clues, way, met)
        again = [*_pronouns(parse, passage, number, way), *_groups(parse.text, passage, number, way, parties)]
        passage.found += again


def _definite_offices(
    text: str, clues: Clues, passage: Passage, way: _Way, census: Mapping[str, Sequence[Mention]]
) -> Iterator[Mention]:
    """Yield "the President" without a state: the holder whom the text speaks of."""
    for phrase in passage.phrases:
        if phrase.name is not None or not phrase.offices or phrase.states:
            continue
        span = phrase.span
        if _is_definite(text, passage, phrase):
            named = _named(clues, phrase, way, passage, census)
            if named:
                yield Mention(span, MentionKind.OFFICE, named.person, named.state, named.office, actor=named.actor)


def _is_definite(text: str, passage: Passage, phrase: Phrase) -> bool:
    if phrase.former or phrase.lesser or phrase.coming:
        return False
    after = text[phrase.span.end : phrase.span.end + 8].lower()
    if after.startswith((" of ", "-", " for ", " to the ")):
        return False
    before = text[max(0, phrase.span.start - 24) : phrase.span.start].lower()
    if before.rstrip(" .").endswith(_ADDRESSED):
        return False
    token = passage.token_at(phrase.span)
    if token is None:
        return _is_alone_in_cyrillic(text, phrase.span)
    if token.dep in ("compound", "amod", "nmod"):
        return False
    return phrase.definite or phrase.span.of(text)[0].isupper()


def _is_alone_in_cyrillic(text: str, span: Span) -> bool:
    """Say whether an office in Russian or Ukrainian has nothing behind it that says whose it is ("президент США")."""
    following = text[span.end : span.end + 2]
    return "\u0400" <= text[span.start] <= "\u04ff" and not (following[:1] == " " and following[1:].isupper())


def _named(
    clues: Clues, phrase: Phrase, way: _Way, passage: Passage, census: Mapping[str, Sequence[Mention]]
) -> Mention | None:
    """Return the holder whom an office without a state means.

    Of those named before, the publisher's own leader is meant, else who is named most in the text, else the first:
    a release calls its own leader "the President". Where none was named yet, the publisher's own, or the only
    holder of such an office in the text.
    """
    for kind in (kind_of(clues.table, office) for office in phrase.offices):
        before = dict(way.first.get(kind, {}))
        for mention in passage.found:
            earlier = mention.span.end <= phrase.span.start and mention.person and mention.state
            if earlier and mention.office and kind_of(clues.table, mention.office) == kind:
                before.setdefault(mention.person or "", mention)
        if before:
            at_home = [mention for mention in before.values() if mention.state == clues.home]
            return at_home[0] if at_home else max(before.values(), key=lambda m: clues.persons[m.person or ""])
    own = _own(clues, phrase)
    if own:
        return own
    for kind in (kind_of(clues.table, office) for office in phrase.offices):
        later = census.get(kind, ())
        if len(later) == 1:
            return later[0]
    return None


def _own(clues: Clues, phrase: Phrase) -> Mention | None:
    """Return the publisher's own holder of an office at the time, when there is one."""
    if clues.home is None or not clues.dated:
        return None
    identity = holder_of(clues, phrase.offices, (clues.home,))
    if identity.person is None:
        return None
    actor = clues.table.persons.get(identity.person)
    return Mention(phrase.span, MentionKind.OFFICE, identity.person, identity.state, identity.office, actor=actor)


def _census(clues: Clues, passages: Sequence[Passage]) -> dict[str, list[Mention]]:
    """Return who holds an office of each kind in the whole text, each person once."""
    people: dict[str, dict[str, Mention]] = {}
    for passage in passages:
        for mention in passage.found:
            if mention.person and mention.state and mention.office:
                people.setdefault(kind_of(clues.table, mention.office), {}).setdefault(mention.person, mention)
    return {kind: list(named.values()) for kind, named in people.items()}


def _remember(clues: Clues, way: _Way, met: Sequence[Seen]) -> None:
    for seen in met:
        mention = seen.mention
        if mention and mention.state:
            way.latest[mention.state] = mention
            if mention.office and mention.person:
                way.first.setdefault(kind_of(clues.table, mention.office), {}).setdefault(mention.person, mention)


def _met(parse: Parse, passage: Passage, number: int) -> list[Seen]:
    met = [
        Seen(mention, mention.span, number, _is_subject(parse, passage, mention.span))
        for mention in passage.found
        if mention.person and mention.kind in (MentionKind.NAME, MentionKind.OFFICE)
    ]
    for name in passage.strangers:
        token = name.words[-1].token
        if token is not None and token.entity.endswith("PERSON") and name.words[0].key not in TITLES:
            met.append(Seen(None, name.span, number, _is_subject(parse, passage, name.span)))
    return sorted(met, key=lambda seen: seen.span.start)


def _is_subject(parse: Parse, passage: Passage, span: Span) -> bool:
    token = passage.token_at(span)
    if token is None:
        return not parse.parsed and span.start - passage.line.sentence.span.start < 30
    return token.dep in ("nsubj", "nsubjpass", "agent")


def _pronouns(parse: Parse, passage: Passage, number: int, way: _Way) -> Iterator[Mention]:
    for pronoun in pronouns_of(parse, passage):
        at = bisect_left(way.recent, pronoun.span.start, key=lambda seen: seen.span.start)
        in_mind = way.recent[max(0, at - _MOST_RECENT) : at + _AHEAD]
        named = antecedent(pronoun, passage, number, in_mind, way.latest)
        if named is None:
            continue
        mention = Mention(pronoun.span, MentionKind.PRONOUN, named.person, named.state, named.office, actor=named.actor)
        yield mention
        way.recent.insert(at, Seen(mention, pronoun.span, number, pronoun.subject))


def _groups(text: str, passage: Passage, number: int, way: _Way, parties: Parties) -> Iterator[Mention]:
    parts = [(p.span, p.entry.group) for phrase in passage.phrases for p in phrase.parts if p.sort == "group"]
    plurals = [(token.span, None) for token in passage.tokens if _is_plural(token)]
    for span, group in sorted([*parts, *plurals], key=lambda place: place[0]):
        if group is None:
            members = parties.plural(number, span, way.group)
        elif _stands_alone(text, passage, span):
            members = parties.members(group, number, span)
        else:
            continue
        if not members:
            continue
        # "They" is rather the two leaders than the two countries.
        if group and (members[0].person or way.group is None or number - way.group[0] > 1):
            way.group = (number, members)
        yield Mention(span, MentionKind.GROUP, members=members)


def _is_plural(token: Token) -> bool:
    if token.tag == "DT":
        return token.lemma.lower() == "both" and token.dep == "nsubj"
    return token.tag in ("PRP", "PRP$") and token.text.lower() in PLURAL_PRONOUNS


def _stands_alone(text: str, passage: Passage, span: Span) -> bool:
    """Say whether the words are the whole of a phrase: not "the two" of "the two agreements"."""
    after = text[span.end : span.end + 4].lower()
    token = passage.token_at(span)
    if token is None:
        return True
    if after.startswith((" of ", "-")) and "two" not in span.of(text).lower():
        return False
    return token.dep not in ("nummod", "det", "compound", "predet")
