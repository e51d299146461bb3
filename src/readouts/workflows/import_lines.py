"""Import of JSON Lines that were exported: everything comes back under its id, version and moment."""

from __future__ import annotations

import binascii
import gzip
import json
from base64 import b64decode
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import IO, Any

from readouts.collection import (
    Back,
    Collection,
    Correction,
    Entry,
    Finding,
    Received,
    RollCall,
    Stage,
    Whole,
    bring_back,
    keep_votes,
    restore,
    unpacked,
    with_notes_json,
)
from readouts.errors import WrongCall
from readouts.ingest import Unread
from readouts.model import Document, Publisher
from readouts.workflows.export_lines import FORMAT

_AT_ONCE = 100
_LONGEST_LINE = 400_000_000


@dataclass(slots=True)
class Imported:
    """What an import brought back."""

    documents: Counter[Back] = field(default_factory=Counter)
    corrections: int = 0
    roll_calls: int = 0

    def __str__(self) -> str:
        counts = [f"{count:,} documents {outcome}" for outcome, count in self.documents.items()]
        counts += [f"{self.corrections:,} corrections"] if self.corrections else []
        counts += [f"{self.roll_calls:,} roll calls"] if self.roll_calls else []
        return ", ".join(counts) or "nothing"


def import_lines(collection: Collection, path: str) -> Iterator[Unread | Imported]:
    """Bring back what `export_lines` wrote; yield each line that cannot be used, then what was brought back.

    A document that is there already is not touched; one whose place another text has is reported and left out.
    """
    done = Imported()
    batch: list[tuple[str, Whole]] = []
    votes = _Votes()
    with _opened(path) as file:
        for name, line in _lines(path, file):
            try:
                record = _record(line)
                if record["record"] == "document":
                    batch.append((name, _whole(record)))
                elif record["record"] == "correction":
                    done.corrections += bring_back(collection, _correction(record))
                else:
                    votes.take(record)
            except (ValueError, KeyError, TypeError, binascii.Error, RecursionError) as error:
                yield Unread(name, f"{name} cannot be brought back: {_reason(error)}")
            if len(batch) == _AT_ONCE:
                yield from _restored(collection, batch, done)
                batch = []
    yield from _restored(collection, batch, done)
    done.roll_calls = votes.keep(collection)
    yield done


def _restored(collection: Collection, batch: list[tuple[str, Whole]], done: Imported) -> Iterator[Unread]:
    if not batch:
        return
    for (name, whole), outcome in zip(batch, restore(collection, [whole for _, whole in batch]), strict=True):
        done.documents[outcome] += 1
        if outcome is Back.CONFLICT:
            yield Unread(
                name, f"{name}: another text has the place of {whole.entry.id}, version {whole.entry.version}."
            )


def _record(line: str) -> dict[str, Any]:
    record = json.loads(line)
    if not isinstance(record, dict) or "record" not in record:
        raise ValueError("it is no line of an export; to add documents use: readouts add")
    if record["record"] == "collection" and record["format"] > FORMAT:
        raise WrongCall(f"The export was written by a later release (its format is {record['format']}).")
    return record


def _whole(record: dict[str, Any]) -> Whole:
    published = date.fromisoformat(record["date"]) if record["date"] is not None else None
    named = record["publisher"]
    publisher = Publisher(named, record["state"], record["siglum"]) if named is not None else None
    known = Document(
        id=_string(record, "id"),
        text=_string(record, "text"),
        title=record["title"],
        published=published,
        url=record["url"],
        publisher=publisher,
        language=record["lang"],
    )
    known = with_notes_json(known, record["notes"])
    entry = Entry(
        number=0,
        id=known.id,
        version=int(record["version"]),
        latest=False,
        title=known.title,
        published=published,
        url=known.url,
        publisher=publisher,
        language=known.language,
        content_hash=known.content_hash,
        length=len(known.text),
        added=_string(record, "added"),
    )
    raw = b64decode(record["received"], validate=True) if record["received"] is not None else None
    findings = tuple(_finding(stage, kept) for stage, kept in record["findings"].items())
    return Whole(entry, _string(record, "release"), Received(known, raw, _string(record, "media_type")), findings)


def _finding(stage: str, kept: dict[str, Any]) -> Finding:
    data = json.dumps(kept["found"], separators=(",", ":")).encode("ascii")
    unpacked(Stage(stage), data)
    return Finding(Stage(stage), _string(kept, "made_by"), data)


def _correction(record: dict[str, Any]) -> Correction:
    strings = {key: _string(record, key) for key in ("made", "kind", "action", "target", "note")}
    undone = _string(record, "undone") if record["undone"] is not None else None
    return Correction(number=0, value=record["value"], undone=undone, **strings)


def _string(record: dict[str, Any], key: str) -> str:
    if not isinstance(record[key], str):
        raise ValueError(f"{key} is no string")
    value: str = record[key]
    return value


class _Votes:
    """A table of votes, gathered line by line; it takes the place of one that is there."""

    def __init__(self) -> None:
        self._voters: dict[str, str] = {}
        self._calls: list[RollCall] = []
        self._votes: dict[int, dict[str, str]] = {}

    def take(self, record: dict[str, Any]) -> None:
        """Take a line of voters or of a roll call; lines of other kinds are passed over."""
        if record["record"] == "voters":
            self._voters = {str(code): str(name) for code, name in record["voters"].items()}
        elif record["record"] == "roll call":
            day = date.fromisoformat(record["day"])
            number = int(record["number"])
            rest = (record["session"], bool(record["important"]), record["resolution"], record["title"])
            self._calls.append(RollCall(number, day, *rest))
            self._votes[number] = {code: str(cast) for code, cast in record["votes"].items() if code in self._voters}

    def keep(self, collection: Collection) -> int:
        """Keep the table, if there was one, and return how many roll calls it has."""
        if self._calls:
            votes = ((code, number, cast) for number, cast_by in self._votes.items() for code, cast in cast_by.items())
            keep_votes(collection, self._calls, self._voters, votes)
        return len(self._calls)


def _reason(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"it has no {error.args[0]!r}"
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__


def _lines(path: str, file: IO[str]) -> Iterator[tuple[str, str]]:
    number = 0
    try:
        while line := file.readline(_LONGEST_LINE):
            number += 1
            if line.strip():
                yield f"{path}, line {number}", line
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise WrongCall(f"{path} breaks off after line {number}: {error}") from None


def _opened(path: str) -> IO[str]:
    opener = gzip.open if path.endswith(".gz") else open
    try:
        return opener(path, "rt", encoding="utf-8")
    except OSError as error:
        raise WrongCall(f"{path} cannot be read: {error.strerror or error}.") from None
