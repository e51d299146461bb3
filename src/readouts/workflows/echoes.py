"""Echoes: passages that documents share, the earlier first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from readouts.echoes import find_echoes
from readouts.model import Document, Echo
from readouts.workflows.usage import articles, in_time


class Engine(StrEnum):
    """Where echoes are looked for: in this process, or spread by Spark. What is found is the same."""

    LOCAL = "local"
    SPARK = "spark"


def echoes(documents: Iterable[Document], engine: Engine = Engine.LOCAL, master: str | None = None) -> Iterator[Echo]:
    """Yield the passages of eight words or more that documents share, the earliest published first in each.

    What is surely residue of a page is passed over.

    Standing wording comes first, a group each, the most used first; then pairs. `master` is Spark's (local[*] where
    not said). Raises WrongCall when Spark is asked for and the extra `spark` or Java is not installed.
    """
    ordered = articles(in_time(documents))
    if engine is Engine.SPARK:
        from readouts.workflows.echoes_spark import find_echoes_with_spark

        return find_echoes_with_spark(ordered, master)
    return find_echoes(ordered)
