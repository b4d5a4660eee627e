#!/usr/bin/env bash
# count.sh LOG : adds up the closing lines of cargo test and of Node's test runner.
source "$(dirname "$0")/common.sh"

awk '
    /^test result:/ { passed += $4; failed += $6; skipped += $8 }
    /^(ℹ|#) pass [0-9]+$/ { passed += $3 }
    /^(ℹ|#) fail [0-9]+$/ { failed += $3 }
    /^(ℹ|#) skipped [0-9]+$/ { skipped += $3 }
    END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped; exit passed == 0 || failed > 0 }
' "$1"
