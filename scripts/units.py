#!/usr/bin/env python3
"""Makes core/data/units_{districts,before,today}.tsv anew.

    python3 -m venv V && V/bin/pip install vietnamadminunits==1.0.4 && V/bin/python scripts/units.py

The package (MIT) is read, not run: its database gives units and codes, its converter table which
communes went into which. unit_corrections.tsv says where the resolutions say otherwise. Then
`HOTEN_BLESS=1 cargo test -p hoten --test tables` packs the three files into the crate's table.
"""

import collections
import importlib.metadata
import json
import sqlite3
import unicodedata
from pathlib import Path

PACKAGE, VERSION = "vietnamadminunits", "1.0.4"
DATA = Path(__file__).parent.parent / "core" / "data"
# In this order in kind columns.
KINDS = {
    "Quận": "Q", "Huyện": "H", "Thị xã": "TX", "Thành phố": "TP",
    "Phường": "P", "Xã": "X", "Thị trấn": "TT", "Đặc khu": "DK",
}  # fmt: skip


def split(full: str) -> tuple[str, str]:
    """Kind and name: `Thị trấn Tri Tôn` -> `TT`, `Tri Tôn`."""
    full = " ".join(unicodedata.normalize("NFC", full).replace("’", "'").split())
    for kind, short in KINDS.items():
        if full.lower().startswith(kind.lower() + " "):
            return short, full[len(kind) + 1 :]
    raise ValueError(full)


def rows(table: str, database: sqlite3.Connection) -> list[dict]:
    cursor = database.execute(f"select * from {table}")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def corrections() -> dict[str, list[str]]:
    lines = (DATA / "unit_corrections.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {code: successors.split() for code, successors, *_ in cells[1:]}


def write(name: str, about: str, header: str, lines: list[str]) -> None:
    head = (
        f"# {about}\n"
        f"# source: {PACKAGE} {VERSION} (MIT), units as of 2025-06-30 and 2025-07-01; made by scripts/units.py, do not edit.\n"
        f"{header}\n"
    )
    (DATA / name).write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    distribution = importlib.metadata.distribution(PACKAGE)
    assert distribution.version == VERSION, distribution.version
    folder = Path(distribution.locate_file(PACKAGE)) / "data"
    database = sqlite3.connect(folder / "dataset.db")
    before, today = rows("admin_units_legacy", database), rows("admin_units", database)
    converter = json.loads((folder / "converter_2025.json").read_text(encoding="utf-8"))

    code_of = {(unit["provinceKey"], unit["wardKey"]): unit["wardCode"] for unit in today}
    successors = collections.defaultdict(set)
    for province, units in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for unit, members in units.items():
            for member in members:
                successors[member].add(code_of[province, unit])
    for province, members in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for member, parts in members.items():
            successors[member].update(code_of[province, part["newWardKey"]] for part in parts)

    corrected = corrections()
    districts, communes = {}, []
    for unit in before:
        key = "_".join(unit[part] or "" for part in ("provinceKey", "districtKey", "wardKey"))
        into = sorted(successors[key])
        assert into, key
        code = unit["districtCode"]
        district = districts.setdefault(
            code, [code, *split(unit["district"]), unit["provinceCode"], ""]
        )
        if unit["ward"] is None:
            # An island without communes.
            district[4] = " ".join(into)
            continue
        if unit["wardCode"] in corrected:
            right = corrected.pop(unit["wardCode"])
            assert right != into, f"{unit['wardCode']}: the package says so too by now"
            into = right
        communes.append([unit["wardCode"], *split(unit["ward"]), code, " ".join(into)])
    assert not corrected, corrected

    write(
        "units_districts.tsv",
        "Districts until 2025-06-30: code, kind, name, province; successors where there were no communes.",
        "code\tkind\tname\tprovince\tsuccessors",
        sorted("\t".join(row) for row in districts.values()),
    )
    write(
        "units_before.tsv",
        "Communes until 2025-06-30: code, kind, name, district, units since. unit_corrections.tsv is applied.",
        "code\tkind\tname\tdistrict\tsuccessors",
        sorted("\t".join(row) for row in communes),
    )
    write(
        "units_today.tsv",
        "Communes since 2025-07-01: code, kind, name, province.",
        "code\tkind\tname\tprovince",
        sorted(
            "\t".join([unit["wardCode"], *split(unit["ward"]), unit["provinceCode"]])
            for unit in today
        ),
    )
    print(f"{len(districts)} districts, {len(communes)} communes before, {len(today)} today")


if __name__ == "__main__":
    main()
