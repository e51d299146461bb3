"""The order of topics in each account, as a small map: a lane an account, a line from topic to topic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readouts.model import Outline, TopicShare
from readouts.report.columns import Column
from readouts.report.summary import percent

# Sizes in the units of the drawing, which are pixels at full size.
_LANE, _GAP, _STEP, _BOX, _TOP = 170, 70, 27, 21, 26
# How many characters of a topic fit into its box.
_FIT = 21


@dataclass(frozen=True, slots=True)
class Block:
    """A topic in the lane of an account: its place in the drawing, its points, its share of the account's text."""

    topic: int
    label: str
    points: int
    share: str
    filled: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Lane:
    """One account's topics from first to last."""

    siglum: str
    x: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """The line that joins a topic in one lane with the same topic in the next lane that has it."""

    topic: int
    path: str


@dataclass(frozen=True, slots=True)
class Order:
    """The whole drawing."""

    lanes: tuple[Lane, ...]
    links: tuple[Link, ...]
    width: int
    height: int
    lane: int = _LANE
    box: int = _BOX


def order_of_topics(
    numbers: Mapping[str | None, int], names: Sequence[str], outlines: Sequence[Outline], heads: Sequence[Column]
) -> Order | None:
    """Draw in which order each account takes up the topics, and how much of its text it gives to each.

    `numbers` says where each topic stands among `names`, from 1. None when there are not two topics to order.
    """
    if len(names) < 2 or not outlines:
        return None
    lanes = tuple(_lane(numbers, names, told, head) for told, head in zip(outlines, heads, strict=True))
    longest = max(len(lane.blocks) for lane in lanes)
    width = len(lanes) * _LANE + (len(lanes) - 1) * _GAP
    return Order(lanes, tuple(_links(lanes)), width, _TOP + longest * _STEP)


def _lane(numbers: Mapping[str | None, int], names: Sequence[str], told: Outline, head: Column) -> Lane:
    x = head.index * (_LANE + _GAP)
    shown = [share for share in told.topics if share.topic in numbers]
    blocks = tuple(_block(numbers[share.topic], names, share, x, place) for place, share in enumerate(shown))
    return Lane(head.siglum, x, blocks)


def _block(number: int, names: Sequence[str], share: TopicShare, x: int, place: int) -> Block:
    filled = round(share.share * _LANE)
    y = _TOP + place * _STEP
    return Block(number, _fitting(names[number - 1]), share.points, percent(share.share), filled, x, y)


def _fitting(topic: str) -> str:
    return topic if len(topic) <= _FIT else topic[: _FIT - 1].rstrip() + "…"


def _links(lanes: Sequence[Lane]) -> list[Link]:
    links = []
    last: dict[int, Block] = {}
    for lane in lanes:
        for block in lane.blocks:
            if before := last.get(block.topic):
                links.append(Link(block.topic, _curve(before, block)))
            last[block.topic] = block
    return links


def _curve(left: Block, right: Block) -> str:
    start, end = left.x + _LANE, right.x
    y1, y2, middle = left.y + _BOX // 2, right.y + _BOX // 2, (start + end) // 2
    return f"M{start} {y1}C{middle} {y1} {middle} {y2} {end} {y2}"
