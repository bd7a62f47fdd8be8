#!/usr/bin/env bash
# Builds bindings-wasm twice, all of it and what forms need, and lays out the npm package in
# bindings-wasm/pkg. Needs the tools of package.json: npm ci.
#
# HOTEN_WASM says where the standard library for wasm32-unknown-unknown comes from:
#   installed  the active toolchain, where `rustup target add wasm32-unknown-unknown` was done
#   rustup     run that command here first
#   source     build it from the source that stands beside a rustc; Debian's rustc-web and
#              rust-web-src are installed where no rustc has its source
#   auto       (default) installed if it is there, else source
# HOTEN_WASM_SIMD=1 adds the simd128 instructions.
# HOTEN_WASM_NAMES=1 also keeps target/wasm/names/*.wasm with the names of functions, for
# scripts/wasm-weight.mjs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

way=${HOTEN_WASM:-auto}
triple=wasm32-unknown-unknown
build=${HOTEN_WASM_TARGET_DIR:-$PWD/target/wasm} # apart from target/: another rustc may write here
package=bindings-wasm/pkg

has_std() {
    local folder
    folder=$("$1" --print target-libdir --target "$triple" 2>/dev/null) && compgen -G "$folder/libcore-*.rlib" >/dev/null
}
has_source() { [ -e "$("$1" --print sysroot 2>/dev/null)/lib/rustlib/src/rust/library/Cargo.lock" ]; }
rustc_with_source() {
    local candidate
    for candidate in rustc /usr/bin/rustc; do
        if command -v "$candidate" >/dev/null && has_source "$candidate"; then echo "$candidate"; return; fi
    done
    return 1
}

# No path of this machine stays in panic messages.
flags="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo --remap-path-prefix=$PWD=hoten"
[ "${HOTEN_WASM_SIMD:-0}" = 1 ] && flags+=" -Ctarget-feature=+simd128"

if [ "$way" = rustup ]; then
    rustup target add "$triple"
    way=installed
fi
if [ "$way" = auto ]; then
    if has_std rustc; then way=installed; else way=source; fi
fi

options=()
toolchain=()
tiny=()
case $way in
installed)
    has_std rustc || { echo "the active toolchain has no $triple: rustup target add $triple, or HOTEN_WASM=source" >&2; exit 1; }
    echo "std: installed with $(rustc --version)"
    ;;
source)
    # Of the compiler's source (46,000 files) only the library is unpacked: 12 s instead of minutes.
    rustc_with_source >/dev/null ||
        APT_OPTIONS='-o Dpkg::Options::=--path-exclude=/usr/src/rustc-*/* -o Dpkg::Options::=--path-include=/usr/src/rustc-*/library/*' \
            scripts/apt.sh rustc-web rust-web-src
    rustc=$(rustc_with_source) || { echo 'no rustc with its library source found' >&2; exit 1; }
    echo "std: built from source with $("$rustc" --version)"
    toolchain=(env RUSTC_BOOTSTRAP=1 RUSTC="$rustc")
    options=(-Z build-std=std -Z build-std-features=optimize_for_size)
    # A panic is a trap without words, a fifth of the download: JavaScript rebuilds the instance.
    tiny=(-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none)
    # rustc looks for rust-lld in its own sysroot; Debian's has none, so borrow one.
    if [ ! -x "$("$rustc" --print target-libdir)/../bin/rust-lld" ]; then
        linker=$(rustc --print target-libdir)/../bin/rust-lld
        [ -x "$linker" ] || { scripts/apt.sh lld; linker=$(command -v wasm-ld); }
        toolchain+=(CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER="$linker")
    fi
    ;;
*)
    echo "HOTEN_WASM=$way: use auto, installed, rustup or source" >&2
    exit 1
    ;;
esac

optimiser=node_modules/.bin/wasm-opt
[ -x "$optimiser" ] || { echo 'wasm-opt not found: npm ci' >&2; exit 1; }
features=(--enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals --enable-reference-types --enable-multivalue)
[ "${HOTEN_WASM_SIMD:-0}" = 1 ] && features+=(--enable-simd)

# What counts is the download, as gzip: control flow built anew and functions left apart repeat
# themselves more, data in one piece keeps its tables together, and what is computed twice costs less
# than one more local. In the first kilobyte lies the end of the stack: nothing has an address there.
again=(-Oz --one-caller-inline-max-function-size=0 --skip-pass=memory-packing --skip-pass=local-cse --low-memory-unused
    --strip-target-features)
passes=(--flatten --rereloop -Oz "${again[@]}")

rm -rf "$package"
mkdir -p "$package"
work=$build/glue
rm -rf "$work"
mkdir -p "$work"

# one NAME CARGO_FEATURES...: builds $package/NAME.wasm and its glue.
one() {
    local name=$1
    shift
    "${toolchain[@]}" env CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$flags ${tiny[*]}" \
        cargo build --locked --profile wasm -p hoten-wasm "$@" --target "$triple" --target-dir "$build" "${options[@]}"
    if [ "${HOTEN_WASM_NAMES:-0}" = 1 ]; then
        mkdir -p "$build/names"
        cp "$build/$triple/wasm/hoten_wasm.wasm" "$build/names/$name.wasm"
    fi
    cargo run -q --locked --profile tool -p hoten-wasm-pack -- "$build/$triple/wasm/hoten_wasm.wasm" "$work" "$name"
    "$optimiser" "${features[@]}" "${passes[@]}" "$work/${name}_bg.wasm" -o "$work/$name.small.wasm"
    node bindings-wasm/pack/order.mjs "$work/$name.small.wasm" "$work/$name.named.wasm"
    "$optimiser" "${features[@]}" "${again[@]}" --reorder-functions-by-name "$work/$name.named.wasm" -o "$package/$name.wasm"
}
one hoten
one forms --no-default-features

cp core/data/places.bin "$package/"
version=$(cargo metadata --no-deps --format-version 1 |
    node -p 'JSON.parse(require("fs").readFileSync(0)).packages.find((p) => p.name === "hoten-wasm").version')
node bindings-wasm/pack/assemble.mjs "$work" "$package" "$version"
for name in hoten forms; do
    echo "$package/$name.wasm: $(wc -c <"$package/$name.wasm") B, $(gzip -9 -c "$package/$name.wasm" | wc -c) B gzip"
done
