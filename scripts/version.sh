#!/usr/bin/env bash
# scripts/version.sh [VERSION]: fails unless every package of this repository has one version, and this
# one if it is given.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(sed -nE '/^\[workspace.package\]/,/^\[/ s/^version = "(.*)"$/\1/p' Cargo.toml)
[[ -n $version ]] || { echo 'no version in Cargo.toml' >&2; exit 1; }
[[ -z ${1:-} || $1 == "$version" ]] || { echo "Cargo.toml says $version, the tag $1" >&2; exit 1; }
# The wheel and the npm package take theirs from Cargo.toml when they are built.
for manifest in core bindings-python bindings-wasm; do
  grep -q '^version.workspace = true' "$manifest/Cargo.toml" || { echo "$manifest has a version of its own" >&2; exit 1; }
done
grep -q 'dynamic = \["version"\]' bindings-python/pyproject.toml
cargo metadata --locked --offline --no-deps --format-version 1 >/dev/null
echo "$version"
