"""Sets governments' accounts of one call or meeting side by side, every cell traceable to its source words."""
