#!/usr/bin/env bash
# What the browser tests need: Chromium, a font with Chinese letters, the shell of SQLite, the npm
# packages of end2end/.
source "$(dirname "$0")/common.sh"

command -v chromium >/dev/null || command -v google-chrome >/dev/null || scripts/debian.sh chromium
[ -n "$(fc-list :lang=zh-cn 2>/dev/null)" ] || scripts/debian.sh fontconfig fonts-noto-cjk
command -v sqlite3 >/dev/null || scripts/debian.sh sqlite3
scripts/node.sh
use_own_node

stamp=$root/end2end/node_modules/.installed
if ! fresh "$stamp" end2end/package.json end2end/package-lock.json; then
    say "installing the npm packages of end2end"
    (cd end2end && npm ci --silent --no-audit --no-fund >&2)
    touch "$stamp"
fi
