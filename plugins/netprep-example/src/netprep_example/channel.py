"""The channel: a note becomes a file in a folder, and nothing is sent."""

from __future__ import annotations

from itertools import count

from netprep.api import Outgoing, ServiceFailed

FOLDER = "outgoing"


def write_to_spool(note: Outgoing) -> str:
    """Write the note to a new file; one that is there already is left alone.

    Raises:
        ServiceFailed: the folder cannot be written; netprep says so and ends with exit code 4.
    """
    folder = note.folder / FOLDER
    head = f"To: {note.to or ''}\nSubject: {note.subject or ''}\n\n"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        for number in count(1):
            path = folder / f"{note.name}{'' if number == 1 else f'-{number}'}.md"
            try:
                path.touch(mode=0o600, exist_ok=False)
            except FileExistsError:
                continue
            path.write_text(head + note.body + "\n", encoding="utf-8")
            break
    except OSError as error:
        raise ServiceFailed(
            f"{folder} cannot be written: {error.strerror}.", hint="Go to a folder of your own and try again."
        ) from None
    return f"Left in {path}. Nothing was sent."
