"""A review as a notebook widget; needs anywidget."""

from __future__ import annotations

from typing import Any

import anywidget

from ._protocol import HERE, answer
from ._session import Review


class ReviewWidget(anywidget.AnyWidget):  # type: ignore[misc]
    """Shows the pairs of a `Review`, which is its `session`. Keys: y same, n different, u unsure,
    z undo. `judgements`, `undo()` and the rest of `Review` are reached through it."""

    _esm = (HERE / "widget.js").read_text(encoding="utf-8")
    _css = (HERE / "widget.css").read_text(encoding="utf-8")

    def __init__(self, session: Review) -> None:
        super().__init__()
        self.session = session
        self.on_msg(self._hear)

    def _hear(self, _: object, message: Any, buffers: object) -> None:
        self.send(answer(self.session, message))

    @property
    def judgements(self) -> dict[str, list[str]]:
        """All answers as a table, for the keyword `judgements` of `dedupe`, `link` and `train`."""
        return self.session.judgements

    def undo(self) -> ReviewWidget:
        """Takes the last answer back and shows its pair."""
        self.session.undo()
        self.send(self.session.view())
        return self

    def __repr__(self) -> str:
        return repr(self.session)
