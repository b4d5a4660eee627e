#!/usr/bin/env bash
# Prints the path of cargo-deny, installing it when it is missing (unoptimised: it runs once, for seconds).
source "$(dirname "$0")/common.sh"

version=0.20.2
home=${CARGO_HOME:-$HOME/.cargo}/yibaotong-tools
deny=$home/bin/cargo-deny

if command -v cargo-deny >/dev/null && [ "$(cargo-deny --version)" = "cargo-deny $version" ]; then
    command -v cargo-deny
    exit 0
fi
if [ ! -x "$deny" ] || [ "$("$deny" --version)" != "cargo-deny $version" ]; then
    say "installing cargo-deny $version"
    env -u RUSTC_WORKSPACE_WRAPPER -u CLIPPY_ARGS CARGO_TARGET_DIR="$target/tools/cargo-deny" CARGO_PROFILE_DEV_DEBUG=0 \
        cargo install --quiet --debug --locked --version "$version" --root "$home" cargo-deny >&2
    rm -rf "$target/tools/cargo-deny"
fi
echo "$deny"
