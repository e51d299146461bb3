"""Files in formats that could do harm are read in a process of their own, with little time, memory and output.

The process has no network, writes no file, starts no program, and is ended when it oversteps. What it finds comes
back as lines of JSON; nothing it sends is run.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Timer
from typing import IO

from readouts.errors import UnreadableInput
from readouts.ingest.content import Content
from readouts.ingest.formats import Format
from readouts.ingest.wire import understood

_REMEDY = "Save its text as .txt, which is read at any length."


@dataclass(frozen=True, slots=True)
class Limits:
    """What one text may cost: seconds until it is there, bytes of memory, bytes of output."""

    seconds: float = 10
    memory: int = 1_000_000_000
    output: int = 50_000_000


def read_in_cell(
    file: IO[bytes], format_: Format, name: str, limits: Limits = Limits()
) -> Iterator[Content | UnreadableInput]:
    """Yield what a process of its own reads in `file`, a real file, from its beginning.

    Raises UnreadableInput, naming `name`, when the process oversteps its limits or breaks down.
    """
    os.lseek(file.fileno(), 0, os.SEEK_SET)
    process = subprocess.Popen(
        [sys.executable, "-B", "-P", "-X", "utf8", "-m", "readouts.ingest.inside", format_, str(limits.memory)],
        stdin=file,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={key: os.environ[key] for key in ("PATH", "PYTHONPATH", "VIRTUAL_ENV") if key in os.environ},
        start_new_session=True,
    )
    try:
        yield from _received(process, name, limits)
    finally:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


def _received(process: subprocess.Popen[bytes], name: str, limits: Limits) -> Iterator[Content | UnreadableInput]:
    assert process.stdout is not None
    while True:
        overdue = Timer(limits.seconds, process.kill)
        overdue.start()
        line = process.stdout.readline(limits.output + 1)
        late = not overdue.is_alive()
        overdue.cancel()
        if len(line) > limits.output:
            raise UnreadableInput(f"{name} unpacks to more than {limits.output:,} bytes of text. Cut the file.")
        if line.endswith(b"\n"):
            try:
                found = understood(line)
            except ValueError:
                raise UnreadableInput(f"{name} is damaged. {_REMEDY}") from None
            yield _named(found, name)
            continue
        if process.wait() == 0:
            return
        if late:
            raise UnreadableInput(f"{name} takes more than {limits.seconds:g} seconds to read. {_REMEDY}")
        raise UnreadableInput(f"{name} is damaged, or takes more than {limits.memory:,} bytes of memory. {_REMEDY}")


def _named(found: Content | UnreadableInput, name: str) -> Content | UnreadableInput:
    return UnreadableInput(f"{name}: {found}") if isinstance(found, UnreadableInput) else found
