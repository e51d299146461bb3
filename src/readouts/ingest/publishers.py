"""Who publishes readouts: a publisher from the address of a text, or from what a caller calls it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from readouts.errors import BrokenTable
from readouts.model import Publisher
from readouts.resources import read_text

_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class PublisherProfile:
    """What is known of one publisher.

    `language` is that of its originals (ISO 639-1), `hosts` are the domains it publishes on, subdomains
    included, and `words` are what else it is called.
    """

    publisher: Publisher
    language: str | None
    hosts: tuple[str, ...]
    words: tuple[str, ...]


class Publishers:
    """Publishers by host and by name; of two profiles with one host or name the later counts."""

    __slots__ = ("_by_host", "_by_word")

    def __init__(self, profiles: Iterable[PublisherProfile]) -> None:
        self._by_host: dict[str, Publisher] = {}
        self._by_word: dict[str, Publisher] = {}
        for profile in profiles:
            for host in profile.hosts:
                self._by_host[host] = profile.publisher
            for word in (profile.publisher.name, *profile.words, *profile.hosts):
                self._by_word[_plain(word)] = profile.publisher

    def at(self, url: str | None) -> Publisher | None:
        """Return who publishes at this address, None for an address of nobody known."""
        host = _host(url)
        while host:
            if found := self._by_host.get(host):
                return found
            host = host.partition(".")[2]
        return None

    def called(self, word: str | None) -> Publisher | None:
        """Return who is called this, None for a word nobody known is called."""
        return self._by_word.get(_plain(word)) if word else None


@lru_cache(maxsize=1)
def known_profiles() -> tuple[PublisherProfile, ...]:
    """Return the shipped table of publishers."""
    return parse_profiles(read_text("publishers.tsv"), "publishers.tsv")


@lru_cache(maxsize=1)
def _known() -> Publishers:
    return Publishers(known_profiles())


def publisher_for(url: str | None, said: str | None) -> Publisher | None:
    """Return the publisher a caller named, else the one at whose address the text stands.

    A name the table does not have is taken as it is, with no state.
    """
    if said and said.strip():
        return _known().called(said) or Publisher(said.strip())
    return _known().at(url)


def parse_profiles(table: str, name: str) -> tuple[PublisherProfile, ...]:
    """Read a table of publishers: columns `name state siglum language hosts words`, separated by tabs.

    Raises BrokenTable, naming `name` and the line, for a line with other columns.
    """
    profiles = []
    for number, line in enumerate(table.splitlines(), 1):
        if not line.strip() or line.startswith(("#", "name\t")):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != _COLUMNS or not cells[0]:
            raise BrokenTable(
                f"{name}, line {number}: expected {_COLUMNS} columns separated by tabs, found {len(cells)}."
            )
        title, state, siglum, language, hosts, words = cells
        publisher = Publisher(title, state or None, siglum or None)
        said = tuple(word.strip() for word in words.split(";") if word.strip())
        profiles.append(PublisherProfile(publisher, language or None, tuple(hosts.lower().split()), said))
    return tuple(profiles)


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _plain(word: str) -> str:
    """Return a name as names are compared: without case, double spaces and a leading article."""
    return " ".join(word.casefold().split()).removeprefix("the ")
