#!/usr/bin/env bash
# Everything that the other commands would install when they come to it.
source "$(dirname "$0")/common.sh"

scripts/wasm-compiler.sh >/dev/null
scripts/postgres.sh stop
scripts/browser.sh
scripts/tools.sh >/dev/null
scripts/advisories.sh || true
scripts/openfisca.sh >/dev/null || true
cargo fetch --locked
