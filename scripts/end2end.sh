#!/usr/bin/env bash
# The product in a real browser: the debug server that the build step left, a fresh data folder.
source "$(dirname "$0")/common.sh"

scripts/browser.sh
export YIBAOTONG_BINARY=${YIBAOTONG_BINARY:-$target/debug/yibaotong}
export YIBAOTONG_SCREENSHOTS=${YIBAOTONG_SCREENSHOTS:-$target/screenshots}
cd end2end
exec node run.js "$@"
