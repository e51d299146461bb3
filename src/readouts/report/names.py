"""Languages, states, speakers and web addresses in words a reader knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlsplit

from babel import Locale

from readouts.model import Party, Publisher, Speaker, State

# The states of the table of actors, by code.
States = Mapping[str, State]

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_SCHEMES = ("http", "https")


def language_tag(code: str | None) -> str | None:
    """Return `code` when it may stand in a ``lang`` attribute, else None."""
    return code if code and _LANGUAGE_TAG.fullmatch(code) else None


@lru_cache(maxsize=256)
def language_name(code: str | None) -> str:
    """Return the English name of a language; the code itself when it is not known."""
    if not code:
        return "language unknown"
    names = Locale("en").languages
    return str(names.get(code) or names.get(code.split("-")[0]) or code)


def state_name(code: str | None, states: States) -> str:
    """Return the name of a state in the table; a code that is not in it as it is."""
    if not code:
        return ""
    return states[code].name if code in states else code


def publisher_name(publisher: Publisher | None) -> str:
    """Return who published a text."""
    return publisher.name if publisher else "publisher unknown"


def speaker_name(speaker: Speaker, states: States) -> str:
    """Return the person, or the state when no person is known."""
    return speaker.person or state_name(speaker.state, states)


def party_name(party: Party, states: States) -> str:
    """Return a participant with office and state, as far as known."""
    state = state_name(party.state, states)
    if not party.person:
        return state
    about = ", ".join(filter(None, (party.office, state)))
    return f"{party.person} ({about})" if about else party.person


def web_address(url: str | None) -> str | None:
    """Return `url` when a link to it is safe (http or https, with a host), else None."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in _SCHEMES and parts.netloc else None
