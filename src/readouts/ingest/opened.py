"""Inputs opened: every one a file that can be read again from its beginning, of a size that is known."""

from __future__ import annotations

import gzip
import io
import sys
import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from readouts.errors import UnreadableInput
from readouts.ingest.address import Web
from readouts.ingest.source import STANDARD_INPUT, Source

_IN_MEMORY = 10_000_000
_PIECE = 1_000_000
# What is unpacked or comes by a pipe is kept up to this size where no limit is set.
_MOST = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Opened:
    """A file standing at its beginning. `name` tells its kind, `url` and `charset` what the web said of it."""

    file: IO[bytes]
    name: str
    url: str | None = None
    charset: str | None = None


def open_source(source: Source, web: Web) -> Opened:
    """Open what a source names. Raises UnreadableInput, saying what is wrong and what to do."""
    if source.is_url:
        from readouts.ingest.web import fetch

        fetched = fetch(source.path, web)
        return Opened(fetched.file, fetched.url.partition("?")[0], fetched.url, fetched.charset)
    if source.path == STANDARD_INPUT:
        return Opened(_kept(sys.stdin.buffer, str(source)), source.path)
    path = Path(source.path)
    try:
        if not path.exists():
            raise UnreadableInput(f"{source} does not exist. Check the path.")
        if path.is_char_device() or path.is_block_device() or path.is_socket():
            raise UnreadableInput(f"{source} is a device, not a file. Name a file.")
        file = path.open("rb")
        return Opened(file if file.seekable() else _kept(file, str(source)), source.path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadableInput(f"{source} could not be opened: {reason}.") from None


def unpacked(opened: Opened, name: str) -> Opened:
    """Return what a gzip file holds, unpacked to at most 2 GB."""
    with gzip.GzipFile(fileobj=opened.file) as packed:
        file = _kept(cast(IO[bytes], packed), name)
    return Opened(file, opened.name.lower().removesuffix(".gz"), opened.url, opened.charset)


def read_all(file: IO[bytes], name: str, most: int | None) -> bytes:
    """Return the bytes of a file; raise UnreadableInput when there are more than `most`."""
    try:
        raw = file.read() if most is None else file.read(most + 1)
    except OSError as error:
        raise UnreadableInput(f"{name} could not be read: {error}") from None
    if most is not None and len(raw) > most:
        raise UnreadableInput(
            f"{name} is larger than {most:,} bytes. Raise the limit with --max-size, or cut the text."
        )
    return raw


def real_file(file: IO[bytes], name: str) -> IO[bytes]:
    """Return a file that another process can be given."""
    try:
        file.fileno()
    except (OSError, io.UnsupportedOperation):
        file.seek(0)
        return _kept(file, name, in_memory=0)
    return file


def _kept(file: IO[bytes], name: str, in_memory: int = _IN_MEMORY) -> IO[bytes]:
    kept: IO[bytes] = (
        tempfile.SpooledTemporaryFile(max_size=in_memory) if in_memory else tempfile.TemporaryFile()  # noqa: SIM115
    )
    try:
        while piece := file.read(_PIECE):
            kept.write(piece)
            if kept.tell() > _MOST:
                raise UnreadableInput(f"{name} holds more than {_MOST:,} bytes. Cut it.")
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableInput(f"{name} breaks off: {error}") from None
    kept.seek(0)
    return kept
