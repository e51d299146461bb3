"""Sightings of contacts in Chinese sentences: 同…通电话, 会见…, 举行会谈, 视频会晤, 访问."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from readouts.contacts.chinese_dates import chinese_clues
from readouts.contacts.clue import Clue
from readouts.contacts.counts import count_in, read_count
from readouts.contacts.events import EventTable
from readouts.contacts.lines import Line, is_group
from readouts.contacts.sides import side_of
from readouts.contacts.sighting import Sighting, Standing
from readouts.model import ContactKind, Mention, MentionKind, Span

_KINDS = {
    "call": ContactKind.CALL,
    "video": ContactKind.VIDEO_CALL,
    "meeting": ContactKind.MEETING,
    "visit": ContactKind.VISIT,
    "letter": ContactKind.LETTER,
}
_CUE = re.compile(
    r"(?P<call>通了?电话|电话交谈|通了?话)"
    r"|(?P<video>视频(?:会晤|会见|会谈|通话|连线))"
    r"|(?P<meeting>会见|会谈|会晤|会面|见面|(?<!外)交谈)"
    r"|(?P<visit>(?:(?:国事|正式|工作|友好)?访问|访华)(?!的))"
    r"|(?P<letter>致信|复信|互致信函|互致贺电|致贺电|致电)"
)
# What follows a noun that only refers to a contact, or is no contact between the parties named before it.
_REFERS = re.compile(r"[^，。；]{0,2}?(?:后|前夕|以来|期间|时|成果|共识|精神|内容|结束|中|上|现场|情况|记者|，?并)")
_SERIES = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+次|领导人(?:非正式)?|多次|数次|历次|[两几三四五六七八九十\d]+次|年度|定期)\s*$"
)
_HELD = re.compile(r"举行(?:了)?[^，。；]{0,16}$")
_PLANNED = re.compile(r"(?:将于?|期待|希望|愿|拟|计划|尽快|即将|准备|可能|邀请|欢迎)[^，。；]{0,24}$")
_WITH = re.compile(r"[同与跟]|(?<!共)和(?!国)")
_VIDEO = re.compile(r"以视频(?:方式|形式|连线)|通过视频|线上")
_ALONE = re.compile(r"分别|先后|依次|相继|逐一|陆续")
# What joins a further contact of the same one, and what a sentence begins with that tells one.
_AND_ALSO = re.compile(r"(?:并|还|又|同时)(?:应约|将)?[同与跟和]")
_FURTHER = re.compile(r"同日|当[天日]|随后|此外|还(?=[应同与和会])|又(?=[应同与和会])")
# Who only says whose envoy or wife another is, took no part.
_STANDS_FOR = re.compile(r"(?:主席|总统|总理|首相|国王)?(?:的)?(?:特别代表|特使|代表|夫人|(?:最高)?顾问)")
# Who speaks "as agreed" was asked to by the other.
_ASKED = re.compile(r"应约|应[^，。；]{0,12}(?:请求|要求)")
_ATTEND = re.compile(r"(?:参加|陪同|出席|共同)\s*$")
_BREAK = re.compile(r"[，。；！？\n]")
_PLACE = re.compile(
    r"在((?:京(?=会见|会晤|同|与|以|分|举|应|集))|[^，。；在、“”同与和将曾]{2,16}?)(?=同|与|和|会见|会晤|举行|应约|以视频|分别|集体|亲切|共同|出席|机场|$)"
)
_OURS = re.compile(r"我们|我(?:同|与|和)|双方|你我")
_YOURS = re.compile(r"[你您]|(?:先生|女士|陛下|殿下|阁下)")
_NO_PLACE = re.compile(r"(?:成功|分别|亲切|共同|首次|再次).*$|^.*(?:期间|之际|年|月|日).*$")
_CLAUSE = 120
_TITLE = 16


def chinese_sightings(line: Line, text: str, events: EventTable) -> list[Sighting]:
    """Return what one Chinese sentence says of contacts, in the order of the text."""
    sentence = line.sentence.span
    cues = list(_CUE.finditer(text, sentence.start, sentence.end))
    if not cues:
        return []
    counted, period = count_in(text, sentence.start, sentence.end, "zh") or (None, None)
    named = {at for name in events.find(text, sentence.start, sentence.end) for at in range(*name.span())}
    cues = [cue for cue in cues if cue.start() not in named]
    dated = chinese_clues(text, sentence.start, sentence.end, events)
    own = [clue for clue in dated if not (period and period.overlaps(clue.span))]
    clues = deque(sorted(own, key=lambda clue: clue.span))
    found: list[Sighting] = []
    begin = sentence.start
    for at, cue in enumerate(cues):
        until = cues[at + 1].start() if at + 1 < len(cues) else sentence.end
        one = _sighting(line, text, cue, begin, until)
        if one is None:
            continue
        if found and _AND_ALSO.search(text[begin : cue.start()]):
            one = _of_the_same(one, found[-1])
        mine = []
        while clues and clues[0].span.start < cue.start():
            mine.append(clues.popleft())
        found.append(replace(one, clues=tuple(mine) or _told_before(found)))
        begin = cue.end()
    return [*found, *_counted(line, text, counted, events)]


def _of_the_same(one: Sighting, last: Sighting) -> Sighting:
    """Let who met those before be who met these: 甲会见乙，并同丙通电话."""
    if len(one.sides) < 2 or len(last.sides) < 2 or not set(one.sides[0]) <= set(last.sides[1]):
        return one
    return replace(one, sides=(last.sides[0], one.sides[1]))


def _counted(line: Line, text: str, counted: Span | None, events: EventTable) -> list[Sighting]:
    """Return what a count tells ("这是今年以来第二次通话"): no contact of its own, but something of the one told."""
    count = read_count(counted.of(text), None, events) if counted else None
    if counted is None or count is None:
        return []
    return [Sighting(line.number, counted, count.kind, Standing.REFERRED, ours=True, count=counted)]


def _told_before(found: Sequence[Sighting]) -> tuple[Clue, ...]:
    """What dates a contact dates the next one of the sentence too ("去年…先后举行通话和会见")."""
    return found[-1].clues if found else ()


def _sighting(line: Line, text: str, cue: re.Match[str], begin: int, until: int) -> Sighting | None:
    kind = _KINDS[cue.lastgroup or "meeting"]
    start = max(begin, cue.start() - _CLAUSE)
    before = text[start : cue.start()]
    if _ATTEND.search(before):
        return None
    planned = bool(_PLANNED.search(before))
    standing = Standing.PLANNED if planned else Standing.HELD
    if kind is ContactKind.MEETING and _VIDEO.search(before):
        kind = ContactKind.VIDEO_CALL
    own, others = _sides(line, text, cue, start, until, kind)
    if _SERIES.search(before) and not (own and others and _HELD.search(before)):
        return None
    if not planned and _REFERS.match(text, cue.end(), min(until, cue.end() + 6)) and not (own and others):
        standing = Standing.REFERRED
    if kind in (ContactKind.VISIT, ContactKind.LETTER) and not (own and others):
        return None
    if standing is Standing.REFERRED and kind is not ContactKind.CALL and not others:
        own = ()  # Who stands before "after the talks in …" need not have been there.
    place = _PLACE.search(before) if kind is ContactKind.MEETING else None
    where = _NO_PLACE.sub("", place[1]) if place else ""
    return Sighting(
        line.number,
        Span(cue.start(), cue.end()),
        kind,
        standing,
        tuple(side for side in (own, others) if side),
        initiator=others[0] if len(others) == 1 and _ASKED.search(before) else None,
        place=(where, Span(start + place.start(1), start + place.start(1) + len(where))) if place and where else None,
        separate=bool(_ALONE.search(before)),
        ours=bool(_OURS.search(before)),
        yours=bool(_YOURS.search(before)) and not others,
        main=bool(own and others and _FURTHER.search(before)),
    )


def _sides(
    line: Line, text: str, cue: re.Match[str], start: int, until: int, kind: ContactKind
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Return both sides: those before 同 and those after it, else those before the cue and those after it."""
    before = _takers(text, line.between(start, cue.start()))
    stop = _BREAK.search(text, cue.end(), min(until, cue.end() + _CLAUSE))
    end = stop.start() if stop else min(until, cue.end() + _CLAUSE)
    after = _takers(text, line.between(cue.end(), end))
    joint = None if _each_met(text, cue, before, after) else _joint(text, before, start, cue.start())
    if joint is not None:
        own = _subject(text, [mention for mention in before if mention.span.end <= joint], joint)
        return own, side_of(_of_states(text, [mention for mention in before if mention.span.start > joint]))
    if kind is ContactKind.CALL:
        return _subject(text, before, cue.start()), ()
    if cue[0] == "访华":
        after = [Mention(Span(cue.start() + 1, cue.end()), MentionKind.STATE, None, "CHN")]
    own = _subject(text, before, cue.start())
    return own, _objects(text, after, {mention.state for mention in own})


