"""GoldenMatch on a file of the generator: with no configuration, or tuned by hand.

`zero` gives it the file as it is; `tuned` gives it the columns Splink gets, blocking passes like
Splink's rules and a Fellegi-Sunter model it trains. Writes OUT/pairs.parquet and, for `zero`, its own
clusters; tuned, the threshold is chosen for it by the truth.
"""

import argparse
from pathlib import Path

import duckdb
import goldenmatch as gm
import pyarrow as pa
import pyarrow.parquet as pq
from goldenmatch.config.schemas import (
    BlockingConfig,
    BlockingKeyConfig,
    GoldenMatchConfig,
    MatchkeyConfig,
    MatchkeyField,
)

from prepare import prepare

PASSES = [
    ["cccd"],
    ["cmnd"],
    ["phone", "given"],
    ["name", "birth_year"],
    ["birth_date", "given"],
    ["birth_date", "surname", "sex"],
    ["birth_date", "commune"],
    ["name_sound", "birth_year"],
    ["name_joined", "birth_year"],
    ["name", "commune"],
    ["father", "mother", "given"],
    ["father", "mother", "birth_year"],
    ["given", "birth_year", "hamlet"],
]


def field(name, scorer, thresholds=None, tf=False):
    levels = 2 if thresholds is None else len(thresholds) + 1
    return MatchkeyField(
        field=name, scorer=scorer, levels=levels, level_thresholds=thresholds, tf_adjustment=tf)


def configuration():
    fields = [
        field("name", "jaro_winkler", [0.9999, 0.95, 0.9, 0.8], tf=True),
        field("given", "jaro_winkler", [0.9999, 0.9], tf=True),
        field("birth_date", "date", [0.9999, 0.85]),
        field("birth_year", "exact"),
        field("sex", "exact"),
        field("cccd", "levenshtein", [0.9999, 0.9, 0.8]),
        field("cmnd", "levenshtein", [0.9999, 0.88]),
        field("phone", "levenshtein", [0.9999, 0.89]),
        field("father", "jaro_winkler", [0.9999, 0.92, 0.8], tf=True),
        field("mother", "jaro_winkler", [0.9999, 0.92, 0.8], tf=True),
        field("commune", "exact", tf=True),
        field("hamlet", "jaro_winkler", [0.9999, 0.9], tf=True),
        field("house", "exact"),
    ]
    matchkey = MatchkeyConfig(
        name="person", type="probabilistic", fields=fields, em_iterations=50, link_threshold=0.3)
    passes = [BlockingKeyConfig(fields=names, additive=True) for names in PASSES]
    blocking = BlockingConfig(
        strategy="multi_pass", passes=passes, max_block_size=2000, skip_oversized=True)
    return GoldenMatchConfig(matchkeys=[matchkey], blocking=blocking)


def write_clusters(ids, result, out):
    cluster_of = list(range(len(ids)))
    for cluster in result.clusters.values():
        for row in cluster["members"]:
            cluster_of[row] = min(cluster["members"])
    table = pa.table({"record_id": ids, "cluster_id": [ids[row] for row in cluster_of]})
    pq.write_table(table, out / "clusters.parquet")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("mode", choices=["zero", "tuned"])
    parser.add_argument("file", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    connection = duckdb.connect(config={"threads": 2})
    if arguments.mode == "zero":
        table = connection.sql(
            f"select * from read_csv('{arguments.file}', all_varchar=true, nullstr='')"
        ).to_arrow_table()
        ids = table["record_id"].to_pylist()
        result = gm.dedupe_df(table, exclude_columns=["record_id"], allow_red_config=True,
                              confidence_required=False)
    else:
        prepare(connection, arguments.file)
        table = connection.sql(
            "select * exclude (birth_year), birth_year::varchar as birth_year from residents"
        ).to_arrow_table()
        ids = table["unique_id"].to_pylist()
        result = gm.dedupe_df(table, config=configuration())
    arguments.out.mkdir(parents=True, exist_ok=True)
    pairs = result.scored_pairs
    table = pa.table({
        "left_id": [ids[left] for left, _, _ in pairs],
        "right_id": [ids[right] for _, right, _ in pairs],
        "probability": [float(score) for _, _, score in pairs],
    })
    pq.write_table(table, arguments.out / "pairs.parquet")
    if arguments.mode == "zero":
        write_clusters(ids, result, arguments.out)


if __name__ == "__main__":
    main()
