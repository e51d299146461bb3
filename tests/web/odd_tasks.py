"""Tasks that go wrong in every way a task can; they travel to the process as the real ones do."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from typing import Any

from readouts.errors import WrongCall


@dataclass(frozen=True)
class Echo:
    words: str
    title = "Echo"

    def run(self, tools: Any, limit: int, tell: Any) -> str:
        tell("Echoing", 0, 1)
        return self.words


@dataclass(frozen=True)
class Refuse:
    title = "Refuse"

    def run(self, tools: Any, limit: int, tell: Any) -> None:
        raise WrongCall("This is not done.")


@dataclass(frozen=True)
class Crash:
    title = "Crash"

    def run(self, tools: Any, limit: int, tell: Any) -> None:
        raise RuntimeError("secret")


@dataclass(frozen=True)
class Hang:
    title = "Hang"

    def run(self, tools: Any, limit: int, tell: Any) -> None:
        while True:
            time.sleep(0.05)


@dataclass(frozen=True)
class Stop:
    title = "Stop"

    def run(self, tools: Any, limit: int, tell: Any) -> None:
        os._exit(1)


@dataclass(frozen=True)
class Fill:
    title = "Fill"

    def run(self, tools: Any, limit: int, tell: Any) -> None:
        held = bytearray(20 * 2**30)
        held[-1] = 1
