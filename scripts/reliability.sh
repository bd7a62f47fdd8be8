#!/usr/bin/env bash
# scripts/reliability.sh [STEP ...]: what must hold and takes too long for every change; about an hour on
# two idle cores, or the steps that are named. The last line says whether all passed. Figures go to
# target/reliability.tsv (step, seconds, what it said), of which RELIABILITY.md is made.
#
#   KILLS=2000 CRASH_IMAGES=1000000 SOAK_SECONDS=300 FUZZ_SECONDS=30 RUNS=500000 INDEX_RUNS=20000 LAW_CASES=20000
set -euo pipefail
cd "$(dirname "$0")/.."
kills=${KILLS:-2000} images=${CRASH_IMAGES:-1000000} soak=${SOAK_SECONDS:-300}
fuzz_seconds=${FUZZ_SECONDS:-30} runs=${RUNS:-500000} index_runs=${INDEX_RUNS:-20000} cases=${LAW_CASES:-20000}
table=target/reliability.tsv
mkdir -p target
core=(cargo test --release --locked -p hoten --all-features)

# A kill at any moment, again and again: what was acknowledged is there.
kills() { cargo run --release --locked -p hoten-benches --example live_kill -- "$kills"; }

# Power cuts at every step, failing disks, flipped bits, purge, readers beside a writer.
live() {
  HOTEN_RELIABILITY=1 HOTEN_CRASH_IMAGES=$images HOTEN_SOAK_SECONDS=$soak \
    "${core[@]}" --test live -- --nocapture --test-threads 1
}

# Every flipped bit of an index, and 200,000 files with changed bytes and checksums that fit.
damage() { HOTEN_RELIABILITY=1 "${core[@]}" --test index_damage -- --nocapture; }

# The laws of every room on many more cases than in `make test`.
laws() { PROPTEST_CASES=$cases "${core[@]}" --test laws; }

# The same bytes out on any number of threads, in any order of rows.
determinism() {
  "${core[@]}" --test link results_do_not_depend_on_threads
  "${core[@]}" --test index the_same_table_gives_the_same_bytes
  cargo test --release --locked -p hoten-benches --test determinism
}

# Payloads in every page and sheet, canaries in every message.
privacy() { "${core[@]}" --test injection --test privacy --test unsafe_doors --test weight; }

# Twice the input, at most 2.3 times the instructions: text functions, then stages of the engine.
linear() {
  command -v valgrind >/dev/null || scripts/apt.sh valgrind
  benches/instructions.sh linear
  benches/instructions.sh stages
}

# Tables and graphs made to hurt, of a million records: memory and time beside half of them.
adversarial() { cargo run --release --locked -p hoten-benches --example adversarial -- --records 300000 --edges 3000000; }

# Columns of more than 2 GiB, wrong Arrow buffers, fork, spawn, Ctrl-C: the tests of calls again, and the large one.
edges() {
  make .venv/.wheel
  HOTEN_RELIABILITY=1 .venv/bin/python -m pytest -q bindings-python/tests/test_edges.py bindings-python/tests/test_calls.py
}

# A slice of `make fuzz-long`.
fuzz() { SECONDS_GUIDED=$fuzz_seconds RUNS=$runs INDEX_RUNS=$index_runs scripts/fuzz-long.sh; }

if [[ ${1:-} = --one ]]; then
  "$2"
  exit
fi
steps=(privacy damage kills live laws determinism adversarial linear edges fuzz)
(($#)) && steps=("$@")
: >"$table"
bad=0
for step in "${steps[@]}"; do
  log=$(mktemp)
  start=$(date +%s)
  status=passed
  # In a process of its own, so that a failing command ends the step and not the run.
  scripts/reliability.sh --one "$step" >"$log" 2>&1 || { status=FAILED bad=1; }
  took=$(($(date +%s) - start))
  echo "reliability $step: $status in $took s"
  if [[ $status = passed ]]; then
    grep -E '^(test result|fuzz|blind|[0-9,_]+ |memory |[a-z ]+: twice)| instructions ' "$log" | tail -40 || true
  else
    tail -60 "$log"
  fi
  printf '%s\t%s\t%s\t%s\n' "$step" "$status" "$took" "$(grep -cE '^test .* ok$' "$log" || true) tests" >>"$table"
  rm -f "$log"
done
((bad == 0)) || { echo 'make reliability: FAILED' >&2; exit 1; }
echo 'make reliability: all passed'
