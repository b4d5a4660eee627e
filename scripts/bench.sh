#!/usr/bin/env bash
# The benchmarks: ratios against named peers, as a table, also in $target/bench/report.md.
source "$(dirname "$0")/common.sh"

command -v wrk >/dev/null || scripts/debian.sh wrk
mkdir -p "$target/bench"
cargo bench --locked -p tests
