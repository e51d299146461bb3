"""Who "the two leaders", "both sides" and 双方 are: the parties at hand, else those the document is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from readouts.actors.clues import LEADING, Clues, by_state, kind_of
from readouts.actors.passage import Passage
from readouts.actors.words import Group
from readouts.model import Mention, MentionKind, Span

_NEAR = 2
_IN_MIND = 8
_MOST = 40
_OPENING, _OPENING_WEIGHT = 3, 3.0


class Parties:
    """The parties of a document, and of each part of it. Made once, after names and offices are known."""

    def __init__(self, clues: Clues, passages: Sequence[Passage]) -> None:
        self._clues = clues
        self._passages = passages
        self._persons: list[list[Mention]] = []
        self._states: list[list[Mention]] = []
        weights: dict[str, float] = defaultdict(float)
        state_weights: dict[str, float] = defaultdict(float)
        self._sample: dict[str, Mention] = {}
        self._order: dict[str, int] = {}
        for number, passage in enumerate(passages):
            weight = _OPENING_WEIGHT if number < _OPENING else 1.0
            found = sorted(passage.found, key=lambda mention: mention.span.start)
            self._persons.append([m for m in found if m.person and m.state])
            self._states.append([m for m in found if m.state])
            for mention in found:
                if mention.state:
                    state_weights[mention.state] += weight * (2 if mention.person else 1)
                if mention.person and mention.state:
                    weights[mention.person] += weight
                    self._sample.setdefault(mention.person, mention)
                if mention.state:
                    self._order.setdefault(mention.state, len(self._order))
        self._ranked_persons = sorted(weights, key=lambda person: -weights[person])[:_MOST]
        self._ranked_states = sorted(state_weights, key=lambda state: -state_weights[state])[:_MOST]

    def members(self, group: Group, number: int, span: Span) -> tuple[Mention, ...]:
        """Return the members of a group at a sentence; none where they cannot be told."""
        count = group.size or 2
        if group.of == "states":
            return self._of_states(count, number, span)
        if group.of == "heads":
            return self._heads(count, number, span)
        allowed = self._allowed(group.of)
        near = _one_a_state(m for m in self._before(self._persons, number, span) if allowed(m))
        if group.size is None and len(near) > count:
            count = len(near)
        chosen = near if len(near) == count else self._principal(count, allowed)
        if len(chosen) < count:
            return ()
        return tuple(_member(mention, span) for mention in chosen)

    def plural(self, number: int, span: Span, group: tuple[int, tuple[Mention, ...]] | None) -> tuple[Mention, ...]:
        """Return whom "they" stands for: the last group close by, else two persons named together."""
        here = _last_before(self._states[number], span)[-2:]
        if self._act_together(number, here):
            return tuple(Mention(span, MentionKind.STATE, state=mention.state) for mention in here)
        for back in range(_NEAR):
            at = number - back
            if group and group[0] == at:
                return tuple(_respanned(member, span) for member in group[1])
            if at < 0:
                break
            near = _one_a_state(_last_before(self._persons[at], span))
            if len(near) == 2:
                return tuple(_member(mention, span) for mention in near)
            if near:
                break
        return ()

    def _act_together(self, number: int, pair: Sequence[Mention]) -> bool:
        """Say whether two states are the subject before "they" ("Norvia and Estmark agreed that they …")."""
        if len(pair) < 2 or any(mention.person for mention in pair):
            return False
        tokens = [self._passages[number].token_at(mention.span) for mention in pair]
        return [token.dep for token in tokens if token] == ["nsubj", "conj"]

    def _of_states(self, count: int, number: int, span: Span) -> tuple[Mention, ...]:
        principal = [m.state for m in self._principal(count, lambda _: True)]
        if len(principal) < count:
            near = list(dict.fromkeys(m.state for m in self._before(self._states, number, span)))
            ranked = self._ranked_states
            principal = near if len(near) == count else [*principal, *(s for s in ranked if s not in principal)]
        if len(principal) < count:
            return ()
        return tuple(Mention(span, MentionKind.STATE, state=state) for state in principal[:count])

    def _heads(self, count: int, number: int, span: Span) -> tuple[Mention, ...]:
        """Return the heads of the states the document is about: those it names, else those the table has."""
        heads = []
        for party in self._of_states(count, number, span):
            named = [m for m in map(self._sample.__getitem__, self._ranked_persons) if m.state == party.state]
            head = next((m for m in named if _is_head(self._clues, m.office)), None)
            head = head or self._head_of(party.state or "") or next(filter(self._allowed("leaders"), named), None)
            if head is None:
                return ()
            heads.append(_member(head, span))
        return tuple(heads)

    def _head_of(self, state: str) -> Mention | None:
        table = self._clues.table
        if not self._clues.dated:
            return None
        current = [
            t for t in by_state(table).get(state, ()) if self._clues.current(t) and _is_head(self._clues, t.office)
        ]
        if len(current) != 1:
            return None
        held = current[0]
        return Mention(Span(0, 0), MentionKind.NAME, held.person, state, held.office, actor=table.persons[held.person])

    def _before(self, rows: list[list[Mention]], number: int, span: Span) -> Iterable[Mention]:
        """Yield the nearest mentions before the group, back to where two parties are named in one sentence."""
        for back in range(_NEAR + 1):
            at = number - back
            if at < 0:
                return
            row = _last_before(rows[at], span)
            if len({mention.state for mention in row}) > 1:
                yield from row
                return

    def _principal(self, count: int, allowed: Callable[[Mention], bool]) -> list[Mention]:
        ranked = (person for person in self._ranked_persons if allowed(self._sample[person]))
        chosen = _one_a_state(self._sample[person] for person in ranked)[:count]
        return sorted(chosen, key=lambda mention: self._order.get(mention.state or "", 0))

    def _allowed(self, of: str) -> Callable[[Mention], bool]:
        """Return the test for being of a group's sort."""
        table = self._clues.table

        def allowed(mention: Mention) -> bool:
            if of == "persons":
                return True
            if not mention.office or not mention.state:
                return False
            kind = kind_of(table, mention.office)
            if of == "leaders":
                state = table.states.get(mention.state)
                return kind in LEADING or (state is not None and mention.office == state.leader)
            return "minister" in kind if of == "ministers" else kind == of

        return allowed


def _is_head(clues: Clues, office: str | None) -> bool:
    return office is not None and kind_of(clues.table, office) in ("president", "monarch")


def _last_before(row: Sequence[Mention], span: Span) -> Sequence[Mention]:
    """Return the last mentions of a sentence before a group: those a reader still has in mind."""
    end = bisect_left(row, span.start, key=lambda mention: mention.span.start)
    return row[max(0, end - _IN_MIND) : end]


def _one_a_state(mentions: Iterable[Mention]) -> list[Mention]:
    chosen: dict[str, Mention] = {}
    for mention in mentions:
        if mention.state:
            chosen.setdefault(mention.state, mention)
    return list(chosen.values())


def _member(mention: Mention, span: Span) -> Mention:
    return Mention(span, MentionKind.PRONOUN, mention.person, mention.state, mention.office, actor=mention.actor)


def _respanned(member: Mention, span: Span) -> Mention:
    return Mention(span, member.kind, member.person, member.state, member.office, actor=member.actor)
