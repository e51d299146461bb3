"""Fit the transformer that `readouts.text.contextual` runs.

Needs torch, as `training.residue_network` does; on a graphics card it takes a minute, on two cores hours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from readouts.collation.closeness import NEITHER, TOKENS, WHOLE
from readouts.text.contextual import BEGIN, END, HEADS, STEEPNESS, WINDOW
from training.rivals import against_rivals

PAD = 1
WIDTH, WIDE, COMPARED = 384, 1536, 96
# Not searched for: rounds, pairs and translations at once, rates of what was and was not learned before, and what
# rivals and translations count beside single pairs of sentences.
ROUNDS, PAIRS_AT_ONCE, TRANSLATIONS_AT_ONCE = 9, 16, 64
RATE, NEW_RATE, DECAY, WARM, DROPPED = 1.5e-4, 1.5e-3, 0.01, 0.1, 0.1
RIVALS, TRANSLATED = 0.5, 0.3
# Of longer accounts so many sentences in a row are learned from at a time.
SENTENCES = 40
Passage = list[int]


@dataclass(frozen=True)
class Example:
    """The pieces of the passages of two accounts; labels 1 for a link, 0 for none, -1 for what may be one."""

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
        """Return new states, shape ``(windows, pieces, WIDTH)``."""
        windows, pieces, _ = states.shape
        asked, answered, told = self.attend(states).view(windows, pieces, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        dropped = DROPPED if self.training else 0.0
        heeded = functional.scaled_dot_product_attention(asked, answered, told, attn_mask=present, dropout_p=dropped)
        heeded = self.gather(heeded.transpose(1, 2).reshape(windows, pieces, WIDTH))
        states = self.after_attention(states + functional.dropout(heeded, DROPPED, self.training))
        wide = self.widen(states)
        made = self.narrow(wide * torch.sigmoid(STEEPNESS * wide))
        return self.after_all(states + functional.dropout(made, DROPPED, self.training))


@dataclass(frozen=True)
class Read:
    """Passages as vectors of their wholes and of their tokens; which tokens there are, and what they weigh."""

    whole: Tensor
    tokens: Tensor
    within: Tensor
    weights: Tensor

    def grouped(self, begin: int, sizes: Sequence[int]) -> Read:
        """Return the passages from `begin` on as groups of such sizes, the first passage standing in for none."""
        places = np.zeros((len(sizes), max(sizes)), np.int64)
        for group, size in enumerate(sizes):
            places[group, :size] = np.arange(begin, begin + size)
            begin += size
        at = torch.tensor(places, device=self.whole.device)
        return Read(self.whole[at], self.tokens[at], self.within[at], self.weights[at])


class Network(nn.Module):
    """The same as `ContextualEncoder`, for fitting; `vocabulary` pieces, `layers` layers."""

    def __init__(self, vocabulary: int, layers: int) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(vocabulary, WIDTH), nn.Embedding(WINDOW, WIDTH)
        self.begun = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.compare, self.weigh = nn.Linear(WIDTH, COMPARED, bias=False), nn.Linear(WIDTH, 1)
        nn.init.orthogonal_(self.compare.weight)
        nn.init.zeros_(self.weigh.weight)
        nn.init.zeros_(self.weigh.bias)

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
        numbers, present = padded([[*row, END] for row in rows], self.words.weight.device)
        states = self.words(numbers) + self.places.weight[: numbers.shape[1]]
        states = functional.dropout(self.begun(states), DROPPED, self.training)
        for layer in self.layers:
            states = layer(states, present[:, None, None, :])
        row, start, length = torch.tensor(held, device=states.device).T
        steps = torch.arange(int(length.max()), device=states.device)
        within = steps < length[:, None]
        at = (start[:, None] + steps).clamp(max=states.shape[1] - 1)
        return self._passages(states[row[:, None], at].float(), within)

    def _passages(self, states: Tensor, within: Tensor) -> Read:
        whole = functional.normalize((states * within[..., None]).sum(1) / within.sum(1, keepdim=True), dim=1)
        weights = torch.sigmoid(self.weigh(states))[..., 0] * within
        return Read(whole, functional.normalize(self.compare(states), dim=2), within, weights)


def padded(rows: Sequence[Sequence[int]], device: torch.device) -> tuple[Tensor, Tensor]:
    """Return rows of numbers brought to one length, and where numbers are."""
    lengths = np.array([len(row) for row in rows])
    present = np.arange(lengths.max()) < lengths[:, None]
    numbers = np.full(present.shape, PAD, np.int64)
    numbers[present] = np.concatenate(rows)
    return torch.tensor(numbers, device=device), torch.tensor(present, device=device)


def closeness(first: Read, second: Read) -> Tensor:
    """Return what `readouts.collation.closeness` returns, of groups, shape ``(groups, first, second)``."""
    alike = torch.einsum("gald,gbmd->gablm", first.tokens, second.tokens)
    in_second = alike.masked_fill(~second.within[:, None, :, None, :], -1).amax(4)
    in_first = alike.masked_fill(~first.within[:, :, None, :, None], -1).amax(3)
    found = (in_second * first.weights[:, :, None]).sum(3) / first.weights.sum(2).clamp(min=1e-3)[:, :, None]
    found = found + (in_first * second.weights[:, None]).sum(3) / second.weights.sum(2).clamp(min=1e-3)[:, None]
    whole = torch.einsum("gad,gbd->gab", first.whole, second.whole)
    return WHOLE * whole + TOKENS * found / 2 + NEITHER


def part_of(example: Example, random: np.random.Generator) -> Example:
    """Return at most `SENTENCES` passages in a row of each account."""
    begins = [int(random.integers(0, max(size - SENTENCES, 0) + 1)) for size in example.labels.shape]
    one, other = (slice(begin, begin + SENTENCES) for begin in begins)
    return Example(example.first[one], example.second[other], example.labels[one, other])


def fit(network: Network, examples: Sequence[Example], translations: Sequence[tuple[Passage, Passage]]) -> None:
    """Fit the network in place."""
    torch.manual_seed(0)
    random = np.random.default_rng(0)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network.to(device).train()
    new = [*network.compare.parameters(), *network.weigh.parameters()]
    known = {id(parameter) for parameter in new}
    old = [parameter for parameter in network.parameters() if id(parameter) not in known]
    groups = [{"params": old, "lr": RATE}, {"params": new, "lr": NEW_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
    steps = ROUNDS * -(-len(examples) // PAIRS_AT_ONCE)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min((at + 1) / (WARM * steps), (steps - at) / (steps * (1 - WARM)))
    )
    for number in range(ROUNDS):
        order, total = random.permutation(len(examples)), 0.0
        for at in range(0, len(order), PAIRS_AT_ONCE):
            chosen = [part_of(examples[place], random) for place in order[at : at + PAIRS_AT_ONCE]]
            some = random.choice(len(translations), TRANSLATIONS_AT_ONCE, replace=False)
            with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
                loss = loss_of(network, chosen, [translations[place] for place in some])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"round {number}: {total / -(-len(order) // PAIRS_AT_ONCE):.3f}")
    network.cpu().eval()


def loss_of(network: Network, examples: Sequence[Example], translations: Sequence[tuple[Passage, Passage]]) -> Tensor:
    """Return how far closeness is from the links of a few pairs of accounts, and from a few translations."""
    accounts = [*(example.first for example in examples), *(example.second for example in examples)]
    sizes = [len(account) for account in accounts]
    count = len(examples)
    read = network.read([*accounts, *([passage] for one in zip(*translations, strict=True) for passage in one)])
    begins = 0, sum(sizes[:count]), sum(sizes)
    odds = closeness(read.grouped(0, sizes[:count]), read.grouped(begins[1], sizes[count:]))
    labels = np.full(odds.shape, -1)
    for at, example in enumerate(examples):
        labels[at, : len(example.first), : len(example.second)] = example.labels
    known = torch.tensor(labels, device=odds.device)
    links = max(int((known == 1).sum()), 1)
    wrong = functional.binary_cross_entropy_with_logits(odds, (known == 1).float(), reduction="none")
    number = len(translations)
    one, other = (read.grouped(begins[2] + shift, [number]) for shift in (0, number))
    meant = against_rivals(closeness(one, other), torch.eye(number, dtype=torch.int, device=odds.device)[None])
    loss = wrong[known >= 0].sum() / links + RIVALS * against_rivals(odds, known) / links
    return loss + TRANSLATED * meant / number
