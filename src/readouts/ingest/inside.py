"""What runs inside a cell: the process binds itself, reads the file on standard input, and writes what it found.

Run by `cell.py` as ``python -m readouts.ingest.inside FORMAT MEMORY``.
"""

from __future__ import annotations

import ctypes
import io
import os
import sys
import zipfile
from collections.abc import Callable, Iterator
from typing import IO

from readouts.errors import UnreadableInput
from readouts.ingest.content import Content
from readouts.ingest.decode import decode
from readouts.ingest.formats import Format
from readouts.ingest.wire import written

Reader = Callable[[IO[bytes]], Iterator[Content | UnreadableInput]]

_MOST_INPUT = 250_000_000
_MOST_UNPACKED = 250_000_000
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
# What a reader of a file has no reason to do (names of Python's audit events).
_FORBIDDEN = (
    *("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.startfile"),
    *("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown"),
    *("shutil.", "ftplib.", "http.client.", "smtplib.", "urllib.Request", "webbrowser.", "tempfile."),
)


def main() -> None:
    """Read the file on standard input as the format named."""
    format_, memory = Format(sys.argv[1]), int(sys.argv[2])
    found = _output()
    read = _reader(format_)
    _bind(memory)
    try:
        for content in read(sys.stdin.buffer if format_ is Format.WARC else _input()):
            found.write(written(content))
            found.flush()
    except UnreadableInput as error:
        found.write(written(error))
    except MemoryError:
        raise
    except Exception as error:
        found.write(written(UnreadableInput(f"not readable as {format_}: {_short(error)}")))
    found.flush()


def _reader(format_: Format) -> Reader:
    """Return the reader of a format, its libraries already imported."""
    if format_ is Format.PDF:
        from readouts.ingest.pdf import read_pdf

        return read_pdf
    if format_ is Format.OFFICE:
        from readouts.ingest.docx import read_docx
        from readouts.ingest.odt import read_odt

        return lambda file: _office(file, read_docx, read_odt)
    if format_ is Format.MAIL:
        from readouts.ingest.mail import read_mail

        return read_mail
    if format_ is Format.FEED:
        from readouts.ingest.feed import read_feed

        return read_feed
    if format_ is Format.WARC:
        from readouts.ingest.warc import read_warc

        return read_warc
    from readouts.ingest.page import read_page

    return lambda file: iter((read_page(decode(file.read(), "The page")),))


def _office(file: IO[bytes], read_docx: Reader, read_odt: Reader) -> Iterator[Content | UnreadableInput]:
    with zipfile.ZipFile(file) as archive:
        names = {entry.filename for entry in archive.infolist()}
        unpacked = sum(entry.file_size for entry in archive.infolist())
    if unpacked > _MOST_UNPACKED:
        raise UnreadableInput(f"unpacks to {unpacked:,} bytes, more than {_MOST_UNPACKED:,}. Cut the file.")
    file.seek(0)
    if "word/document.xml" in names:
        yield from read_docx(file)
    elif "content.xml" in names:
        yield from read_odt(file)
    else:
        raise UnreadableInput("an archive without a text document in it. Unpack it and name the files in it.")


def _input() -> IO[bytes]:
    raw = sys.stdin.buffer.read(_MOST_INPUT + 1)
    if len(raw) > _MOST_INPUT:
        raise UnreadableInput(f"larger than {_MOST_INPUT:,} bytes. Cut the file.")
    return io.BytesIO(raw)


def _output() -> IO[bytes]:
    """Return what leads to the caller; what a library prints goes nowhere."""
    found = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return found


def _bind(memory: int) -> None:
    """Give up network, other programs, writing, and memory beyond `memory` bytes."""
    import resource

    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))
    # Where the system allows it, the process stands alone, without any network device.
    library = ctypes.CDLL(None)
    if hasattr(library, "unshare"):
        library.unshare(_NEW_USER | _NEW_NETWORK)
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"a reader may not do this: {event}")
    if event == "open":
        _path, mode, flags = arguments
        if (isinstance(mode, str) and set(mode) & set("wax+")) or (isinstance(flags, int) and flags & _WRITING):
            raise PermissionError("a reader may not write")


def _short(error: Exception) -> str:
    words = " ".join(str(error).split()) or type(error).__name__
    return words if len(words) <= 200 else words[:199] + "…"


if __name__ == "__main__":
    main()
