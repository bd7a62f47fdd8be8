"""What a home cannot settle alone: groups of records that near pairs lead out of, as JSON."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from .._hoten import Learned


def open_groups(
    records: pa.Table, across: pa.Table, partners: pa.Table, matches: pa.Table
) -> dict[str, pa.Array]:
    """Each group, by the `name` of one of its records, with all that is needed to look again: its
    members, their partners and near pairs, and the records of these."""
    groups: dict[str, dict[str, list[Any]]] = {}
    group_of: dict[str, str] = {}
    needed: dict[str, set[str]] = defaultdict(set)
    for row in partners.to_pylist():
        name, record, partner = row["group"], row["record_id"], row["partner"]
        group = groups.setdefault(name, {"members": [], "partners": [], "pairs": [], "across": []})
        if record not in group_of:
            group_of[record] = name
            group["members"].append(record)
            needed[name].add(record)
        if row["weight"] is not None:
            group["partners"].append([record, partner, row["weight"]])
            needed[name].add(partner)
    for row in matches.to_pylist():
        groups[group_of[row["left_id"]]]["pairs"].append([row["left_id"], row["right_id"], row["rule"]])
    for row in across.to_pylist():
        ends = row["left_id"], row["right_id"]
        for name in {group_of[end] for end in ends if end in group_of}:
            groups[name]["across"].append([*ends, row["rule"]])
            needed[name].update(ends)
    all_needed = pa.array(sorted(set().union(*needed.values())), records.schema.field("record_id").type)
    rows = records.filter(pc.is_in(records.column("record_id"), value_set=all_needed)).to_pylist()
    cells = {row["record_id"]: list(row.values()) for row in rows}
    texts = []
    for name, group in groups.items():
        own = [cells[record] for record in sorted(needed[name]) if record in cells]
        texts.append(json.dumps({"fields": records.schema.names, "records": own, **group}, ensure_ascii=False))
    return {"name": pa.array(list(groups), pa.string()), "open": pa.array(texts, pa.string())}


def links(text: str) -> list[tuple[str, str]]:
    """The group's name beside each of its members and each record that a near pair leads to."""
    group = json.loads(text)
    name = group["members"][0]
    ends = {end for pair in group["across"] for end in pair[:2]}
    return [(name, end) for end in sorted(ends.union(group["members"]))]


def settled(learned: Learned, texts: Iterable[str], keywords: dict[str, Any]) -> tuple[pa.Table, pa.Table]:
    """The clusters of all members of groups that no near pair leads out of together, and the pairs
    between the groups of different homes."""
    records: dict[str, list[str | None]] = {}
    members: list[str] = []
    partners: list[list[Any]] = []
    pairs: list[list[Any]] = []
    across: dict[tuple[str, str], int] = {}
    fields: list[str] = []
    for text in texts:
        group = json.loads(text)
        fields = group["fields"]
        at = fields.index("record_id")
        records.update((row[at], row) for row in group["records"])
        members += group["members"]
        partners += group["partners"]
        pairs += group["pairs"]
        # Both homes tell of a pair between them.
        across.update(((left, right), rule) for left, right, rule in group["across"])
    rows = sorted(records.items(), key=lambda row: (len(row[0]), row[0]))
    columns = list(zip(*(row for _, row in rows))) or [()] * len(fields)
    pairs += [[left, right, rule] for (left, right), rule in across.items()]
    found = learned.look_again(
        {name: pa.array(cells, pa.string()) for name, cells in zip(fields, columns)},
        {"left_id": [pair[0] for pair in pairs], "right_id": [pair[1] for pair in pairs]},
        [pair[2] for pair in pairs],
        {"record_id": [row[0] for row in partners], "partner": [row[1] for row in partners]},
        [row[2] for row in partners],
        columns={name: name for name in fields},
        **keywords,
    )
    clusters = pa.table(found.clusters)
    clusters = clusters.filter(pc.is_in(clusters.column("record_id"), pa.array(members, pa.large_string())))
    scored = pa.table(found.pairs).select(["left_id", "right_id", "weight", "probability", "rule"])
    ends = zip(scored.column("left_id").to_pylist(), scored.column("right_id").to_pylist())
    is_new = [pair in across or pair[::-1] in across for pair in ends]
    return clusters, scored.filter(pa.array(is_new, pa.bool_()))
