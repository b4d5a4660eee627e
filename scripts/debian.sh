#!/usr/bin/env bash
# debian.sh PACKAGE... : installs the Debian packages that are not there yet.
source "$(dirname "$0")/common.sh"

missing=()
for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

command -v apt-get >/dev/null || fail "this machine has no apt-get; please install by hand what is called in Debian: ${missing[*]}"
become=()
if [ "$(id -u)" != 0 ]; then
    if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        become=(sudo)
    else
        fail "needs ${missing[*]}; please run as root: apt-get install ${missing[*]}"
    fi
fi

apt() {
    "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" </dev/null >&2
}
say "installing ${missing[*]}"
# The list of packages may be absent or old: refresh it first, and let a second try follow it.
apt update || say "note: the list of packages could not be refreshed"
apt install -y --no-install-recommends "${missing[@]}"
