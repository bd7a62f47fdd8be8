"""hoten in Spark beside hoten on one machine: clusters compared, seconds of CPU told, a worker killed.

    cargo run --release -p hoten-benches --bin generate -- --persons 90000 --seed 3 --mix base --out /tmp/residents
    .venv/bin/python benches/spark/run.py FILE.csv [--master local-cluster[2,1,1024]] [--runs 3] [--kill 1]

With `--kill` one Python worker, and in a local cluster one executor, is killed so many seconds after Python began to work: early
ones deal records, later ones compare.
"""

import argparse
import os
import resource
import signal
import sys
import threading
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pc
from pyspark.sql import SparkSession

import hoten
import hoten.spark


def processes() -> dict[int, tuple[int, str]]:
    """Parent and command line of every process."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            found[int(folder.name)] = parent, (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except (OSError, ValueError):
            continue
    return found


def own(running: dict[int, tuple[int, str]], pid: int) -> bool:
    while pid > 1 and pid in running:
        if pid == os.getpid():
            return True
        pid = running[pid][0]
    return False


def cpu_seconds() -> dict[str, float]:
    """Of this process and all that it started and still runs: Java's, and Python's."""
    ticks, running = {"Java": 0, "Python": 0}, processes()
    for pid in running:
        if own(running, pid):
            try:
                stat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            kind = "Java" if "java" in running[pid][1].split(" ")[0] else "Python"
            ticks[kind] += int(stat[11]) + int(stat[12])
            # What has ended under Java was a worker.
            ticks["Python"] += int(stat[13]) + int(stat[14])
    return {kind: held / os.sysconf("SC_CLK_TCK") for kind, held in ticks.items()}


def kill_workers(killed: list[str], after: float) -> None:
    """Waits for Python workers, `after` seconds more, and kills one of each kind of process, of those
    started here only."""
    kinds = {"python worker": "pyspark.daemon", "executor": "CoarseGrainedExecutorBackend"}
    end = time.monotonic() + 600
    while kinds and time.monotonic() < end:
        time.sleep(0.5)
        running = processes()
        mine = [pid for pid in running if own(running, pid)]
        workers = [pid for pid in mine if kinds.get("python worker", "?") in running[pid][1]]
        # The daemon starts the workers: its children are the ones at work.
        workers = [pid for pid in workers if running[pid][0] in workers]
        if not workers:
            continue
        if after:
            time.sleep(after)
            after = 0.0
            continue
        executors = [pid for pid in mine if kinds["executor"] in running[pid][1]]
        for kind, pids in (("python worker", workers), ("executor", executors)):
            if pids:
                os.kill(pids[-1], signal.SIGKILL)
                killed.append(kind)
        return


def one_machine(table: pa.Table) -> tuple[hoten.Linkage, float]:
    before = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    result = hoten.dedupe(table)
    return result, sum(resource.getrusage(resource.RUSAGE_SELF)[:2]) - before


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--master", default="local[2]")
    parser.add_argument("--runs", type=int, default=1, help="in one session: the first warms it")
    parser.add_argument("--portion", type=int, default=100_000, help="records compared at once by a task")
    parser.add_argument("--kill", type=float, metavar="SECONDS", help="so long after workers began")
    parser.add_argument("--memory", default="1g", help="of the driver")
    parser.add_argument("--java", default="", help="flags of Java, of the driver and of executors")
    parser.add_argument("--conf", nargs="*", default=[], metavar="KEY=VALUE", help="more settings of Spark")
    options = parser.parse_args()
    text = pc.ConvertOptions(column_types={
        name: pa.string() for name in pc.open_csv(options.file).schema.names
    }, strings_can_be_null=True)
    table = pc.read_csv(options.file, convert_options=text)

    result, native = one_machine(table)
    learned, found = result.learned(), result.clusters.to_pydict()
    clusters = dict(zip(found["record_id"], found["cluster_id"]))
    print(f"one machine: {len(clusters)} records, {native:.1f} CPU s", flush=True)

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master(options.master).appName("hoten")
    for key, value in {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "8",
        "spark.task.maxFailures": "8",
        "spark.ui.enabled": "false",
        "spark.driver.memory": options.memory,
        "spark.driver.extraJavaOptions": options.java,
        "spark.executor.extraJavaOptions": options.java,
        **dict(pair.split("=", 1) for pair in options.conf),
    }.items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF" if options.kill is not None else "ERROR")
    frame = spark.read.csv(options.file, header=True, escape='"').persist()
    frame.count()
    killed: list[str] = []
    if options.kill is not None:
        threading.Thread(target=kill_workers, args=(killed, options.kill), daemon=True).start()
    for _ in range(options.runs):
        # Beside each other, under the same load.
        native = one_machine(table)[1]
        start, wall = cpu_seconds(), time.monotonic()
        run = hoten.spark.dedupe(frame, learned=learned, portion=options.portion)
        there = run.clusters.toArrow()
        wall = time.monotonic() - wall
        spent = {kind: held - start[kind] for kind, held in cpu_seconds().items()}
        run.unpersist()
        told = ", ".join(f"{kind} {held:.1f}" for kind, held in spent.items())
        print(f"Spark, {options.master}: {told} CPU s, {wall:.1f} s; killed: {killed or 'nothing'}", flush=True)
        share = native / sum(spent.values())
        print(f"a core does {share:.2f} of what it does natively, in {native:.1f} CPU s", flush=True)
    there = dict(zip(there["record_id"].to_pylist(), there["cluster_id"].to_pylist()))
    spark.stop()
    different = sum(there.get(record) != cluster for record, cluster in clusters.items())
    print(f"{different} records in other clusters")
    sys.exit(1 if different or len(there) != len(clusters) else 0)


if __name__ == "__main__":
    main()
