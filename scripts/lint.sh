#!/usr/bin/env bash
# Builds everything native with clippy looking on; what it builds, the tests use.
source "$(dirname "$0")/common.sh"
source scripts/lint-environment.sh

cargo build --locked --lib --bins --tests --examples
