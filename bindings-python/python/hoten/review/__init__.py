"""Pairs judged by a person: in a notebook, in a browser, or in a terminal.

`result.review()` opens one. The judgements are a CSV file of `left_id`, `right_id` and `verdict`
that `dedupe`, `link` and `train` take as `judgements`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from ._session import Review

__all__ = ["Review", "open_review"]


def open_review(
    result: Any,
    pairs: Any = None,
    *,
    path: str | os.PathLike[str] | None = None,
    count: int = 20,
    blind: bool = False,
    lang: str = "vi",
    widget: bool | None = None,
) -> Any:
    """A review of `pairs` (pairs of ids, or a table of `left_id` and `right_id`), else of the `count`
    pairs that would teach most.

    Every judgement is saved to `path` at once, and what stands there is not asked again. `blind`
    hides the score. Words are in `lang` (`vi`, `en`). `widget=False` never makes a widget.

    >>> import hoten
    >>> table = {"full_name": ["Lê Văn Lợi", "Lê Văn Lơi"], "birth_date": ["1950", "1950"]}
    >>> review = hoten.dedupe(table, possible=0).review([("0", "1")], widget=False)
    >>> review.same().judgements
    {'left_id': ['0'], 'right_id': ['1'], 'verdict': ['same']}
    """
    chosen = result.suggest(count) if pairs is None else pairs
    session = Review(result, _ids(chosen), path=path, blind=blind, lang=lang)
    if widget is not False:
        try:
            from ._widget import ReviewWidget
        except ImportError:
            if widget:
                raise
        else:
            return ReviewWidget(session)
    return session


def _ids(pairs: Any) -> list[tuple[str, str]]:
    if hasattr(pairs, "to_pydict"):
        columns = pairs.to_pydict()
        pairs = zip(columns["left_id"], columns["right_id"])
    elif not isinstance(pairs, Iterable):
        from .._hoten import _error

        raise _error("not_a_table", type=type(pairs).__name__)
    return [(str(left), str(right)) for left, right in pairs]
