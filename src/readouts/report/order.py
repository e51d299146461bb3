"""The order of topics in each account, as a small map: a lane an account, a line from topic to topic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readouts.model import Reading, Row
from readouts.report.columns import Column

# Sizes in the units of the drawing, which are pixels at full size.
_LANE, _GAP, _STEP, _BOX, _TOP = 150, 70, 27, 21, 26
# How many characters of a topic fit into its box.
_FIT = 21


@dataclass(frozen=True, slots=True)
class Block:
    """A topic in the lane of an account: its place in the drawing, and how many points it holds there."""

    topic: int
    label: str
    points: int
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


def order_of_topics(topics: Sequence[str], rows: Sequence[Sequence[Row]], heads: Sequence[Column]) -> Order | None:
    """Draw in which order each account takes up the topics; None when there are not two topics to order."""
    if len(topics) < 2 or not heads:
        return None
    lanes = tuple(_lane(topics, rows, head) for head in heads)
    longest = max(len(lane.blocks) for lane in lanes)
    width = len(lanes) * _LANE + (len(lanes) - 1) * _GAP
    return Order(lanes, tuple(_links(lanes)), width, _TOP + longest * _STEP)


def _lane(topics: Sequence[str], rows: Sequence[Sequence[Row]], head: Column) -> Lane:
    firsts: list[tuple[int, int, int]] = []
    for topic, points in enumerate(rows):
        cells = [row.cells[head.index] for row in points]
        starts = [cell.spans[0].start for cell in cells if isinstance(cell, Reading) and cell.spans]
        if starts:
            firsts.append((min(starts), topic, len(starts)))
    x = head.index * (_LANE + _GAP)
    blocks = tuple(
        Block(topic + 1, _fitting(topics[topic]), points, x, _TOP + place * _STEP)
        for place, (_, topic, points) in enumerate(sorted(firsts))
    )
    return Lane(head.siglum, x, blocks)


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
