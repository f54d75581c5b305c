# Shared by the scripts of this folder: where we are, which Node runs us, how we speak.
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root" || exit 1
say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }
node_major() { "$1" -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0; }
own_node="$root/.tools/node_modules/node/bin"
# The brought Node goes first in PATH where there is one, so that every child runs on it too.
use_node() { if [ -x "$own_node/node" ]; then PATH="$own_node:$PATH"; export PATH; fi; }
