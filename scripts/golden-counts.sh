#!/usr/bin/env bash
# The three golden runners must have run the same number of cases.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../target/golden"
declare -A count
for language in rust python js; do
    [ -s "$language.count" ] || { echo "the $language golden runner left no count" >&2; exit 1; }
    count[$language]=$(tr -d '[:space:]' <"$language.count")
done
echo "golden cases: rust ${count[rust]}, python ${count[python]}, js ${count[js]}"
[ "${count[rust]}" = "${count[python]}" ] && [ "${count[rust]}" = "${count[js]}" ]
