"""Alembic's entry: the migrations run on the connection that was handed over, inside its transaction."""

from __future__ import annotations

from alembic import context

from readouts.collection.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
