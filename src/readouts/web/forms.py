"""From a form with several accounts in it to what was handed over."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from readouts.errors import WrongCall
from readouts.report.glyphs import visible
from readouts.web.settings import Settings
from readouts.workflows.supply import Supplied

# How many accounts a form has room for.
PLACES = 6
_FIELDS = ("publisher", "date", "lang", "text", "address", "file")
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Place:
    """One account of a form as it was filled in, to be shown again when something is amiss."""

    number: int
    publisher: str = ""
    date: str = ""
    lang: str = ""
    text: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it was filled in: what was handed over, and what is amiss with it."""

    places: tuple[Place, ...]
    supplied: tuple[Supplied, ...] = ()
    faults: tuple[str, ...] = field(default=())


EMPTY = Filled(tuple(Place(number) for number in range(1, PLACES + 1)))


async def filled(request: Request, settings: Settings) -> Filled:
    """Read the form of a request, one account for each place that holds words, a file or an address."""
    fields = PLACES * len(_FIELDS)
    form = await request.form(max_files=PLACES, max_fields=fields, max_part_size=settings.upload_limit)
    places, supplied, faults = [], [], []
    for number in range(1, PLACES + 1):
        place = Place(number, *(_words(form, f"{name}-{number}") for name in _FIELDS[:-1]))
        places.append(place)
        try:
            found = await _supplied(place, form.get(f"file-{number}"))
        except WrongCall as fault:
            faults.append(str(fault))
            continue
        if found:
            supplied.append(found)
    return Filled(tuple(places), tuple(supplied), tuple(faults))


async def _supplied(place: Place, upload: UploadFile | str | None) -> Supplied | None:
    file = upload if isinstance(upload, UploadFile) and upload.filename else None
    given = [
        name
        for name, there in (("words", place.text.strip()), ("a file", file), ("an address", place.address))
        if there
    ]
    if not given:
        return None
    if len(given) > 1:
        raise WrongCall(f"Account {place.number} has {' and '.join(given)}: give just one of them.")
    name = _file_name(file) if file else place.address or place.publisher or f"account {place.number}"
    return Supplied(
        name=visible(name)[:_LONGEST_NAME],
        # Browsers send every line end of a text area as CR LF.
        text=place.text.replace("\r\n", "\n") if place.text.strip() else None,
        content=await file.read() if file else None,
        address=checked_address(place.address) if place.address else None,
        publisher=place.publisher or None,
        published=_day(place),
        language=place.lang.lower() or None,
    )


def checked_address(address: str) -> str:
    """Return an address that can be read from; raise WrongCall for any other."""
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc or not address.isprintable():
        raise WrongCall(f"{visible(address)[:_LONGEST_NAME]} is not an address of the web; it begins with https://.")
    return address


def _words(form: FormData, name: str) -> str:
    value = form.get(name)
    return (
        value
        if name.startswith("text-") and isinstance(value, str)
        else value.strip()
        if isinstance(value, str)
        else ""
    )


def _file_name(file: UploadFile) -> str:
    """Return the last part of what the browser calls a file, on whatever system."""
    return PurePosixPath((file.filename or "").replace("\\", "/")).name or "file"


def _day(place: Place) -> date | None:
    try:
        return date.fromisoformat(place.date) if place.date else None
    except ValueError:
        raise WrongCall(
            f"Account {place.number}: {visible(place.date)[:20]} is not a day; write it as 2031-05-06."
        ) from None
