#!/usr/bin/env bash
# Builds what changed, then becomes the server. PORT, VAR and every YIBAOTONG_… go to the binary as
# they are; POLICIES=path imports texts into the library first.
source "$(dirname "$0")/common.sh"

binary=$target/release/yibaotong
built=$target/release/.built.stamp

if ! scripts/wasm.sh compile; then
    say "note: the browser half could not be built; every page works without it"
fi
if [ ! -e "$binary" ] || ! fresh "$built" "${native_sources[@]}" xtask .cargo; then
    say "building the server (the first time takes about ten minutes)"
    begin "$built"
    cargo build --locked --release -p server -p xtask
    done_with "$built"
fi
scripts/assets.sh release

if [ -n "${POLICIES:-}" ]; then "$binary" import policies "$POLICIES"; fi
exec "$binary" serve
