#!/usr/bin/env bash
# Counts instructions with valgrind: the same on a busy machine as on a quiet one.
#
#   benches/instructions.sh calls [BENCH ...]   instructions a call: text, name, field
#   benches/instructions.sh linear [SIZE [FUNCTION [INPUT]]]
#       worst cases of SIZE bytes (20000) and twice as many; fails where twice the bytes take more
#       than 2.3 times the instructions. The whole table: target/instructions.tsv
#   benches/instructions.sh stages [ROWS [STAGE [TABLE]]]
#       the same of the stages of the engine on tables of ROWS records (1000): target/stages.tsv
#   benches/instructions.sh walk [PERSONS]
#       instructions a record of each stage of a walk over the records of so many persons (5000)
set -euo pipefail
cd "$(dirname "$0")/.."
LIMIT=2.3
target=${CARGO_TARGET_DIR:-target}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
command -v valgrind >/dev/null || { echo 'valgrind is missing: apt-get install valgrind' >&2; exit 1; }

# count FUNCTION PROGRAM ARG...: a dump each time FUNCTION returns; what the program prints goes to
# $work/out, the counts to $work/counts, one a line.
count() {
  local function=$1
  shift
  rm -f "$work"/dump*
  valgrind --tool=callgrind --callgrind-out-file="$work/dump" --dump-line=no \
    --zero-before="$function" --dump-after="$function" "$@" >"$work/out" 2>"$work/err" ||
    { tail -20 "$work/err" >&2; exit 1; }
  # The dump without a number is what came after the last call.
  find "$work" -name 'dump.*' | sort -V | xargs -r awk '/^summary:/ { print $2 }' >"$work/counts"
  [[ -s $work/counts ]] || { echo "no call of $function was seen" >&2; exit 1; }
}

calls() {
  local bench program per_pass
  (($#)) || set -- text name field
  per_pass=$(sed -nE 's/.*CALLS: usize = ([0-9_]+);/\1/p' benches/benches/shared/mod.rs | tr -d _)
  for bench; do
    program=$(cargo bench --locked --no-run -p hoten-benches --bench "$bench" 2>&1 |
      sed -nE 's/.*Executable .*\((.*)\)$/\1/p')
    count "$bench::shared::pass" "$program" --test
    sed -nE 's/^Testing (.*)$/\1/p' "$work/out" | paste - "$work/counts" |
      awk -F'\t' -v n="$per_pass" '{ printf "%-56s %8.0f instructions a call\n", $1, $2 / n }'
  done
}

# ratios EXAMPLE TABLE ARG...: what an example counts once and for twice as much, and their ratio.
ratios() {
  local example=$1 table=$target/$2.tsv
  shift 2
  cargo build --release --locked --quiet -p hoten-benches --example "$example"
  count "$example::measured" "$target/release/examples/$example" "$@"
  mkdir -p "$target"
  # Two counts a line.
  paste -d'\t' - - <"$work/counts" | paste "$work/out" - |
    awk -F'\t' -v OFS='\t' '{ print $0, sprintf("%.2f", $4 / $3) }' >"$table"
  echo 'what: its dearest input, instructions for it and for twice as much; its steepest input'
  awk -F'\t' '
    !($1 in dear) { order[++n] = $1 }
    $4 > most[$1] { most[$1] = $4; dear[$1] = sprintf("%-26s %12.0f %12.0f", $2, $3, $4) }
    $5 > steep[$1] { steep[$1] = $5; input[$1] = $2 }
    END { for (i = 1; i <= n; i++) { f = order[i]; printf "%-24s %s   %s %s\n", f, dear[f], steep[f], input[f] } }
  ' "$table"
  awk -F'\t' -v limit=$LIMIT '
    $5 > limit { print "not linear: " $1 " of " $2 ", " $5 " times"; bad = 1 }
    END { exit bad }
  ' "$table"
}

walk() {
  cargo build --release --locked --quiet -p hoten-benches --bin generate --example figures
  "$target/release/generate" --persons "${1:-5000}" --seed 1 --mix base --out "$work/file" >/dev/null
  # A dump as each stage ends; the last one is what came after.
  valgrind --tool=callgrind --callgrind-out-file="$work/dump" --dump-line=no \
    --dump-before='figures::Clock::end' \
    "$target/release/examples/figures" "$work/file/residents.csv" --out "$work" --threads 1 \
    >"$work/out" 2>"$work/err" || { tail -20 "$work/err" >&2; exit 1; }
  find "$work" -name 'dump.*' | sort -V | head -n -1 | xargs -r awk '/^summary:/ { print $2 }' >"$work/counts"
  [[ -s $work/counts ]] || { echo 'no stage was seen' >&2; exit 1; }
  local records
  records=$(sed -E 's/.*"records":([0-9]+).*/\1/' "$work/out")
  grep -oE '"stage":"[a-z]+"' "$work/out" | cut -d'"' -f4 | paste - "$work/counts" |
    awk -v n="$records" '
      { printf "%-8s %10.0f instructions a record\n", $1, $2 / n; all += $2 }
      END { printf "%-8s %10.0f (%d records)\n", "all", all / n, n }'
}

linear() { ratios linear instructions "${@:-20000}"; }

stages() { ratios stages stages "${@:-1000}"; }

case ${1:-} in
  calls | linear | stages | walk) "$@" ;;
  *) sed -n '2,12s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
