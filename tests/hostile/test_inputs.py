"""No hostile file hangs or breaks the reader, writes anywhere, or asks anybody; each gets a clear answer."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from readouts.ingest import Source, Unread, find_damage, mark_residue, read_documents
from readouts.model import Document
from tests.hostile.inputs import KINDS_OF_INPUT, Input

# A file read in a process of its own is given up after ten seconds; here several are read at once.
LONGEST = 30
AT_ONCE = 4
LEAST_INPUTS = 390
# Of a file of many texts so many are read on.
MARKED = 50


@pytest.mark.parametrize(("make", "least"), KINDS_OF_INPUT.items(), ids=[make.__name__ for make in KINDS_OF_INPUT])
def test_every_input_gets_an_answer(make: Callable[[], Iterator[Input]], least: int, tmp_path: Path) -> None:
    with socket.socket() as server, ThreadPoolExecutor(AT_ONCE) as pool:
        watched = _watch(server)
        assert len(list(pool.map(lambda made: _read(tmp_path, *made), make()))) >= least
        assert list(tmp_path.iterdir()) == [], "something was written"
        assert not Path("/tmp/escaped").exists()
        assert not watched or not _was_reached(server), "a file's address was asked"


def test_there_are_many_inputs() -> None:
    assert sum(KINDS_OF_INPUT.values()) >= LEAST_INPUTS


def _read(folder: Path, name: str, body: bytes) -> None:
    path = folder / name
    path.write_bytes(body)
    begun = time.monotonic()
    for number, found in enumerate(read_documents(Source(str(path)))):
        _check(name, found, marked=number < MARKED)
    assert time.monotonic() - begun < LONGEST, name
    path.unlink()


def _check(name: str, found: Document | Unread, *, marked: bool) -> None:
    if isinstance(found, Unread):
        assert found.message, name
        return
    for part in (*found.residue, *found.headings, *found.places):
        assert part.span.end <= len(found.text), name
    if marked and len(found.text) < 100_000:
        residue, headings = mark_residue(found.text, found.language, found.residue, found.headings)
        assert all(mark.span.of(found.text) for mark in (*residue, *headings)), name
        for problem in find_damage(found.text, "en"):
            assert all(span.of(found.text) for span in problem.spans), name


def _watch(server: socket.socket) -> bool:
    """Listen where the files' addresses lead, where this machine lets a test do so."""
    try:
        server.bind(("127.0.0.1", 9))
    except OSError:
        return False
    server.listen()
    server.setblocking(False)
    return True


def _was_reached(server: socket.socket) -> bool:
    try:
        server.accept()[0].close()
    except BlockingIOError:
        return False
    return True
