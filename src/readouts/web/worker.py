"""The process that analyses: it answers one task after the other and may be ended at any moment."""

from __future__ import annotations

import sys
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection

from readouts.errors import ReadoutsError
from readouts.web.tasks import Outcome, Task
from readouts.workflows import load_tools

# A process of its own may not take the whole machine: its models need under 1 GB.
_MEMORY = 6 * 2**30


@dataclass(frozen=True, slots=True)
class Step:
    """What is being done now, `done` steps of `steps` lie behind."""

    words: str
    done: int
    steps: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A finished task: its outcome, or why there is none.

    `ours` when the fault is the program's, `late` when the time for it ran out.
    """

    outcome: Outcome = None
    refusal: str | None = None
    ours: bool = False
    late: bool = False


def work(pipe: Connection, actors_file: str | None, text_limit: int) -> None:
    """Say that the process is ready, then answer the tasks that come through `pipe` until it closes."""
    _limit_memory()
    load_tools(actors_file)
    pipe.send(Step("Ready", 0, 1))
    while True:
        try:
            task: Task = pipe.recv()
        except (EOFError, OSError):
            return
        pipe.send(_answer(pipe, task, actors_file, text_limit))


def _answer(pipe: Connection, task: Task, actors_file: str | None, text_limit: int) -> Answer:
    try:
        tools = load_tools(actors_file)
        return Answer(task.run(tools, text_limit, lambda words, done, steps: pipe.send(Step(words, done, steps))))
    except ReadoutsError as error:
        return Answer(refusal=str(error))
    except MemoryError:
        return Answer(
            refusal="This needs more memory than one analysis may have. Hand over less at once.",
            ours=True,
        )
    except Exception:
        # Whatever a text does to a stage must not end the server; the trace is for whoever runs it.
        traceback.print_exc(file=sys.stderr)
        return Answer(refusal="The analysis failed; the terminal of the server says where.", ours=True)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit.
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or hard > _MEMORY:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, hard))
