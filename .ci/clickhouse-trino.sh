#!/usr/bin/env bash
# Counts generated tables in a real ClickHouse (which the package `chdb` brings along), and reads the
# statements for Trino by Trino's own grammar (of `dt-sql-parser`). Both are too large to be among the
# project's own packages: half a gigabyte, here for the time of the test. Where they cannot be had, says
# so and passes.
set -euo pipefail
cd "$(dirname "$0")/.."

own=$(mktemp -d)
trap 'rm -rf "$own"' EXIT
if ! npm install --silent --no-audit --no-fund --prefix "$own" chdb@3.4.0 dt-sql-parser@4.5.1; then
  echo "ClickHouse and Trino's grammar are not there: their tests are skipped."
  exit 0
fi
# As it is published, Node cannot import it.
npx --no-install esbuild "$own/node_modules/dt-sql-parser" --bundle --platform=node --format=cjs \
  --log-level=error --outfile="$own/trino.cjs"

SQL_CLICKHOUSE_MODULE=$own/node_modules/chdb/index.js SQL_TRINO_GRAMMAR=$own/trino.cjs \
  npx --no-install vitest run tests/sql/clickhouse.test.ts tests/sql/trino.test.ts
