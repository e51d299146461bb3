"""How the transformer that reads tokens is fitted: courses of rounds over pairs of accounts."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from training.contextual_network import Example, Network, Translation, loss_of

DECAY, WARM = 0.01, 0.1
# Of longer accounts so many sentences in a row are learned from at a time.
SENTENCES = 40


@dataclass(frozen=True)
class Course:
    """How often and how fast is learned, and how much at once.

    `rounds` over the pairs, `pairs` of them at a time, with them so many of those `beside` and so many `translations`;
    the rates of what was and of what was not learned before.
    """

    rounds: int
    pairs: int
    beside: int
    translations: int
    rate: float
    new_rate: float


# Not searched for. First on invented pairs, beside them pairs a teacher has judged; then on real pairs linked by hand,
# beside them invented ones.
LEARN = Course(9, 16, 8, 64, 1.5e-4, 1.5e-3)
TUNE = Course(2, 4, 4, 0, 6e-5, 3e-4)


def fit(
    network: Network,
    course: Course,
    examples: Sequence[Example],
    beside: Sequence[Example],
    translations: Sequence[Translation] = (),
) -> None:
    """Fit the network in place, on a graphics card where there is one."""
    random = begin(network)
    steps = course.rounds * -(-len(examples) // course.pairs)
    optimizer, schedule = optimizer_of(network, network.encoder, course.rate, course.new_rate, steps)
    for number in range(course.rounds):
        order, total = random.permutation(len(examples)), 0.0
        for at in range(0, len(order), course.pairs):
            others = random.choice(len(beside), course.beside, replace=False) if beside else ()
            chosen = [examples[i] for i in order[at : at + course.pairs]] + [beside[i] for i in others]
            some = random.choice(len(translations), course.translations, replace=False) if translations else ()
            loss = loss_of(network, [part_of(one, random) for one in chosen], [translations[i] for i in some])
            step(network, loss, optimizer, schedule)
            total += loss.item()
        print(f"round {number}: {total / -(-len(order) // course.pairs):.3f}", flush=True)
    network.cpu().eval()


def begin(network: nn.Module) -> np.random.Generator:
    """Make a network ready to learn, on a graphics card where there is one; return what chance is drawn from."""
    torch.manual_seed(0)
    network.to("cuda" if torch.cuda.is_available() else "cpu").train()
    return np.random.default_rng(0)


def optimizer_of(
    network: nn.Module, known: nn.Module, rate: float, new_rate: float, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """Return an optimizer and its schedule; what is not of the `known` part is new."""
    old = {id(parameter) for parameter in known.parameters()}
    groups = [
        {"params": [p for p in network.parameters() if id(p) in old], "lr": rate},
        {"params": [p for p in network.parameters() if id(p) not in old], "lr": new_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min((at + 1) / (WARM * steps), (steps - at) / (steps * (1 - WARM)))
    )
    return optimizer, schedule


def step(
    network: nn.Module,
    loss: torch.Tensor,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
) -> None:
    """Go one step downwards."""
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    schedule.step()


def part_of(example: Example, random: np.random.Generator) -> Example:
    """Return at most `SENTENCES` passages in a row of each account."""
    begins = [int(random.integers(0, max(size - SENTENCES, 0) + 1)) for size in example.labels.shape]
    one, other = (slice(begin, begin + SENTENCES) for begin in begins)
    return Example(example.first[one], example.second[other], example.labels[one, other])


def tuned(network: Network, linked: Sequence[Example], invented: Sequence[Example]) -> Network:
    """Return the network fitted to real pairs linked by hand, half of the way."""
    made = deepcopy(network)
    fit(made, TUNE, linked, invented)
    return halfway(network, made)


def halfway(first: Network, second: Network) -> Network:
    """Return the mean of two networks that began as one: as good as the better of them (Wortsman et al. 2022)."""
    made, others = deepcopy(first), second.state_dict()
    made.load_state_dict({name: torch.lerp(value, others[name], 0.5) for name, value in first.state_dict().items()})
    return made
