"""How the guard reads English: words and sentences, phrases as data, and where they stand in a text."""
