"""What every job needs and loads once: the language models, the tables of actors, of known events, of speech acts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from readouts.actors import ActorTable, load_table
from readouts.attribution import ActTable, load_acts
from readouts.contacts import EventTable, load_events
from readouts.errors import BrokenTable
from readouts.text import Models


@dataclass(frozen=True, slots=True)
class Tools:
    """The language models (each loaded at its first use), the tables of actors, of known events and of speech acts."""

    models: Models
    actors: ActorTable
    acts: ActTable
    events: EventTable


@lru_cache(maxsize=4)
def load_tools(actors_file: str | None = None, acts_file: str | None = None) -> Tools:
    """Return the tools, with a user's tables of actors (and events) and of speech acts laid over the shipped ones.

    Raises BrokenTable, naming file, line and fault, when a user's table cannot be used whole.
    """
    own = _read(actors_file, "actors") if actors_file else None
    return Tools(
        Models(),
        load_table(own, actors_file) if own is not None and actors_file else load_table(),
        load_acts(_read(acts_file, "speech acts"), acts_file) if acts_file else load_acts(),
        load_events(own, actors_file or ""),
    )


def _read(file: str, what: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise BrokenTable(f"{file} cannot be read as a table of {what}: {error}") from None
