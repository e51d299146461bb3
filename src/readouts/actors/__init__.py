"""Who held which office when; where a text names them."""

from readouts.actors.mentions import find_mentions
from readouts.actors.table import ActorTable, load_table

__all__ = ["ActorTable", "find_mentions", "load_table"]
