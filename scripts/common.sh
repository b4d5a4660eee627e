# Sourced by the other scripts: where things are, how we speak, when work can be skipped.
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
target=${CARGO_TARGET_DIR:-$root/target}
mkdir -p "$target"

say() { printf '%s\n' "$*" >&2; }

fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# In CI nothing may be left out quietly; at home a missing optional part is only said.
in_ci() { [ "${CI:-}" = true ] || [ "${CI:-}" = 1 ]; }

missing_part() {
    if in_ci; then fail "$*"; fi
    say "note: $*"
}

# fresh STAMP PATH... : true when STAMP exists and nothing below the paths is newer.
# A folder's own date changes when a file in it comes or goes, so removals count too.
fresh() {
    local stamp=$1
    shift
    [ -e "$stamp" ] && [ -z "$(find "$@" -newer "$stamp" -print -quit 2>/dev/null)" ]
}

# begin STAMP before the work, done_with STAMP after it: what changes meanwhile is built next time.
begin() {
    mkdir -p "$(dirname "$1")"
    touch "$1.new"
}

done_with() { mv "$1.new" "$1"; }

# A newer Node than the machine's own, when scripts/node.sh had to fetch one.
use_own_node() {
    if [ -x "$target/tools/node/bin/node" ]; then PATH=$target/tools/node/bin:$PATH; fi
}

# What each half of the product is built from.
shared_sources=(Cargo.toml Cargo.lock app domain)
native_sources=("${shared_sources[@]}" migrations server services)
wasm_sources=("${shared_sources[@]}" frontend)

# The browser half as it is shipped; `make dev` takes a profile that compiles sooner.
wasm_profile=${WASM_PROFILE:-wasm-release}
front_pkg=$target/front/pkg-$wasm_profile
if [ "$wasm_profile" = wasm-release ]; then
    wasm_watched=("${wasm_sources[@]}")
else
    wasm_watched=(frontend domain app/src/islands app/src/islands.rs app/src/calculator
        app/src/calculator.rs app/src/ui app/src/ui.rs)
fi
