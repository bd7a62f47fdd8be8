#!/usr/bin/env bash
# scripts/fuzz.sh [SECONDS [TARGET ...]]: runs fuzz targets, SECONDS each (300), all of them if none
# is named. Works on stable: the code under test has no unsafe, so no sanitizer is asked for. An
# input that breaks a law lies in fuzz/artifacts/TARGET afterwards; the last lines say how many runs
# each target had.
set -euo pipefail
cd "$(dirname "$0")/../fuzz"
seconds=${1:-300}
(($# < 1)) || shift
tools=$PWD/target/tools
command -v cargo-fuzz >/dev/null || [[ -x $tools/bin/cargo-fuzz ]] ||
  cargo install --quiet --locked cargo-fuzz --version 0.13.2 --root "$tools"
PATH=$tools/bin:$PATH
# Tracing comparisons takes two thirds of the time; the seeds hold what it would find.
fuzz=(--sanitizer none --no-trace-compares --features fuzzing)

# The golden cases are where every target starts.
HOTEN_SEED=1 cargo test --quiet --locked >/dev/null
cargo fuzz build "${fuzz[@]}"
(($#)) || mapfile -t targets < <(cargo fuzz list)
(($#)) && targets=("$@")
bad=0
for target in "${targets[@]}"; do
  log=$(mktemp)
  status=ok
  cargo fuzz run "${fuzz[@]}" "$target" -- -max_total_time="$seconds" -max_len=4096 \
    -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 >"$log" 2>&1 || { status=FAILED bad=1; tail -30 "$log" >&2; }
  runs=$(sed -nE 's/^stat::number_of_executed_units: *//p' "$log")
  echo "fuzz $target: ${runs:-0} runs in $seconds s, $status"
  rm -f "$log"
done
exit $bad
