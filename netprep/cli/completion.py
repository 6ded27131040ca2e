"""``netprep completion``: completion scripts for shells."""

from __future__ import annotations

import click

from netprep.cli.main import cli


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script of SHELL; your shell reads it at start-up.

    \b
    bash: echo 'eval "$(netprep completion bash)"' >> ~/.bashrc
    zsh:  echo 'eval "$(netprep completion zsh)"' >> ~/.zshrc
    fish: netprep completion fish > ~/.config/fish/completions/netprep.fish
    """  # noqa: D301 - \b is Click's mark for lines that are not to be joined
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is not None:
        click.echo(kind(cli, {}, "netprep", "_NETPREP_COMPLETE").source())
