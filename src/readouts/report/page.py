"""One self-contained file from a template: style and script inlined, and nothing else allowed to run."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from readouts.report.glyphs import visible


@dataclass(frozen=True, slots=True)
class Download:
    """Something to take away from a page: its name for people, the name of the file, and where it is."""

    label: str
    filename: str
    address: str


def render(template: str, view: object, downloads: Sequence[Download] = ()) -> str:
    """Return the page of `template` for a view model; the result can always be encoded as UTF-8."""
    style, script = asset("style.css"), asset("script.js")
    page = environment().get_template(template)
    return page.render(
        layout="base.html.j2",
        page=view,
        downloads=downloads,
        # Only a server can keep what a person corrects.
        amend=None,
        policy=content_policy(style, script),
        style=Markup(style),
        script=Markup(script),
    )


def inlined(label: str, filename: str, kind: str, content: bytes) -> Download:
    """Return a download that lies in the page itself; `kind` is its media type."""
    return Download(label, filename, f"data:{kind};base64,{b64encode(content).decode('ascii')}")


def content_policy(style: str, script: str) -> str:
    """Return a Content-Security-Policy under which only this style and this script count."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            f"script-src '{_digest(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(content: str) -> str:
    return "sha256-" + b64encode(sha256(content.encode("utf-8")).digest()).decode("ascii")


@lru_cache
def asset(name: str) -> str:
    """Return the text of a file among the templates."""
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")


@lru_cache
def environment(*packages: str) -> Environment:
    """Return the templates of the report, with those of further `packages` beside them.

    Every value a template prints is escaped and made visible on its way out, so that none can be forgotten.
    """
    return Environment(
        loader=ChoiceLoader([PackageLoader(package, "templates") for package in ("readouts.report", *packages)]),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _finalize(value: object) -> object:
    if isinstance(value, Markup):
        return value
    return visible(value) if isinstance(value, str) else value
