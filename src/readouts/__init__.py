"""Sets governments' accounts of one call or meeting side by side."""
