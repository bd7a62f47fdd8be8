"""hoten in Spark finds what it finds on one machine."""

import csv
import random
import shutil
from pathlib import Path

import pyarrow as pa
import pytest

import hoten

pytestmark = pytest.mark.skipif(
    shutil.which("java") is None, reason="Spark needs a Java runtime, and none could be installed"
)
pytest.importorskip("pyspark")
import hoten.spark  # noqa: E402

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def spark():
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").appName("hoten")
    for key, value in {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "4",
        "spark.ui.enabled": "false",
        # Small batches: portions begin and end within blocks.
        "spark.sql.execution.arrow.maxRecordsPerBatch": "700",
    }.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def residents(rows):
    """The synthetic register of the examples, its first rows."""
    with (ROOT / "core/examples/residents.csv").open(encoding="utf-8", newline="") as file:
        read = list(csv.reader(file))
    header, body = read[0], read[1 : rows + 1]
    return pa.table({name: [row[at] or None for row in body] for at, name in enumerate(header)})


def crowded():
    """Women of one given name, year and commune: blocks far too large, split by hamlet and house."""
    chance = random.Random(5)
    surnames = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh"]
    middles = ["Thị", "Ngọc", "Kim", "Thu", "Hồng", "Mỹ"]
    rows = []
    for person in range(450):
        name = f"{chance.choice(surnames)} {chance.choice(middles)} Lan"
        address = f"Số {chance.randrange(60)}, ấp {chance.randrange(4)}"
        for copy in range(2):
            text = name.upper() if copy else name
            rows.append([text, "1980", "Nữ", "An Giang", "An Hảo", address, "0912345678"])
    columns = ["full_name", "dob", "sex", "province", "commune", "address", "phone"]
    table = {name: [row[at] for row in rows] for at, name in enumerate(columns)}
    return pa.table({"record_id": [str(row) for row in range(len(rows))], **table})


def of_one_machine(table, **keywords):
    result = hoten.dedupe(table, **keywords)
    found = result.clusters.to_pydict()
    pairs = result.pairs.to_pydict()
    ends = zip(pairs["left_id"], pairs["right_id"])
    return dict(zip(found["record_id"], found["cluster_id"])), dict(zip(ends, pairs["weight"])), result


def of_spark(result):
    clusters = {row.record_id: row.cluster_id for row in result.clusters.collect()}
    rows = result.pairs.collect()
    pairs = {(row.left_id, row.right_id): row.weight for row in rows}
    assert len(pairs) == len(rows)
    return clusters, pairs


@pytest.mark.parametrize("make", [lambda: residents(3_000), crowded], ids=["residents", "crowded"])
def test_the_same_clusters_as_on_one_machine(spark, make):
    table = make()
    clusters, pairs, result = of_one_machine(table)
    assert len(pairs) > 100 and len(set(clusters.values())) < len(clusters)
    # The order of rows says which of them the model is fitted to; learned here, it is the same.
    frame = spark.createDataFrame(table)
    found = hoten.spark.dedupe(frame)
    assert of_spark(found) == (clusters, pairs)
    # Rows in any order, with what was learned: in many homes, what they leave open on the driver and in
    # data frames.
    shuffled = frame.repartition(3, "full_name")
    for keywords in ({"portion": 300}, {"portion": 300, "open_on_driver": 0, "edges_on_driver": 0}):
        found = hoten.spark.dedupe(shuffled, learned=result.learned(), **keywords)
        assert of_spark(found) == (clusters, pairs), keywords
        found.unpersist()


def test_a_column_chosen_and_a_model_given(spark):
    table = residents(600).rename_columns(
        [{"full_name": "xyz"}.get(name, name) for name in residents(1).column_names]
    )
    keywords = {"columns": {"full_name": "xyz"}, "one_per_source": True, "threshold": 0.8}
    clusters, pairs, result = of_one_machine(table, **keywords)
    frame = spark.createDataFrame(table)
    for more in ({}, {"learned": result.learned()}, {"learned": result.learned(), "portion": 100}):
        found = hoten.spark.dedupe(frame, **more, **keywords)
        assert of_spark(found) == (clusters, pairs)


def test_a_sample_teaches_what_the_rest_is_scored_by(spark):
    """Scored on one machine: the same pairs of the whole table, by what the sample taught."""
    table = residents(1_500)
    frame = spark.createDataFrame(table)
    found = hoten.spark.dedupe(frame, sample=500)
    clusters, pairs = of_spark(found)
    ids = {record_id: row for row, record_id in enumerate(table["record_id"].to_pylist())}
    candidates = pa.table(hoten.candidates(table)).to_pydict()
    blocks = [[ids[a], ids[b]] for a, b in zip(candidates["left_id"], candidates["right_id"])]
    one = found.learned.dedupe(table, blocks).clusters.to_pydict()
    assert clusters == dict(zip(one["record_id"], one["cluster_id"]))
    assert found.learned.to_json() == hoten.spark.learn(frame, sample=500).to_json()


