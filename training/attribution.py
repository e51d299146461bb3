"""Make `resources/attribution/news_*.crfsuite`: who says what in English news.

Data: `polnear/train.jsonl.gz` of the material beside the checkout (PolNeAR: annotations free for research, the
articles are their publishers' and are not redistributed). The models hold words and pairs of words as features,
no sentence.

The model of spans learns from the cues that the model of cues finds on documents it was not fitted on, wrong ones
included. Run `python -m training.attribution`; it writes the models and prints their figures on the development
documents (`python -m benchmarks.attribution`). Nothing is random. About fifteen minutes on one core.

The shipped models gave .848 / .718 / .687 (content / attribution / attributed F1) when they were made; since then a
sentence no longer ends between two words, with which they give .849 / .719 / .689, and made again .850 / .715 / .684.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from benchmarks import attribution as benchmark
from benchmarks.material import ROOT, SHARED, json_lines, require_shared
from readouts.attribution.acts import load_acts
from readouts.attribution.news import read_sentences
from readouts.attribution.news_cues import cue_features
from readouts.attribution.news_model import CONTENT, CUE, CUES_FILE, HEAD, OTHER, SOURCE, SPANS_FILE, Labeller
from readouts.attribution.news_spans import NewsSentence, Window, span_features, window
from readouts.attribution.official import extract_official
from readouts.attribution.quotes import Quotations
from readouts.attribution.syntax import Tree
from readouts.text import Models, Parse

FOLDS = 3
# Cues the first model gives at least this chance are shown to the second, as it will see them.
SHOWN = 0.15
# Chosen on the development documents: L1 and L2 strength, iterations, and how often a feature must be seen.
CUE_FIT = {"c1": 0.3, "c2": 0.02, "max_iterations": 80, "feature.minfreq": 2}
SPAN_FIT = {"c1": 0.3, "c2": 0.02, "max_iterations": 80, "feature.minfreq": 3}
RESOURCES = ROOT / "src" / "readouts" / "resources"

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One annotated attribution: sentence and token numbers of its parts."""

    head: Place
    cue: frozenset[Place]
    source: frozenset[Place]
    content: frozenset[Place]


@dataclass(frozen=True, slots=True)
class Annotated:
    """One parsed document with its first annotator's attributions."""

    parse: Parse
    attributions: tuple[Attribution, ...]


def load(models: Models) -> list[Annotated]:
    """Parse and read the training documents."""
    found = []
    for entry in json_lines(SHARED / "polnear" / "train.jsonl.gz"):
        parse = models.parse(entry["text"], "en")
        places = [
            (token.start, token.end, (number, at))
            for number, sentence in enumerate(parse.sentences)
            for at, token in enumerate(sentence.tokens)
        ]
        annotations = (_attribution(parse, places, a) for a in entry["annotations"][0]["attributions"])
        found.append(Annotated(parse, tuple(a for a in annotations if a is not None)))
    return found


def _attribution(parse: Parse, places: list[tuple[int, int, Place]], given: dict) -> Attribution | None:
    cue, source, content = (
        frozenset(p for start, end, p in places for b, e in given[part] if start < e and end > b)
        for part in ("cue", "source", "content")
    )
    head = _head(parse, cue)
    return Attribution(head, cue, source, content) if head is not None and content else None


def _head(parse: Parse, cue: Iterable[Place]) -> Place | None:
    """Return the word of a cue that governs its others, a verb or noun where several do."""
    places = sorted(cue)
    if not places:
        return None
    number = places[0][0]
    inside = {at for sentence, at in places if sentence == number}
    tokens = parse.sentences[number].tokens
    heads = [at for at in sorted(inside) if tokens[at].head not in inside or tokens[at].head == at]
    for wanted in ({"VERB", "NOUN"}, None):
        for at in heads:
            if (tokens[at].pos in wanted) if wanted else (tokens[at].pos != "PUNCT"):
                return number, at
    return (number, heads[0]) if heads else None


def fit(path: Path, sequences: Iterable[tuple[list[list[str]], list[str]]], settings: dict) -> bytes:
    """Fit a linear-chain model and return CRFsuite's file."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for features, labels in sequences:
        trainer.append(pycrfsuite.ItemSequence(features), labels)
    trainer.set_params(settings)
    trainer.train(str(path))
    return path.read_bytes()


def cue_sequences(documents: Iterable[Annotated]) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Yield each sentence with its cues' heads labelled."""
    acts = load_acts()
    for document in documents:
        quotations = Quotations(document.parse.text)
        heads = {attribution.head for attribution in document.attributions}
        for number, sentence in enumerate(document.parse.sentences):
            tree = Tree(sentence)
            quoted = [quotations.number(token.start) for token in tree.tokens]
            labels = [HEAD if (number, at) in heads else OTHER for at in range(len(tree.tokens))]
            yield cue_features(tree, quoted, acts), labels


def span_sequences(
    documents: Iterable[Annotated], read: Iterable[list[NewsSentence]]
) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Yield each likely or annotated cue's window, with the parts of its attribution labelled: none for a wrong one."""
    for document, sentences in zip(documents, read, strict=True):
        by_head = {attribution.head: attribution for attribution in reversed(document.attributions)}
        likely = {
            (number, at)
            for number, sentence in enumerate(sentences)
            for at, chance in enumerate(sentence.chances)
            if chance > SHOWN
        }
        for number, at in sorted(likely | by_head.keys()):
            seen = window(sentences, number, at)
            yield span_features(sentences, number, at, seen), _labels(seen, by_head.get((number, at)))


def _labels(seen: Window, attribution: Attribution | None) -> list[str]:
    if attribution is None:
        return [OTHER] * len(seen.places)
    return [
        CUE
        if place in attribution.cue
        else SOURCE
        if place in attribution.source
        else CONTENT
        if place in attribution.content
        else OTHER
        for place in seen.places
    ]


def read_unseen(documents: Sequence[Annotated], path: Path) -> list[list[NewsSentence]]:
    """Return every document as read by a model of cues fitted on the others."""
    acts = load_acts()
    read: list[list[NewsSentence]] = [[] for _ in documents]
    for fold in range(FOLDS):
        others = [document for at, document in enumerate(documents) if at % FOLDS != fold]
        cues = Labeller(fit(path, cue_sequences(others), CUE_FIT))
        for at in range(fold, len(documents), FOLDS):
            parse = documents[at].parse
            quotations = Quotations(parse.text)
            rules = extract_official(parse, quotations, acts)
            read[at] = read_sentences(parse, quotations, acts, cues, rules)
    return read


def main() -> None:
    require_shared()
    documents = load(Models())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        read = read_unseen(documents, path)
        for name, sequences, settings in (
            (CUES_FILE, cue_sequences(documents), CUE_FIT),
            (SPANS_FILE, span_sequences(documents, read), SPAN_FIT),
        ):
            data = fit(path, sequences, settings)
            (RESOURCES / name).write_bytes(data)
            print(f"wrote {name}, {len(data):,} bytes")
    benchmark.main()


if __name__ == "__main__":
    main()
