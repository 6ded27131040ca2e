"""Where the notebook is when nobody says."""

from __future__ import annotations

import os
from pathlib import Path

HOME_VARIABLE = "NETPREP_HOME"


def default_home() -> Path:
    """The notebook's folder where none is named: the platform's place for a user's data."""
    if named := os.environ.get(HOME_VARIABLE):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("netprep", appauthor=False)
