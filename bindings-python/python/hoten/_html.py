"""Results as static HTML for notebooks.

Colours come from the page around (`currentColor`), so that light and dark themes both fit. Every
value is escaped; values of persons are masked unless asked for.
"""

from __future__ import annotations

from html import escape
from typing import Any

from ._hoten import mask

_ROWS = 10
_LETTERS, _MESSAGE = 60, 300
# Words under figures.
_VIETNAMESE = {
    "records": "bản ghi",
    "pairs matched": "cặp trùng",
    "pairs to review": "cặp cần xem",
    "clusters of two or more": "nhóm trùng",
    "findings": "điều cần xem lại",
    "precision": "độ chính xác",
    "recall": "độ phủ",
    "true pairs": "cặp đúng theo đáp án",
    "predicted": "cặp tìm được",
    "correct": "cặp tìm đúng",
    "doubtful": "bản ghi còn ngờ",
    "errors": "bản ghi có lỗi",
}
# What a value of no known field is masked as.
_UNKNOWN = "full_name"

_STYLE = (
    "<style>.hoten-view{font:13px/1.45 system-ui,sans-serif;color:inherit}"
    ".hoten-view table{border-collapse:collapse;margin:6px 0;color:inherit}"
    # Notebooks align and stripe all tables their own way.
    ".hoten-view th,.hoten-view td{padding:3px 12px 3px 0;text-align:left!important;vertical-align:top;"
    "background:none;border:0;border-bottom:1px solid color-mix(in srgb,currentColor 18%,transparent)}"
    ".hoten-view tr{background:none!important}.hoten-view td,.hoten-view th{max-width:26em}"
    ".hoten-view .n,.hoten-view .right{text-align:right!important;white-space:nowrap;font-variant-numeric:tabular-nums}"
    ".hoten-view .right{padding-right:0}.hoten-view .total td{font-weight:600}.hoten-view .step{display:none}"
    ".hoten-view h3{font-size:14px;margin:8px 0 2px}.hoten-view .verdict{margin-left:.6em}"
    ".hoten-view pre{font:12px/1.5 ui-monospace,monospace;white-space:pre-wrap;word-break:normal;overflow-wrap:anywhere}"
    ".hoten-view .tiles{display:flex;flex-wrap:wrap;gap:8px 28px;margin:4px 0 8px}"
    ".hoten-view .tiles b{display:block;font-size:20px;font-weight:600}"
    ".hoten-view .wide{overflow-x:auto}.hoten-view .soft{opacity:.68}"
    ".hoten-view rect.error{fill:#c0473e}.hoten-view rect.warning{fill:#c58a15}"
    ".hoten-view rect.note{fill:#3f72b5}.hoten-view svg.hoten{max-width:760px;height:auto}"
    ".hoten-view .flat td{white-space:nowrap}"
    ".hoten-view .en{opacity:.65}"
    ".hoten-view details{margin:6px 0}.hoten-view summary{cursor:pointer}</style>"
)

# What the parts of single values are masked as; parts left out are shown.
_PARTS = {
    "Name": dict.fromkeys(("surname", "middle", "given", "lead", "suffix", "syllables"), "full_name"),
    "SexHint": {"evidence": "full_name"},
    "Cleaned": {"text": "full_name"},
    "Repair": {"to": "full_name"},
    "Suggestion": {"candidates": "full_name"},
    "NameKeys": {"fold": "full_name", "sound": "full_name"},
    "KhmerKeys": dict.fromkeys(("strict", "loose", "vowel"), "full_name"),
    "BirthDate": {"month": "**", "day": "**", "candidates": "birth_date"},
    "LunarDate": {"month": "**", "day": "**"},
    "CitizenId": {"number": "citizen_id"},
    "IdentityCard": {"number": "identity_card"},
    "InsuranceNumber": {"number": "insurance_number"},
    "Phone": {"number": "phone"},
    "TaxCode": {"number": "citizen_id"},
    "Finding": {"suggestion": "full_name", "params": "full_name"},
    "FieldExplanation": {"left": "full_name", "right": "full_name"},
}
# Columns of result tables that hold no person's value.
_SHOWN = {
    "agreement", "alike", "bridges", "code", "expected", "f1", "field", "findings", "high", "kind",
    "low", "observed", "pairs", "precision", "probability", "reason", "recall", "records", "repairs",
    "rule", "severity", "side", "true_pairs", "weakest", "weight",
}  # fmt: skip


