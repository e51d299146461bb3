"""Accounts of the invented world, read as the collator receives them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from readouts.actors import find_mentions, load_table
from readouts.attribution import find_statements
from readouts.collation import Witness, collate
from readouts.collation.passages import Side, prepare, read
from readouts.collation.points import find_points
from readouts.model import Account, Collation, Publisher, Reading, Row
from readouts.text import Models

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TABLE = load_table((EXAMPLES / "actors.toml").read_text(encoding="utf-8"), "examples/actors.toml")
DAY = date(2031, 5, 6)
Read = Callable[..., Witness]
Collate = Callable[..., Collation]


@pytest.fixture(scope="session")
def witness(models: Models) -> Read:
    """Read one account."""

    def read(text: str, by: str = "NRV", language: str | None = "en") -> Witness:
        publisher = Publisher(by, by)
        parse = models.parse(text, language)
        mentions = find_mentions(parse, DAY, TABLE, (), by)
        statements = find_statements(parse, mentions, publisher, ())
        return Witness(Account(f"{by} {len(text)}", publisher, by, language), parse, mentions, statements)

    return read


@pytest.fixture(scope="session")
def beside(models: Models, witness: Read) -> Collate:
    """Set texts side by side; the second of three is Estmark's, the third Costa Brisa's."""

    def collated(*texts: str, languages: tuple[str | None, ...] = ()) -> Collation:
        known = languages or ("en",) * len(texts)
        witnesses = [
            witness(text, by, language) for text, by, language in zip(texts, ("NRV", "ESM", "CBR"), known, strict=False)
        ]
        return collate(witnesses, models)

    return collated


@pytest.fixture(scope="session")
def example() -> Callable[[str], str]:
    """The text of one example."""
    return lambda name: (EXAMPLES / name).read_text(encoding="utf-8")


def sides(models: Models, witness: Read, first: str, second: str) -> list[Side]:
    """Return two accounts ready to be aligned."""
    both = [witness(first), witness(second, "ESM")]
    points = [find_points(one) for one in both]
    return prepare(both, points, read(both, points, models), models)


def words(row: Row, texts: tuple[str, ...]) -> list[str]:
    """Return what each account says in a row."""
    return [
        " ".join(span.of(text) for span in cell.spans) if isinstance(cell, Reading) else ""
        for cell, text in zip(row.cells, texts, strict=True)
    ]


def row_with(collation: Collation, texts: tuple[str, ...], *needles: str) -> Row:
    """Return the one row whose readings have the words, '' where nothing is asked."""
    [row] = [
        row
        for row in collation.rows
        if all(n in said and (not n or said) for n, said in zip(needles, words(row, texts), strict=True))
    ]
    return row
