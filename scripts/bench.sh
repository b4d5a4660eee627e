#!/usr/bin/env bash
# The benchmarks: ratios against named peers, as a table, also in $target/bench/report.md.
source "$(dirname "$0")/common.sh"

mkdir -p "$target/bench"
cargo bench --locked -p tests
