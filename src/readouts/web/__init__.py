"""The local web: the pages of the report, made on request, and the collection's own."""

from readouts.web.app import create_app
from readouts.web.settings import Settings

__all__ = ["Settings", "create_app"]
