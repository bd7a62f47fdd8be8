"""Judges scored pairs and clusters against the truth of the generator, group by group.

A pair is of a group when either of its records is: Khmer (the person's people), one side with a
birth year alone, one side with no date. F1 of pairs counts true pairs that were never candidates.
"""

import argparse
import json
import re
import unicodedata
from itertools import combinations
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

YEAR_ONLY = r"^(\d{4}|--/--/\d{4}|00/00/\d{4}|\d{4}-00-00|\d{4}0000)$"
FONTS = {"Tcvn3", "Vni", "KhmerScript"}


def fold(text):
    text = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("ð", "d"))
    return re.sub("[^a-z]+", " ", "".join(c for c in text if not unicodedata.combining(c))).strip()


def year_of(date):
    found = re.search(r"(?:^|\D)((?:18|19|20)\d\d)(?:\D|$)", date) or re.match(r"((?:18|19|20)\d\d)\d{4}$", date)
    return int(found.group(1)) if found else None


class Truth:
    """The file, its truth and its faults, by row."""

    def __init__(self, folder):
        read = lambda name: pd.read_csv(folder / name, dtype=str, keep_default_na=False)  # noqa: E731
        self.records, truth, faults = read("residents.csv"), read("truth.csv"), read("faults.csv")
        ids = self.records["record_id"]
        self.row = pd.Series(range(len(ids)), index=ids)
        self.person = truth.set_index("record_id")["person_id"].reindex(ids).astype(int).to_numpy()
        faults = faults.set_index("record_id").reindex(ids)
        self.khmer = (faults["group"] == "khmer").to_numpy()
        self.minority = (faults["group"] == "minority").to_numpy()
        self.hard = [set(words.split()) for words in faults["hard_cases"]]
        self.faults = [set(words.split()) for words in faults["faults"]]
        dob = self.records["dob"].str.strip()
        self.year_only = dob.str.match(YEAR_ONLY).to_numpy()
        self.undated = (dob == "").to_numpy()
        self.years = [year_of(date) for date in dob]
        no_id = (self.records["cccd"] == "") & (self.records["cmnd"] == "")
        self.no_id = no_id.to_numpy()
        groups = pd.DataFrame({"person": self.person, "row": range(len(ids))}).groupby("person")["row"]
        rows = [rows for _, rows in groups if len(rows) > 1]
        true = [pair for group in rows for pair in combinations(group, 2)]
        self.true = np.array(true, dtype=np.int64).reshape(-1, 2)
        self.rows_of = {person: list(rows) for person, rows in groups}

    def groups(self, pairs):
        """Which pairs are of which group."""
        left, right = pairs[:, 0], pairs[:, 1]
        either = lambda of: of[left] | of[right]  # noqa: E731
        return {
            "all": np.ones(len(pairs), dtype=bool),
            "khmer": either(self.khmer),
            "minority": either(self.minority),
            "year only": either(self.year_only),
            "no date": either(self.undated),
            "no id": either(self.no_id),
        }

    def codes(self, pairs):
        return pairs.min(axis=1) * len(self.person) + pairs.max(axis=1)

    # --- what a person is like, from the records whose text is whole ---------------------------

    def traits(self, person):
        names, fathers, mothers, years, homes = set(), set(), set(), set(), set()
        for row in self.rows_of[person]:
            record = self.records.iloc[row]
            if not self.faults[row] & FONTS:
                names.add(fold(record["full_name"]))
                fathers.add(fold(record["father_name"]))
                mothers.add(fold(record["mother_name"]))
                homes.add(fold(record["address"]))
            years.add(self.years[row])
        return [kind - {"", None} for kind in (names, fathers, mothers, years, homes)]

    def relation(self, left, right):
        """What two persons who were taken for one are to each other."""
        (a, a_father, a_mother, a_years, a_home) = self.traits(self.person[left])
        (b, b_father, b_mother, b_years, b_home) = self.traits(self.person[right])
        hard = self.hard[left] & self.hard[right]
        parents = bool(a_father & b_father) and bool(a_mother & b_mother)
        same_year = bool(a_years & b_years)
        if "twin" in hard and same_year and (parents or a_home & b_home):
            return "twins"
        if "father_son" in hard and not same_year and a & b:
            return "father and son"
        if a & (b_father | b_mother) or b & (a_father | a_mother):
            return "parent and child"
        if parents:
            return "siblings"
        if a & b:
            return "namesakes of one year" if same_year else "namesakes"
        if same_year and {n.split()[-1] for n in a} & {n.split()[-1] for n in b}:
            return "one given name and year"
        return "others"


