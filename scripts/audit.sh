#!/bin/sh
# Ask the Python advisory database about every locked dependency. Exit code 1 where one has a known hole
# that scripts/audit-ignored.txt does not explain, 0 where there is none or the database can't be reached.
set -eu

requirements=$(mktemp)
report=$(mktemp)
trap 'rm -f "$requirements" "$report"' EXIT
.tools/uv/bin/uv export --quiet --locked --all-extras --no-emit-project --output-file "$requirements" >/dev/null

ignored=$(sed -n 's/^\([A-Z][A-Za-z0-9-]*\).*/--ignore-vuln \1/p' scripts/audit-ignored.txt)
# shellcheck disable=SC2086  # one option a word
if ! .tools/uv/bin/uvx --quiet pip-audit==2.10.1 --requirement "$requirements" --disable-pip --no-deps \
    --progress-spinner off $ignored >"$report" 2>&1; then
    if grep -q '^Found ' "$report"; then
        grep -v 'could not be audited' "$report"
        exit 1
    fi
    echo "pledgebook: the dependencies were not audited: $(tail -n 1 "$report")" >&2
    exit 0
fi
all=$(grep -c '^[A-Za-z0-9]' "$requirements")
unknown=$(grep -c 'could not be audited' "$report" || true)
echo "pledgebook: no known hole in $((all - unknown)) of $all dependencies; the database knows nothing of $unknown"
