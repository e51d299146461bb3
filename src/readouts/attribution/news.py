"""Who says what in English news: two models fitted on annotated political news, seconded by the rules of releases.

The first model finds the cues (said, according to, the claim that), the second what belongs to each: source, cue and
content. A cue counts when both together think so. News also retells releases in their own verbs: what the rules of
releases find counts when the models give it some chance, and always in a text that cites releases.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from readouts.attribution.acts import ActTable
from readouts.attribution.cover import Cover
from readouts.attribution.extraction import Extraction
from readouts.attribution.news_borders import nearest_cues
from readouts.attribution.news_cues import cue_features
from readouts.attribution.news_model import CONTENT, CUE, HEAD, OTHER, SOURCE, Labeller, NewsModel
from readouts.attribution.news_source import source_by_syntax
from readouts.attribution.news_spans import NewsSentence, plain_features, span_features, window
from readouts.attribution.official import extract_official
from readouts.attribution.quotes import Quotations
from readouts.attribution.syntax import Tree
from readouts.model import Span
from readouts.text import Parse

# Chosen on the development documents by `benchmarks/attribution.py`: from which probability a word is looked at,
# accepted as a cue, and accepted where the rules of releases find a cue too.
LIKELY, ACCEPTED, SECONDED = 0.08, 0.58, 0.3
# A stretch goes on while each word's probability is above the first, and must somewhere hold the second.
CONTENT_BORDER, CONTENT_CORE = 0.2, 0.6
SOURCE_BORDER, CUE_BORDER = 0.05, 0.5
# How likely a further stretch of a source must be, as a share of the likeliest.
SOURCE_SHARE = 0.5
# What divides a probability that may be almost nothing.
_LEAST = 0.02

Place = tuple[int, int]
Stretch = list[Place]


def extract_news(
    parse: Parse, quotations: Quotations, acts: ActTable, model: NewsModel, *, retells: bool
) -> tuple[Extraction, ...]:
    """Return the attributions of a news text; `retells` says that it cites releases. Linear in the text's length."""
    rules = extract_official(parse, quotations, acts)
    sentences = read_sentences(parse, quotations, acts, model.cues, rules)
    judged = list(_judged(parse, sentences, model.spans))
    found = nearest_cues([e for e in judged if e.content and e.confidence >= ACCEPTED])
    likely = Cover(span for extraction in judged if extraction.confidence >= SECONDED for span in extraction.cue)
    told = Cover(span for extraction in found for span in extraction.cue)
    seconded = (
        rule
        for rule in rules
        if rule.cue and not any(told.touches(span) for span in rule.cue)
        if retells or any(likely.touches(span) for span in rule.cue)
    )
    return (*_clipped(found, rules), *seconded)


def _clipped(found: Sequence[Extraction], rules: Sequence[Extraction]) -> Iterator[Extraction]:
    """End a content where the rule for the same cue and beginning ends it sooner: before the speaker's next cue."""
    ends = {
        (rule.cue[-1].end, rule.content[0].start): rule.content[0].end
        for rule in rules
        if rule.cue and len(rule.content) == 1
    }
    for extraction in found:
        [content, *more] = extraction.content
        end = ends.get((extraction.cue[-1].end, content.start), content.end)
        yield extraction if more or end >= content.end else replace(extraction, content=(Span(content.start, end),))


def read_sentences(
    parse: Parse, quotations: Quotations, acts: ActTable, cues: Labeller, rules: Sequence[Extraction]
) -> list[NewsSentence]:
    """Return each sentence as the model of spans reads it, with the chance of each word to be a cue."""
    found = []
    by_end = {span.end: rule for rule in rules for span in rule.cue}
    by_start = {span.start: rule for rule in rules for span in rule.cue}
    for sentence in parse.sentences:
        tree = Tree(sentence)
        quoted = [quotations.number(token.start) for token in tree.tokens]
        [chances] = cues.marginals(cue_features(tree, quoted, acts), [HEAD])
        plain = plain_features(tree, quoted, chances)
        ruled = [by_start.get(token.start) or by_end.get(token.end) for token in tree.tokens]
        found.append(NewsSentence(tree, sentence.block, quoted, chances, plain, ruled))
    return found


