"""Formulas made whole: cut to where a phrase may begin and end, and one of each family."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from readouts.echoes.formulas import SHORTEST, Returning, documents_of
from readouts.echoes.seeds import Groups
from readouts.echoes.words import Flags, Words

# Words of closed classes that no phrase begins with or ends on: English, Russian, Ukrainian; of Chinese those that hang
# on the character before (the day of a date, a country's name, "side") or call for one behind. Chosen, as the
# figures below, by what stood among the first hundred formulas of 9,921 releases of four governments.
_OPENS = re.compile(
    r"(?:of|and|or|nor|but|that|which|who|whose|is|are|was|were|be|been|has|have|had|will|would|shall|should|can|could"
    r"|may|might|does|did|than|also|said|и|а|но|что|который|которая|которые|і|й|та|але|що|який|яка|які)\b"
    r"|[的了着们和与及或而等午]|[上下]午|方(?![面向式案针法])|国(?![家际务事民防内外会])|[日月](?![本常])|年(?![度轻会])"
    r"|中(?=[全关友双命])",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:\b(?:the|an?|of|and|or|nor|but|to|in|on|at|by|for|from|with|as|into|about|between|through|under|over|during"
    r"|upon|against|that|which|who|whose|is|are|was|were|be|been|has|have|had|will|would|shall|should|can|could|may"
    r"|might|not|no|its|their|his|her|our|my|your|this|these|those|it|he|she|they|we|i|such|any"
    r"|each|every|than|if|when|while|where|also"
    r"|и|а|но|в|во|на|с|со|по|о|об|к|из|за|от|для|при|у|до|под|над|что|не|і|й|та|але|з|із|зі|про|що|від)"
    r"|[’']s|[的在和与及对向同将由从为以于把被并就是而或第该其各最更一不所])\Z",
    re.IGNORECASE,
)
# So many characters before its end tell whether a phrase may end there.
_TAIL = 12
# A formula is worth its bits less those that any phrase of everyday words has, and no more than a short sentence, so
# that what many say comes before what is long. A name or title (all words with a capital, but those that join) is
# worth so much of that; so many of its uses are looked at.
_EVERYDAY, _SENTENCE, _NAME, _SEEN = 20.0, 40.0, 0.25, 5
_BEGIN_ALIKE = 2
_JOINING = frozenset("of the and for in on at to a an de der von la le el al".split())


def choose(words: Words, texts: Sequence[str], seeds: Groups, found: Iterable[Returning]) -> list[Returning]:
    """Return the sequences cut to phrases, those that say most first, one of each family.

    `seeds` are the groups of the shortest sequences: from them the uses of what was cut are counted again.
    """
    number = np.zeros(len(words.ids), np.uint32)
    number[seeds.places] = np.repeat(np.arange(1, len(seeds.sizes) + 1, dtype=np.uint32), seeds.sizes)
    begins = seeds.begins
    whole: list[Returning] = []
    for one in found:
        cut = _cut(words, texts, one)
        if cut.length == one.length:
            whole.append(one)
        elif cut.length >= _shortest(words, cut):
            group = int(number[cut.places].max()) - 1
            places = seeds.places[begins[group] : begins[group] + seeds.sizes[group]].astype(np.int64)
            whole.append(Returning(places[_alike(words, places, cut)], cut.length) if group >= 0 else cut)
    return _ranked(words, texts, list(_one_a_family(words, whole)))


def is_phrase(text: str, start: int, end: int) -> bool:
    """Say whether what stands there neither begins nor ends with a word that only joins."""
    return not _OPENS.match(text, start, end) and not _ENDS.search(text, max(start, end - _TAIL), end)


def _shortest(words: Words, one: Returning) -> int:
    return 2 * SHORTEST if words.unspaced[one.places[0]] else SHORTEST


def _alike(words: Words, places: NDArray[np.int64], one: Returning) -> Flags:
    """Say from which places the words of a sequence follow."""
    steps = np.arange(one.length)
    alike: Flags = (words.ids[places[:, None] + steps] == words.ids[one.places[0] + steps]).all(axis=1)
    return alike


def _cut(words: Words, texts: Sequence[str], one: Returning) -> Returning:
    """Return a sequence without the words at its ends that no phrase begins or ends with."""
    first, end = int(one.places[0]), int(one.places[0]) + one.length
    text, stop = texts[words.documents[first]], int(words.ends[end - 1])
    begin = first
    while begin < end - 1 and _OPENS.match(text, words.starts[begin], stop):
        begin += 1
    while begin < end - 1 and _ENDS.search(text, max(words.starts[begin], stop - _TAIL), stop):
        end -= 1
        stop = int(words.ends[end - 1])
    return Returning(one.places + (begin - first), end - begin)


def _one_a_family(words: Words, found: Iterable[Returning]) -> Iterator[Returning]:
    """Yield the sequences that add enough words to those used more, in most of the documents they are used in.

    Of those that begin alike and then add few words (I would like to note, to stress …) the two used most.
    """
    covered = np.zeros(len(words.ids), np.bool_)
    beginnings: Counter[bytes] = Counter()
    for one in sorted(found, key=lambda one: (-documents_of(words, one), -one.length, int(one.places[0]))):
        shortest = _shortest(words, one)
        places = one.places[:, None] + np.arange(one.length)
        fresh = one.places[np.count_nonzero(~covered[places], axis=1) >= shortest]
        beginning = words.ids[places[0, :shortest]].tobytes()
        few = one.length < 2 * shortest and beginnings[beginning] >= _BEGIN_ALIKE
        if 2 * documents_of(words, Returning(fresh, one.length)) > documents_of(words, one) and not few:
            covered[places] = True
            beginnings[beginning] += 1
            yield one


def _ranked(words: Words, texts: Sequence[str], found: Sequence[Returning]) -> list[Returning]:
    """Return the sequences that say most first: by their documents and how rare their words are, in bits."""
    known, counts = np.unique(words.ids, return_counts=True)

    def worth(one: Returning) -> float:
        place = one.places[0]
        count = counts[np.searchsorted(known, words.ids[place : place + one.length])]
        halves = np.where(words.unspaced[place : place + one.length], 0.5, 1.0)
        bits = float((halves * np.log2(len(words.ids) / count)).sum())
        share = _NAME if _is_name(words, texts, one) else 1.0
        return documents_of(words, one) * min(max(0.0, bits - _EVERYDAY), _SENTENCE) * share

    return sorted(found, key=lambda one: (-worth(one), -one.length, int(one.places[0])))


def _is_name(words: Words, texts: Sequence[str], one: Returning) -> bool:
    """Say whether a sequence is a name or title in most of its first uses."""
    seen = one.places[:_SEEN].tolist()
    return 2 * sum(_is_capital(words, texts, place, place + one.length) for place in seen) > len(seen)


def _is_capital(words: Words, texts: Sequence[str], start: int, end: int) -> bool:
    text = texts[words.documents[start]]
    spans = zip(words.starts[start:end].tolist(), words.ends[start:end].tolist(), strict=True)
    written = [text[begin:stop] for begin, stop in spans]
    return all(word[0].isupper() or word[0].isdecimal() or word.lower() in _JOINING for word in written)
