#!/usr/bin/env bash
# scripts/apt.sh PACKAGE...: installs the Debian packages that are missing; silent when none is.
# Options for apt-get may be given in APT_OPTIONS. An interrupted earlier install is repaired and
# tried once more.
set -euo pipefail

missing=()
for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0
command -v apt-get >/dev/null || { echo "not a Debian system; please install by hand: ${missing[*]}" >&2; exit 1; }

as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo)
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "$@"; }

echo "installing Debian packages: ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install() {
    # shellcheck disable=SC2086 # several options, split on purpose
    apt apt-get update -qq && apt apt-get install -y -qq --no-install-recommends ${APT_OPTIONS:-} "${missing[@]}"
}
install >"$log" 2>&1 || {
    echo 'apt-get failed; repairing and trying once more'
    { apt dpkg --configure -a && apt apt-get install -y -qq -f; } >>"$log" 2>&1 || true
    install >>"$log" 2>&1 || { cat "$log" >&2; exit 1; }
}