def _judged(parse: Parse, sentences: list[NewsSentence], spans: Labeller) -> Iterator[Extraction]:
    """Yield what each likely cue would govern, maybe nothing, with how sure both models are that it is one."""
    for number, sentence in enumerate(sentences):
        for at, chance in enumerate(sentence.chances):
            if chance >= LIKELY:
                extraction = _govern(parse, sentences, (number, at), spans)
                yield extraction if extraction.source else _with_source(extraction, sentence, at)


def _with_source(extraction: Extraction, sentence: NewsSentence, at: int) -> Extraction:
    """Take the source from the rules of releases, else from the syntax, where the model names none."""
    rule = sentence.rules[at]
    if rule is not None and rule.source:
        source = rule.source
    else:
        subject = source_by_syntax(sentence.tree, at)
        source = (sentence.tree.span(subject[0], subject[-1]),) if subject else ()
    content = Cover(extraction.content)
    return extraction if any(content.touches(span) for span in source) else replace(extraction, source=source)


def _govern(parse: Parse, sentences: list[NewsSentence], head: Place, spans: Labeller) -> Extraction:
    number, at = head
    seen = window(sentences, number, at)
    features = span_features(sentences, number, at, seen)
    other, *parts = spans.marginals(features, (OTHER, CONTENT, SOURCE, CUE))
    reported = 1 - other[seen.cue]
    # Given that the word is a cue: the model also weighs that it is none.
    scale = 1 / max(reported, _LEAST)
    contents, sources, cues = ([value * scale for value in part] for part in parts)
    blocks = [sentences[place].block for place, _ in seen.places]
    said = [c if c >= max(s, u) else 0.0 for c, s, u in zip(contents, sources, cues, strict=True)]
    content = _worded(parse, _stretches(seen.places, blocks, said, CONTENT_BORDER, CONTENT_CORE))
    named = [s if s > c else 0.0 for s, c in zip(sources, contents, strict=True)]
    source = _worded(parse, _stretches(seen.places, blocks, named, SOURCE_BORDER, SOURCE_SHARE * max(named)))
    cue = _stretches(seen.places, blocks, cues, CUE_BORDER, CUE_BORDER) or [[head]]
    return Extraction(
        _spans(parse, source),
        _spans(parse, cue),
        _spans(parse, content),
        sentences[number].tree.tokens[at].lemma.lower(),
        (sentences[number].chances[at] + reported) / 2,
    )


def _stretches(
    places: Sequence[Place], blocks: Sequence[int], values: Sequence[float], border: float, core: float
) -> list[Stretch]:
    """Return the runs of places within a paragraph whose values are above `border`, where one reaches `core`."""
    found: list[Stretch] = []
    run: Stretch = []
    best, last = 0.0, -1
    for place, block, value in zip((*places, (-1, -1)), (*blocks, -1), (*values, -1.0), strict=True):
        if run and (value <= border or block != last):
            if best >= core:
                found.append(run)
            run, best = [], 0.0
        if value > border:
            run.append(place)
            best, last = max(best, value), block
    return found


def _worded(parse: Parse, stretches: Sequence[Stretch]) -> list[Stretch]:
    """Leave out the stretches that hold only marks, and words that only join a stretch to what follows it."""
    return [
        _without_joint(parse, stretch)
        for stretch in stretches
        if any(parse.sentences[number].tokens[at].pos not in ("PUNCT", "CCONJ") for number, at in stretch)
    ]


def _without_joint(parse: Parse, stretch: Stretch) -> Stretch:
    end = len(stretch)
    while end > 1:
        number, at = stretch[end - 1]
        token = parse.sentences[number].tokens[at]
        if token.pos != "CCONJ" and token.text not in (",", ";"):
            break
        end -= 1
    return stretch[:end]


def _spans(parse: Parse, stretches: Sequence[Stretch]) -> tuple[Span, ...]:
    """Return the characters of each stretch."""
    ends = (
        (parse.sentences[first].tokens[start], parse.sentences[last].tokens[end])
        for (first, start), (last, end) in ((stretch[0], stretch[-1]) for stretch in stretches)
    )
    return tuple(Span(first.start, last.end) for first, last in ends)
