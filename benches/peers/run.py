"""Makes files of the generator, runs every tool on them, judges all alike, prints one table.

The file, and what each tool gave, stand under OUT/MIX-PERSONS-SEED; a result that is there already
is not made again.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

from evaluate import evaluate

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
GENERATE = TARGET / "release" / "generate"
FIGURES = TARGET / "release" / "examples" / "figures"
TOOLS = {
    "hoten": lambda file, out: [FIGURES, file, "--out", out, "--threads", "2"],
    "splink": lambda file, out: [sys.executable, HERE / "with_splink.py", file, "--out", out],
    "goldenmatch tuned": lambda file, out: [
        sys.executable, HERE / "with_goldenmatch.py", "tuned", file, "--out", out],
    "goldenmatch zero": lambda file, out: [
        sys.executable, HERE / "with_goldenmatch.py", "zero", file, "--out", out],
}
GROUPS = ["all", "khmer", "year only"]


def measured(command, log):
    """Runs a command; its CPU seconds, and its peak memory as the kernel last told it.

    `ru_maxrss` would count this process too, whose image the child has before it becomes the tool.
    """
    peak = 0
    with open(log, "w") as stream:
        process = subprocess.Popen([str(word) for word in command], stdout=stream, stderr=stream)
        while True:
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
            if ended:
                break
            with open(f"/proc/{process.pid}/status") as lines:
                held = [line.split()[1] for line in lines if line.startswith("VmHWM:")]
            peak = max(peak, int(held[0]) // 1024) if held else peak
            time.sleep(0.02)
    if status:
        raise SystemExit(f"{command[0]} failed; see {log}")
    return {"cpu": usage.ru_utime + usage.ru_stime, "peak_mb": peak}


def make(folder, persons, seed, mix):
    if not (folder / "residents.csv").exists():
        subprocess.run(
            [GENERATE, "--persons", str(persons), "--seed", str(seed), "--mix", mix, "--out", folder],
            check=True, stdout=subprocess.DEVNULL)


def result_of(tool, folder):
    """Runs and judges a tool, once."""
    out = folder / tool.replace(" ", "-")
    out.mkdir(exist_ok=True)
    file = out / "evaluation.json"
    if not file.exists():
        cost = measured(TOOLS[tool](folder / "residents.csv", out), out / "log.txt")
        result = evaluate(folder, out)
        if tool == "hoten":
            # The run above kept no candidates; blocking is judged by a second one that does.
            every = out / "candidates"
            measured([*TOOLS[tool](folder / "residents.csv", every), "--candidates"], out / "candidates.txt")
            wide = evaluate(folder, every)
            for key in ("completeness", "calibration", "losses"):
                result[key] = wide[key]
            told = json.loads((out / "log.txt").read_text())
            # Hopeless candidates are counted there and not written.
            result["candidates a record"] = told["candidates"] / told["records"]
            result["stages"] = told["stages"]
        result["cost"] = cost
        file.write_text(json.dumps(result, indent=1))
    return json.loads(file.read_text())


def best(result, tool):
    """The side that is shown: clusters for hoten, for the others what is better."""
    clusters, pairs = result["clusters"], result["pairs at best"]
    return clusters if tool == "hoten" or clusters["all"]["f1"] >= pairs["all"]["f1"] else pairs


def row(tool, result):
    judged = best(result, tool)
    cells = [tool, f"{judged['all']['precision']:.4f}", f"{judged['all']['recall']:.4f}"]
    cells += [f"{judged[group]['f1']:.4f}" for group in GROUPS]
    high = [band for band in result["calibration"] if band[0] >= 0.9]
    pairs = sum(band[2] for band in high)
    cells.append(f"{sum(band[2] * band[4] for band in high) / pairs:.3f}" if pairs else "none")
    cells += [f"{result['completeness']['all']:.4f}", f"{result['candidates a record']:.1f}"]
    cells += [f"{result['cost']['cpu']:.1f}", str(result["cost"]["peak_mb"])]
    return cells


HEAD = [
    "tool", "precision", "recall", "F1", *(f"F1 {group}" for group in GROUPS[1:]),
    "true of those scored ≥ 0.9", "completeness", "candidates a record", "CPU s", "peak MB",
]


def false_pairs(results):
    """Pairs within clusters that are two persons, by what these are to each other."""
    kinds = {kind: 0 for result in results.values() for kind in result["losses"]["false"]}
    for kind in kinds:
        kinds[kind] = [result["losses"]["false"].get(kind, 0) for result in results.values()]
    head = ["false pairs", *results]
    rows = [[kind, *map(str, counts)] for kind, counts in sorted(kinds.items(), key=lambda kv: -max(kv[1]))]
    missed = [result["losses"] for result in results.values()]
    rows.append(["missed pairs", *(str(loss["missed"]) for loss in missed)])
    rows.append(["of these no candidates", *(str(loss["missed, not a candidate"]) for loss in missed)])
    return [head, *rows]


def faults(results):
    """Share of true pairs missed where a record has a fault, the costliest for the first tool first."""
    shares = [
        {row["fault"]: f"{100 * row['share']:.1f} %" for row in result["losses"]["faults"]}
        for result in results.values()
    ]
    first = next(iter(results.values()))["losses"]["faults"][:20]
    head = ["missed where a record has", "pairs", *results]
    return [head] + [
        [row["fault"], str(row["pairs"]), *(share.get(row["fault"], "") for share in shares)] for row in first]


def table(rows):
    lines = ["| " + " | ".join(cells) + " |" for cells in rows]
    lines.insert(1, "|" + "---|" * len(rows[0]))
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--persons", type=int, default=10_000)
    parser.add_argument("--seeds", default="1")
    parser.add_argument("--mixes", default="base")
    parser.add_argument("--tools", default=",".join(TOOLS))
    parser.add_argument("--out", type=Path, default=TARGET / "peers")
    arguments = parser.parse_args()
    for mix in arguments.mixes.split():
        for seed in arguments.seeds.split():
            folder = arguments.out / f"{mix}-{arguments.persons}-{seed}"
            folder.mkdir(parents=True, exist_ok=True)
            make(folder, arguments.persons, seed, mix)
            results = {tool: result_of(tool, folder) for tool in arguments.tools.split(",")}
            records = next(iter(results.values()))["records"]
            print(f"\n{mix}, seed {seed}: {arguments.persons} persons, {records} records\n")
            print(table([HEAD, *(row(tool, result) for tool, result in results.items())]))
            print(table(false_pairs(results)))
            print(table(faults(results)))


if __name__ == "__main__":
    main()
