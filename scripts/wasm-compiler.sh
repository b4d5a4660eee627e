#!/usr/bin/env bash
# Says how to compile for the browser: prints `rustup` or `debian`, installing what is missing.
# A toolchain without the WASM standard library that rustup cannot complete is replaced, for this
# half only, by Debian's own Rust, which builds the library from its packaged source.
source "$(dirname "$0")/common.sh"

has_std() {
    local folder
    folder=$(rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null) && [ -d "$folder" ]
}

# WASM_COMPILER=debian asks for the second road where the first would do, to prove it.
wanted=${WASM_COMPILER:-}
if [ "$wanted" != debian ] && has_std; then
    echo rustup
    exit 0
fi
if [ "$wanted" != debian ] && command -v rustup >/dev/null; then
    timeout 300 rustup target add wasm32-unknown-unknown >/dev/null 2>&1 || true
    if has_std; then
        echo rustup
        exit 0
    fi
fi
if command -v apt-get >/dev/null; then
    scripts/debian.sh rustc-web cargo-web rust-web-src rust-web-llvm lld-22
    echo debian
    exit 0
fi
fail "no compiler for the browser half: 'rustup target add wasm32-unknown-unknown' does not work here, and this is not Debian"
