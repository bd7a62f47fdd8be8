"""A line of progress, where a person watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_WIDE = 24


@contextmanager
def bar() -> Iterator[Callable[[str, int, int], None] | None]:
    """A callback for `progress` that draws on the error stream; `None` where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    start = time.monotonic()

    def draw(stage: str, done: int, total: int) -> None:
        full = _WIDE * done // total if total else 0
        share = f"{done / total:4.0%}" if total else f"{done:,}"
        line = f"{stage:<8} [{'#' * full}{'.' * (_WIDE - full)}] {share} {time.monotonic() - start:.0f} s"
        print(f"\r{line:<70}", end="", file=sys.stderr, flush=True)

    try:
        yield draw
    finally:
        print(f"\r{'':<70}\r", end="", file=sys.stderr, flush=True)
