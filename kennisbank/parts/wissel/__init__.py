"""Where one overview leads to the others."""
