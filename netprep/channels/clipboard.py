"""The clipboard of the machine, by way of pyperclip."""

from __future__ import annotations

from netprep.api import Outgoing
from netprep.errors import ServiceFailed


def copy(outgoing: Outgoing) -> str:
    """Copy the body; the subject is a field of its own wherever it is pasted.

    Raises:
        ServiceFailed: the machine has no clipboard that a program can reach.
    """
    import subprocess

    import pyperclip

    try:
        pyperclip.copy(outgoing.body)
    except (pyperclip.PyperclipException, OSError, subprocess.SubprocessError):
        raise ServiceFailed(
            "The note was not copied: no clipboard was found on this machine.",
            hint="It is printed above. On Linux, xclip, xsel or wl-clipboard gives netprep a clipboard.",
        ) from None
    return "Copied to the clipboard."
