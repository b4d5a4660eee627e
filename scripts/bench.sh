#!/usr/bin/env bash
# The benchmarks: ratios against named peers, as tables, also in $target/bench/report.md and search.md. It fails
# when an aim is missed, and names it at the end.
source "$(dirname "$0")/common.sh"

command -v wrk >/dev/null || scripts/debian.sh wrk
trap 'scripts/postgres.sh stop >/dev/null 2>&1 || true' EXIT
YIBAOTONG_TEST_POSTGRES=$(scripts/postgres.sh start)
export YIBAOTONG_TEST_POSTGRES
mkdir -p "$target/bench"
# The finished server, whose memory is measured: what `make run` builds.
cargo build --locked --release -p server -p xtask
# With xtask the features are those of the build above, so that nothing is compiled twice.
cargo bench --locked --no-fail-fast -p tests -p xtask --bench product --bench search
