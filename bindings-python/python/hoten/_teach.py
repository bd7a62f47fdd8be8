"""Calls with a wrong keyword or a wrong type are told the nearest right one."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TypeVar

from ._hoten import _error

F = TypeVar("F", bound=Callable[..., object])


def taught(function: F) -> F:
    """The function, its errors about arguments replaced by ones that say what to do."""

    @functools.wraps(function)
    def call(*args: object, **keywords: object) -> object:
        try:
            return function(*args, **keywords)
        except (TypeError, OverflowError) as error:
            # What a callback of the caller raises has frames of its own below this one.
            if error.__traceback__ is None or error.__traceback__.tb_next is not None:
                raise
            better = _better(function, args, keywords, error)
            if better is None:
                raise
        raise better

    return call  # type: ignore[return-value]


def _better(function: F, args: tuple[object, ...], keywords: dict[str, object], error: Exception) -> Exception | None:
    # Most programs make no mistake: what tells of one is not loaded before.
    import difflib
    import inspect
    import re

    name = function.__name__
    parameters = inspect.signature(function).parameters
    if found := re.search(r"unexpected keyword argument '(.*)'$", str(error)):
        wrong = found[1]
        nearest = difflib.get_close_matches(wrong, parameters, 1, 0) or ["…"]
        known = ", ".join(parameters)
        return _error("unknown_keyword", function=name, name=wrong, nearest=nearest[0], known=known)
    if found := re.search(r"while processing '(\w+)'$", "".join(getattr(error, "__notes__", ()))):
        given = dict(zip(parameters, args)) | keywords
        kind = f"{type(given.get(found[1])).__name__} ({error})"
        return _error("wrong_argument", function=name, name=found[1], type=kind)
    return None
