"""The `arbiter` command: one file a command.

Owns what people see in a terminal and the exit codes. It decides nothing: every command asks the library.
"""

from arbiter.cli.program import app, main

__all__ = ["app", "main"]
