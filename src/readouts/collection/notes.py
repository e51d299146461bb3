"""What a file told of its text beside the text: problems met, residue, headings, places in the file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from readouts.collection.packing import from_json, pack, to_json, unpack
from readouts.model import Document, Heading, Place, Problem, Residue

_KIND = tuple[tuple[Problem, ...], tuple[Residue, ...], tuple[Heading, ...], tuple[Place, ...]]


def packed_notes(known: Document) -> bytes | None:
    """Return the notes of a document for keeping; None when there are none."""
    notes = _notes(known)
    return pack(notes, _KIND) if any(notes) else None


def with_notes(known: Document, packed: bytes | None) -> Document:
    """Return the document with its notes."""
    return _with(known, unpack(packed, _KIND)) if packed else known


def notes_json(known: Document) -> Any:
    """Return the notes as plain JSON; None when there are none."""
    notes = _notes(known)
    return to_json(notes, _KIND) if any(notes) else None


def with_notes_json(known: Document, plain: Any) -> Document:
    """Return the document with notes from plain JSON; raise ValueError when they are none."""
    return _with(known, from_json(plain, _KIND)) if plain is not None else known


def _notes(known: Document) -> Any:
    return known.problems, known.residue, known.headings, known.places


def _with(known: Document, notes: Any) -> Document:
    problems, residue, headings, places = notes
    return replace(known, problems=problems, residue=residue, headings=headings, places=places)
