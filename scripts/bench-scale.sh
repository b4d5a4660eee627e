#!/usr/bin/env bash
# The measure of scale, on both databases: what pages cost among a million people against ten
# thousand, and how fast a draft of parameters is tried on a million settlements. A table, also in
# $target/bench/scale.md; it fails when an aim is missed. The people are made once and kept in
# $target/bench/scale, about 12 GB. SCALE_PEOPLE: so many, not a million.
source "$(dirname "$0")/common.sh"

export POSTGRES_KEPT=$target/bench/scale/postgres
trap 'scripts/postgres.sh stop >/dev/null 2>&1 || true' EXIT
YIBAOTONG_TEST_POSTGRES=$(scripts/postgres.sh start)
export YIBAOTONG_TEST_POSTGRES
# With xtask the features are those of `make run`, so that nothing is compiled twice.
cargo bench --locked -p tests -p xtask --bench scale
