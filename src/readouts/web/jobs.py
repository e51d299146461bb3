"""One analysis from the moment it is asked for: where it stands, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from secrets import token_urlsafe
from threading import Event

from readouts.web.tasks import Outcome, Task
from readouts.web.worker import Answer, Step


class State(StrEnum):
    """Where a job stands."""

    WAITING = "waiting"
    WORKING = "working"
    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


_WAITING = Step("Waiting for its turn", 0, 1)


@dataclass(slots=True, eq=False)
class Job:
    """A task under way; only the desk changes it. Its name cannot be guessed."""

    task: Task
    name: str = field(default_factory=lambda: token_urlsafe(12))
    state: State = State.WAITING
    step: Step = _WAITING
    outcome: Outcome = None
    message: str = ""
    late: bool = False
    finished: Event = field(default_factory=Event)

    @property
    def title(self) -> str:
        """Say in a few words what the job is."""
        return self.task.title

    def begin(self) -> None:
        """Mark the job as under way."""
        self.state = State.WORKING

    def end(self, answer: Answer) -> None:
        """Keep what came of the job and wake whoever waits for it."""
        self.outcome, self.message = answer.outcome, answer.refusal or ""
        self.late = answer.late
        self.state = State.DONE if answer.refusal is None else State.FAILED if answer.ours else State.REFUSED
        self.finished.set()
