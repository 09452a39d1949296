#!/bin/sh
# Fails when the committed files are not what the committed sources build, or when the lockfile names a registry.
set -eu
cd "$(dirname "$0")"
if grep -n '"resolved"' package-lock.json; then
  echo "package-lock.json names a registry; .npmrc says it must not (omit-lockfile-registry-resolved)" >&2
  exit 1
fi
built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
./build.sh "$built"
for file in diagram.js diagram.css LICENSES.txt; do
  if ! cmp "$built/$file" "../resources/static/assets/$file"; then
    echo "$file differs from its sources: run src/main/frontend/build.sh and commit the result" >&2
    exit 1
  fi
done
echo "the viewer is what its sources build"