def f1(true, found, right):
    return 2 * right / (true + found) if true + found else 1.0


def judge(truth, pairs, labels=None):
    """Precision, recall and F1 in every group, of pairs put together."""
    correct = truth.person[pairs[:, 0]] == truth.person[pairs[:, 1]]
    of, all_true = truth.groups(pairs), truth.groups(truth.true)
    result = {}
    for group in of:
        right, found, true = int(correct[of[group]].sum()), int(of[group].sum()), int(all_true[group].sum())
        result[group] = {
            "true": true, "found": found, "right": right,
            "precision": right / max(found, 1), "recall": right / max(true, 1),
            "f1": f1(true, found, right),
        }
    return result


def best_threshold(truth, pairs, score):
    """The score from which taking pairs gives the best F1."""
    order = np.argsort(-score, kind="stable")
    right = np.cumsum(truth.person[pairs[order, 0]] == truth.person[pairs[order, 1]])
    curve = 2 * right / (len(truth.true) + np.arange(1, len(order) + 1))
    # A threshold cannot part equal scores.
    last = np.append(score[order][1:] != score[order][:-1], True)
    place = int(np.argmax(np.where(last, curve, 0)))
    return float(score[order][place])


def clusters_of(pairs, rows):
    """Connected components as the smallest row of each."""
    parent = list(range(rows))

    def root(row):
        while parent[row] != row:
            parent[row] = parent[parent[row]]
            row = parent[row]
        return row

    for left, right in pairs:
        left, right = root(int(left)), root(int(right))
        if left != right:
            parent[max(left, right)] = min(left, right)
    return np.array([root(row) for row in range(rows)])


def pairs_within(clusters):
    order = np.argsort(clusters, kind="stable")
    bounds = np.flatnonzero(np.diff(clusters[order])) + 1
    found = []
    for group in np.split(order, bounds):
        if len(group) > 1:
            found.extend(combinations(sorted(group.tolist()), 2))
    return np.array(found, dtype=np.int64).reshape(-1, 2)


def calibration(truth, pairs, probability):
    """Share of true pairs among those scored within each band."""
    correct = truth.person[pairs[:, 0]] == truth.person[pairs[:, 1]]
    bands = [0.0, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99, 0.999, 1.000001]
    table = []
    for low, high in zip(bands, bands[1:]):
        inside = (probability >= low) & (probability < high)
        if inside.any():
            table.append([low, min(high, 1.0), int(inside.sum()), float(probability[inside].mean()),
                          float(correct[inside].mean())])
    return table


def losses(truth, pairs, candidates):
    """Missed and false pairs by kind."""
    found = set(truth.codes(pairs).tolist())
    seen = set(truth.codes(candidates).tolist())
    codes = truth.codes(truth.true).tolist()
    missed = [(pair, code in seen) for pair, code in zip(truth.true, codes) if code not in found]
    kinds = {}
    for left, right in truth.true:
        for fault in truth.faults[left] | truth.faults[right]:
            kinds.setdefault(fault, [0, 0, 0])[0] += 1
    for (left, right), blocked in missed:
        for fault in truth.faults[left] | truth.faults[right]:
            kinds[fault][1] += 1
            kinds[fault][2] += not blocked
    base = len(missed) / max(len(truth.true), 1)
    faults = [
        {"fault": fault, "pairs": n, "missed": m, "not a candidate": nb, "share": m / n,
         "excess": m - n * base}
        for fault, (n, m, nb) in kinds.items()
    ]
    faults.sort(key=lambda row: -row["excess"])
    wrong = pairs[truth.person[pairs[:, 0]] != truth.person[pairs[:, 1]]]
    relations = {}
    for left, right in wrong:
        kind = truth.relation(left, right)
        relations[kind] = relations.get(kind, 0) + 1
    return {
        "missed": len(missed), "missed, not a candidate": sum(not b for _, b in missed),
        "faults": faults,
        "false": dict(sorted(relations.items(), key=lambda item: -item[1])),
    }