def render(of: Any, unmask: bool) -> str:
    """One result as a self-contained piece of HTML."""
    drawn = _DRAWN.get(type(of).__name__, _value)
    return f'<div class="hoten-view">{_STYLE}{drawn(of, unmask)}</div>'


def _text(value: object, most: int = _LETTERS) -> str:
    text = str(value)
    text = text if len(text) <= most else text[: most - 1] + "…"
    return escape("".join(c if c.isprintable() else "\ufffd" for c in text))


def _masked(value: Any, field: str, unmask: bool) -> str:
    if value is None or value == "":
        return '<span class="soft">–</span>'
    if isinstance(value, (list, tuple)):
        shown = ", ".join(_masked(part, field, unmask) for part in value[:_ROWS])
        return shown + (" …" if len(value) > _ROWS else "")
    if isinstance(value, dict):
        parts = (
            f"{_text(key)}: {_masked(part, '' if key in _SHOWN else field, unmask)}"
            for key, part in value.items()
        )
        return "; ".join(parts)
    if unmask or not field or isinstance(value, (bool, float)):
        return _text(f"{value:.4g}" if isinstance(value, float) else value)
    if field == "**":
        return field
    # A number in a column that is not known by name is masked as one.
    if field == _UNKNOWN and any(letter.isnumeric() for letter in str(value)):
        field = "identity_card"
    return _text(mask(str(value), field=field))


def _grid(heads: list[str], rows: list[list[str]], numbers: set[int] = frozenset(), kind: str = "flat") -> str:  # type: ignore[assignment]
    def cells(tag: str, row: list[str]) -> str:
        marks = [' class="n"' if at in numbers else "" for at in range(len(row))]
        return "".join(f"<{tag}{mark}>{cell}</{tag}>" for mark, cell in zip(marks, row))

    body = "".join(f"<tr>{cells('td', row)}</tr>" for row in rows)
    head = cells("th", heads)
    return f'<div class="wide"><table class="{kind}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _tiles(figures: dict[str, int]) -> str:
    return _named({name: f"{value:,}" for name, value in figures.items()})


def _named(figures: dict[str, str]) -> str:
    """Figures above their names, in Vietnamese and English."""
    tiles = (f"<div><b>{value}</b>{_both(_VIETNAMESE.get(name), name)}</div>" for name, value in figures.items())
    return f'<div class="tiles">{"".join(tiles)}</div>'


def _both(vietnamese: str | None, english: str) -> str:
    return f'{vietnamese} <span class="en">{english}</span>' if vietnamese else english


def _columns(of: Any) -> str:
    used = ", ".join(
        _text(field if field == header else f"{field} = {header}") for field, header in of.columns.items()
    )
    ignored = ", ".join(map(_text, of.ignored_columns[:_ROWS])) or "–"
    more = len(of.ignored_columns) - _ROWS
    ignored += f" and {more} more" if more > 0 else ""
    return (
        f'<p class="soft">Cột được dùng · columns used: {used}<br>Cột không dùng · ignored: {ignored}</p>'
    )


def _linkage(of: Any, unmask: bool) -> str:
    figures = of.figures()
    tiles = _tiles({
        "records": figures["records"],
        "pairs matched": figures["matched_pairs"],
        "pairs to review": figures["possible_pairs"],
        "clusters of two or more": figures["clusters"],
        "findings": figures["findings"],
    })
    pairs = of.examples(4).to_pydict()
    parts = [tiles, _columns(of)]
    for left, right in zip(pairs["left_id"], pairs["right_id"]):
        told = of.explain(left, right)
        ids = " ↔ ".join(_masked(part, "record_id", unmask) for part in (left, right))
        parts.append(
            f"<details><summary>{ids} · {told.weight:+.1f} bit</summary>"
            f"{told.to_svg(redact=not unmask, lang='vi')}</details>"
        )
    summary = escape(of.summary())
    parts.append(f"<details><summary>{_both('Tóm tắt', 'summary')}</summary><pre>{summary}</pre></details>")
    if not unmask:
        parts.append(
            '<p class="soft">Giá trị đã được che; show(unmask=True) để xem. '
            '<span class="en">Values are masked; show(unmask=True) shows them.</span></p>'
        )
    return "".join(parts)


def _explanation(of: Any, unmask: bool) -> str:
    return of.to_svg(redact=not unmask, lang="vi") + of.to_html(redact=not unmask)


def _evaluation(of: Any, unmask: bool) -> str:
    shares = {name: f"{getattr(of, name):.4f}" for name in ("precision", "recall", "f1")}
    counts = _tiles({"true pairs": of.true_pairs, "predicted": of.predicted_pairs, "correct": of.correct_pairs})
    return _named(shares) + counts + of.to_svg()