def _takers(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    return [one for one in mentions if not _STANDS_FOR.match(text, one.span.end)]


def _each_met(text: str, cue: re.Match[str], before: Sequence[Mention], after: Sequence[Mention]) -> bool:
    """Say whether those before the cue each met somebody named after it: 甲与乙分别会见丙."""
    alone = bool(before) and _ALONE.search(text, before[-1].span.end, cue.start())
    return cue[0] == "会见" and bool(alone) and any(mention.person for mention in after)


def _joint(text: str, before: Sequence[Mention], start: int, end: int) -> int | None:
    """Return the place of the last 同, 与 or 和 in the cue's clause with somebody named after it."""
    for mention in reversed(before):
        head = max(start, mention.span.start - 40)
        clause = max((mark.end() for mark in _BREAK.finditer(text, head, mention.span.start)), default=head)
        if _BREAK.search(text, mention.span.end, end):
            return None
        inside = [other.span for other in before]
        joints = [
            found.start()
            for found in _WITH.finditer(text, clause, mention.span.start)
            if not any(span.start <= found.start() < span.end for span in inside)
        ]
        if joints:
            return joints[0]
    return None


def _subject(text: str, before: Sequence[Mention], end: int) -> tuple[Mention, ...]:
    """Return who acts: the persons of the last clause that has any, else its states."""
    for someone in (True, False):
        chosen: list[Mention] = []
        for mention in reversed(before):
            if chosen and _BREAK.search(text, mention.span.end, chosen[-1].span.start):
                break
            if (mention.person is not None or is_group(mention)) is someone:
                chosen.append(mention)
        if chosen:
            return side_of(chosen[::-1])
    return ()


def _objects(text: str, after: Sequence[Mention], own: set[str | None]) -> tuple[Mention, ...]:
    """Return whom a transitive verb reaches: persons first, else the first state that is not one's own."""
    after = _of_states(text, after)
    persons = [mention for mention in after if mention.person or is_group(mention)]
    return side_of(persons or [mention for mention in after if mention.state not in own][:1])


def _of_states(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Give persons of whom no state is known the state named right before them ("马达加斯加参议长…")."""
    found: list[Mention] = []
    for mention in mentions:
        last = found[-1] if found else None
        if mention.person and mention.state is None and last and last.state and last.person is None:
            between = text[last.span.end : mention.span.start]
            if len(between) <= _TITLE and not _BREAK.search(between) and not _WITH.search(between):
                mention = replace(mention, state=last.state)
        found.append(mention)
    return found
