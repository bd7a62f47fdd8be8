"""What a page says to a review and hears from it; the same in a notebook and over HTTP.

Values of persons travel in messages only, never in a widget's state, which notebooks may save.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ._session import Review

HERE = Path(__file__).parent


def answer(review: Review, message: Any) -> dict[str, Any]:
    """Does what the page asks and gives what it shall show."""
    do = message.get("do") if isinstance(message, dict) else None
    if do == "undo":
        review.undo()
    elif do in ("same", "different", "unsure"):
        # A key pressed twice must not judge a pair nobody has seen.
        if message.get("at") == list(review.current or ()):
            review.judge(do)
    return review.view()
