"""How a collection of each release becomes one of the next; run by Alembic."""
