"""echoes."""
