#!/usr/bin/env bash
# What the browser tests need: Chromium, a font with Chinese letters, the npm packages of end2end/.
source "$(dirname "$0")/common.sh"

command -v chromium >/dev/null || command -v google-chrome >/dev/null || scripts/debian.sh chromium
[ -n "$(fc-list :lang=zh-cn 2>/dev/null)" ] || scripts/debian.sh fontconfig fonts-noto-cjk
command -v npm >/dev/null || scripts/debian.sh nodejs npm
node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' ||
    fail "the browser tests need Node 20 or newer; this one is $(node --version)"

stamp=$root/end2end/node_modules/.installed
if ! fresh "$stamp" end2end/package.json end2end/package-lock.json; then
    say "installing the npm packages of end2end"
    (cd end2end && npm ci --silent --no-audit --no-fund >&2)
    touch "$stamp"
fi
