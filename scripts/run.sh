#!/usr/bin/env bash
# Builds what changed, then becomes the server. PORT, VAR and every YIBAOTONG_… go to the binary as
# they are; POLICIES=path imports texts into the library first.
source "$(dirname "$0")/common.sh"

binary=$target/release/yibaotong
built=$target/release/.built.stamp

# A failed try is not repeated until a source changes: the second start must be quick.
without_wasm=$target/front/unavailable.stamp
if ! fresh "$without_wasm" "${wasm_sources[@]}" scripts; then
    begin "$without_wasm"
    if scripts/wasm.sh compile; then
        rm -f "$without_wasm" "$without_wasm.new"
    else
        say "note: the browser half could not be built; every page works without it"
        done_with "$without_wasm"
    fi
fi
if [ ! -e "$binary" ] || [ ! -e "$target/release/xtask" ] || ! fresh "$built" "${native_sources[@]}" xtask .cargo; then
    say "building the server (the first time takes about ten minutes)"
    begin "$built"
    cargo build --locked --release -p server -p xtask
    done_with "$built"
fi
scripts/assets.sh release

if [ -n "${POLICIES:-}" ]; then "$binary" import policies "$POLICIES"; fi
exec "$binary" serve
