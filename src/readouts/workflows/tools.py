"""What every job needs and loads once: the language models and the table of actors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from readouts.actors import ActorTable, load_table
from readouts.errors import BrokenTable
from readouts.text import Models


@dataclass(frozen=True, slots=True)
class Tools:
    """The language models (each loaded at its first use) and the table of actors."""

    models: Models
    actors: ActorTable


@lru_cache(maxsize=4)
def load_tools(actors_file: str | None = None) -> Tools:
    """Return the tools, with a user's table of actors laid over the shipped one.

    Raises BrokenTable, naming file, line and fault, when the user's table cannot be used whole.
    """
    if actors_file is None:
        return Tools(Models(), load_table())
    try:
        user = Path(actors_file).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise BrokenTable(f"{actors_file} cannot be read as a table of actors: {error}") from None
    return Tools(Models(), load_table(user, actors_file))
