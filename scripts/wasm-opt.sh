#!/usr/bin/env bash
# wasm-opt.sh FILE.wasm : makes the file smaller in place. Without Node it stays as it is, which works.
source "$(dirname "$0")/common.sh"

tools=$target/tools/wasm-opt
version=132.0.0
if ! command -v npm >/dev/null; then
    missing_part "npm is missing, so the WASM is not optimised (it works, but is larger)"
    exit 0
fi
if [ ! -e "$tools/$version.stamp" ]; then
    mkdir -p "$tools"
    npm install --silent --no-audit --no-fund --prefix "$tools" "binaryen@$version" >&2
    touch "$tools/$version.stamp"
fi
node "$tools/node_modules/binaryen/bin/wasm-opt" -Oz \
    --enable-bulk-memory --enable-bulk-memory-opt --enable-nontrapping-float-to-int --enable-reference-types \
    --enable-multivalue --enable-sign-ext --enable-mutable-globals \
    "$1" -o "$1.small"
mv "$1.small" "$1"
