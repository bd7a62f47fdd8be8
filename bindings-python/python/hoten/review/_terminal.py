"""A review in the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable

from ._session import Review

_VI = "y giống · n khác · u chưa rõ · z lùi lại · q dừng: "
_EN = "y same · n different · u unsure · z undo · q stop: "
_KEYS = {"y": "same", "n": "different", "u": "unsure"}


def ask(review: Review, read: Callable[[str], str] = input) -> Review:
    """Asks pair after pair; `q`, the end of input or Ctrl-C stops, and every answer is kept."""
    colour = sys.stdout.isatty()
    while review.current is not None:
        print(_shown(review, colour))
        try:
            key = read(_VI if review.lang == "vi" else _EN).strip().lower()[:1]
        except (EOFError, KeyboardInterrupt):
            print()
            break
        if key == "q":
            break
        if key == "z":
            review.undo()
        elif key in _KEYS:
            review.judge(_KEYS[key])  # type: ignore[arg-type]
    return review


def _shown(review: Review, colour: bool) -> str:
    view = review.view()
    pair = view["pair"]
    score = "" if review.blind else f"  {pair['weight']:+.1f} bit  {pair['probability']:.4f}"
    lines = [f"\n{view['done'] + 1}/{view['total']}  {pair['left_id']} ↔ {pair['right_id']}{score}"]

    def text(segments: list[tuple[str, bool]]) -> str:
        start, end = ("\033[1;33m", "\033[0m") if colour else ("[", "]")
        clean = [("".join(c if c.isprintable() else "\ufffd" for c in part), differs) for part, differs in segments]
        return "".join(f"{start}{part}{end}" if differs else part for part, differs in clean) or "–"

    for row in pair["rows"]:
        lines.append(f"  {row['label']:<14} {text(row['left'])}  |  {text(row['right'])}")
    return "\n".join(lines)
