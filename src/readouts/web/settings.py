"""How one server is set up: where it listens, whom it lets in, and how much it takes on."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address

from readouts.errors import WrongCall

# A request holds a handful of accounts; the longest briefings of shared collections have 150,000 characters.
UPLOAD_LIMIT = 10_000_000
TEXT_LIMIT = 500_000
_SHORTEST_TOKEN = 16


@dataclass(frozen=True, slots=True)
class Settings:
    """All limits are for one server.

    `token` is what visitors must show; it is demanded wherever the server can be reached from elsewhere.
    `time_limit` is in seconds for one analysis, `upload_limit` in bytes for one request, `text_limit` in
    characters for one text; `workers` analyses run at once and `waiting` more may wait. `kept` is how many
    finished analyses stay at hand. `collection` is a path or address.
    """

    collection: str
    host: str = "127.0.0.1"
    port: int = 8765
    token: str | None = None
    actors_file: str | None = None
    time_limit: float = 60.0
    workers: int = 1
    waiting: int = 8
    kept: int = 50
    upload_limit: int = UPLOAD_LIMIT
    text_limit: int = TEXT_LIMIT

    def __post_init__(self) -> None:
        if self.token is not None and len(self.token) < _SHORTEST_TOKEN:
            raise WrongCall(f"A token needs at least {_SHORTEST_TOKEN} characters, or it can be guessed.")
        if not self.local and not self.token:
            raise WrongCall(
                f"{self.host} can be reached from other machines: say with --token what visitors must show."
            )

    @property
    def local(self) -> bool:
        """Say whether only this machine can reach the server."""
        return is_local(self.host)


def is_local(host: str) -> bool:
    """Say whether a host is this machine itself."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
