"""Single signs of damage, each found by what it looks like; `damage` weighs them together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from readouts.model import Span
from readouts.resources import read_text

_LATIN_LANGUAGES = frozenset("en de fr es it pt nl pl cs sk sl hr ro hu fi sv da no nb et lv lt tr id vi".split())
_CYRILLIC_LANGUAGES = frozenset({"ru", "uk", "be", "bg"})
# Whole words of a script that the language is not written in; words of Chinese, Japanese and Korean are often quoted.
_NOT_LATIN = r"[\u0370-\u1fff\u2c00-\u2dff\ua980-\uabff]"
_BEYOND_LATIN = re.compile(rf"(?<!\w){_NOT_LATIN}{{2,}}(?!\w)")
_BEYOND_CYRILLIC = re.compile(r"(?<!\w)[\u0370-\u03ff\u0530-\u1fff\u2c00-\u2dff\ua980-\uabff]{2,}(?!\w)")
_LIKE_OTHERS = {
    "mixed": re.compile(r"\b(?=\w{3,})(?=\w*[A-Za-z])(?=\w*[\u0400-\u04ff])\w{1,40}\b"),
    # What is said twice on purpose ("more and more") is left alone.
    "twice": re.compile(
        r"\b(?!(?:more|over|less|fewer|further|better|again|many|years|days|time|times|thousands|hundreds|millions) )"
        r"(?P<word>[a-z]{4,}) (?:and|und|et|y|e|и) (?P=word)\b"
    ),
    "digits": re.compile(r"\b[a-z]{2,20}[01][a-z]{2,20}\b"),
    "apart": re.compile(r"(?<!\S)(?:[^\W\d_] ){5,30}[^\W\d_](?!\S)"),
}
# "Pre- and post-war" is no word broken at a line's end.
_BROKEN = re.compile(r"\b[a-z]{2,30}- (?!(?:and|or|to|und|oder|bis|et|ou|y|o|e|i|и|или)\b)[a-z]{2,30}\b")
# No sentence ends with these; nor does a paragraph, without a stop, with those.
_CUT = re.compile(
    r"(?<= )(?:(?:with|by|to|from|and) A|(?:[a-z]{2,20} )(?:the|a|an|and|or|their|its|our|your|into|than|whose|every))"
    r"\.(?=\s+[A-Z“\"]|\s*\Z)"
)
_CUT_PARAGRAPH = re.compile(
    r"(?<=[a-z,] )(?:the|a|an|and|or|of|to|in|with|for|that|by|from|their|its|our|which|who|has|have|was|were|will)"
    r"(?=[ \t]*(?:\n[ \t]*\n|\s*\Z))"
)
_OFFICE = (
    r"\b(?:President|Prime Minister|Foreign Minister|Minister|Chancellor|Secretary|Ambassador|Envoy|Speaker|Premier|"
    r"Chairman|Governor)"
)
# Beside an office: one letter alone, a name in another script, a name with a digit or a capital in it.
_OF_NOBODY = re.compile(
    rf"{_OFFICE} (?:[B-HJ-Z](?= [a-z]{{2,}})|"
    rf"(?:[A-Z][a-z]+ )?(?:{_NOT_LATIN}{{2,30}}|[A-Z][a-z]{{0,20}}\d[a-z]{{1,20}}))"
)
_BESIDE_OFFICE = re.compile(rf"{_OFFICE} ([A-Z][a-zà-ž]{{3,20}})(?: ([A-Z][a-zà-ž]{{3,20}}))?\b")
_NAME = re.compile(r"\b[A-Z][a-zà-ž]{3,20}\b")
# Of a text with more names each would have to be compared with all; they are the signs of a list.
_MOST_NAMES = 100


def find_all(sign: Literal["mixed", "twice", "digits", "apart"], text: str) -> Iterator[Span]:
    """Yield words with letters of two scripts, said twice, with digits inside, or with their letters set apart."""
    return (Span(*found.span()) for found in _LIKE_OTHERS[sign].finditer(text))


def find_other_scripts(text: str, language: str | None) -> Iterator[Span]:
    """Yield whole words of a script in which the language is not written."""
    if language in _LATIN_LANGUAGES:
        yield from (Span(*found.span()) for found in _BEYOND_LATIN.finditer(text))
    elif language in _CYRILLIC_LANGUAGES:
        yield from (Span(*found.span()) for found in _BEYOND_CYRILLIC.finditer(text))


def find_broken(text: str) -> Iterator[Span]:
    """Yield words broken at the ends of lines that are no longer there."""
    return (Span(*found.span()) for found in _BROKEN.finditer(text))


def find_cut(text: str) -> Iterator[Span]:
    """Yield the last words of English sentences that break off."""
    found = [Span(*cut.span()) for pattern in (_CUT, _CUT_PARAGRAPH) for cut in pattern.finditer(text)]
    yield from sorted(found)


def find_turned(text: str) -> Iterator[Span]:
    """Yield fixed English terms in words that nobody uses for them."""
    return (Span(*found.span()) for found in _turned().finditer(text))


@lru_cache(maxsize=1)
def _turned() -> re.Pattern[str]:
    rows = [line.split("\t") for line in read_text("damage/turned.tsv").splitlines() if not line.startswith("#")]
    wordings = sorted({wording for _, turned in rows[1:] for wording in turned.split("|")})
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, wordings))})\b", re.I)


def find_names_of_nobody(text: str) -> Iterator[Span]:
    """Yield, in English, what stands beside an office and is nobody's name."""
    return (Span(*found.span()) for found in _OF_NOBODY.finditer(text))


def find_slips(text: str) -> Iterator[Span]:
    """Yield, in English, names beside an office that are met once and a letter away from another name."""
    beside: dict[str, Span] = {}
    for found in _BESIDE_OFFICE.finditer(text):
        for group in (1, 2):
            if found[group]:
                beside.setdefault(found[group], Span(*found.span(group)))
    if not 0 < len(beside) <= _MOST_NAMES:
        return
    counts = Counter(found[0] for found in _NAME.finditer(text))
    others = [other for other, count in counts.items() if count > 1 or other in beside]
    for name, span in beside.items():
        if counts[name] == 1 and any(_is_slip(name, other) for other in others):
            yield span


def _is_slip(name: str, other: str) -> bool:
    """Say whether names are one changed, lost, added or exchanged letter apart; endings are grammar's."""
    if name[0] != other[0] or name in other or other in name:
        return False
    return OSA.distance(name, other, score_cutoff=1) <= 1
