#!/usr/bin/env bash
# postgres.sh start|stop : a throw-away PostgreSQL for the tests. `start` prints its address.
# Nothing in it is kept: no fsync, loopback only. PostgreSQL refuses to run as root, so then it
# runs as the user `postgres`.
# With POSTGRES_KEPT=FOLDER it lives there, and `stop` leaves its data for the next `start`.
source "$(dirname "$0")/common.sh"

find_binaries() {
    local folder
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV); do
        if [ -x "$folder/initdb" ]; then
            echo "$folder"
            return
        fi
    done
    if command -v initdb >/dev/null; then dirname "$(command -v initdb)"; fi
}

as_owner() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

bin=$(find_binaries)
if [ -z "$bin" ]; then
    [ "${1:-}" = stop ] && exit 0
    scripts/debian.sh postgresql
    bin=$(find_binaries)
    [ -n "$bin" ] || fail "PostgreSQL was installed, but initdb is not to be found"
fi

# The other user must be able to reach the folder, and a socket's path has at most 107 letters.
kept=${POSTGRES_KEPT:-}
base=${kept:-$target/postgres}
mkdir -p "$base"
if [ "$(id -u)" = 0 ]; then chown postgres "$base"; fi
if [ ${#base} -gt 80 ] || ! as_owner test -w "$base"; then
    rmdir "$base" 2>/dev/null || true
    base=/tmp/yibaotong-postgres-$(id -u)-$(printf %s "${kept:-$target}" | cksum | cut -d' ' -f1)
    mkdir -p "$base"
    if [ "$(id -u)" = 0 ]; then chown postgres "$base"; fi
fi
data=$base/data

running() { [ -e "$data/postmaster.pid" ] && as_owner "$bin/pg_ctl" -s -D "$data" status >/dev/null 2>&1; }

stop() {
    # What is kept must be closed well.
    local mode=${kept:+fast}
    if running; then as_owner "$bin/pg_ctl" -s -D "$data" -m "${mode:-immediate}" -w -t 600 stop || true; fi
    rm -rf "$base/log" "$base/url"
    if [ -z "$kept" ]; then rm -rf "$data"; fi
}

make() {
    as_owner "$bin/initdb" -D "$data" -U postgres -E UTF8 --locale=C.UTF-8 -A trust --no-sync >/dev/null
    cat <<EOF | as_owner tee -a "$data/postgresql.conf" >/dev/null
listen_addresses = '127.0.0.1'
unix_socket_directories = '$base'
fsync = off
synchronous_commit = off
full_page_writes = off
max_wal_size = 2GB
max_connections = 400
shared_buffers = 256MB
timezone = 'UTC'
EOF
}

start() {
    if running && [ -e "$base/url" ]; then
        cat "$base/url"
        return
    fi
    stop
    if [ ! -e "$data/PG_VERSION" ]; then make; fi
    local port
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        port=$((20000 + RANDOM % 10000))
        if as_owner "$bin/pg_ctl" -s -D "$data" -l "$base/log" -o "-p $port" -w start >/dev/null 2>&1; then
            echo "postgres://postgres@127.0.0.1:$port/postgres" >"$base/url"
            cat "$base/url"
            return
        fi
    done
    tail -5 "$base/log" >&2
    fail "PostgreSQL does not start"
}

cd /
case ${1:-} in
start) start ;;
stop) stop && rmdir "$base" 2>/dev/null || true ;;
*) fail "postgres.sh knows start and stop" ;;
esac
