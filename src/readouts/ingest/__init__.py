"""Bytes in; documents out, and what in them is not the article."""
