"""Make `resources/collation/space.npz`: the mean sentence of official prose by language, and a projection of each.

Method: the projections begin as one that evens out the directions of sentence vectors (whitening, by `EVENNESS`), then
are fitted so that sentences which make one point in two accounts are nearer than any other two of the same accounts,
and so are their likest clauses (softmax over the rivals of each, "InfoNCE", van den Oord, Li and Vinyals 2018), without
going far from where they began. Data: sentences of the English and Chinese releases beside the checkout for the
beginning, then the invented pairs of accounts (`benchmarks/gold/alignment-invented.jsonl`) and sentences of press
conferences in both languages. No real pair that `benchmarks.alignment` measures with is learned from.

Needs torch, as `training.residue_network` does. Run `python -m training.space`, then `python -m training.alignment`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import Parameter, functional

from benchmarks.material import ROOT, accounts_of, require_shared
from benchmarks.pairs import INVENTED, INVENTED_ACTORS, read_invented
from readouts.collation.language_space import SHIPPED, Vectors
from readouts.text import Models
from readouts.text.sentences import parse_by_rule
from readouts.workflows.tools import load_tools
from training.alignment import labels_of, places_of, ready, witness_of
from training.rivals import against_rivals
from training.words import parallel_sentences

TARGET = ROOT / "src/readouts/resources" / SHIPPED
# Sentences of each collection, chosen evenly; more changes nothing that is measured.
SENTENCES = 4000
SOURCES = {"en": ("whitehouse", "kremlin", "ukraine"), "zh": ("cctv",)}
# How many directions are kept, and how far they are evened out at the beginning (1: wholly), by `training.alignment`.
DIMENSIONS, EVENNESS = 256, 0.5
# By the log-loss of `training.alignment`: how sharply rivals are told apart, how much clauses, translations and the
# distance from the beginning count beside links of sentences, and how long is learned.
SHARPNESS, CLAUSES, TRANSLATIONS, DISTANCE = 10.0, 0.5, 0.5, 10.0
ROUNDS, PAIRS_AT_ONCE, TRANSLATIONS_AT_ONCE, RATE = 12, 8, 128, 1e-3


@dataclass(frozen=True)
class Accounts:
    """Two accounts as vectors of their sentences and clauses, less the mean of their language, and what is linked."""

    languages: tuple[str, str]
    wholes: tuple[Tensor, Tensor]
    clauses: tuple[Tensor, Tensor]
    owners: tuple[Tensor, Tensor]
    labels: Tensor


def sentences(name: str, language: str) -> list[str]:
    found = []
    for entry in accounts_of(name):
        parse = parse_by_rule(entry["text"], language)
        found += [sentence.span.of(parse.text) for sentence in parse.sentences if len(sentence.span) > 15]
    return found[:: max(len(found) // SENTENCES, 1)][:SENTENCES]


def beginning(vectors: dict[str, Vectors], means: dict[str, Vectors]) -> Vectors:
    """Return the projection on the strongest directions of sentences, evened out, shape ``(size, DIMENSIONS)``."""
    pooled = np.vstack([found - means[language] for language, found in vectors.items()])
    values, directions = np.linalg.eigh(np.cov(pooled.T.astype(np.float64)))
    order = np.argsort(values)[::-1][:DIMENSIONS]
    return np.asarray(directions[:, order] / values[order] ** (EVENNESS / 2), np.float32)


def invented(means: dict[str, Vectors]) -> Iterator[Accounts]:
    tools = load_tools(str(INVENTED_ACTORS))
    for pair in read_invented(INVENTED):
        both = [witness_of(document, tools) for document in pair.documents]
        first, second = ready(both, tools)
        one, other = first.language or "en", second.language or "en"
        yield Accounts(
            (one, other),
            (torch.tensor(first.vectors - means[one]), torch.tensor(second.vectors - means[other])),
            (torch.tensor(first.part_vectors - means[one]), torch.tensor(second.part_vectors - means[other])),
            (torch.tensor(first.owner), torch.tensor(second.owner)),
            torch.tensor(labels_of(pair, places_of(pair, both))),
        )


def translations(models: Models, means: dict[str, Vectors]) -> tuple[Tensor, Tensor]:
    found = list(parallel_sentences())
    chinese, english = models.encode([zh for zh, _ in found]), models.encode([en for _, en in found])
    return torch.tensor(chinese - means["zh"]), torch.tensor(english - means["en"])


def likest_clauses(accounts: Accounts, first: Tensor, second: Tensor) -> Tensor:
    """Return the similarity of the two clauses most alike of each two sentences."""
    alike = first @ second.T
    rows, columns = accounts.labels.shape
    by_row = alike.new_full((rows, alike.shape[1]), -1)
    by_row = by_row.scatter_reduce(0, accounts.owners[0][:, None].expand_as(alike), alike, "amax")
    both = alike.new_full((rows, columns), -1)
    return both.scatter_reduce(1, accounts.owners[1][None].expand_as(by_row), by_row, "amax")


def fit(start: Vectors, accounts: list[Accounts], translated: tuple[Tensor, Tensor]) -> dict[str, Vectors]:
    """Return the projection of each language."""
    torch.set_num_threads(1)
    random = np.random.default_rng(0)
    begun = torch.tensor(start)
    turned = {language: Parameter(begun.clone()) for language in SOURCES}
    optimizer = torch.optim.Adam(turned.values(), lr=RATE)

    def project(vectors: Tensor, language: str) -> Tensor:
        return functional.normalize(vectors @ turned[language], dim=1)

    for _ in range(ROUNDS):
        order = random.permutation(len(accounts))
        for at in range(0, len(order), PAIRS_AT_ONCE):
            loss, links = torch.zeros(()), 0
            for pair in (accounts[place] for place in order[at : at + PAIRS_AT_ONCE]):
                wholes, clauses = (
                    [project(vectors, language) for vectors, language in zip(both, pair.languages, strict=True)]
                    for both in (pair.wholes, pair.clauses)
                )
                loss = loss + against_rivals(SHARPNESS * (wholes[0] @ wholes[1].T), pair.labels)
                likest = likest_clauses(pair, clauses[0], clauses[1])
                loss = loss + CLAUSES * against_rivals(SHARPNESS * likest, pair.labels)
                links += int((pair.labels == 1).sum())
            some = random.choice(len(translated[0]), TRANSLATIONS_AT_ONCE, replace=False)
            zh, en = (project(found[some], language) for found, language in zip(translated, ("zh", "en"), strict=True))
            meant = against_rivals(SHARPNESS * (zh @ en.T), torch.eye(len(some), dtype=torch.int)) / len(some)
            moved = sum((((new - begun) ** 2).sum() for new in turned.values()), torch.zeros(())) / (begun**2).sum()
            optimizer.zero_grad()
            (loss / max(links, 1) + TRANSLATIONS * meant + DISTANCE * moved).backward()
            optimizer.step()
    return {language: found.detach().numpy() for language, found in turned.items()}


def main() -> None:
    require_shared()
    models = Models()
    vectors = {
        language: models.encode([text for name in names for text in sentences(name, language)])
        for language, names in SOURCES.items()
    }
    means = {language: found.mean(axis=0) for language, found in vectors.items()}
    accounts = list(invented(means))
    fitted = fit(beginning(vectors, means), accounts, translations(models, means))
    made = {
        **{f"mean_{language}": mean for language, mean in means.items()},
        **{f"projection_{language}": found for language, found in fitted.items()},
    }
    np.savez_compressed(TARGET, **{name: value.astype(np.float16) for name, value in made.items()})
    print(f"{len(accounts)} invented pairs, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
