#!/usr/bin/env bash
# The whole proof, in the order in which things fail most often. One debug build serves the lints,
# the tests and the browser. What cannot be built ends it; tests that fail do not keep the others
# from running.
source "$(dirname "$0")/common.sh"

heading() { printf '\n=== %s (at %d s)\n' "$*" "$SECONDS"; }

export CARGO_TERM_COLOR=never
log=$target/test.log
: >"$log"
trap 'scripts/postgres.sh stop >/dev/null 2>&1 || true' EXIT

heading "Format"
cargo fmt --check

heading "Set-up"
YIBAOTONG_TEST_POSTGRES=$(scripts/postgres.sh start)
export YIBAOTONG_TEST_POSTGRES
say "PostgreSQL at $YIBAOTONG_TEST_POSTGRES"
scripts/browser.sh

heading "Supply chain"
scripts/deny.sh

heading "Build and lint"
source scripts/lint-environment.sh
cargo build --locked --lib --bins --tests --examples

heading "Browser half"
scripts/wasm.sh compile
scripts/assets.sh debug

heading "Rust tests"
failed=
cargo test --locked --no-fail-fast 2>&1 | tee -a "$log" || failed="the Rust tests"

heading "Second computation"
left_out=
if scripts/openfisca.sh >/dev/null; then
    OURS=$target/debug/examples/settlements scripts/bench-openfisca.sh check ||
        failed="${failed:+$failed and }the second computation"
else
    left_out="note: openfisca-core could not be installed, so settlements were NOT computed a second time"
fi

heading "Browser tests"
scripts/end2end.sh 2>&1 | tee -a "$log" || failed="${failed:+$failed and }the browser tests"

heading "Result"
if [ -n "$failed" ]; then say "failed: $failed"; fi
if [ -n "$left_out" ]; then say "$left_out"; fi
scripts/count.sh "$log"
[ -z "$failed" ]
