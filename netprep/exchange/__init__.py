"""Files to records and back: reading, checking, writing and merging what came in."""
