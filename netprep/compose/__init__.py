"""The use cases: what a command asks for, made from the rooms below."""
