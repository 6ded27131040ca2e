"""The words, records and plans every other part speaks in. It knows nothing of files or time."""
