"""The first schema: documents, findings, the register, corrections, votes, and the full-text index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_WORDS = {
    "sqlite": (
        "CREATE VIRTUAL TABLE words USING fts5(title, text, content='', tokenize='ascii')",
        "INSERT INTO words(words, rank) VALUES ('rank', 'bm25(5.0, 1.0)')",
    ),
    "postgresql": (
        "CREATE TABLE words (document integer NOT NULL REFERENCES document (number) ON DELETE CASCADE, "
        "part integer NOT NULL, vector tsvector NOT NULL, PRIMARY KEY (document, part))",
        "CREATE INDEX ix_words_vector ON words USING gin (vector)",
    ),
}


def upgrade() -> None:
    """Make the tables of a new collection."""
    _documents()
    _findings()
    _register()
    _votes()
    for statement in _WORDS[op.get_context().dialect.name]:
        op.execute(sa.text(statement.replace(":", "\\:")))


def _documents() -> None:
    op.create_table(
        "document",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("latest", sa.Boolean(), nullable=False),
        sa.Column("release", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("published", sa.String(length=10), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("publisher", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=True),
        sa.Column("siglum", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("added", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_document")),
        sa.UniqueConstraint("id", "version", name=op.f("uq_document_id_version")),
        sa.UniqueConstraint("release", "version", name=op.f("uq_document_release_version")),
    )
    op.create_index(op.f("ix_document_content_hash"), "document", ["content_hash"], unique=False)
    op.create_index(op.f("ix_document_latest_published"), "document", ["latest", "published"], unique=False)
    op.create_index(op.f("ix_document_publisher_published"), "document", ["publisher", "published"], unique=False)
    op.create_table(
        "body",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("received", sa.LargeBinary(), nullable=True),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("notes", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["document.number"], name=op.f("fk_body_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_body")),
    )
    op.create_table(
        "made",
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("what", name=op.f("pk_made")),
    )


def _findings() -> None:
    op.create_table(
        "finding",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("made_by", sa.String(length=16), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.number"], name=op.f("fk_finding_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "stage", name=op.f("pk_finding")),
    )
    op.create_index(op.f("ix_finding_stage_made_by"), "finding", ["stage", "made_by"], unique=False)
    op.create_table(
        "told",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("place_in_text", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("date", sa.String(), nullable=True),
        sa.Column("first", sa.String(length=10), nullable=True),
        sa.Column("last", sa.String(length=10), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.number"], name=op.f("fk_told_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "place_in_text", name=op.f("pk_told")),
    )
    op.create_index(op.f("ix_told_told_first"), "told", ["told", "first"], unique=False)
    op.create_table(
        "party",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("place_in_text", sa.Integer(), nullable=False),
        sa.Column("place_in_list", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=True),
        sa.Column("office", sa.String(), nullable=True),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.number"], name=op.f("fk_party_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "place_in_text", "place_in_list", name=op.f("pk_party")),
    )
    op.create_index(op.f("ix_party_person"), "party", ["person"], unique=False)
    op.create_index(op.f("ix_party_state"), "party", ["state"], unique=False)


def _register() -> None:
    op.create_table(
        "contact",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("date", sa.String(), nullable=True),
        sa.Column("first", sa.String(length=10), nullable=True),
        sa.Column("last", sa.String(length=10), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("corrected", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_index(op.f("ix_contact_first"), "contact", ["first"], unique=False)
    op.create_table(
        "contact_party",
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("place_in_list", sa.Integer(), nullable=False),
        sa.Column("person", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=True),
        sa.Column("office", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["contact"], ["contact.id"], name=op.f("fk_contact_party_contact"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("contact", "place_in_list", name=op.f("pk_contact_party")),
    )
    op.create_index(op.f("ix_contact_party_person"), "contact_party", ["person"], unique=False)
    op.create_index(op.f("ix_contact_party_state"), "contact_party", ["state"], unique=False)
    op.create_table(
        "account",
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["contact"], ["contact.id"], name=op.f("fk_account_contact"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["document"], ["document.number"], name=op.f("fk_account_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("contact", "document", name=op.f("pk_account")),
    )
    op.create_index(op.f("ix_account_document"), "account", ["document"], unique=False)
    op.create_table(
        "correction",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("undone", sa.String(length=20), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_correction")),
    )
    op.create_index(op.f("ix_correction_kind_target"), "correction", ["kind", "target"], unique=False)


def _votes() -> None:
    op.create_table(
        "roll_call",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("session", sa.Integer(), nullable=True),
        sa.Column("important", sa.Boolean(), nullable=False),
        sa.Column("resolution", sa.String(), nullable=True),
        sa.Column("title", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_roll_call")),
    )
    op.create_table(
        "voter",
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("country", name=op.f("pk_voter")),
    )
    op.create_table(
        "vote",
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("roll_call", sa.Integer(), nullable=False),
        sa.Column("vote", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["country"], ["voter.country"], name=op.f("fk_vote_country"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["roll_call"], ["roll_call.number"], name=op.f("fk_vote_roll_call"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("country", "roll_call", name=op.f("pk_vote")),
        sqlite_with_rowid=False,
    )
