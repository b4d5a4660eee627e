#!/usr/bin/env bash
# Our engine beside the same rules in openfisca-core: first equal to the fen on the worked
# settlements and on random bills, then both measured; a table, also in $target/bench/openfisca.md.
# It fails when a figure differs or an aim is missed. BILLS: so many, not 100,000. SEED: other ones.
# `bench-openfisca.sh check` only compares. OURS: the example `settlements`, already built.
source "$(dirname "$0")/common.sh"

python=$(scripts/openfisca.sh)
ours=${OURS:-$target/release/examples/settlements}
[ -n "${OURS:-}" ] || cargo build --locked --quiet --release -p domain --example settlements
PYTHONPATH=tests/openfisca PYTHONDONTWRITEBYTECODE=1 exec "$python" -m peer "${1:-bench}" \
    --ours "$ours" --repository "$root" --folder "$target/bench/openfisca" \
    --count "${BILLS:-100000}" --seed "${SEED:-2025}"
