"""The desk that takes in analyses and has them done by processes it can end."""

from __future__ import annotations

import multiprocessing
import time
from collections import OrderedDict
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import Empty, Full, Queue
from threading import Lock, Thread

from readouts.errors import ReadoutsError
from readouts.web.jobs import Job
from readouts.web.settings import Settings
from readouts.web.tasks import Task, Warm
from readouts.web.worker import Answer, Step, work

# Loading the program and its models from a slow disk may take longer than an analysis.
_STARTING = 60.0
_WARMING = 120.0
_SPAWN = multiprocessing.get_context("spawn")


class TooBusy(ReadoutsError):
    """As many analyses wait as may."""


class Desk:
    """Takes in tasks, at most so many at a time, and keeps the last finished jobs at hand.

    With `warm` the processes load the language models before the first task comes.
    """

    def __init__(self, settings: Settings, *, warm: bool = True) -> None:
        self._settings = settings
        self._warm = warm
        self._queue: Queue[Job | None] = Queue(settings.waiting)
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()
        self._workers = [_Worker(settings) for _ in range(settings.workers)]
        self._clerks = [Thread(target=self._attend, args=(worker,), daemon=True) for worker in self._workers]
        for clerk in self._clerks:
            clerk.start()

    def submit(self, task: Task) -> Job:
        """Take a task in; raise TooBusy when as many wait as may."""
        job = Job(task)
        try:
            self._queue.put_nowait(job)
        except Full:
            raise TooBusy("Too many analyses are waiting. Try again in a minute.") from None
        with self._lock:
            self._jobs[job.name] = job
            while len(self._jobs) > self._settings.kept + self._settings.waiting + self._settings.workers:
                self._jobs.popitem(last=False)
        return job

    def job(self, name: str) -> Job | None:
        """Return a job by its name, None when there is none or it is no longer kept."""
        with self._lock:
            return self._jobs.get(name)

    def latest(self, count: int) -> list[Job]:
        """Return the jobs taken in last, the newest first."""
        with self._lock:
            return list(reversed(self._jobs.values()))[:count]

    def close(self) -> None:
        """End the processes; what waits is not done."""
        with suppress(Empty):
            while True:
                self._queue.get_nowait()
        for _ in self._clerks:
            self._queue.put(None)
        for worker in self._workers:
            worker.kill()
        for clerk in self._clerks:
            clerk.join(timeout=5)

    def _attend(self, worker: _Worker) -> None:
        """Hand tasks to one process, a new one whenever the last was ended."""
        if self._warm:
            worker.ask(Job(Warm()), _WARMING)
        while (job := self._queue.get()) is not None:
            job.begin()
            job.end(worker.ask(job, self._settings.time_limit))
        worker.end()


class _Worker:
    """A process that analyses, started when it is needed."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._closed = False

    def ask(self, job: Job, limit: float) -> Answer:
        """Return what the process answers; it is ended when it takes longer than `limit` seconds."""
        try:
            pipe = self._started()
            # Only now: what a process needs to start is not the task's.
            deadline = time.monotonic() + limit
            pipe.send(job.task)
            while pipe.poll(max(0.0, deadline - time.monotonic())):
                told = pipe.recv()
                if isinstance(told, Answer):
                    return told
                if isinstance(told, Step):
                    job.step = told
        except (EOFError, OSError):
            self.end()
            return Answer(refusal="The analysis ended before it was done; the text may be too large for it.", ours=True)
        self.end()
        return Answer(
            refusal=f"The analysis took longer than {limit:g} seconds and was stopped. Hand over less at once.",
            ours=True,
            late=True,
        )

    def kill(self) -> None:
        """End the process from another thread, for good; the one that waits for its answer sees that it is gone."""
        self._closed = True
        if (process := self._process) is not None:
            process.kill()

    def end(self) -> None:
        """End the process and let go of it."""
        if self._process is not None and self._pipe is not None:
            self._pipe.close()
            self._process.kill()
            self._process.join()
        self._process = self._pipe = None

    def _started(self) -> Connection:
        if self._pipe is None or self._process is None or not self._process.is_alive():
            self.end()
            self._pipe, theirs = _SPAWN.Pipe()
            arguments = (theirs, self._settings.actors_file, self._settings.text_limit)
            process = _SPAWN.Process(target=work, args=arguments, daemon=True)
            process.start()
            self._process = process
            theirs.close()
            if self._closed:
                process.kill()
            if not self._pipe.poll(_STARTING):
                raise EOFError
            self._pipe.recv()
        return self._pipe
