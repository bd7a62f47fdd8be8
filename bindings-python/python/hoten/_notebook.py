"""How results show themselves in notebooks: masked, static, without script."""

from __future__ import annotations

from typing import Any

from . import _hoten


class View:
    """A result as HTML: what `show` gives. Notebooks draw it; `str()` is the markup.

    >>> import hoten
    >>> name = hoten.parse_name("Nguyễn Văn Hòa")
    >>> "Nguyễn" in str(name.show()), "Nguyễn" in str(name.show(unmask=True))
    (False, True)
    """

    def __init__(self, of: object, unmask: bool) -> None:
        from ._html import render

        self._of, self._markup = of, render(of, unmask)

    def _repr_html_(self) -> str:
        return self._markup

    def __str__(self) -> str:
        return self._markup

    def __repr__(self) -> str:
        return repr(self._of)


def show(self: Any, *, unmask: bool = False) -> View:
    """The result as HTML; names, dates and numbers of persons are masked unless `unmask`."""
    return View(self, unmask)


def _repr_html_(self: Any) -> str:
    from ._html import render

    return render(self, False)


def review(self: Any, pairs: Any = None, **options: Any) -> Any:
    """Pairs to be judged by a person: `hoten.review.Review`, a widget where anywidget is installed."""
    from .review import open_review

    return open_review(self, pairs, **options)


def attach() -> None:
    """Gives every result its notebook view. Done once, when the package is imported."""
    for name in _hoten.__all__:
        kind = getattr(_hoten, name)
        if isinstance(kind, type) and kind.__module__ == "hoten" and name != "CandidateStream":
            setattr(kind, "_repr_html_", _repr_html_)
            setattr(kind, "show", show)
    setattr(_hoten.Linkage, "review", review)
