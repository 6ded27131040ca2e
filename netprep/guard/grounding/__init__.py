"""Grounding: whether what a note says is so, as far as the notebook knows."""