def _quality(of: Any, unmask: bool) -> str:
    figures = of.to_dict()
    counts, codes = figures["counts"], figures["codes"]
    shown = {name.replace("_", " "): value for name, value in counts.items() if isinstance(value, int)}
    most = max((code["rows"] for code in codes), default=1)
    rows = [
        [
            _text(code["code"]),
            _text(code["field"]),
            _text(code["criterion"] or "–"),
            f"{code['rows']:,}",
            f'<svg width="{max(2, 240 * code["rows"] // most)}" height="9" aria-hidden="true">'
            f'<rect class="{_text(code["severity"])}" width="100%" height="9" rx="3"/></svg>',
        ]
        for code in codes[:_ROWS]
    ]
    heads = ("Điều ghi nhận", "finding"), ("Mục", "field"), ("Tiêu chí", "criterion"), ("Bản ghi", "records")
    grid = _grid([*(_both(*head) for head in heads), ""], rows, {3})
    more = ""
    if len(codes) > _ROWS:
        rest = len(codes) - _ROWS
        more = f'<p class="soft">Còn {rest} loại nữa · {rest} more kinds: .to_html(), .findings</p>'
    return _tiles(shown) + _columns(of) + grid + more


def _table(of: Any, unmask: bool) -> str:
    names, rows = of.column_names, len(of)
    columns = of.head(_ROWS).to_pydict()
    pairs = {"left_id", "right_id"} <= set(names)

    def field(name: str) -> str:
        base = name.removesuffix("_from")
        if name.endswith("_id") and base not in ("citizen_id",) or name.endswith("_from"):
            return "record_id"
        # Beside a value of a golden record stands where it comes from, whatever its field is called.
        if f"{name}_from" in names:
            return name if name in _FIELDS else _UNKNOWN
        if pairs or name in _SHOWN or name.endswith("_reason"):
            return ""
        return base if base in _FIELDS else _UNKNOWN

    cells = zip(*([_masked(cell, field(name), unmask) for cell in columns[name]] for name in names))
    numbers = {at for at, name in enumerate(names) if any(isinstance(c, (int, float)) for c in columns[name])}
    more = f'<p class="soft">{rows:,} dòng · rows</p>'
    return _grid([_text(name) for name in names], [list(row) for row in cells], numbers) + more


def _array(of: Any, unmask: bool) -> str:
    rows = [[_masked(cell, "full_name", unmask)] for cell in of.head(_ROWS)]
    return _grid([_text(repr(of))], rows)


def _model(of: Any, unmask: bool) -> str:
    import json

    rows = [
        [_text(name), _text(level), *(f"{number:.3g}" for number in numbers.values())]
        for name, levels in json.loads(of.to_json())["comparisons"].items()
        for level, numbers in levels.items()
    ]
    heads = ["comparison", "level", *next(iter(next(iter(json.loads(of.to_json())["comparisons"].values())).values()))]
    return _grid(heads, rows, {2, 3})


def _value(of: Any, unmask: bool) -> str:
    kind = type(of)
    masks = _PARTS.get(kind.__name__, {})
    rows = []
    for name in (name for name in dir(kind) if not name.startswith("_")):
        value = getattr(of, name)
        if callable(value):
            continue
        if name in ("findings", "repairs", "suggestions"):
            shown = "<br>".join(_text(_finding(one), _MESSAGE) for one in value) or '<span class="soft">–</span>'
        elif type(value).__module__ == "hoten":
            shown = _value(value, unmask)
        elif name in ("units",):
            shown = "<br>".join(_text(repr(unit)) for unit in value)
        else:
            shown = _masked(value, masks.get(name, ""), unmask)
        rows.append([_text(name), shown])
    return _grid([_text(kind.__name__), ""], rows, kind="value")


def _finding(of: Any) -> str:
    return f"{of.severity}: {of.message()} ({of.code})" if hasattr(of, "message") else repr(of)


_FIELDS = {
    "record_id", "source", "full_name", "birth_date", "sex", "citizen_id", "identity_card",
    "insurance_number", "phone", "province", "district", "commune", "address", "father_name",
    "mother_name", "father_birth_date", "mother_birth_date", "issue_date",
}  # fmt: skip
_DRAWN = {
    "ArrowArray": _array,
    "ArrowTable": _table,
    "Evaluation": _evaluation,
    "Explanation": _explanation,
    "Linkage": _linkage,
    "Model": _model,
    "Quality": _quality,
}
