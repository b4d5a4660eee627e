#!/usr/bin/env bash
# Watches the sources, rebuilds in debug what a change touches, and restarts the server.
# An open page asks for itself again when the server is back.
source "$(dirname "$0")/common.sh"

export WASM_PROFILE=wasm-dev
server=
seen=$target/dev.stamp

stop_server() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    server=
}
trap 'stop_server; exit 0' INT TERM EXIT

rebuild() {
    scripts/wasm.sh compile || say "note: the browser half does not build; pages work without it"
    cargo build --locked -p server -p xtask && scripts/assets.sh debug reload
}

while true; do
    touch "$seen"
    if rebuild; then
        stop_server
        "$target/debug/yibaotong" serve &
        server=$!
    fi
    while fresh "$seen" "${native_sources[@]}" frontend xtask style; do sleep 0.5; done
    say "changed: $(find "${native_sources[@]}" frontend xtask style -newer "$seen" -type f -print -quit)"
done
