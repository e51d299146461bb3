"""The desk and the processes it can end."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from readouts.web.desk import Desk, TooBusy
from readouts.web.jobs import State
from readouts.web.settings import Settings
from tests.web.odd_tasks import Crash, Echo, Fill, Hang, Refuse, Stop


@contextmanager
def desk(**settings: object) -> Iterator[Desk]:
    given = Desk(Settings("unused.db", **settings), warm=False)  # type: ignore[arg-type]
    yield given
    given.close()


@pytest.fixture(scope="module")
def quick() -> Iterator[Desk]:
    with desk(time_limit=2.0, waiting=3) as given:
        # The first task waits for the process to start.
        given.submit(Echo("ready")).finished.wait(60)
        yield given


def test_a_task_is_done_and_tells_how_far_it_is(quick: Desk) -> None:
    job = quick.submit(Echo("words"))
    assert job.finished.wait(20)
    assert (job.state, job.outcome, job.step.words) == (State.DONE, "words", "Echoing")
    assert quick.job(job.name) is job


def test_a_refusal_says_why(quick: Desk) -> None:
    job = quick.submit(Refuse())
    assert job.finished.wait(20)
    assert (job.state, job.message) == (State.REFUSED, "This is not done.")


def test_a_fault_of_ours_is_told_apart_and_does_not_end_the_process(quick: Desk) -> None:
    job = quick.submit(Crash())
    assert job.finished.wait(20)
    assert job.state is State.FAILED
    assert "secret" not in job.message


def test_a_hung_task_is_ended_and_the_next_one_done(quick: Desk) -> None:
    began = time.monotonic()
    hung, after = quick.submit(Hang()), quick.submit(Echo("after"))
    assert hung.finished.wait(20)
    assert time.monotonic() - began < 10
    assert (hung.state, hung.late) == (State.FAILED, True)
    assert "took longer than 2 seconds" in hung.message
    # A new process has to start, and may take more than the limit to do so on a busy machine.
    assert after.finished.wait(60)


def test_a_process_that_dies_is_replaced(quick: Desk) -> None:
    for _ in range(2):
        job = quick.submit(Stop())
        assert job.finished.wait(60)
        assert job.state is State.FAILED


def test_more_than_may_wait_is_refused() -> None:
    with desk(time_limit=3.0, waiting=2) as given:
        jobs = [given.submit(Hang())]
        while jobs[0].state is State.WAITING:
            time.sleep(0.01)
        jobs += [given.submit(Hang()) for _ in range(2)]
        with pytest.raises(TooBusy):
            given.submit(Echo("one too many"))


def test_only_the_last_jobs_are_kept() -> None:
    with desk(kept=1, waiting=1, time_limit=20.0) as given:
        first = given.submit(Echo("0"))
        first.finished.wait(60)
        for number in range(1, 6):
            given.submit(Echo(str(number))).finished.wait(60)
        assert given.job(first.name) is None


def test_no_task_takes_the_whole_memory() -> None:
    with desk(time_limit=60.0) as given:
        job = given.submit(Fill())
        assert job.finished.wait(90)
        assert job.state is State.FAILED


def test_names_cannot_be_guessed(quick: Desk) -> None:
    names = {quick.submit(Echo("x")).name for _ in range(2)}
    assert len(names) == 2
    assert all(len(name) >= 16 for name in names)
    assert quick.job("nothing") is None
