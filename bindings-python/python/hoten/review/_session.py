"""The course of a review: which pair is asked, what was answered, undo, and the file behind it."""

from __future__ import annotations

import csv
import os
import stat
from pathlib import Path
from typing import Any, Literal

from ._marks import rows

Verdict = Literal["same", "different", "unsure"]
_VERDICTS = ("same", "different", "unsure")
_HEADER = ("left_id", "right_id", "verdict")
# What begins a formula in some spreadsheet (core/src/report/sheets.rs).
_FORMULA_STARTS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


class Review:
    """Judges pairs one after another. Made by `result.review()`.

    `same()`, `different()` and `unsure()` answer the pair in `current` and go on; `undo()` takes the
    last answer back. With a `path` each answer is saved at once, and a later review goes on there.
    """

    def __init__(
        self,
        result: Any,
        pairs: list[tuple[str, str]],
        *,
        path: str | os.PathLike[str] | None = None,
        blind: bool = False,
        lang: str = "vi",
    ) -> None:
        self.result, self.blind, self.lang = result, blind, lang
        self.path = Path(path) if path else None
        self._answers: dict[tuple[str, str], str] = {}
        self._order: list[tuple[str, str]] = []
        if self.path and self.path.exists():
            self._read(self.path)
        self.resumed = len(self._answers)
        self.pairs = list(dict.fromkeys(pairs))

    @property
    def current(self) -> tuple[str, str] | None:
        """The ids of the pair that is asked; `None` when all are answered."""
        return next((pair for pair in self.pairs if pair not in self._answers), None)

    @property
    def done(self) -> int:
        """How many of the pairs are answered."""
        return sum(pair in self._answers for pair in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __repr__(self) -> str:
        return f"Review({self.done} of {len(self)} pairs answered)"

    def judge(self, verdict: Verdict) -> Review:
        """Answers the current pair: `same`, `different` or `unsure`."""
        if verdict not in _VERDICTS:
            from .._hoten import _error

            raise _error("unknown_verdict", word=verdict)
        if (pair := self.current) is not None:
            self._answers[pair] = verdict
            self._order.append(pair)
            self._save()
        return self

    def same(self) -> Review:
        """The two records are one person."""
        return self.judge("same")

    def different(self) -> Review:
        """They are two persons."""
        return self.judge("different")

    def unsure(self) -> Review:
        """The records do not tell."""
        return self.judge("unsure")

    def undo(self) -> Review:
        """Takes the last answer back, also one of an earlier sitting."""
        if self._order:
            del self._answers[self._order.pop()]
            self._save()
        return self

    @property
    def judgements(self) -> dict[str, list[str]]:
        """All answers as a table, for the keyword `judgements` of `dedupe`, `link` and `train`."""
        told = [(left, right, self._answers[left, right]) for left, right in self._order]
        return {name: [row[at] for row in told] for at, name in enumerate(_HEADER)}

    def view(self) -> dict[str, Any]:
        """The current pair as plain values, for what draws it: holds the persons' own values."""
        view: dict[str, Any] = {
            "done": self.done,
            "total": len(self),
            "last": self._answers[self._order[-1]] if self._order else None,
            "pair": None,
            "lang": self.lang,
        }
        if (pair := self.current) is None:
            return view
        left, right = self.result.pair(*pair)
        told = self.result.explain(*pair)
        same = {field.field for field in told.fields if field.level == "same"}
        table = rows(left, right, self.lang, same)
        view["pair"] = {"left_id": pair[0], "right_id": pair[1], "rows": table}
        if not self.blind:
            view["pair"]["probability"] = told.probability
            view["pair"]["weight"] = told.weight
        return view

    def _repr_html_(self) -> str:
        return (
            f"<p>{self.done} / {len(self)}. "
            "<code>pip install anywidget</code>, or <code>.serve()</code> for a browser, "
            "<code>.ask()</code> for a terminal.</p>"
        )

    def ask(self) -> Review:
        """Asks in the terminal, a key and Enter a pair."""
        from ._terminal import ask

        return ask(self)

    def serve(self, *, port: int = 0, open_browser: bool = True) -> Review:
        """Asks in a browser page of this computer, until all is answered or Ctrl-C."""
        from ._server import serve

        return serve(self, port=port, open_browser=open_browser)

    def _read(self, path: Path) -> None:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                left, right, verdict = (_unguarded(row.get(name) or "") for name in _HEADER)
                if verdict in _VERDICTS:
                    self._answers[left, right] = verdict
                    self._order.append((left, right))

    def _save(self) -> None:
        if self.path is None:
            return
        # Written beside and renamed: what stood there is never half lost. A new file is its owner's.
        beside = self.path.with_name(self.path.name + ".part")
        mode = stat.S_IMODE(self.path.stat().st_mode) if self.path.exists() else 0o600
        beside.unlink(missing_ok=True)
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(descriptor, "w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(_HEADER)
            writer.writerows((*map(_guarded, pair), self._answers[pair]) for pair in self._order)
        beside.replace(self.path)


def _guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + text if text.startswith(_FORMULA_STARTS) else text


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA_STARTS) else cell
