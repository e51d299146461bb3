"""Many documents: one after the other, or spread over the machine's cores when there are enough of them."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from enum import IntEnum
from itertools import chain, islice
from multiprocessing import parent_process
from threading import Thread

from readouts.errors import ReadoutsError
from readouts.ingest import Unread
from readouts.model import Analysis, Document
from readouts.workflows.study import Study
from readouts.workflows.tools import Tools, load_tools

# Below this many documents another process costs more (loading its models) than it saves.
_WORTH_SPREADING = 40
_WAITING_PER_CORE = 8


class Depth(IntEnum):
    """How far to go: each stage needs the ones before it."""

    RESIDUE = 0
    MENTIONS = 1
    STATEMENTS = 2
    CONTACTS = 3
    EVERYTHING = 4


def analyse(document: Document, tools: Tools, depth: Depth) -> Analysis:
    """Return what is found in one document, as far as `depth`."""
    return Study(document, tools).analysis(
        mentions=depth >= Depth.MENTIONS,
        statements=depth in (Depth.STATEMENTS, Depth.EVERYTHING),
        contacts=depth in (Depth.CONTACTS, Depth.EVERYTHING),
    )


def attempt(document: Document, tools: Tools, depth: Depth) -> Analysis | Unread:
    """Return what is found in one document; where a fault of ours ends it, say so, that the others go on."""
    try:
        return analyse(document, tools, depth)
    except ReadoutsError:
        raise
    except Exception as error:
        fault = f"{type(error).__name__}: {error}"
        return Unread(document.id, f"{document.id} could not be analysed, by a fault of this program ({fault}).")


def analyse_all(
    documents: Iterable[Document | Unread], actors_file: str | None, depth: Depth, acts_file: str | None = None
) -> Iterator[Analysis | Unread]:
    """Yield each document's findings in the order given, from every core when there are many."""
    tools = load_tools(actors_file, acts_file)
    waiting = iter(documents)
    first = list(islice(waiting, _WORTH_SPREADING))
    everything = chain(first, waiting)
    if len(first) < _WORTH_SPREADING or _cores() == 1:
        for item in everything:
            yield item if isinstance(item, Unread) else attempt(item, tools, depth)
        return
    yield from _spread(everything, (actors_file, acts_file), depth)


def _spread(
    documents: Iterable[Document | Unread], tables: tuple[str | None, str | None], depth: Depth
) -> Iterator[Analysis | Unread]:
    """Keep every core busy while only a few documents a core are held in memory."""
    pool = ProcessPoolExecutor(_cores(), initializer=_begin_worker)
    try:
        pending: deque[Future[Analysis | Unread] | Unread] = deque()
        for item in documents:
            if isinstance(item, Unread):
                pending.append(item)
            else:
                pending.append(pool.submit(_analyse_here, item, tables, depth))
            if len(pending) >= _cores() * _WAITING_PER_CORE:
                yield _done(pending.popleft())
        while pending:
            yield _done(pending.popleft())
    finally:
        # Who stops waits only for the documents being read, not for those handed out.
        pool.shutdown(cancel_futures=True)


def _begin_worker() -> None:
    """Leave interrupts to the process that asked, and end with it: one that is killed cannot say goodbye."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    if asking := parent_process():
        asking.join()
        os._exit(1)


def _done(item: Future[Analysis | Unread] | Unread) -> Analysis | Unread:
    return item if isinstance(item, Unread) else item.result()


def _analyse_here(document: Document, tables: tuple[str | None, str | None], depth: Depth) -> Analysis | Unread:
    return attempt(document, load_tools(*tables), depth)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
