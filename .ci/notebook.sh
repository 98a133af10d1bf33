#!/usr/bin/env bash
# Runs examples/notebook.ipynb with Deno's Jupyter kernel on this checkout, and fails where a cell
# shows something else than what is saved in it; --save saves it instead.
# Installs what is missing: packages of Debian (as root), and Deno from the npm registry (Linux on x64).
set -euo pipefail
cd "$(dirname "$0")/.."

# Debian's own: another python3 may come first in the path, and lacks them.
python=/usr/bin/python3
if ! "$python" -c 'import jupyter_client, nbformat' 2>/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends python3-jupyter-client python3-nbformat >/dev/null
fi

npm ci --prefix .ci/notebook --no-audit --no-fund --loglevel=error
deno=$PWD/.ci/notebook/node_modules/@deno/linux-x64-glibc/deno

# npm:tallyproof is this checkout as built; built anew where a source is newer.
if [ ! -f dist/index.js ] || [ -n "$(find src -newer dist/index.js -print -quit)" ]; then
  npm run --silent build
fi

# The kernel and Deno's cache are of this run only. Nothing is fetched: what would be is an error.
own=$(mktemp -d)
trap 'rm -rf "$own"' EXIT
export XDG_DATA_HOME=$own/share DENO_DIR=$own/deno TMPDIR=$own NO_COLOR=1
export NPM_CONFIG_REGISTRY=http://127.0.0.1:9/
unset JUPYTER_PATH JUPYTER_DATA_DIR
"$deno" jupyter --install >"$own/log" 2>&1 || { cat "$own/log" >&2; exit 1; }

"$python" .ci/notebook/run.py examples/notebook.ipynb "$@"
