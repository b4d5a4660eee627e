#!/usr/bin/env bash
# Puts the RustSec advisories where deny.toml looks for them: from the snapshot beside the
# repository when it is there, else from the network. Status 1 when neither is possible.
source "$(dirname "$0")/common.sh"

snapshot=../shared/data/advisory-db.tar.xz
# The folder's name is fixed by cargo-deny: the database's name and a hash of its address.
database=$root/target/advisories/advisory-db-3157b0e258782691

if [ -e "$snapshot" ]; then
    if ! fresh "$database/.git/FETCH_HEAD" "$snapshot"; then
        rm -rf "$database"
        mkdir -p "$database/.git"
        tar -xJf "$snapshot" -C "$database" --strip-components=1
        touch "$database/.git/FETCH_HEAD"
    fi
    say "advisories: snapshot of $(find "$database/crates" -name '*.md' -printf '%TY-%Tm-%Td\n' | sort | tail -1)"
    exit 0
fi
if timeout 120 "$(scripts/tools.sh)" fetch db >/dev/null 2>&1; then
    say "advisories: fetched today"
    exit 0
fi
[ -d "$database/crates" ] && say "advisories: the copy of an earlier day" && exit 0
say "advisories: there is no snapshot, and the network does not give them"
exit 1
