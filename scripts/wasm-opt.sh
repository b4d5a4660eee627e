#!/usr/bin/env bash
# wasm-opt.sh FILE.wasm : makes the file smaller in place. Without Node it stays as it is, which works.
source "$(dirname "$0")/common.sh"

tools=$target/tools/wasm-opt
version=132.0.0
as_it_is() {
    say "note: $*, so the WASM is not optimised (it works, but is larger)"
    exit 0
}

use_own_node
command -v npm >/dev/null || as_it_is "npm is missing"
if [ ! -e "$tools/$version.stamp" ]; then
    mkdir -p "$tools"
    npm install --silent --no-audit --no-fund --prefix "$tools" "binaryen@$version" >&2 ||
        as_it_is "npm could not install binaryen"
    touch "$tools/$version.stamp"
fi
features=(bulk-memory bulk-memory-opt nontrapping-float-to-int reference-types multivalue sign-ext mutable-globals)
node "$tools/node_modules/binaryen/bin/wasm-opt" -Oz "${features[@]/#/--enable-}" "$1" -o "$1.small" ||
    as_it_is "wasm-opt failed"
mv "$1.small" "$1"
