"""Fuzzing by coverage (atheris): do the readers ever break, or take long?

Each target is given bytes that atheris changes to reach new code, for some seconds. What runs in the caller's process
may raise nothing but `UnreadableInput`; of what runs in a process of its own a break is told to the user as a message,
and is counted here. Needs atheris (`pip install atheris`), which is not among the project's requirements.

    python -m benchmarks.fuzz [SECONDS a target]
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import FunctionType

from readouts.errors import UnreadableInput
from readouts.ingest import find_damage, mark_residue
from readouts.ingest.decode import decode
from readouts.ingest.docx import read_docx
from readouts.ingest.feed import read_feed
from readouts.ingest.formats import HEAD, format_of
from readouts.ingest.json_lines import read_json_lines
from readouts.ingest.mail import read_mail
from readouts.ingest.markdown import read_markdown
from readouts.ingest.odt import read_odt
from readouts.ingest.page import read_page, text_of_fragment
from readouts.ingest.pdf import read_pdf
from readouts.ingest.warc import read_warc
from readouts.ingest.wire import understood
from tests.files import docx, odt, pdf_of, record, stream

SECONDS = 20
_PAGE = b"<html lang=en><head><title>x</title></head><body><p>President Varo spoke with Lind.</p></body></html>"
_TEXT = b"President Varo spoke. See also Talks in Halden He said so.\n\nLeave a Reply\n(Photo: x)\n"


def _residue(raw: bytes) -> None:
    text = raw.decode("utf-8", "surrogatepass") if _is_text(raw) else raw.decode("latin-1")
    for marks in mark_residue(text, "en"):
        assert all(mark.span.of(text).strip() for mark in marks)
    assert all(span.of(text) for problem in find_damage(text, "en") for span in problem.spans)


def _is_text(raw: bytes) -> bool:
    try:
        raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _wire(raw: bytes) -> None:
    try:
        understood(raw)
    except ValueError:
        return


# Target, what it starts from, and whether it runs in the caller's process.
TARGETS: dict[str, tuple[Callable[[bytes], object], bytes, bool]] = {
    "decode": (lambda raw: decode(raw, "x"), "瓦罗 Варо".encode("utf-16"), True),
    "format": (lambda raw: format_of(raw[:HEAD], "x", "x"), _PAGE, True),
    "residue": (_residue, _TEXT, True),
    "markdown": (lambda raw: read_markdown(raw.decode("utf-8", "replace")), b"---\ntitle: x\n---\n# x\n", True),
    "jsonl": (lambda raw: list(read_json_lines(io.BytesIO(raw), "x", 10_000)), b'{"id": "a", "text": "x"}\n', True),
    "page": (lambda raw: read_page(decode(raw, "x")), _PAGE, True),
    "fragment": (lambda raw: text_of_fragment(raw.decode("utf-8", "replace")), _PAGE, False),
    "wire": (_wire, b'{"unread": "x"}\n', True),
    "mail": (lambda raw: list(read_mail(io.BytesIO(raw))), b"MIME-Version: 1.0\r\nSubject: x\r\n\r\nx", False),
    "feed": (lambda raw: list(read_feed(io.BytesIO(raw))), b"<rss><channel><item><title>x</title></item>", False),
    "warc": (lambda raw: list(read_warc(io.BytesIO(raw))), record(_PAGE), False),
    "docx": (lambda raw: list(read_docx(io.BytesIO(raw))), docx("<w:p><w:r><w:t>x</w:t></w:r></w:p>"), False),
    "odt": (lambda raw: list(read_odt(io.BytesIO(raw))), odt("<text:p>x</text:p>"), False),
    "pdf": (lambda raw: list(read_pdf(io.BytesIO(raw))), pdf_of(stream(b"BT /F 12 Tf (x) Tj ET")), False),
}


def fuzz(name: str, seconds: int) -> None:
    """Run one target; print its figures as JSON at the end, or what broke it."""
    import atheris

    work, start, own = TARGETS[name]
    begun = time.monotonic()
    figures = {"runs": 0, "refused": 0, "broke": 0, "longest": 0.0}

    def once(raw: bytes) -> None:
        at = time.monotonic()
        if at - begun > seconds:
            print(json.dumps(figures), flush=True)
            os._exit(0)
        try:
            work(raw)
        except UnreadableInput:
            figures["refused"] += 1
        except Exception as error:
            figures["broke"] += 1
            if own:
                print(json.dumps({**figures, "fault": repr(error)[:200], "raw": raw.hex()[:400]}), flush=True)
                raise
        figures["runs"] += 1
        figures["longest"] = max(figures["longest"], time.monotonic() - at)

    for module in [module for called, module in sys.modules.items() if called.startswith("readouts.ingest.")]:
        for function in vars(module).values():
            if isinstance(function, FunctionType) and function.__module__ == module.__name__:
                atheris.instrument_func(function)
    with tempfile.TemporaryDirectory() as corpus:
        Path(corpus, "start").write_bytes(start)
        atheris.Setup([sys.argv[0], "-max_len=4096", "-rss_limit_mb=4000", corpus], once)
        atheris.Fuzz()


def main() -> None:
    if len(sys.argv) > 2:
        fuzz(sys.argv[2], int(sys.argv[1]))
        return
    try:
        import atheris  # noqa: F401
    except ImportError:
        sys.exit("This benchmark needs atheris: pip install atheris")
    seconds = sys.argv[1] if len(sys.argv) > 1 else str(SECONDS)
    faults = 0
    for name, (_, _, own) in TARGETS.items():
        ran = subprocess.run(
            [sys.executable, "-m", "benchmarks.fuzz", seconds, name], capture_output=True, text=True, check=False
        )
        said = [line for line in ran.stdout.splitlines() if line.startswith("{")]
        figures = json.loads(said[-1]) if said else {"fault": ran.stderr[-300:]}
        faults += "fault" in figures
        print(f"{name:10} {'apart' if not own else 'in process':12} {figures}", flush=True)
    sys.exit(f"{faults} faults" if faults else 0)


if __name__ == "__main__":
    main()
