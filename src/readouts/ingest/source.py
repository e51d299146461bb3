"""What a caller names: a path or standard input, perhaps one document of it, perhaps with its publisher."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_NAMED = re.compile(r"([^=/\\]+)=(.+)", re.DOTALL)
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """`publisher` and `document_id` are None where the caller did not say."""

    path: str
    publisher: str | None = None
    document_id: str | None = None

    @classmethod
    def named(cls, argument: str) -> Source:
        """Understand ``FILE``, ``FILE#ID``, ``NAME=FILE`` and ``-``; a file of just that name comes first."""
        if argument == STANDARD_INPUT or _exists(argument):
            return cls(argument)
        publisher = None
        if named := _NAMED.fullmatch(argument):
            publisher, argument = named[1].strip(), named[2]
        if argument == STANDARD_INPUT or _exists(argument):
            return cls(argument, publisher)
        path, mark, document_id = argument.rpartition("#")
        if mark and path and document_id:
            return cls(path, publisher, document_id)
        return cls(argument, publisher)

    def __str__(self) -> str:
        if self.path == STANDARD_INPUT:
            return "standard input"
        return f"{self.path}#{self.document_id}" if self.document_id else self.path


def _exists(argument: str) -> bool:
    try:
        return Path(argument).exists()
    except (OSError, ValueError):
        return False
