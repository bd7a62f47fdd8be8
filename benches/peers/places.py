#!/usr/bin/env python3
"""Compares the successors of core/data/units_before.tsv with sources it was not made from.

    git clone https://github.com/dvhcvn/20250701 && git -C 20250701 checkout dd94887c
    pip install vietnam-address-converter==1.0.5 vn-address-converter==0.1.3
    benches/peers/places.py 20250701 [--write]

dvhcvn/20250701 (MIT) was made from the texts of the 34 resolutions and is joined by code, vietnam-
address-converter (Apache-2.0) from a list of its own and is joined by names. vn-address-converter
(MIT) gives one successor a commune. underthesea 9.5.0 is no other source: its table is made from
vietnamadminunits, as ours. `--write` writes the digests that core/tests/places.rs checks; nothing
of the sources themselves is kept.
"""

import collections
import json
import sys
import unicodedata
from pathlib import Path

CORE = Path(__file__).resolve().parent.parent.parent / "core"
KINDS = ["Phường", "Xã", "Thị trấn", "Quận", "Huyện", "Thị xã", "Thành phố", "Tỉnh", "Đặc khu"]
WORDS = {"P": "phuong", "X": "xa", "TT": "thitran", "DK": "dackhu"}


def rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def marked(name: str) -> str:
    """The name without the word for its kind, in small letters."""
    name = " ".join(unicodedata.normalize("NFC", name).split()).lower()
    for kind in KINDS:
        name = name.removeprefix(kind.lower() + " ")
    return name.lstrip("0") or name


def plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(c for c in decomposed if c.isascii() and c.isalnum())


def province(name: str) -> str:
    name = plain(marked(name))
    return "hue" if name == "thuathienhue" else name


def fnv(text: str) -> str:
    value = 0x811C9DC5
    for byte in text.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return f"{value:08x}"


def main() -> None:
    before = rows(CORE / "data/units_before.tsv")
    today = rows(CORE / "data/units_today.tsv")
    districts = {row[0]: row for row in rows(CORE / "data/units_districts.tsv")}
    provinces = {row[1]: row for row in rows(CORE / "data/province_codes.tsv")}
    names_today = {row[3]: row[4] for row in provinces.values()}
    ours = {row[0]: set(row[4].split()) for row in before}
    explained = {row[0]: set(row[1].split()) for row in rows(CORE / "testdata/places/differences.tsv")}

    # By code.
    splits = json.loads((Path(sys.argv[1]) / "mapping/splits.json").read_text(encoding="utf-8"))
    theirs = {
        unit["level3_id"]: {part["new_id"] for part in unit["splits"]}
        for group in splits["data"]
        for unit in group["level3s"]
    }
    other = {code for code in ours if theirs[code] != ours[code]}
    print(f"dvhcvn/20250701: {len(ours) - len(other)} of {len(ours)} equal, {len(other)} differ")
    print("  not explained:", sorted(code for code in other if explained.get(code) != theirs[code]) or "none")
    print("  explained, but equal by now:", sorted(set(explained) - other) or "none")

    # By names; marks tell apart what letters do not.
    by_name, by_today = collections.defaultdict(list), collections.defaultdict(list)
    for code, kind, name, district, _ in before:
        area = districts[district]
        key = province(provinces[area[3]][2]), plain(marked(area[2])), WORDS[kind] + plain(name)
        by_name[key].append((code, marked(name)))
    for code, kind, name, area in today:
        by_today[province(names_today[area]), WORDS[kind] + plain(name)].append((code, marked(name)))

    def one(found: list[tuple[str, str]], name: str) -> str | None:
        if len(found) > 1:
            found = [unit for unit in found if unit[1] == marked(name)]
        return found[0][0] if len(found) == 1 else None

    def compare(source: str, links: list[tuple[tuple[str, str, str], tuple[str, str]]]) -> None:
        sets = collections.defaultdict(set)
        for (area, district, commune), (area_today, unit) in links:
            key = province(area), plain(marked(district)), plain(commune)
            code = one(by_name.get(key, []), commune)
            into = one(by_today.get((province(area_today), plain(unit)), []), unit)
            if code and into:
                sets[code].add(into)
        within = [code for code in sets if sets[code] <= ours[code]]
        equal = [code for code in sets if sets[code] == ours[code]]
        single = [code for code in sets if len(sets[code]) == len(ours[code]) == 1]
        same = [code for code in single if sets[code] == ours[code]]
        print(f"{source}: {len(sets)} communes found by name")
        print(f"  within our set {len(within)} ({len(within) / len(sets):.2%}), equal {len(equal)} ({len(equal) / len(sets):.2%})")
        print(f"  undivided in both {len(single)}, equal {len(same)} ({len(same) / len(single):.2%})")
        print(f"  of the {len(other)} that differ from dvhcvn: equal {sum(sets.get(code) == ours[code] for code in other)}")

    from vietnam_address_converter.data import mapping

    compare(
        "vietnam-address-converter",
        [
            (
                (row["old"]["province_name"], row["old"]["district_name"], row["old"]["ward_name"]),
                (row["new"]["province_name"], row["new"]["ward_name"]),
            )
            for row in mapping["rows"]
        ],
    )
    import vn_address_converter

    table = json.loads((Path(vn_address_converter.__file__).parent / "data/ward_mapping.json").read_text(encoding="utf-8"))
    compare(
        "vn-address-converter",
        [
            ((area, district, commune), (into["new_provine_name"], into["new_ward_name"]))
            for area, inner in table.items()
            for district, communes in inner.items()
            if not district.startswith("legacy")
            for commune, into in communes.items()
            if not commune.startswith("legacy")
        ],
    )

    if "--write" in sys.argv:
        lines = collections.defaultdict(list)
        for code, _, _, district, _ in before:
            if code not in explained:
                lines[districts[district][3]].append(f"{code}:{' '.join(sorted(theirs[code]))}\n")
        head = (
            "# Digests of the successors that dvhcvn/20250701 @dd94887c has, by province until 2025-06-30, without the communes of\n"
            "# differences.tsv: FNV-1a of the lines `code:successors`. Written by benches/peers/places.py; nothing of the source is kept.\n"
            "province\tcommunes\tdigest\n"
        )
        body = "".join(f"{area}\t{len(all)}\t{fnv(''.join(all))}\n" for area, all in sorted(lines.items()))
        (CORE / "testdata/places/digests.tsv").write_text(head + body, encoding="utf-8")


if __name__ == "__main__":
    main()
