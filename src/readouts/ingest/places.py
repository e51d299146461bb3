"""Where in a web page a paragraph stands: the path of its element."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import accumulate
from typing import Any

from readouts.ingest.content import SOFT_HYPHEN

_SPACE = re.compile(rf"[\s{SOFT_HYPHEN}]+")
# Elements that stand within a line: the place of their words is the nearest element around them that does not.
_INLINE = frozenset("a abbr b bdi bdo cite code em font i mark q s small span strike strong sub sup time tt u".split())
_BEGINNING = 80
# Each paragraph that is not found costs a search through the whole page; of a page made for it no more are sought.
_MISSES = 200


class Places:
    """Finds where in a page a paragraph stands: its first words are sought on from where the last one was found."""

    def __init__(self, page: Any) -> None:
        self._nodes = page.xpath("//body//text()[not(parent::script or parent::style)]")
        squeezed = [_SPACE.sub("", node) for node in self._nodes]
        self._ends = list(accumulate(len(words) for words in squeezed))
        self.words = "".join(squeezed)
        self._reached = self._misses = 0
        self._steps: dict[Any, str] = {}

    def of(self, paragraph: str) -> str | None:
        """Return the path of the element that holds the paragraph's beginning, None where it is not found."""
        sought = _SPACE.sub("", paragraph[: 2 * _BEGINNING])[:_BEGINNING]
        if not sought or self._misses > _MISSES:
            return None
        at = self.words.find(sought, self._reached)
        if at < 0:
            at = self.words.find(sought)
        if at < 0:
            self._misses += 1
            return None
        self._reached = at + len(sought)
        return self._path(block_of(self._nodes[bisect_right(self._ends, at)]))

    def _path(self, element: Any) -> str:
        """Return an element's XPath. Each family of elements is counted once, so that all paths take linear time."""
        steps = []
        while (parent := element.getparent()) is not None:
            if element not in self._steps:
                self._steps |= _counted(parent)
            steps.append(self._steps[element])
            element = parent
        return "/".join(["", element.tag, *reversed(steps)])


def block_of(node: Any) -> Any:
    """Return the element around a text node that is not merely inside a line."""
    element = node.getparent()
    if node.is_tail:
        element = element.getparent()
    while element.tag in _INLINE and element.getparent() is not None:
        element = element.getparent()
    return element


def _counted(parent: Any) -> dict[Any, str]:
    """Return the step of a path that leads to each child of an element."""
    children = [child for child in parent if isinstance(child.tag, str)]
    families = Counter(child.tag for child in children)
    met: Counter[str] = Counter()
    steps = {}
    for child in children:
        met[child.tag] += 1
        steps[child] = f"{child.tag}[{met[child.tag]}]" if families[child.tag] > 1 else child.tag
    return steps
