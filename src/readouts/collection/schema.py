"""The tables. What was received stands apart from what was derived of it, and from what a person corrected.

Received: `document`, `body`. Derived, and made again at will: `finding`, `told`, `party`, `words`, `contact`,
`contact_party`, `account`. A person's: `correction`. Imported beside them: `roll_call`, `voter`, `vote`.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from readouts.collection.columns import Day, Exact, Packed, PackedText

# The revision of the newest migration; a test holds it to the migrations themselves.
REVISION = "0001"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _document(primary_key: bool = False) -> Column[int]:
    of = ForeignKey("document.number", ondelete="CASCADE")
    return Column("document", of, primary_key=primary_key, nullable=False)


# One row a version of a release. `id` is what a user names it by, the same for all its versions; `release` is what
# makes two texts versions of one release: the address, or the publisher and the id it came with.
document = Table(
    "document",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Exact, nullable=False),
    Column("version", Integer, nullable=False),
    Column("latest", Boolean, nullable=False),
    Column("release", Exact, nullable=False),
    Column("title", Exact),
    Column("published", Day),
    Column("url", Exact),
    Column("publisher", Exact),
    Column("state", Exact),
    Column("siglum", Exact),
    Column("language", Exact),
    Column("content_hash", String(64), nullable=False),
    Column("length", Integer, nullable=False),
    Column("added", String(20), nullable=False),
    UniqueConstraint("id", "version"),
    UniqueConstraint("release", "version"),
    Index(None, "content_hash"),
    Index(None, "latest", "published"),
    Index(None, "publisher", "published"),
)

# Apart from the row, so that listing a hundred thousand documents reads no text. `received` is None when the bytes
# received were the text itself; `notes` are what the file told of the text (notes.py), None when it told nothing.
body = Table(
    "body",
    metadata,
    _document(primary_key=True),
    Column("text", PackedText, nullable=False),
    Column("received", Packed),
    Column("media_type", String, nullable=False),
    Column("notes", Packed),
)

finding = Table(
    "finding",
    metadata,
    _document(primary_key=True),
    Column("stage", String, primary_key=True),
    Column("made_by", String(16), nullable=False),
    Column("data", Packed, nullable=False),
    Index(None, "stage", "made_by"),
)

# The contacts each document tells of, as rows to ask by day and party.
told = Table(
    "told",
    metadata,
    _document(primary_key=True),
    Column("place_in_text", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("date", Exact),
    Column("first", Day),
    Column("last", Day),
    Column("place", Exact),
    Column("told", Boolean, nullable=False),
    Index(None, "told", "first"),
)

party = Table(
    "party",
    metadata,
    _document(primary_key=True),
    Column("place_in_text", Integer, primary_key=True),
    Column("place_in_list", Integer, primary_key=True),
    Column("person", Exact),
    Column("state", Exact),
    Column("office", Exact),
    Column("told", Boolean, nullable=False),
    Index(None, "person"),
    Index(None, "state"),
)

# The register: contacts, and which documents are accounts of them.
contact = Table(
    "contact",
    metadata,
    Column("id", Exact, primary_key=True),
    Column("kind", String, nullable=False),
    Column("date", Exact),
    Column("first", Day),
    Column("last", Day),
    Column("place", Exact),
    Column("confidence", Float, nullable=False),
    Column("why", Exact, nullable=False),
    Column("corrected", Boolean, nullable=False),
    Index(None, "first"),
)

contact_party = Table(
    "contact_party",
    metadata,
    Column("contact", ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True),
    Column("place_in_list", Integer, primary_key=True),
    Column("person", Exact),
    Column("state", Exact),
    Column("office", Exact),
    Index(None, "person"),
    Index(None, "state"),
)

account = Table(
    "account",
    metadata,
    Column("contact", ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True),
    _document(primary_key=True),
    Column("confidence", Float, nullable=False),
    Index(None, "document"),
)

# Anything a person corrected: a contact, a row, a name, residue. Never changed by the program; undoing it is a date.
correction = Table(
    "correction",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("made", String(20), nullable=False),
    Column("kind", String, nullable=False),
    Column("action", String, nullable=False),
    Column("target", Exact, nullable=False),
    Column("value", Packed, nullable=False),
    Column("note", Exact, nullable=False),
    Column("undone", String(20)),
    Index(None, "kind", "target"),
)

# What the register was made from, so that it is made again only when that changed.
made = Table(
    "made",
    metadata,
    Column("what", String, primary_key=True),
    Column("basis", String, nullable=False),
)

roll_call = Table(
    "roll_call",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("day", Day, nullable=False),
    Column("session", Integer),
    Column("important", Boolean, nullable=False),
    Column("resolution", Exact),
    Column("title", Exact),
)

# `country` is ISO 3166-1 alpha-2 as the table gives it, the name for a state that has no code any more.
voter = Table(
    "voter",
    metadata,
    Column("country", Exact, primary_key=True),
    Column("name", Exact, nullable=False),
)

vote = Table(
    "vote",
    metadata,
    Column("country", ForeignKey("voter.country", ondelete="CASCADE"), primary_key=True),
    Column("roll_call", ForeignKey("roll_call.number", ondelete="CASCADE"), primary_key=True),
    Column("vote", String, nullable=False),
    sqlite_with_rowid=False,
)

# The full-text index, `words`, is each database's own: see words_sqlite.py and words_postgresql.py.
