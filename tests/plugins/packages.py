"""Small packages as plugins come: one well-behaved, the others broken, each in one way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """A package to install: its code, and what it declares."""

    name: str
    code: str = ""
    plugins: tuple[str, ...] | None = None
    """Entry points of the group ``netprep``, ``name = value``; one with the package's short name without this."""
    commands: tuple[str, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    version: str = "1.0"

    @property
    def module(self) -> str:
        return f"np_{self.name}"

    def write(self, folder: Path) -> Path:
        source = folder / self.name / self.module
        source.mkdir(parents=True)
        (source / "__init__.py").write_text(self.code, encoding="utf-8")
        for path, text in self.files:
            (source / path).parent.mkdir(parents=True, exist_ok=True)
            (source / path).write_text(text, encoding="utf-8")
        plugins = (f"{self.name.replace('_', '-')} = {self.module}",) if self.plugins is None else self.plugins
        (folder / self.name / "pyproject.toml").write_text(
            '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'
            f'[project]\nname = "netprep-{self.name.replace("_", "-")}"\nversion = "{self.version}"\n'
            + _entry_points("netprep", plugins, self.module)
            + _entry_points("netprep.commands", self.commands, self.module)
            + f'[tool.hatch.build.targets.wheel]\npackages = ["{self.module}"]\n',
            encoding="utf-8",
        )
        return folder / self.name


def _entry_points(group: str, lines: tuple[str, ...], module: str) -> str:
    if not lines:
        return ""
    pairs = (line.split(" = ") for line in lines)
    return f'[project.entry-points."{group}"]\n' + "".join(f'"{k}" = "{v.replace("@", module)}"\n' for k, v in pairs)


_CHANNEL = "from netprep.api import Channel, hookimpl\n"
_COMMAND = "import click\n"

GOOD = Package(
    "good",
    """
from pathlib import Path

from netprep.api import (
    BriefSection, Channel, ContactView, Exporter, FactField, GivenFact, Importer, Matcher, PromptFolder, Remark,
    RulePack, ShareCandidate, LibraryKind, Source, hookimpl,
)

NETPREP_API = 1
HERE = Path(__file__).parent


@hookimpl
def netprep_channels():
    yield Channel("shout", "shouts the note", lambda note: f"Shouted {len(note.body.split())} words.")
    yield Channel("pigeon", "sends the note by pigeon", lambda note: "The pigeon is off.", sends=True)
    yield Channel("lost", "loses the note", lose)


def lose(note):
    print("looking for it")
    raise RuntimeError("it is lost")


@hookimpl
def netprep_importers():
    return [Importer("lines", "one name a line", (".lines",), read_lines)]


def read_lines(data, name):
    print("reading", name)
    text = data.decode()
    if "ValueError" in text:
        raise ValueError("line 1: this says ValueError")
    if "KeyError" in text:
        raise KeyError("nothing")
    if "odd" in text:
        return {"netprep": 1, "contacts": [{"name": "Odd", "facts": [{"feild": "goals"}]}]}
    if "object" in text:
        return {"netprep": 1, "contacts": [{"name": object()}]}
    facts = [{"field": "interests", "value": "keeping bees"}, {"field": "goals", "value": "selling honey", "source": "public"}]
    return {"netprep": 1, "contacts": [{"name": line, "facts": facts} for line in text.splitlines() if line]}


@hookimpl
def netprep_exporters():
    return [Exporter("names", "one name a line", ".names", write_names)]


def write_names(document):
    print("writing")
    return "".join(f"{each['name']}\\n" for each in document.get("contacts", ())).encode()


@hookimpl
def netprep_facts(about):
    if isinstance(about, ContactView) and about.name == "Maya Okafor":
        assert about.facts == ()
        yield GivenFact(FactField.WORKING_ON, "restoring old pumps", Source.PUBLIC)
        yield GivenFact(FactField.GOALS, "moving to the coast", Source.TOLD_ME)
        yield GivenFact(FactField.SKILLS, "wants to sell bread", Source.PUBLIC)
        yield GivenFact(FactField.CHALLENGES, "she is ill", Source.PUBLIC)
        yield GivenFact(FactField.CHALLENGES, "the long illness of her brother", Source.PUBLIC)


@hookimpl
def netprep_draft_written(draft):
    print("a draft")
    yield Remark(f"That is draft\\n{draft.id} to {draft.contact}\\x1b[31m.")


@hookimpl
def netprep_prompt_folders():
    return [PromptFolder("good-prompts", HERE / "prompts")]


@hookimpl
def netprep_rule_packs():
    return [RulePack("good-rules", HERE / "rules")]


@hookimpl
def netprep_matchers():
    return [Matcher("same", "sees what is the same", lambda topic, candidate: float(topic == candidate.title))]


@hookimpl
def netprep_share_candidates(contact):
    return [ShareCandidate(LibraryKind.BOOK, "The Quiet Room")]


@hookimpl
def netprep_brief_sections(event):
    return [BriefSection("To bring", (f"{len(event.attendees)} cards",))]
""",
    files=(
        ("prompts/followup/closing.j2", "---\nabout: a goodbye\n---\nUntil the next queue.\n"),
        (
            "rules/synergy.yaml",
            (
                "kind: existence\ncode: GOOD-1\nname: worn-out-word\nlevel: error\nphrases: [synergy, low-hanging fruit]\n"
                "message: “{text}” is worn out.\nsuggestion: Say what you mean.\n"
                "fires: [There is Synergy here., 'Low-hanging  fruit, they say.', What synergy!]\n"
                "passes: [Low hanging lamps., synergyx is a name, The fruit hangs low.]\n"
            ),
        ),
    ),
)

BROKEN = (
    Package("raises_at_import", "raise RuntimeError('no\\x1b[31m such\\nluck')\n"),
    Package("exits_at_import", "import sys\nsys.exit(3)\n"),
    Package("syntax_error", "def (:\n"),
    Package("no_such_module", plugins=("no-such-module = np_nowhere",)),
    Package("unspeakable", "class E(Exception):\n    def __str__(self):\n        raise E\nraise E\n"),
    Package(
        "attribute_raises",
        "class Plugin:\n    @property\n    def NETPREP_API(self):\n        raise RuntimeError('do not look')\n"
        "plugin = Plugin()\n",
        plugins=("attribute-raises = @:plugin",),
    ),
    Package("unknown_hook", _CHANNEL + "@hookimpl\ndef netprep_chanels():\n    return []\n"),
    Package("wrong_arguments", _CHANNEL + "@hookimpl\ndef netprep_facts(contact):\n    return []\n"),
    Package("raises_in_hook", _CHANNEL + "@hookimpl\ndef netprep_channels():\n    raise LookupError('no channel')\n"),
    Package(
        "raises_in_generator",
        _CHANNEL + "@hookimpl\ndef netprep_channels():\n    yield Channel('first', 'is first', str)\n    raise TypeError('then')\n",
    ),
    Package("wrong_type", _CHANNEL + "@hookimpl\ndef netprep_channels():\n    return [{'name': 'fax'}]\n"),
    Package("wrong_field", _CHANNEL + "@hookimpl\ndef netprep_channels():\n    return [Channel('fax', None, str)]\n"),
    Package("other_version", _CHANNEL + "NETPREP_API = 2\n@hookimpl\ndef netprep_channels():\n    return []\n"),
    Package("takes_ours", _CHANNEL + "@hookimpl\ndef netprep_channels():\n    return [Channel('plain', 'is ours', str)]\n"),
    Package("a_class", "class Plugin:\n    pass\n", plugins=("a-class = @:Plugin",)),
    Package("reserved", _CHANNEL + "@hookimpl\ndef netprep_channels():\n    return [Channel('plain', 'is theirs', str)]\n",
            plugins=("netprep = @",)),
)  # fmt: skip
"""Each has one plugin, named as the package is, and is broken when a note is written."""

PRINTS = Package(
    "prints",
    _CHANNEL + "import os, subprocess, sys, threading\n"
    "print('at import')\nos.write(1, b'written at import\\n')\n"
    "def later():\n    import time\n    time.sleep(0.2)\n    print('from a thread of its own')\n"
    "@hookimpl\ndef netprep_channels():\n"
    "    print('in a hook')\n    subprocess.run([sys.executable, '-c', 'print(\"from a program\")'])\n"
    "    threading.Thread(target=later, daemon=False).start()\n"
    "    import atexit\n    atexit.register(print, 'at the end')\n"
    "    return [Channel('quiet', 'is quiet', carry)]\n"
    "def carry(note):\n    print('while it carries')\n    return 'Carried.'\n",
)
CLOSES = Package(
    "closes",
    _CHANNEL
    + "import io, sys\nprint('before')\nsys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding='utf-8')\nprint('wrapped')\n"
    "sys.stdout.close()\n@hookimpl\ndef netprep_channels():\n    print('in a hook')\n    sys.stdout.close()\n    return []\n",
)
HANGS = (
    Package("hangs_at_import", "import time\ntime.sleep(600)\n"),
    Package(
        "hangs_in_hook",
        _CHANNEL + "import os, time\n@hookimpl\ndef netprep_channels():\n"
        "    open(os.environ.get('NP_MARK', os.devnull), 'w').close()\n    time.sleep(600)\n",
    ),
    Package(
        "hangs_and_talks",
        _CHANNEL + "@hookimpl\ndef netprep_channels():\n    import sys\n    while True:\n        print('blah')\n",
    ),
    Package(
        "never_ends",
        _CHANNEL
        + "import threading, time\n@hookimpl\ndef netprep_channels():\n"
        + "    threading.Thread(target=time.sleep, args=(600,), daemon=False).start()\n    return []\n",
    ),
)
"""Each keeps the program waiting; the last one only at its end."""

TWINS = (
    Package("twin_one", _CHANNEL, plugins=("twin = @",)),
    Package("twin_two", _CHANNEL, plugins=("twin = @",), version="2.1"),
)
FAXES = (
    Package("fax_one", _CHANNEL + "@hookimpl\ndef netprep_channels():\n    return [Channel('fax', 'faxes', str)]\n"),
    Package(
        "fax_two", _CHANNEL + "@hookimpl\ndef netprep_channels():\n    return [Channel('fax', 'faxes too', str)]\n"
    ),
)

_PROMPTS = (
    "from pathlib import Path\nfrom netprep.api import PromptFolder, RulePack, hookimpl\nHERE = Path(__file__).parent\n"
    "@hookimpl\ndef netprep_prompt_folders():\n    return [PromptFolder('bad', HERE)]\n"
)
BAD_FILES = (
    Package(
        "bad_rules",
        _PROMPTS.replace("prompt_folders", "rule_packs").replace("PromptFolder(", "RulePack("),
        files=(("low.yaml", GOOD.files[1][1].replace("GOOD-1", "low")),),
    ),
    Package(
        "bad_template",
        _PROMPTS,
        files=(("followup/anchor.j2", "---\nabout: a slip\n---\n{{ anchr | sentence }} is what I remember.\n"),),
    ),
    Package(
        "bad_filter",
        _PROMPTS,
        files=(("followup/anchor.j2", "---\nabout: a slip\n---\n\n{{ anchor | shouted }} is what I remember.\n"),),
    ),
)
"""Each brings a file with a mistake in it."""

COMMANDS = Package(
    "commands",
    _COMMAND
    + '''
import sys


@click.group()
def tool():
    """Do things."""


@tool.command()
def works():
    """Work."""
    click.echo("It works.")


@tool.command()
def crashes():
    secret = "the words of somebody"
    raise ZeroDivisionError("by nought")


@tool.command()
def refused():
    raise ConnectionRefusedError(111, "Connection refused")


@tool.command()
@click.argument("number", type=int)
def checks(number):
    raise click.UsageError("That number is too large.")


@tool.command()
def fails():
    from netprep.api import ServiceFailed
    raise ServiceFailed("The line is down.", hint="Try again.")


@tool.command()
@click.argument("code")
def leaves(code):
    sys.exit(int(code) if code.isdigit() else code)


@tool.command()
def threads():
    import threading, time
    threading.Thread(target=lambda: (time.sleep(1.5), print("Done in the background."))).start()


def today():
    raise AssertionError("netprep's own is used")


no_command = 5
''',
    plugins=(),
    commands=("tool = @:tool", "nocommand = @:no_command", "gone = @:gone", "today = @:today", "twice = @:tool"),
)
COMMANDS_TOO = Package("commands_too", _COMMAND, plugins=(), commands=("twice = @:click", "boom = np_nowhere:boom"))
SLOW_COMMAND = Package("slow_command", "import time\ntime.sleep(600)\n", plugins=(), commands=("slow = @:slow",))

ALL = (GOOD, *BROKEN, PRINTS, CLOSES, *HANGS, *TWINS, *FAXES, *BAD_FILES, COMMANDS, COMMANDS_TOO, SLOW_COMMAND)
