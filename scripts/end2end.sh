#!/usr/bin/env bash
# The product in a real browser: the debug server that the build step left, a fresh data folder.
source "$(dirname "$0")/common.sh"

scripts/browser.sh
use_own_node
export END2END_BINARY=${END2END_BINARY:-$target/debug/yibaotong}
export END2END_SCREENSHOTS=${END2END_SCREENSHOTS:-$target/screenshots}
cd end2end
exec node run.js "$@"
