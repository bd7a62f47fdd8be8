"""What each command does."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import hoten

from ._progress import bar
from ._words import Words


class Command(NamedTuple):
    """One command: its name, its arguments, what it does."""

    name: str
    arguments: Callable[[argparse.ArgumentParser, Words], None]
    run: Callable[[argparse.Namespace, Words], int]


def _columns(asked: argparse.Namespace) -> dict[str, str] | None:
    named = dict(pair.partition("=")[::2] for pair in asked.column or ())
    return named or None


def _say(asked: argparse.Namespace, words: Words, result: Any, figures: dict[str, Any]) -> None:
    """The figures, for people or programs, and what the columns were taken for."""
    if asked.json:
        columns = {"columns": result.columns, "ignored_columns": result.ignored_columns}
        print(json.dumps({**figures, **columns}, ensure_ascii=False))
        return
    used = ", ".join(field if field == held else f"{field} = {held}" for field, held in result.columns.items())
    ignored = ", ".join(result.ignored_columns)
    print(f"{words('columns')}: {used}" + (f"; {words('ignored')}: {ignored}" if ignored else ""))


def _reading(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("--column", action="append", metavar="FIELD=HEADER", help=words("column"))


def _check_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("file", help=words("file"))
    _reading(parser, words)
    parser.add_argument("--sheet", help=words("sheet"))
    parser.add_argument("--today", help=words("today"))
    parser.add_argument("--ignore", action="append", metavar="CODE", help=words("ignore"))
    parser.add_argument("--title", default="", help=words("title"))
    parser.add_argument("-o", "--out", metavar="FOLDER", help=words("out"))
    parser.add_argument("--unmask", action="store_true", help=words("unmask"))


def _check(asked: argparse.Namespace, words: Words) -> int:
    with bar() as progress:
        quality = hoten.check(
            asked.file, columns=_columns(asked), sheet=asked.sheet, today=asked.today, ignore=asked.ignore,
            title=asked.title, progress=progress,
        )  # fmt: skip
    figures = quality.to_dict()
    _say(asked, words, quality, figures)
    counts = figures["counts"]
    if not asked.json:
        print(f"{counts['records']} {words('records')}, {counts['errors']} {words('errors')}")
        for code in figures["codes"]:
            print(f"  {code['rows']:>9}  {code['severity']:<8} {code['field']}: {code['code']}")
    if asked.out:
        quality.write_report(asked.out, redact=not asked.unmask, lang=words.lang)
        _written(asked, words, asked.out)
    return 1 if counts["errors"] else 0


def _written(asked: argparse.Namespace, words: Words, folder: str) -> None:
    if not asked.json:
        print(f"{words('written')} {folder}")


def _matching(parser: argparse.ArgumentParser, words: Words) -> None:
    _reading(parser, words)
    parser.add_argument("--threshold", type=float, default=0.9, help=words("threshold"))
    parser.add_argument("--possible", type=float, default=0.5, help=words("possible"))
    parser.add_argument("--judgements", metavar="CSV", help=words("judgements"))
    parser.add_argument("--model", metavar="JSON", help=words("model"))
    parser.add_argument("--truth", metavar="CSV", help=words("truth"))
    parser.add_argument("-o", "--out", metavar="FOLDER", help=words("out"))
    parser.add_argument("--save", metavar="FOLDER", help=words("save"))
    parser.add_argument("--unmask", action="store_true", help=words("unmask"))


def _matched(asked: argparse.Namespace, words: Words, result: Any) -> int:
    figures = dict(result.figures())
    if asked.truth:
        found = result.evaluate(asked.truth)
        figures |= {name: getattr(found, name) for name in ("precision", "recall", "f1")}
    _say(asked, words, result, figures)
    if not asked.json:
        shown = {
            "records": "records",
            "matched_pairs": "matched",
            "possible_pairs": "suggest",
            "clusters": "clusters",
            "findings": "findings",
        }
        print(", ".join(f"{figures[name]} {words(word)}" for name, word in shown.items()))
        for name in ("precision", "recall", "f1"):
            if name in figures:
                print(f"  {name} {figures[name]:.4f}")
    if asked.out:
        result.write_report(asked.out, redact=not asked.unmask)
        _written(asked, words, asked.out)
    if asked.save:
        result.save(asked.save)
        _written(asked, words, asked.save)
    return 0


def _options(asked: argparse.Namespace) -> dict[str, Any]:
    return {
        "columns": _columns(asked),
        "threshold": asked.threshold,
        "possible": asked.possible,
        "judgements": asked.judgements,
        "model": asked.model,
    }


def _dedupe_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("file", help=words("file"))
    parser.add_argument("--sheet", help=words("sheet"))
    _matching(parser, words)


def _dedupe(asked: argparse.Namespace, words: Words) -> int:
    with bar() as progress:
        result = hoten.dedupe(asked.file, sheet=asked.sheet, progress=progress, **_options(asked))
    return _matched(asked, words, result)


def _link_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("left", help=words("left"))
    parser.add_argument("right", help=words("right"))
    parser.add_argument("--mode", default="many_to_many", help=words("mode"))
    _matching(parser, words)


def _link(asked: argparse.Namespace, words: Words) -> int:
    with bar() as progress:
        result = hoten.link(asked.left, asked.right, mode=asked.mode, progress=progress, **_options(asked))
    return _matched(asked, words, result)


def _review_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("saved", help=words("saved"))
    parser.add_argument("--judgements", metavar="CSV", default="judgements.csv", help=words("judgements"))
    parser.add_argument("--count", type=int, default=20, help=words("count"))
    parser.add_argument("--blind", action="store_true", help=words("blind"))
    parser.add_argument("--browser", action="store_true", help=words("browser"))


def _review(asked: argparse.Namespace, words: Words) -> int:
    if Path(asked.saved).is_dir():
        result = hoten.open_result(asked.saved)
    else:
        with bar() as progress:
            result = hoten.dedupe(asked.saved, progress=progress)
    review = result.review(
        path=asked.judgements, count=asked.count, blind=asked.blind, lang=words.lang, widget=False
    )
    review.serve() if asked.browser else review.ask()
    if asked.json:
        print(json.dumps({"pairs": len(review), "judged": review.done, "file": asked.judgements}))
    else:
        print(f"{review.done} / {len(review)} {words('judged')}: {asked.judgements}")
    return 0 if review.current is None else 1


def _search_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument("index", help=words("index"))
    parser.add_argument("name", nargs="?", help=words("name"))
    parser.add_argument("--field", action="append", metavar="FIELD=VALUE", help=words("field"))
    parser.add_argument("--limit", type=int, default=10, help=words("limit"))


def _search(asked: argparse.Namespace, words: Words) -> int:
    path = Path(asked.index)
    if path.suffix != ".hoten":
        built = path.with_name(path.name + ".hoten")
        if not built.exists() or built.stat().st_mtime < path.stat().st_mtime:
            hoten.Index.build(str(path), str(built))  # type: ignore[attr-defined]
        path = built
    query = dict(pair.partition("=")[::2] for pair in asked.field or ())
    if asked.name:
        query["full_name"] = asked.name
    hits = hoten.Index.open(str(path)).search(query, limit=asked.limit)  # type: ignore[attr-defined]
    told = [{"record_id": hit.record_id, "probability": hit.probability, "score": hit.score} for hit in hits]
    if asked.json:
        print(json.dumps({"hits": told}, ensure_ascii=False))
    elif not told:
        print(words("none"))
    for hit in told if not asked.json else ():
        print(f"{hit['probability']:.4f}  {hit['score']:+.1f}  {hit['record_id']}")
    return 0 if told else 1


COMMANDS = [
    Command("check", _check_arguments, _check),
    Command("dedupe", _dedupe_arguments, _dedupe),
    Command("link", _link_arguments, _link),
    Command("review", _review_arguments, _review),
]
if hasattr(hoten, "Index"):
    COMMANDS.append(Command("search", _search_arguments, _search))
