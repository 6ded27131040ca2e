"""Finds, loads and calls plugins, each on its own: what one breaks, the others do not feel."""
