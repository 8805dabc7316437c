#!/bin/sh
# Run a command with every cache, temporary file and state folder inside the project.
# Usage: scripts/env.sh COMMAND [ARGUMENT ...]
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
export TMPDIR="$root/.cache/tmp"
export UV_CACHE_DIR="$root/.cache/uv"
export UV_PYTHON_INSTALL_DIR="$root/.tools/python"
export UV_PYTHON_BIN_DIR="$root/.tools/python/bin"
export PREFECT_HOME="${PREFECT_HOME:-$root/.prefect}"
unset VIRTUAL_ENV
mkdir -p "$TMPDIR"
cd "$root"
exec "$@"
