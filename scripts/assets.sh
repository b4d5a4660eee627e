#!/usr/bin/env bash
# assets.sh release|debug : fills $target/site with that build's helper, when a source is newer.
source "$(dirname "$0")/common.sh"

XTASK=$target/$1/xtask
export XTASK
stamp=$target/site/.stamp
front=$target/front/pkg
if [ -e "$target/front/compiled.stamp" ]; then scripts/wasm.sh bind; fi
sources=(style app/assets "$XTASK" "$front")
if ! fresh "$stamp" "${sources[@]}"; then
    mkdir -p "$target/site"
    begin "$stamp"
    "$XTASK" assets "$target/site" "$front"
    done_with "$stamp"
fi
