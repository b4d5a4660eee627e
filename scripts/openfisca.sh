#!/usr/bin/env bash
# Prints the path of a Python that has openfisca-core, the peer of our engine, installing it into
# $target when it is missing. Nothing of it is shipped (decision 0028).
source "$(dirname "$0")/common.sh"

home=$target/tools/openfisca
wanted=tests/openfisca/requirements.txt
stamp=$home/.installed.stamp

# Python 3.11 or newer that can make an environment.
new_enough() { "$1" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

if fresh "$stamp" "$wanted" && [ -x "$home/bin/python" ]; then
    echo "$home/bin/python"
    exit 0
fi
new_enough python3 || scripts/debian.sh python3 python3-venv
new_enough python3 || fail "the peer needs Python 3.11 or newer with venv; this one is $(python3 --version)"
say "installing openfisca-core"
rm -rf "$home"
python3 -m venv "$home"
begin "$stamp"
timeout 600 "$home/bin/python" -m pip install --quiet --disable-pip-version-check --retries 2 \
    --require-hashes --only-binary :all: -r "$wanted" >&2
done_with "$stamp"
echo "$home/bin/python"
