"""Two records side by side, the words marked in which they differ."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

from .._hoten import normalize

# Fields in the order a clerk reads them, with their Vietnamese words.
_WORDS = {
    "full_name": "Họ và tên",
    "birth_date": "Ngày sinh",
    "sex": "Giới tính",
    "citizen_id": "Số định danh",
    "identity_card": "Số CMND",
    "insurance_number": "Số bảo hiểm",
    "phone": "Điện thoại",
    "province": "Tỉnh",
    "district": "Huyện",
    "commune": "Xã",
    "address": "Địa chỉ",
    "father_name": "Họ tên cha",
    "father_birth_date": "Ngày sinh cha",
    "mother_name": "Họ tên mẹ",
    "mother_birth_date": "Ngày sinh mẹ",
    "issue_date": "Ngày cấp",
    "source": "Nguồn",
}

Segments = list[tuple[str, bool]]


def rows(left: dict[str, str], right: dict[str, str], lang: str, same: set[str]) -> list[dict[str, Any]]:
    """One row a field that either record has: its label, and both values as marked segments.

    Nothing is marked in fields that are the `same` though written differently, nor in sources.
    """
    shown: list[dict[str, Any]] = []
    # Declared fields come last, by the names they were given.
    declared = [name for name in {**left, **right} if name not in _WORDS and name != "record_id"]
    for field, words in [*_WORDS.items(), *((name, name) for name in declared)]:
        one, two = left.get(field) or "", right.get(field) or ""
        if one or two:
            label = words if lang == "vi" or field in declared else field.replace("_", " ")
            plain = field in same or field == "source"
            whole = [(one, False)] if one else [], [(two, False)] if two else []
            marked = whole if plain else differing(one, two)
            shown.append({"field": field, "label": label, "left": marked[0], "right": marked[1]})
    return shown


def differing(left: str, right: str) -> tuple[Segments, Segments]:
    """Both values cut into pieces, true where a word is not in the other value at that place.

    Words are compared in their normal form: capitals and the place of a tone do not differ.

    >>> differing("NGUYỄN Văn Hoà", "Nguyễn Thị Hòa")[0]
    [('NGUYỄN ', False), ('Văn ', True), ('Hoà', False)]
    """
    one, two = left.split(), right.split()
    pieces: tuple[Segments, Segments] = ([], [])
    keys = [normalize(word) for word in one], [normalize(word) for word in two]
    for tag, a, b, c, d in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        # Beside an empty value nothing differs: it is only missing.
        differs = tag != "equal" and bool(one) and bool(two)
        for words, start, end, into in ((one, a, b, pieces[0]), (two, c, d, pieces[1])):
            if start < end:
                last = "" if end == len(words) else " "
                into.append((" ".join(words[start:end]) + last, differs))
    return pieces
