"""The transformer that `readouts.text.contextual` runs, as torch fits it, and how far it is from what it is to find."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from readouts.collation.closeness import LEAST, NEITHER, TOKENS, WHOLE
from readouts.text.contextual import BEGIN, END, HEADS, STEEPNESS, WINDOW
from training.rivals import against_rivals

PAD = 1
WIDTH, WIDE, COMPARED = 384, 1536, 96
DROPPED = 0.1
# Not searched for: what rivals and translations count beside single pairs of sentences.
RIVALS, TRANSLATED = 0.5, 0.3
Passage = list[int]
Translation = tuple[Passage, Passage]


@dataclass(frozen=True)
class Example:
    """The pieces of the passages of two accounts.

    Labels are 1 for a link, 0 for none, -1 for what may be one, and between 0 and 1 how likely a teacher finds it.
    """

    first: Sequence[Passage]
    second: Sequence[Passage]
    labels: np.ndarray


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.gather = nn.Linear(WIDTH, WIDTH)
        self.widen, self.narrow = nn.Linear(WIDTH, WIDE), nn.Linear(WIDE, WIDTH)
        self.after_attention, self.after_all = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)

    def forward(self, states: Tensor, present: Tensor) -> Tensor:
        """Return new states, shape ``(rows, pieces, WIDTH)``."""
        rows, pieces, _ = states.shape
        asked, answered, told = self.attend(states).view(rows, pieces, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        dropped = DROPPED if self.training else 0.0
        heeded = functional.scaled_dot_product_attention(asked, answered, told, attn_mask=present, dropout_p=dropped)
        heeded = self.gather(heeded.transpose(1, 2).reshape(rows, pieces, WIDTH))
        states = self.after_attention(states + functional.dropout(heeded, DROPPED, self.training))
        wide = self.widen(states)
        made = self.narrow(wide * torch.sigmoid(STEEPNESS * wide))
        return self.after_all(states + functional.dropout(made, DROPPED, self.training))


class Encoder(nn.Module):
    """Reads rows of at most `longest` pieces of `vocabulary` by so many `layers`."""

    def __init__(self, vocabulary: int, layers: int, longest: int) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(vocabulary, WIDTH), nn.Embedding(longest, WIDTH)
        self.begun = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    def forward(self, rows: Sequence[Sequence[int]]) -> Tensor:
        """Return what is made of each piece, shape ``(rows, pieces, WIDTH)``; rows are filled up to one length."""
        lengths = np.array([len(row) for row in rows])
        there = np.arange(lengths.max()) < lengths[:, None]
        filled = np.full(there.shape, PAD, np.int64)
        filled[there] = np.concatenate(rows)
        device = self.words.weight.device
        numbers, present = torch.tensor(filled, device=device), torch.tensor(there, device=device)
        with torch.autocast(device.type, torch.bfloat16, enabled=self.training):
            states = self.words(numbers) + self.places.weight[: numbers.shape[1]]
            states = functional.dropout(self.begun(states), DROPPED, self.training)
            for layer in self.layers:
                states = layer(states, present[:, None, None, :])
        return states.float()


@dataclass(frozen=True)
class Read:
    """Passages as vectors of their wholes and of their tokens; which tokens there are, and what they weigh."""

    whole: Tensor
    tokens: Tensor
    within: Tensor
    weights: Tensor

    def apart(self, sizes: Sequence[int]) -> Iterator[Read]:
        """Yield the passages in groups of such sizes, each as long as its longest passage."""
        for begin, end in pairwise(accumulate(sizes, initial=0)):
            at = slice(begin, end)
            length = max(int(self.within[at].sum(1).max()), 1)
            yield Read(self.whole[at], self.tokens[at, :length], self.within[at, :length], self.weights[at, :length])


class Network(nn.Module):
    """The same as `ContextualEncoder`, for fitting."""

    def __init__(self, vocabulary: int, layers: int) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary, layers, WINDOW)
        self.compare, self.weigh = nn.Linear(WIDTH, COMPARED, bias=False), nn.Linear(WIDTH, 1)
        nn.init.orthogonal_(self.compare.weight)
        nn.init.zeros_(self.weigh.weight)
        nn.init.zeros_(self.weigh.bias)

    @property
    def device(self) -> torch.device:
        """Return where it is."""
        return self.weigh.bias.device

    def read(self, accounts: Sequence[Sequence[Passage]]) -> Read:
        """Return what is made of the passages of all accounts, in order."""
        rows: list[list[int]] = []
        held: list[tuple[int, int, int]] = []
        for account in accounts:
            rows.append([BEGIN])
            for passage in account:
                if len(rows[-1]) > 1 and len(rows[-1]) + len(passage) + 1 > WINDOW:
                    rows.append([BEGIN])
                held.append((len(rows) - 1, len(rows[-1]), len(passage)))
                rows[-1] += passage
        states = self.encoder([[*row, END] for row in rows])
        row, start, length = torch.tensor(held, device=states.device).T
        steps = torch.arange(int(length.max()), device=states.device)
        within = steps < length[:, None]
        at = (start[:, None] + steps).clamp(max=states.shape[1] - 1)
        return self._passages(states[row[:, None], at], within)

    def _passages(self, states: Tensor, within: Tensor) -> Read:
        whole = functional.normalize((states * within[..., None]).sum(1) / within.sum(1, keepdim=True), dim=1)
        weights = torch.sigmoid(self.weigh(states))[..., 0] * within
        return Read(whole, functional.normalize(self.compare(states), dim=2), within, weights)


def closeness(first: Read, second: Read) -> Tensor:
    """Return what `readouts.collation.closeness` returns, shape ``(first, second)``."""
    alike = torch.einsum("ald,bmd->ablm", first.tokens, second.tokens)
    in_second = alike.masked_fill(~second.within[None, :, None, :], -1).amax(3)
    in_first = alike.masked_fill(~first.within[:, None, :, None], -1).amax(2)
    found = (in_second * first.weights[:, None]).sum(2) / first.weights.sum(1).clamp(min=float(LEAST))[:, None]
    found = found + (in_first * second.weights[None]).sum(2) / second.weights.sum(1).clamp(min=float(LEAST))[None]
    return WHOLE * first.whole @ second.whole.T + TOKENS * found / 2 + NEITHER


def loss_of(network: Network, examples: Sequence[Example], translations: Sequence[Translation]) -> Tensor:
    """Return how far closeness is from the links of a few pairs of accounts, and from a few translations."""
    accounts = [account for example in examples for account in (example.first, example.second)]
    read = network.read(accounts).apart([len(account) for account in accounts])
    sure = max(sum(float((example.labels == 1).sum()) for example in examples), 1.0)
    likely = max(sum(float(example.labels.clip(0).sum()) for example in examples), 1.0)
    loss = torch.zeros((), device=network.device)
    for example, first, second in zip(examples, read, read, strict=True):
        odds, labels = closeness(first, second), torch.tensor(example.labels, device=loss.device)
        wrong = functional.binary_cross_entropy_with_logits(odds, labels.clamp(min=0).float(), reduction="none")
        loss = loss + wrong[labels >= 0].sum() / likely + RIVALS * against_rivals(odds, labels) / sure
    if not translations:
        return loss
    passages = [[passage] for side in zip(*translations, strict=True) for passage in side]
    one, other = network.read(passages).apart([len(translations)] * 2)
    meant = against_rivals(closeness(one, other), torch.eye(len(translations), dtype=torch.int, device=loss.device))
    return loss + TRANSLATED * meant / len(translations)


@torch.no_grad()
def close(network: Network, example: Example) -> np.ndarray:
    """Return the closeness of all passages of two accounts, as `readouts.collation.closeness` does."""
    network.eval()
    first, second = network.read([example.first, example.second]).apart([len(example.first), len(example.second)])
    return np.asarray(closeness(first, second).cpu().numpy(), np.float32)
