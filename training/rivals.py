"""The loss by which accounts are learned from: links against what they might be taken for."""

from __future__ import annotations

import torch
from torch import Tensor


def against_rivals(odds: Tensor, labels: Tensor) -> Tensor:
    """Return the loss of all links: how much likelier their rivals are. What may be linked is no rival."""
    linked, rivals = labels == 1, odds.masked_fill(labels != 0, -1e4)
    by_side = (torch.logaddexp(odds, torch.logsumexp(rivals, side, keepdim=True)) - odds for side in (-2, -1))
    return sum((loss[linked].sum() for loss in by_side), odds.new_zeros(()))
