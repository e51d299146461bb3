"""The invented pairs to learn from: sound, and about no state of today."""

from __future__ import annotations

from itertools import chain, pairwise

from babel import Locale

from benchmarks.pairs import INVENTED, MORE_INVENTED, Pair, read_invented

# Names that are also words of English prose.
_PLAIN = frozenset({"chad", "jordan", "georgia", "turkey", "guinea", "niger", "man"})


def every() -> list[Pair]:
    return [pair for path in (INVENTED, MORE_INVENTED) for pair in read_invented(path)]


def test_links_and_sentences_are_sound() -> None:
    pairs = every()
    assert len(pairs) >= 900
    assert len({pair.name for pair in pairs}) == len(pairs)
    for pair in pairs:
        sizes = [len(spans) for spans in pair.sentences]
        assert all(0 <= i < sizes[0] and 0 <= j < sizes[1] for i, j in chain(pair.links, pair.may)), pair.name
        assert not pair.links & pair.may, pair.name
        for document, spans in zip(pair.documents, pair.sentences, strict=True):
            assert all(span.of(document.text).strip() for span in spans), pair.name
            assert all(one.end <= other.start for one, other in pairwise(spans)), pair.name


def test_no_state_of_today_stands_in_them() -> None:
    names = {
        language: [
            name
            for code, name in Locale(language).territories.items()
            if len(code) == 2 and code.isalpha() and code != "UN" and name.lower() not in _PLAIN and len(name) > 2
        ]
        for language in ("en", "zh")
    }
    found = {
        (pair.name, name)
        for pair in every()
        for document in pair.documents
        for name in names[document.language or "en"]
        if name in document.text
    }
    assert not found
