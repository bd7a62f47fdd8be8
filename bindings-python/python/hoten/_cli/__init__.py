"""The command line.

Exit codes: 0 done; 1 done, and something needs a person (errors in the data, pairs left to judge,
nothing found); 2 the call could not be done; 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence

from .._errors import HotenError
from ._commands import COMMANDS
from ._words import Words


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the exit code is the answer."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    # Help comes before parsing ends, so that its language is looked for first.
    words = Words(_language(arguments))
    parser = _parser(words)
    asked = parser.parse_args(arguments)
    if asked.command is None:
        parser.print_help()
        return 2
    try:
        return asked.run(asked, words)
    except HotenError as error:
        if asked.json:
            told = {"error": {"code": error.code, "message": error.message(words.lang)}}
            print(json.dumps(told, ensure_ascii=False))
        print(f"hoten: {error.message(words.lang)}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"hoten: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"hoten: {words('stopped')}", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Who reads has seen enough, as `| head` does.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")
        return 0


def _language(arguments: Sequence[str]) -> str:
    """What `--lang` says, else the locale."""
    for at, argument in enumerate(arguments):
        if argument == "--lang" and at + 1 < len(arguments):
            return arguments[at + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "vi" if value.lower().startswith("vi") else "en"
    return "en"


def _parser(words: Words) -> argparse.ArgumentParser:
    from .._hoten import __version__

    parser = argparse.ArgumentParser(prog="hoten", description=words("about"))
    parser.add_argument("--version", action="version", version=f"hoten {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="{" + ",".join(c.name for c in COMMANDS) + "}")
    for command in COMMANDS:
        help = words(command.name)
        own = commands.add_parser(command.name, help=help, description=help)
        own.add_argument("--lang", choices=("vi", "en"), default=words.lang, help=words("lang"))
        own.add_argument("--json", action="store_true", help=words("json"))
        command.arguments(own, words)
        own.set_defaults(run=command.run)
    return parser
