#!/bin/sh
# Writes the pages of docs/ that come from the database: the schema, and what the example queries answer
# on a book built from seeds/ for the purpose, in two runs: the follow-up documents of 2025 arrive later.
set -eu
book=$(mktemp -d)
trap 'rm -rf "$book"' EXIT
mkdir "$book/seeds"
cp seeds/*.* "$book/seeds"
rm "$book"/seeds/news-amber-lakes-year-on.* "$book"/seeds/briefing-kestria-energy.*
.venv/bin/pledgebook run "$book/seeds" --direct --warehouse "$book/pledgebook.duckdb" >/dev/null
.venv/bin/pledgebook run seeds --direct --warehouse "$book/pledgebook.duckdb" >/dev/null
.venv/bin/python -m warehouse.documentation schema docs/schema.md
.venv/bin/python -m warehouse.documentation queries docs/queries.md --warehouse "$book/pledgebook.duckdb"
