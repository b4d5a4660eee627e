#!/usr/bin/env bash
# assets.sh release|debug [reload] : fills $target/site with that build's helper, when a source is
# newer. `reload` is for `make dev`: pages then notice that the server was restarted.
source "$(dirname "$0")/common.sh"

XTASK=$target/$1/xtask
export XTASK
wish=${2:-}
stamp=$target/site/.stamp$wish
scripts/wasm.sh bind
sources=(style app/assets "$XTASK" "$front_pkg")
if ! fresh "$stamp" "${sources[@]}"; then
    mkdir -p "$target/site"
    # The two kinds share the folder: filling it for one spoils it for the other.
    rm -f "$target/site/".stamp*
    begin "$stamp"
    "$XTASK" assets "$target/site" "$front_pkg" ${wish:+"$wish"}
    done_with "$stamp"
fi
