#!/usr/bin/env bash
# Removes the data folder of `make run`, if it is one.
source "$(dirname "$0")/common.sh"

var=${VAR:-${YIBAOTONG_VAR:-var}}
[ -d "$var" ] || exit 0
ls "$var"/*.db "$var"/*.sqlite* >/dev/null 2>&1 || fail "$var holds no database of ours; it stays"
rm -rf "$var"
