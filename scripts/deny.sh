#!/usr/bin/env bash
# The supply chain against deny.toml: advisories, bans, licences, sources.
source "$(dirname "$0")/common.sh"

deny=$(scripts/tools.sh)
checks=(bans licenses sources)
if scripts/advisories.sh; then
    checks=(advisories "${checks[@]}")
else
    missing_part "known vulnerabilities were NOT checked"
fi
# It reads the licence of every crate of every platform, so all of them must be there.
cargo fetch --locked --quiet
"$deny" --locked --offline check "${checks[@]}"
