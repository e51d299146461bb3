"""What a caller names: a path, an address or standard input, perhaps one document of it, perhaps with its publisher."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from readouts.ingest.address import is_url

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
        # An address has its own mark for a part of it; an item's id may itself be an address.
        path, mark, document_id = argument.partition("#") if is_url(argument) else _parted(argument)
        if mark and path and document_id:
            return cls(path, publisher, document_id)
        return cls(argument, publisher)

    @property
    def is_url(self) -> bool:
        """Say whether the path is an address on the web."""
        return is_url(self.path) and not _exists(self.path)

    @property
    def is_file(self) -> bool:
        """Say whether the path is a file or folder that is there, or standard input."""
        return self.path == STANDARD_INPUT or _exists(self.path)

    def __str__(self) -> str:
        if self.path == STANDARD_INPUT:
            return "standard input"
        return f"{self.path}#{self.document_id}" if self.document_id else self.path


def _parted(argument: str) -> tuple[str, str, str]:
    """Cut at the first # after which what stands before is a file, else at the last one."""
    at = argument.find("#")
    while at > 0:
        if _exists(argument[:at]):
            return argument[:at], "#", argument[at + 1 :]
        at = argument.find("#", at + 1)
    return argument.rpartition("#")


def _exists(argument: str) -> bool:
    try:
        return Path(argument).exists()
    except (OSError, ValueError):
        return False
