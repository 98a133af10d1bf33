#!/usr/bin/env bash
# Counts generated tables in a real PostgreSQL, started for this alone in a folder of its own and
# reached by a socket in it. As root, installs Debian's package where it is missing; where it cannot
# be had, says so and passes.
set -euo pipefail
cd "$(dirname "$0")/.."

newest() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1; }

bin=$(newest)
if [ -z "$bin" ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  # The package would start a server of its own.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] ||
    echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
  apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql >/dev/null || true
  bin=$(newest)
fi
if [ -z "$bin" ]; then
  echo "PostgreSQL is not there: its test is skipped."
  exit 0
fi

# The server refuses to run as root; Debian's package has made a user for it.
as_server() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

own=$(mktemp -d)
stop() {
  as_server "$bin/pg_ctl" --pgdata "$own/data" --mode immediate --silent stop || true
  rm -rf "$own"
}
trap stop EXIT
if [ "$(id -u)" -eq 0 ]; then chown postgres "$own"; fi
chmod 755 "$own"

# From the folder itself: the server's user may not see this one.
cd "$own"
as_server "$bin/initdb" --pgdata "$own/data" --username tallyproof --auth trust --encoding UTF8 \
  --no-locale --no-sync >/dev/null
as_server "$bin/pg_ctl" --pgdata "$own/data" --log "$own/log" --silent --wait \
  --options "-c listen_addresses='' -c unix_socket_directories='$own' -c fsync=off" start ||
  { cat "$own/log" >&2; exit 1; }
cd - >/dev/null

SQL_POSTGRES_SOCKET=$own SQL_POSTGRES_CLIENT=$bin/psql \
  npx --no-install vitest run tests/sql/postgresql.test.ts
