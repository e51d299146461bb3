"""The errors Readouts raises: a name for the fault, a message that says what, where and what to do."""

from __future__ import annotations


class ReadoutsError(Exception):
    """Anything Readouts refuses to do. The message is meant for the person who called."""


class SpanOutsideText(ReadoutsError):
    """A span reaches past the text it is said to lie in."""


class UnreadableInput(ReadoutsError):
    """A file or page that cannot be read as text: missing, too large, or not text at all."""


class BrokenTable(ReadoutsError):
    """A table of ours or of the user's has a fault; the message names file, line and fault."""


class WrongCall(ReadoutsError):
    """The call itself makes no sense, whatever the input holds."""


class CollectionFault(ReadoutsError):
    """The collection cannot be used as it stands: it is no collection, damaged, or its database refuses."""


class CollectionBusy(CollectionFault):
    """Another program holds the collection locked for longer than we wait."""


class CollectionNotWritable(CollectionFault):
    """The collection may be read but not written: a read-only file or folder."""


class CollectionFull(CollectionFault):
    """The disk has no room left; what was being written was taken back whole."""


class NewerCollection(CollectionFault):
    """The collection was made by a later release of the program than this one."""


class NotInCollection(ReadoutsError):
    """No document, contact, table or correction of that name is in the collection."""
