"""A teacher: it reads both sentences at once, and judges pairs of real accounts that nobody has linked.

A cross-encoder (Nogueira and Cho 2019) of all twelve layers, fitted on invented pairs. It is too slow to ship (ten
seconds for two accounts of 60 sentences); from its judgements the shipped network learns (Hinton et al. 2015).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from readouts.text.contextual import BEGIN, END, LONGEST
from training.contextual_fit import begin, optimizer_of, step
from training.contextual_network import WIDTH, Encoder, Example, Passage

# Not searched for: rounds, cells learned from and judged at once, rates, and how many cells without a link beside one
# with it.
ROUNDS, AT_ONCE, JUDGED_AT_ONCE, RATE, NEW_RATE, OTHERS = 3, 192, 1024, 1.5e-4, 1.5e-3, 12
FEWEST = 20
# Batches of cells of much the same length are made from so many batches at a time.
SORTED = 30
Cell = tuple[Passage, Passage]


class Teacher(nn.Module):
    """Says of two sentences how likely they make one point."""

    def __init__(self, vocabulary: int, layers: int) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary, layers, 2 * LONGEST + 3)
        self.judge = nn.Linear(2 * WIDTH, 1)
        nn.init.normal_(self.judge.weight, std=0.02)
        nn.init.zeros_(self.judge.bias)

    def forward(self, cells: Sequence[Cell]) -> Tensor:
        """Return the log-odds of each cell."""
        rows = [[BEGIN, *one, END, *other, END] for one, other in cells]
        states = self.encoder(rows)
        lengths = torch.tensor([len(row) for row in rows], device=states.device)
        present = torch.arange(states.shape[1], device=states.device) < lengths[:, None]
        mean = (states * present[..., None]).sum(1) / lengths[:, None]
        return self.judge(torch.cat([states[:, 0], mean], 1))[:, 0]


def teach(teacher: Teacher, examples: Sequence[Example]) -> None:
    """Fit the teacher in place, on a graphics card where there is one."""
    random = begin(teacher)
    steps = ROUNDS * -(-len(list(cells_of(examples, random))) // AT_ONCE)
    optimizer, schedule = optimizer_of(teacher, teacher.encoder, RATE, NEW_RATE, steps)
    for number in range(ROUNDS):
        cells, total = list(cells_of(examples, random)), 0.0
        for chosen in batches([cell for cell, _ in cells], random):
            turned = [cells[at][0][::-1] if random.random() < 0.5 else cells[at][0] for at in chosen]
            odds = teacher(turned)
            linked = torch.tensor([float(cells[at][1]) for at in chosen], device=odds.device)
            loss = functional.binary_cross_entropy_with_logits(odds, linked)
            step(teacher, loss, optimizer, schedule)
            total += loss.item() * len(chosen)
        print(f"teacher, round {number}: {total / len(cells):.4f}", flush=True)
    teacher.eval()


def cells_of(examples: Iterable[Example], random: np.random.Generator) -> Iterator[tuple[Cell, bool]]:
    """Yield all links of the examples, and beside them some cells without a link."""
    for example in examples:
        links, others = np.argwhere(example.labels == 1), np.argwhere(example.labels == 0)
        most = max(FEWEST, OTHERS * max(len(links), 2))
        others = others[random.permutation(len(others))[:most]]
        for found, linked in ((links, True), (others, False)):
            yield from (((example.first[i], example.second[j]), linked) for i, j in found)


def batches(cells: Sequence[Cell], random: np.random.Generator) -> Iterator[list[int]]:
    """Yield the places of all cells in batches of much the same length, in any order."""
    order, made = random.permutation(len(cells)).tolist(), []
    for at in range(0, len(order), AT_ONCE * SORTED):
        near = sorted(order[at : at + AT_ONCE * SORTED], key=lambda place: sum(map(len, cells[place])))
        made += [near[begin : begin + AT_ONCE] for begin in range(0, len(near), AT_ONCE)]
    yield from (made[place] for place in random.permutation(len(made)))


@torch.no_grad()
def judged(teacher: Teacher, first: Sequence[Passage], second: Sequence[Passage]) -> Example:
    """Return two accounts with how likely the teacher finds each pair of their passages."""
    cells = [(one, other) for one in first for other in second]
    parts = [teacher(cells[at : at + JUDGED_AT_ONCE]) for at in range(0, len(cells), JUDGED_AT_ONCE)]
    likely = torch.sigmoid(torch.cat(parts)).cpu().numpy()
    return Example(first, second, np.asarray(likely, np.float32).reshape(len(first), len(second)))
