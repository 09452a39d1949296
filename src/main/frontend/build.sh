#!/bin/sh
# Builds the viewer into the folder given, by default where the application serves it from.
# Needs Node 20; the Maven build does not: the built files are committed.
set -eu
cd "$(dirname "$0")"
target=${1:-../resources/static/assets}
npm ci --no-audit --no-fund >/dev/null
mkdir -p "$target"
node bundle.mjs "$target"
