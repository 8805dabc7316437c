#!/bin/sh
# Fetch uv with pip into .tools/uv, then build the locked environment in .venv.
# Called through scripts/env.sh, which keeps every file inside the project.
set -eu

uv=.tools/uv/bin/uv

fail() {
    echo "pledgebook: $1" >&2
    exit 1
}

# The interpreter itself, not a version manager's shim: shims keep books of their own when pip runs.
python_with_pip() {
    for candidate in python3 python3.12 python3.13; do
        if "$candidate" -m pip --version >/dev/null 2>&1; then
            "$candidate" -c 'import sys; print(sys.executable)'
            return
        fi
    done
}

if ! "$uv" --version >/dev/null 2>&1; then
    python=$(python_with_pip)
    [ -n "$python" ] || fail "no python3 with pip was found; install Python 3.12 or 3.13 with pip"
    echo "pledgebook: fetching uv into .tools"
    "$python" -m pip install -qq --no-cache-dir --disable-pip-version-check --no-warn-script-location \
        --root-user-action=ignore --upgrade --target .tools/uv uv ||
        fail "pip could not fetch uv; is a package registry reachable?"
fi

"$uv" python find --quiet >/dev/null 2>&1 || "$uv" python install --quiet --no-bin 2>/dev/null ||
    fail "Python 3.12 or 3.13 is needed; none was found and none could be fetched"

echo "pledgebook: building the environment in .venv (once)"
"$uv" sync --quiet --locked --compile-bytecode || fail "the environment could not be built; see the lines above"

# Ours too: where Python may not write what it has compiled, each command would compile it all anew.
.venv/bin/python -m compileall -q flows models warehouse
