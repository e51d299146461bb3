"""Fit the network that `readouts.ingest.residue_model` multiplies out.

Needs torch, which the package itself does not: an environment of its own with `torch==2.13.0`, and the package's
environment behind it on `PYTHONPATH`, will do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel

from readouts.ingest.residue_model import REACH, STEPS, WINDOW, WORDS, ResidueModel

# Chosen by `benchmarks.residue`, of a dozen settings: how wide a line is inside, and what of it is its words.
WIDTH, WORD_WIDTH = 32, 16
DROPPED, WORDS_DROPPED, MEASURES_DROPPED, NOISE = 0.3, 0.3, 0.1, 0.05
EPOCHS, PAGES_AT_ONCE, RATE, DECAY = 3, 24, 3e-3, 0.01
# The weights kept are a mean of the last steps, this much of it from before each.
LASTING = 0.98


@dataclass(frozen=True)
class Sample:
    """A page's lines as the network takes them in; `targets` is what is to be found, `weights` how much it counts."""

    measures: np.ndarray
    word_line: np.ndarray
    places: np.ndarray
    targets: np.ndarray
    weights: np.ndarray


class Network(nn.Module):
    """The same as `residue_probabilities`, for fitting."""

    def __init__(self, measures: int) -> None:
        super().__init__()
        self.words = nn.EmbeddingBag(WORDS, WORD_WIDTH, mode="sum")
        nn.init.normal_(self.words.weight, 0, 0.1)
        self.enter = nn.Linear(measures + WORD_WIDTH, WIDTH)
        self.layers = nn.ModuleList(
            nn.Conv1d(WIDTH, WIDTH, WINDOW, padding=WINDOW // 2 * step, dilation=step) for step in STEPS
        )
        self.leave = nn.Linear(2 * WIDTH, 1)
        self.dropped = nn.Dropout(DROPPED)

    def forward(self, batch: Batch) -> Tensor:
        """Return log odds of each line of a batch."""
        words = self.words(batch.words, batch.opens) / batch.many[:, None]
        entered = self.dropped(torch.relu(self.enter(torch.cat([batch.measures, self.dropped(words)], 1))))
        seen = entered.new_zeros(batch.length, entered.shape[1]).index_copy(0, batch.rows, entered).T[None]
        there = torch.zeros(1, 1, batch.length)
        there[0, 0, batch.rows] = 1
        for layer in self.layers:
            seen = (seen + torch.relu(layer(self.dropped(seen)))) * there
        left = torch.cat([self.dropped(seen[0].T[batch.rows]), self.dropped(entered)], 1)
        verdicts: Tensor = self.leave(left).squeeze(1)
        return verdicts


@dataclass(frozen=True)
class Batch:
    """Lines of several pages, set far enough apart that none sees another's. `rows` is where each stands."""

    measures: Tensor
    words: Tensor
    opens: Tensor
    many: Tensor
    rows: Tensor
    length: int
    targets: Tensor
    weights: Tensor


def batch_of(samples: Sequence[Sample], chance: np.random.Generator) -> Batch:
    """Return pages as one batch, some of their words and measures left out."""
    counts = [len(sample.targets) for sample in samples]
    begins = np.cumsum([0, *counts[:-1]])
    line = np.concatenate([np.repeat(s.word_line + b, 2) for s, b in zip(samples, begins, strict=True)])
    words = np.concatenate([sample.places.ravel() for sample in samples])
    measures = np.concatenate([sample.measures for sample in samples])
    kept = chance.random(len(words)) >= WORDS_DROPPED
    line, words = line[kept], words[kept]
    measures = measures * (chance.random((1, measures.shape[1])) >= MEASURES_DROPPED)
    measures = measures + chance.normal(0, NOISE, measures.shape)
    many = np.bincount(line, minlength=len(measures))
    apart = np.repeat(np.arange(len(samples)) * (REACH + 1), counts)
    return Batch(
        torch.tensor(measures, dtype=torch.float32),
        torch.tensor(words),
        torch.tensor(np.cumsum(many) - many),
        torch.tensor(np.sqrt(np.maximum(many, 1)), dtype=torch.float32),
        torch.tensor(np.arange(len(measures)) + apart),
        len(measures) + len(samples) * (REACH + 1),
        torch.tensor(np.concatenate([sample.targets for sample in samples]), dtype=torch.float32),
        torch.tensor(np.concatenate([sample.weights for sample in samples]), dtype=torch.float32),
    )


def around(sample: Sample) -> Sample:
    """Return the lines that count and those that reach their verdicts."""
    counted = np.flatnonzero(sample.weights > 0)
    kept = np.zeros(len(sample.targets), bool)
    kept[max(0, counted[0] - REACH) : counted[-1] + REACH + 1] = True
    number = np.cumsum(kept) - 1
    words = kept[sample.word_line]
    return Sample(
        sample.measures[kept],
        number[sample.word_line[words]],
        sample.places[words],
        sample.targets[kept],
        sample.weights[kept],
    )


def fit_network(samples: Sequence[Sample], seed: int = 0) -> Network:
    """Fit a network to samples whose measures are of one size."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    chance = np.random.default_rng(seed)
    network = Network(samples[0].measures.shape[1])
    kept = AveragedModel(network, avg_fn=lambda before, now, step: torch.lerp(before, now, 1 - _lasting(int(step))))
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(samples) // PAGES_AT_ONCE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1, pct_start=0.15)
    network.train()
    for _ in range(EPOCHS):
        order = chance.permutation(len(samples))
        for start in range(0, len(order), PAGES_AT_ONCE):
            batch = batch_of([samples[at] for at in order[start : start + PAGES_AT_ONCE]], chance)
            missed = functional.binary_cross_entropy_with_logits(network(batch), batch.targets, reduction="none")
            optimizer.zero_grad()
            ((missed * batch.weights).sum() / batch.weights.sum()).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            kept.update_parameters(network)
    return kept.module.eval()


def _lasting(step: int) -> float:
    return min(LASTING, 1 - 1 / (step + 1))


def weights_of(network: Network, mean: np.ndarray, scale: np.ndarray) -> ResidueModel:
    """Return a network as the arrays that are shipped."""

    def array(tensor: Tensor) -> np.ndarray:
        return as_shipped(tensor.detach().numpy())

    def with_bias(weight: Tensor, bias: Tensor) -> np.ndarray:
        return np.vstack([array(weight), array(bias)[None]])

    layers = [
        with_bias(layer.weight.permute(2, 1, 0).reshape(-1, layer.weight.shape[0]), layer.bias)
        for layer in network.layers
    ]
    return ResidueModel(
        mean,
        scale,
        array(network.words.weight),
        with_bias(network.enter.weight.T, network.enter.bias),
        np.stack(layers),
        np.append(array(network.leave.weight[0]), array(network.leave.bias)),
    )


def as_shipped(numbers: np.ndarray) -> np.ndarray:
    """Return numbers as they are once shipped in half the bytes."""
    return numbers.astype(np.float16).astype(np.float32)
