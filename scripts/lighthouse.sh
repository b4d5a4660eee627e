#!/usr/bin/env bash
# Lighthouse on a throttled phone: every page of what `make run` builds, as a table, also in
# $target/lighthouse.md. WHO="visitor resident offices /me/family" narrows it; END2END_BINARY chooses another server.
source "$(dirname "$0")/common.sh"

scripts/browser.sh
use_own_node
stamp=$root/end2end/lighthouse/node_modules/.installed
if ! fresh "$stamp" end2end/lighthouse/package.json end2end/lighthouse/package-lock.json; then
    say "installing Lighthouse"
    (cd end2end/lighthouse && npm ci --silent --no-audit --no-fund >&2)
    touch "$stamp"
fi
if [ -z "${END2END_BINARY:-}" ]; then
    scripts/wasm.sh compile
    cargo build --locked --release -p server -p xtask
    scripts/assets.sh release
fi
export END2END_BINARY=${END2END_BINARY:-$target/release/yibaotong}
export LIGHTHOUSE_REPORT=$target/lighthouse.md
cd end2end
read -ra who <<<"${WHO:-}"
exec node lighthouse/run.js "${who[@]}"
