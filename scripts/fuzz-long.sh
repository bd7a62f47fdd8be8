#!/usr/bin/env bash
# scripts/fuzz-long.sh [TARGET ...]: so many runs of every fuzz target (or of those named). Guided by
# coverage for SECONDS (60) each, which grows the corpus; then RUNS (5000000; INDEX_RUNS, 500000, for
# what opens files) on inputs made of that corpus without looking at coverage, at full speed, JOBS (2)
# side by side. The corpus in fuzz/corpus is kept and grows from one time to the next; SEED (the day)
# chooses the inputs. The last lines are the counts, also kept in target/fuzz-long.tsv.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${RUNS:-5000000} index_runs=${INDEX_RUNS:-500000} jobs=${JOBS:-2} seed=${SEED:-$(date +%Y%m%d)}
seconds=${SECONDS_GUIDED:-60}
mkdir -p target
log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT

(($#)) || mapfile -t targets < <(sed -nE 's/^name = "([a-z_]+)"$/\1/p' fuzz/Cargo.toml)
(($#)) && targets=("$@")
if ((seconds > 0)); then
  scripts/fuzz.sh "$seconds" "${targets[@]}" | tee "$log/guided"
else
  (cd fuzz && HOTEN_SEED=1 cargo test --quiet --locked golden >/dev/null)
fi
(cd fuzz && cargo build --quiet --release --locked --example blind)
blind=$PWD/${CARGO_TARGET_DIR:-fuzz/target}/release/examples/blind
[[ ${CARGO_TARGET_DIR:-} == /* ]] && blind=$CARGO_TARGET_DIR/release/examples/blind

bad=0
for target in "${targets[@]}"; do
  count=$runs
  case $target in index | live | dedupe) count=$index_runs ;; esac
  pids=()
  for ((job = 0; job < jobs; job++)); do
    "$blind" "$target" $(((count + jobs - 1) / jobs)) $((seed * 100 + job)) \
      "fuzz/corpus/$target" "fuzz/regressions/$target" >"$log/$target.$job" 2>&1 &
    pids+=($!)
  done
  for pid in "${pids[@]}"; do wait "$pid" || bad=1; done
  cat "$log/$target".*
done
cat "$log"/*.[0-9]* | awk -v OFS='\t' '
  $1 == "blind" && $NF == "ok" { sub(":", "", $2); runs[$2] += $3; seconds[$2] += $6 }
  END { for (target in runs) print target, runs[target], seconds[target] }
' | sort >target/fuzz-long.tsv
awk -F'\t' '{ print "fuzz-long " $1 ": " $2 " runs in " $3 " s of one core" }' target/fuzz-long.tsv
exit $bad