def read_sheet(out, name):
    """A table a tool has written, Parquet or CSV; None where it has not."""
    for path in (out / f"{name}.parquet", out / f"{name}.csv"):
        if path.exists():
            return duckdb.sql(f"select * from '{path}'").df()
    return None


def read_pairs(out, truth):
    frame = read_sheet(out, "pairs")
    ids = [truth.row.reindex(frame[side].astype(str)).to_numpy() for side in ("left_id", "right_id")]
    return np.column_stack(ids).astype(np.int64), frame["probability"].to_numpy(dtype=float), frame


def evaluate(folder, out, threshold=None):
    """Everything about one tool's result in `out`, for the file in `folder`."""
    truth = Truth(folder)
    rows = len(truth.person)
    result = {"records": rows, "true pairs": len(truth.true)}
    pairs, probability, frame = read_pairs(out, truth)
    score = frame["weight"].to_numpy(dtype=float) if "weight" in frame else probability
    correct = truth.person[pairs[:, 0]] == truth.person[pairs[:, 1]]
    result["candidates a record"] = len(pairs) / rows
    result["completeness"] = {
        group: float((correct & of).sum() / max(truth.groups(truth.true)[group].sum(), 1))
        for group, of in truth.groups(pairs).items()
    }
    best = best_threshold(truth, pairs, score)
    result["best threshold"] = best
    result["pairs at best"] = judge(truth, pairs[score >= best])
    result["calibration"] = calibration(truth, pairs, probability)
    frame = read_sheet(out, "clusters")
    if frame is not None:
        clusters = np.zeros(rows, dtype=np.int64)
        place = truth.row.reindex(frame["record_id"].astype(str)).to_numpy().astype(np.int64)
        clusters[place] = truth.row.reindex(frame["cluster_id"].astype(str)).to_numpy().astype(np.int64)
        made = pairs_within(clusters)
    else:
        # The best clusters that a threshold at or above the best one gives.
        above = np.sort(score[score >= best])
        tries = [above[int(share * (len(above) - 1))] for share in (0, 0.01, 0.02, 0.04, 0.07, 0.1, 0.2)]
        all_made = [pairs_within(clusters_of(pairs[score >= at], rows)) for at in tries]
        made = max(all_made, key=lambda made: judge(truth, made)["all"]["f1"])
    result["clusters"] = judge(truth, made)
    result["losses"] = losses(truth, made, pairs)
    return result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, help="residents.csv, truth.csv, faults.csv")
    parser.add_argument("out", type=Path, help="pairs.parquet and, if made, clusters.parquet")
    arguments = parser.parse_args()
    result = evaluate(arguments.folder, arguments.out)
    (arguments.out / "evaluation.json").write_text(json.dumps(result, indent=1))
    losses = result.pop("losses")
    for what in ("pairs at best", "clusters"):
        for group, row in result[what].items():
            print(f"{what:14} {group:10} F1 {row['f1']:.4f}  P {row['precision']:.4f}  R {row['recall']:.4f}  true {row['true']}")
    print("completeness", {k: round(v, 4) for k, v in result["completeness"].items()},
          "candidates a record", round(result["candidates a record"], 2), "threshold", best_text(result))
    for low, high, n, mean, share in result["calibration"]:
        print(f"scored {low:.3f}-{high:.3f}: {n:8} pairs, mean {mean:.4f}, true {share:.4f}")
    print("missed", losses["missed"], "not candidates", losses["missed, not a candidate"], "false", losses["false"])
    for row in losses["faults"][:20]:
        print(f"  {row['fault']:20} pairs {row['pairs']:6} missed {row['missed']:5} ({row['share']:.4f}) unblocked {row['not a candidate']:5} excess {row['excess']:.0f}")


def best_text(result):
    return round(result["best threshold"], 3)


if __name__ == "__main__":
    main()
