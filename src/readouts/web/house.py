"""What the pages of one server share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from readouts.collection import Collection
from readouts.report.names import States
from readouts.web.desk import Desk
from readouts.web.settings import Settings
from readouts.workflows import Tools


@dataclass(frozen=True, slots=True)
class House:
    """The settings, the desk that analyses, the collection, and the table of actors (of the tools)."""

    settings: Settings
    desk: Desk
    collection: Collection
    tools: Tools

    @property
    def states(self) -> States:
        """The states of the table, by code."""
        return self.tools.actors.states


def house_of(request: Request) -> House:
    """Return what the server of a request shares."""
    house: House = request.app.state.house
    return house


Here = Annotated[House, Depends(house_of)]
