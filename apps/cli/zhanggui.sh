#!/bin/sh
# Runs the command line with the Node that came with npm ci, whatever Node called us.
root=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
exec "$root/node_modules/.bin/node" --max-semi-space-size=8 "$root/apps/cli/main.mjs" "$@"
