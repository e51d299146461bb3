"""An adding process killed at random moments: nothing lost, nothing twice, the file sound, and no process left behind.

``READOUTS_KILLS=50`` kills at fifty moments instead of a few.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from multiprocessing import Process, get_context
from pathlib import Path
from typing import Any

import psycopg
import pytest

from readouts.collection import (
    Filter,
    count_entries,
    list_contacts,
    list_entries,
    open_collection,
    search,
    stale_documents,
)
from readouts.model import Document, Received
from readouts.workflows import batch, keep
from readouts.workflows.keep import add
from readouts.workflows.register import up_to_date
from tests.collection.test_store import sound
from tests.collection.world import ESTMARK, MARKS, analysed, document

KILLS = int(os.environ.get("READOUTS_KILLS", "4"))
DAYS = 30


def releases() -> Iterator[Document]:
    """Two accounts a call, and every tenth release revised."""
    for n in range(DAYS):
        day = f"2031-{n // 28 + 1:02}-{n % 28 + 1:02}"
        told = f"call {day} Ilsa Varo/NVA Joren Lind/EST."
        url = f"https://norvia.example/{n}"
        yield document(f"n{n}", f"{told} They spoke of ferries.", published=day, url=url)
        yield document(f"e{n}", f"{told} Estmark spoke of the strait.", ESTMARK, published=day)
        if n % 10 == 0:
            yield document(f"n{n}", f"{told} They spoke of ferries and of fish.", published=day, url=url)


def add_everything(location: str) -> None:
    with open_collection(location, create=True) as opened:
        list(add(opened, map(Received, releases())))
        analysed(opened, missing_only=True)
        up_to_date(opened)


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many transactions, so that there are many moments between and within them."""
    monkeypatch.setattr(keep, "_TAKEN_AT_ONCE", 8)
    monkeypatch.setattr(keep, "_KEPT_AT_ONCE", 8)


def started(location: str) -> Process:
    process = get_context("fork").Process(target=add_everything, args=(location,))
    process.start()
    return process


def emptied(location: str, round_: int) -> str:
    if "://" not in location:
        return str(Path(location).with_name(f"{round_}.db"))
    with psycopg.connect(location, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return location


@pytest.mark.usefixtures("small_steps")
def test_killed_at_random_moments_and_gone_on_with(location: str) -> None:
    begun = time.monotonic()
    whole = started(location)
    whole.join()
    assert whole.exitcode == 0
    lasts = time.monotonic() - begun
    moments = random.Random(7)
    unfinished = 0
    for round_ in range(KILLS if "://" not in location else max(2, KILLS // 3)):
        here = emptied(location, round_)
        adding = started(here)
        time.sleep(lasts * moments.random())
        assert adding.pid is not None
        os.kill(adding.pid, signal.SIGKILL)
        adding.join()
        unfinished += adding.exitcode == -signal.SIGKILL
        add_everything(here)
        assert_whole(here)
    assert unfinished > 0


def assert_whole(location: str) -> None:
    with open_collection(location) as opened:
        every = list_entries(opened, Filter(versions=True), slice(0, None))
        names = [entry.name for entry in every]
        assert len(names) == len(set(names)) == 2 * DAYS + DAYS // 10
        assert count_entries(opened) == search(opened, "call").total == 2 * DAYS
        assert search(opened, "fish").total == DAYS // 10
        assert stale_documents(opened, MARKS) == []
        assert [len(contact.accounts) for contact in list_contacts(opened)] == [2] * DAYS
    if "://" not in location:
        assert sound(Path(location))


def _sleep(*_: object) -> None:
    time.sleep(60)


def _spread_sleepers() -> None:
    list(batch.analyse_all((document(str(n), "One.") for n in range(50)), None, batch.Depth.RESIDUE))


def test_helpers_end_with_a_killed_process(monkeypatch: pytest.MonkeyPatch) -> None:
    if not Path("/proc/self/task").exists():
        pytest.skip("needs /proc to see the processes")
    monkeypatch.setattr(batch, "attempt", _sleep)
    monkeypatch.setattr(batch, "_cores", lambda: 2)
    spreading = get_context("fork").Process(target=_spread_sleepers)
    spreading.start()
    assert spreading.pid is not None
    helpers = _wait_for(lambda: found if len(found := children(spreading.pid)) == 2 else None)
    assert helpers
    os.kill(spreading.pid, signal.SIGKILL)
    spreading.join()
    assert _wait_for(lambda: not any(alive(helper) for helper in helpers))


def _wait_for(condition: Callable[[], Any]) -> Any:
    until = time.monotonic() + 8
    while time.monotonic() < until:
        if found := condition():
            return found
        time.sleep(0.05)
    return None


def children(pid: int | None) -> list[int]:
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
