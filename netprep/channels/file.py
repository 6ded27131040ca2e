"""A note as a text file."""

from __future__ import annotations

import os
from itertools import count

from netprep.api import Outgoing
from netprep.errors import ServiceFailed


def save(outgoing: Outgoing) -> str:
    """Write the note to a new file in its folder; a file that is there already is left alone.

    Raises:
        ServiceFailed: the folder cannot be written.
    """
    for number in count(1):
        path = outgoing.folder / f"{outgoing.name}{'' if number == 1 else f'-{number}'}.txt"
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            continue
        except OSError as error:
            raise ServiceFailed(
                f"{path} could not be written: {error.strerror}.", hint="Go to a folder of your own and try again."
            ) from None
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(outgoing.text + "\n")
        break
    return f"Written to {path}."