def test_tables_of_nothing_and_of_one(spark):
    for rows in (0, 1):
        frame = spark.createDataFrame(residents(3).slice(0, rows).cast(pa.schema(
            [(name, pa.string()) for name in residents(1).column_names]
        )))
        for learned in (None, hoten.dedupe(residents(600)).learned()):
            clusters, pairs = of_spark(hoten.spark.dedupe(frame, learned=learned))
            assert len(clusters) == rows and not pairs


@pytest.mark.parametrize("ids, code", [
    (None, "no_record_ids"), (["a", "a"], "repeated_record_id"), (["a", None], "repeated_record_id"),
])
def test_records_need_identifiers(spark, ids, code):
    columns = {"full_name": ["Lê Lợi", "Lê Lai"], **({"record_id": ids} if ids else {})}
    for learned in (None, hoten.dedupe(residents(600)).learned()):
        with pytest.raises(hoten.HotenError) as raised:
            hoten.spark.dedupe(spark.createDataFrame(pa.table(columns)), learned=learned)
        assert raised.value.code == code


def test_pairs_of_groups_of_ones_own(spark):
    """The functions for `mapInArrow` by themselves: keys, and pairs within groups."""
    table = residents(900)
    result = hoten.dedupe(table)
    learned = result.learned()
    fields = {header: field for field, header in result.columns.items()}
    frame = spark.createDataFrame(table.select(list(fields)).rename_columns(list(fields.values())))
    keys = {row.record_id: row["keys"] for row in frame.mapInArrow(*hoten.spark.key_map(learned)).collect()}
    assert len(keys) == 900
    grouped = frame.withColumnRenamed("birth_date", "group").repartition(2, "group")
    grouped = grouped.sortWithinPartitions("group")
    pairs = grouped.mapInArrow(*hoten.spark.score_map(learned)).collect()
    dates = dict(zip(table["record_id"].to_pylist(), table[result.columns["birth_date"]].to_pylist()))
    assert pairs
    for pair in pairs:
        assert dates[pair.left_id] == dates[pair.right_id] and pair.probability >= 0.5
        assert set(keys[pair.left_id]) & set(keys[pair.right_id])


def test_components_are_the_same_in_frames_and_on_the_driver(spark):
    chance = random.Random(7)
    # A chain, a star, and what chance gives.
    edges = [(f"c{at}", f"c{at + 1}") for at in range(40)] + [("s0", f"s{at}") for at in range(1, 30)]
    edges += [(f"r{chance.randrange(99)}", f"r{chance.randrange(99)}") for _ in range(60)]
    frame = spark.createDataFrame(edges, "left_id string, right_id string")
    one, other = (
        {row.id: row.component for row in hoten.spark.connected_components(frame, on_driver=most).collect()}
        for most in (0, 10**6)
    )
    assert other["c40"] == "c0" and other["s29"] == "s0"
    alone = {a for a, b in edges if a == b} - {end for a, b in edges if a != b for end in (a, b)}
    assert one == {end: name for end, name in other.items() if end not in alone}


def test_functions_of_columns(spark):
    names = ["NGUYỄN  VĂN HOÀ", None, "Neáng Sa Rươl"]
    frame = spark.createDataFrame([(name, "12/5/1950") for name in names], "ten string, ngay string")
    rows = hoten.spark.with_columns(
        frame, ten_thuong=("normalize", "ten"), ho_ten=("parse_name", "ten"), ngay=("parse_birth_date", "ngay")
    ).collect()
    assert [row.ten_thuong for row in rows] == hoten.normalize(names).to_pylist()
    assert rows[0].ho_ten.given == "HOÀ" and rows[1].ho_ten is None
    assert [row.ngay.year for row in rows] == [1950] * 3
    for calls in ({"a": ("normalise", "ten")}, {"a": ("normalize", "tem")}):
        with pytest.raises(hoten.HotenError):
            hoten.spark.with_columns(frame, **calls)


def test_a_step_tried_again_gives_the_same_bytes(spark):
    """Rows come together from other machines in any order; Spark repeats a lost step only if nothing changes."""
    from pyspark.sql import functions as F

    from hoten.spark import _dedupe, _steps

    table = residents(600)
    learned = hoten.dedupe(table).learned()
    packed, count = _dedupe._packed(_dedupe._records(spark.createDataFrame(table).repartition(3), None))
    assert count == 600
    dealt = packed.mapInArrow(*_steps.deal_map(learned, 2, 100)).persist()
    given = []
    for seed in (1, 2):
        rows = _dedupe._together(dealt.orderBy(F.rand(seed)), 2).mapInArrow(*_steps.meet_map())
        given.append(sorted((row.place, row.cell or 0, row.kind, bytes(row.bytes)) for row in rows.collect()))
    assert given[0] == given[1] and len(given[0]) > 10
    dealt.unpersist()
    packed.unpersist()
